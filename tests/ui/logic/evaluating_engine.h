// An engine that evaluates: twenty pairs of ten recordings, of which a model reads as many right as its name says. It may also say how it
// was trained: reads-15, reads-15-seed-2, reads-15-official, reads-15-speaker-theo, reads-15-alpha-0.5 (of AIVAEGAN), in this order;
// reads-15-heard is a classifier.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdlib>

#include "tests/ui/logic/fake_engine.h"

#include "core/session/evaluation_details.h"

namespace sonoglyph {

inline ByteImage evenPicture(std::uint8_t grey)
{
    auto pixels = std::make_shared<std::vector<std::uint8_t>>(28 * 28, grey);
    return {28, 28, std::shared_ptr<const std::uint8_t>(pixels, pixels->data())};
}

/// How a model was trained that is called so.
inline RunConfig configOf(const std::string& name)
{
    const auto word = [&](const std::string& key) -> std::string {
        const auto at = name.find("-" + key + "-");
        const auto from = at + key.size() + 2;
        return at == std::string::npos ? std::string() : name.substr(from, name.find('-', from) - from);
    };
    RunConfig config;
    if (const std::string seed = word("seed"); !seed.empty()) config.seed = config.data.seed = std::stoull(seed);
    if (name.ends_with("-official")) config.data.split = "official";
    if (const std::string speaker = word("speaker"); !speaker.empty()) config.data.split = "speaker:" + speaker;
    if (const std::string alpha = word("alpha"); !alpha.empty()) {
        config.model = ModelKind::Aivaegan;
        config.alpha = std::stod(alpha);
    }
    return config;
}

/// `right` of 20 pairs are read right, the others as the next digit.
inline Evaluation fakeEvaluation(int right, const RunConfig& config = {})
{
    Evaluation e;
    auto details = std::make_shared<EvaluationDetails>();
    details->dataset = config.data.name;
    details->split = config.data.split;
    details->seed = config.data.seed;
    details->config = config;
    LabelReading all{10, 20, right, 20};
    e.sets = {{"fsdd", std::vector<LabelReading>(10)}};
    e.perLabel.resize(10);
    e.confusion = emptyConfusion(10);
    for (std::uint32_t i = 0; i < 20; ++i) {
        const auto digit = std::uint8_t(i % 10);
        const auto read = int(i) < right ? digit : std::uint8_t((digit + 1) % 10);
        if (i < 10) details->recordings.push_back(std::to_string(digit) + "_theo_0.wav");
        details->pairs.push_back({i % 10, digit, read, digit});
        ++e.confusion[digit][read];
        details->examples.push_back({digit, read, details->recordings[digit], evenPicture(std::uint8_t(10 * read))});
        LabelReading& reading = e.sets[0].perLabel[digit];
        reading.recordings = 1;
        ++reading.examples;
        reading.right += digit == read;
        ++reading.rightMean;
    }
    details->speakers = {{"fsdd", details->split.starts_with("speaker:") ? details->split.substr(8) : "theo", all}};
    details->featureDiversity = 0.25;
    details->archetypeDistance = 0.125;
    details->heldOut = {{4, "4_theo_0.wav", evenPicture(200), evenPicture(90)}};
    details->learned = {{5, "5_theo_1.wav", evenPicture(210), evenPicture(95)}};
    details->archetypes.resize(10);
    for (Archetype& a : details->archetypes) a = {evenPicture(1), evenPicture(2), evenPicture(3), 17, 0.5};
    e.examples = 20;
    e.accuracy = right / 20.0;
    e.accuracyMean = 1;
    e.interval = wilsonInterval(right, 20);
    e.diversity = 0.0315;
    e.judged = true;
    e.details = details;
    return e;
}

class EvaluatingEngine : public FakeEngine {
public:
    std::vector<BuiltinModel> builtinModels() const override
    {
        return {{"reads-20", "reads-20.safetensors"}, {"reads-10", "reads-10.safetensors"}, {"reads-none", "reads-none.safetensors"}};
    }
    Result<Evaluation> evaluate(const EvaluationRequest& request, const Progress& progress, std::stop_token stop) override
    {
        ++evaluated;
        if (progress) progress({"Reading", {}}, 0.5);
        while (held && !stop.stop_requested()) std::this_thread::yield();
        if (stop.stop_requested()) return cancelled();
        const int right = std::atoi(request.model.substr(request.model.rfind("reads-") + 6).c_str());
        if (right == 0) return Error{Errc::NotFound, {"%1 is not there.", {request.model}}};
        Evaluation e = fakeEvaluation(std::min(20, right + better), configOf(request.model));
        e.heard = request.model.ends_with("-heard");
        if (voices == 0) return e;
        auto details = std::make_shared<EvaluationDetails>(*e.details);
        details->speakers.clear();
        for (int i = 0; i < voices; ++i) details->speakers.push_back({"scd", std::to_string(i), {10, 20, 20 - i % 21, 20}});
        e.details = details;
        return e;
    }
    Result<LenetReport> evaluateLenet(const std::filesystem::path&, const std::filesystem::path&, const std::string&) override
    {
        LenetReport report;
        report.examples = 100;
        report.accuracy = lenet;
        return report;
    }
    Result<ZeroingCurve> zeroingCurve(const ZeroingRequest& request, const Progress&, std::stop_token) override
    {
        ++zeroed;
        (request.order == ZeroOrder::Random ? lastRepeats : otherRepeats) = request.repeats;
        ZeroingCurve curve;
        curve.model = request.data.model;
        curve.order = request.order;
        curve.repeats = request.repeats;
        curve.latent = 2;
        curve.images = 100;
        curve.seconds = 1;
        curve.points = {{0, 1.0, 1.0, 1.0, 0}, {1, 0.5, 0.25, 0.75, 0.125}, {2, 0.125, 0.125, 0.125, 0}};
        if (request.pictures)
            for (const std::uint8_t grey : {30, 40, 50}) curve.pictures.push_back(std::vector<ByteImage>(10, evenPicture(grey)));
        return curve;
    }

    std::atomic<int> evaluated = 0;
    std::atomic<bool> held = false;
    std::atomic<int> better = 0;        ///< pairs that every model reads right beside those that its name says
    std::atomic<double> lenet = 0.99;   ///< the judge's accuracy
    std::atomic<int> voices = 0;        ///< that the test has; 0: one
    std::atomic<int> zeroed = 0;        ///< curves that were measured
    std::atomic<int> lastRepeats = 0;   ///< of the last one at random
    std::atomic<int> otherRepeats = 0;  ///< of the last other one
};

}  // namespace sonoglyph
