#include "core/model/held_out_examples.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "core/data/random.h"

namespace sonoglyph {

namespace {

constexpr std::uint64_t exampleStream = 0x6578616d706c6573;  // apart from the other uses of the seed

/// Doubles print as short as they are.
std::vector<double> rounded(const std::vector<float>& values)
{
    std::vector<double> out;
    for (const float v : values) out.push_back(std::round(double(v) * 1000) / 1000);
    return out;
}

std::vector<float> valuesOf(const torch::Tensor& row)
{
    const auto flat = row.contiguous();
    return {flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel()};
}

std::vector<std::uint32_t> draw(const PairedDataset& dataset)
{
    std::vector<std::uint32_t> order = dataset.split.test;
    Random random = seededRandom(dataset.config.seed, exampleStream);
    shuffle(std::span(order), random);
    std::vector<int> taken(dataset.recordings.labels.size());
    std::erase_if(order, [&](std::uint32_t i) { return taken[std::size_t(dataset.recordings.recordings[i].label)]++ >= examplesPerLabel; });
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Recording &x = dataset.recordings.recordings[a], &y = dataset.recordings.recordings[b];
        return std::tie(x.label, x.file) < std::tie(y.label, y.file);
    });
    return order;
}

}  // namespace

std::vector<ExampleCode> heldOutExamples(Vae& vae, const PairedDataset& dataset, const torch::Tensor& spectrograms)
{
    torch::NoGradGuard noGrad;
    vae->eval();
    std::vector<ExampleCode> examples;
    for (const std::uint32_t i : draw(dataset)) {
        const Recording& recording = dataset.recordings.recordings[i];
        const Posterior q = vae->encode(spectrograms.slice(0, i, i + 1));
        examples.push_back({recording.file.filename().string(), recording.label, {valuesOf(q.mean), valuesOf(q.logVariance)}});
    }
    return examples;
}

nlohmann::json toJson(const std::vector<ExampleCode>& examples)
{
    auto json = nlohmann::json::array();
    for (const ExampleCode& e : examples)
        json.push_back({{"recording", e.recording},
                        {"digit", e.label},
                        {"mean", rounded(e.code.mean)},
                        {"log_variance", rounded(e.code.logVariance)}});
    return json;
}

Result<std::vector<ExampleCode>> examplesFromJson(const nlohmann::json& json, int latent)
{
    const Error wrong{Errc::Incompatible, {SONOGLYPH_TEXT("core", "The examples of the model do not fit it."), {}}};
    std::vector<ExampleCode> examples;
    try {
        for (const auto& e : json) {
            ExampleCode example{e.at("recording").get<std::string>(),
                                e.at("digit").get<int>(),
                                {e.at("mean").get<std::vector<float>>(), e.at("log_variance").get<std::vector<float>>()}};
            const auto fits = [latent](const std::vector<float>& v) {
                return int(v.size()) == latent && std::all_of(v.begin(), v.end(), [](float x) { return std::isfinite(x); });
            };
            if (!fits(example.code.mean) || !fits(example.code.logVariance) || example.label < 0 || example.label >= int(maxLabels))
                return wrong;
            examples.push_back(std::move(example));
        }
    } catch (const nlohmann::json::exception&) {
        return wrong;
    }
    return examples;
}

}  // namespace sonoglyph
