// An engine without LibTorch for tests: its decoder has a thread of its own, newest-wins requests, and can be held to see what waits.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/session/engine.h"

namespace sonoglyph {

/// What the fake model makes of a code: an image filled with the first value, and the digit of the second.
inline Drawing fakeDrawing(std::vector<float> z)
{
    Drawing drawing;
    const auto pixels = std::make_shared<std::vector<std::uint8_t>>(28 * 28, std::uint8_t(std::clamp(z.at(0), 0.0f, 1.0f) * 255));
    drawing.image = {28, 28, {pixels, pixels->data()}};
    drawing.reading.probabilities.resize(10);
    drawing.reading.probabilities[std::size_t(std::clamp(z.at(1), 0.0f, 9.0f))] = 1;
    drawing.z = std::move(z);
    return drawing;
}

inline Film fakeFilm(const std::vector<std::vector<float>>& codes)
{
    Film film;
    for (const auto& code : codes) film.frames.push_back(fakeDrawing(code));
    return film;
}

/// What the fake model draws around a code: the mean, and 16 images filled with its first value plus a share of the spread.
inline PosteriorPicture fakePosterior(const PosteriorRequest& asked)
{
    PosteriorPicture picture;
    picture.mean = fakeDrawing(asked.code.mean).image;
    picture.width = picture.height = 28;
    picture.deviation.assign(28 * 28, float(asked.spread) / 10);
    for (int i = 0; i < asked.shown; ++i) {
        std::vector<float> z = asked.code.mean;
        z[0] += float(asked.spread) * float((i * 7 + int(asked.seed)) % 16) / 32;
        picture.draws.push_back(fakeDrawing(z));
    }
    picture.spread = asked.spread;
    return picture;
}

/// A name that begins with "broken" cannot be read; "wide" hears at 16 kHz and pads; one that begins with "/" is a file or folder.
inline Result<ModelInfo> fakeModel(const std::string& model)
{
    if (model.starts_with("broken")) return Error{Errc::Corrupt, {"%1 is damaged.", {model}}, "checksum"};
    ModelInfo info;
    info.name = model;
    if (model.starts_with("/")) info.file = model;
    info.latent = 4;
    info.reference = model == "knowing" ? 500 : 0;
    info.spectrogram.rate = model == "wide" ? 16000 : 8000;
    info.spectrogram.timeMode = model == "wide" ? TimeMode::Pad : TimeMode::Stretch;
    return info;
}

/// The fake model's code of a sound: mean {mean of the input, 7, 1, -1}, log-variance 0.
inline Result<Drawing> fakeHearing(const Spectrogram& input)
{
    if (input.values.empty()) return Error{Errc::Incompatible, {"The input does not fit.", {}}, {}};
    float sum = 0;
    for (const float value : input.values) sum += value;
    Drawing drawing = fakeDrawing({sum / float(input.values.size()), 7, 1, -1});
    drawing.code = {drawing.z, std::vector<float>(4, 0.0f)};
    return drawing;
}

/// The fake model's images while parts of a sound are hidden: those of what is left.
inline Result<OcclusionPart> fakeHidden(const OcclusionRequest& asked, int first, int count)
{
    OcclusionPart part;
    part.grid = asked.grid();
    part.first = first;
    part.width = part.height = 28;
    for (int i = first; i < std::min(first + count, part.total()); ++i) {
        Spectrogram input = asked.input;
        if (i > 0) hide(input, part.grid.cells(i - 1));
        const auto drawing = fakeHearing(input);
        if (!drawing) return drawing.error();
        part.images.emplace_back(28 * 28, drawing->z.front());
    }
    return part;
}

/// 40 recordings by two speakers. Point i says digit i / 4 and lies at {digit, i % 4, 0.1 or -0.1, 0}: axis 0 is the digit. The last one of
/// a digit is held out, and every tenth point is read as one more than it says.
inline LatentMap fakeMap(const ModelInfo& model, const std::string& dataset)
{
    LatentMap map;
    map.model = model.name;
    map.fingerprint = model.fingerprint;
    map.dataset = dataset.empty() ? "fsdd" : dataset;
    map.folder = "/data";
    map.latent = 4;
    for (int i = 0; i < 40; ++i) {
        const int digit = i / 4;
        const std::string speaker = i % 2 ? "theo" : "jackson";
        const std::string file = "fsdd/recordings/" + std::to_string(digit) + "_" + speaker + "_" + std::to_string(i % 4 / 2) + ".wav";
        map.points.push_back({file, speaker, "fsdd", digit, i % 4 == 3, i % 10 == 9 ? (digit + 1) % 10 : digit, 0.9F});
        for (const float v : {float(digit), float(i % 4), i % 2 ? 0.1F : -0.1F, 0.0F}) map.means.push_back(v);
        map.classMeans.resize(10);
        map.classMeans[std::size_t(digit)] = {float(digit), 1.5F, 0, 0};
    }
    map.logVariances.assign(map.means.size(), -2.0F);
    map.importance = {3, 1, 0.05, 0};
    map.pca = {{4.5F, 1.5F, 0, 0}, {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}}, {8.25, 1.25, 0.01, 0}, 9.51};
    return map;
}

/// Falls evenly from 0.95 to 0.1, faster where the most important go first.
inline ZeroingCurve fakeCurve(const ModelInfo& model, const ZeroingRequest& asked)
{
    ZeroingCurve curve{model.name, "fsdd", asked.order, asked.samples, model.latent, asked.repeats, 100, {}, 1000, 0.5};
    for (int k = 0; k <= model.latent; ++k) {
        const double left = 1 - double(k) / model.latent;
        const double accuracy = 0.1 + 0.85 * (asked.order == ZeroOrder::MostImportant ? left * left : left);
        curve.points.push_back({k, accuracy, accuracy - 0.02, accuracy + 0.02, 0.01});
    }
    return curve;
}

/// The same model without a service.
class FakeModel : public Decoder {
public:
    explicit FakeModel(ModelInfo info) : info_(std::move(info)) {}
    const ModelInfo& info() const override { return info_; }
    Result<Drawing> hear(const Spectrogram& input, std::optional<std::uint64_t>) override { return fakeHearing(input); }
    Result<Drawing> draw(const std::vector<float>& z) override { return fakeDrawing(z); }
    Result<PosteriorPicture> drawPosterior(const PosteriorRequest& request) override { return fakePosterior(request); }
    Result<OcclusionPart> drawHidden(const OcclusionRequest& request, int first, int count) override
    {
        return fakeHidden(request, first, count);
    }

private:
    ModelInfo info_;
};

class FakeDecoder : public DecoderService {
public:
    /// The latent size is 4.
    explicit FakeDecoder(DecoderListener& listener) : listener_(listener), thread_([this](std::stop_token stop) { run(stop); }) {}

    void load(std::string model) override
    {
        change([&] {
            ++loads;
            loads_.push_back(std::move(model));
        });
    }
    std::uint64_t hear(Spectrogram input) override
    {
        return change([&] {
            ++hears;
            hear_ = {next_ += 3, std::move(input)};
            return hear_->first;
        });
    }
    std::uint64_t draw(std::vector<float> z) override
    {
        return change([&] {
            ++draws;
            draw_ = {next_ += 3, std::move(z)};
            return draw_->first;
        });
    }

    std::uint64_t drawPosterior(PosteriorRequest request) override
    {
        return change([&] {
            ++posteriors;
            askedPosterior = request;
            posterior_ = {next_ += 3, std::move(request)};
            return posterior_->first;
        });
    }

    std::uint64_t drawFilm(FilmRequest request) override
    {
        return change([&] {
            ++films;
            askedFilm = request;
            const int lane = request.lane;
            films_[lane] = {next_ += 3, std::move(request)};
            return films_[lane].first;
        });
    }

    std::uint64_t occlude(OcclusionRequest request) override
    {
        return change([&] {
            ++occlusions;
            drawn_ = 0;
            occlusion_ = {next_ += 3, std::move(request)};
            return occlusion_->first;
        });
    }
    void stopOccluding() override
    {
        change([&] {
            ++stops;
            occlusion_.reset();
        });
    }

    /// Nothing is answered while it is held.
    void hold(bool held)
    {
        change([&] { held_ = held; });
    }

    int loads = 0, hears = 0, draws = 0, posteriors = 0, films = 0, occlusions = 0, stops = 0;  ///< asked so far; of the asking thread
    PosteriorRequest askedPosterior;                                                            ///< the last one
    FilmRequest askedFilm;                                                                      ///< the last one

private:
    template <class F>
    std::invoke_result_t<F> change(F f)
    {
        struct Notify {
            std::condition_variable_any& condition;
            ~Notify() { condition.notify_all(); }
        } notify{wake_};
        std::lock_guard lock(mutex_);
        return f();
    }

    void run(std::stop_token stop)
    {
        std::unique_lock lock(mutex_);
        while (wake_.wait(
            lock, stop, [this] { return !held_ && (!loads_.empty() || hear_ || draw_ || posterior_ || !films_.empty() || occlusion_); })) {
            if (!loads_.empty()) {
                const std::string model = loads_.front();
                loads_.pop_front();
                lock.unlock();
                listener_.onModel(fakeModel(model));
            } else if (hear_) {
                const auto [number, input] = *std::exchange(hear_, std::nullopt);
                lock.unlock();
                listener_.onDrawing(answer(number, input));
            } else if (posterior_) {
                const auto [number, asked] = *std::exchange(posterior_, std::nullopt);
                lock.unlock();
                PosteriorPicture picture = fakePosterior(asked);
                picture.request = number;
                listener_.onPosterior(picture);
            } else if (!draw_ && !films_.empty()) {
                const auto first = std::min_element(films_.begin(), films_.end(),
                                                    [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
                const auto [number, asked] = std::move(first->second);
                films_.erase(first);
                lock.unlock();
                Film film = fakeFilm(asked.codes);
                film.request = number;
                film.lane = asked.lane;
                listener_.onFilm(film);
            } else if (!draw_) {
                // Asked and answered under one lock: whoever stops it hears no more of it.
                auto part = fakeHidden(occlusion_->second, drawn_, hiddenAtOnce);
                if (part) {
                    part->request = occlusion_->first;
                    drawn_ += int(part->images.size());
                }
                if (!part || part->last()) occlusion_.reset();
                listener_.onOcclusion(part);
                lock.unlock();
            } else {
                const auto [number, z] = *std::exchange(draw_, std::nullopt);
                lock.unlock();
                Drawing drawing = fakeDrawing(z);
                drawing.request = number;
                listener_.onDrawing(drawing);
            }
            lock.lock();
        }
    }

    static Result<Drawing> answer(std::uint64_t number, const Spectrogram& input)
    {
        auto drawing = fakeHearing(input);
        if (drawing) drawing->request = number;
        return drawing;
    }

    DecoderListener& listener_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    bool held_ = false;
    std::uint64_t next_ = 100;
    std::deque<std::string> loads_;
    std::optional<std::pair<std::uint64_t, Spectrogram>> hear_;
    std::optional<std::pair<std::uint64_t, std::vector<float>>> draw_;
    std::optional<std::pair<std::uint64_t, PosteriorRequest>> posterior_;
    std::map<int, std::pair<std::uint64_t, FilmRequest>> films_;
    static constexpr int hiddenAtOnce = 40;
    std::optional<std::pair<std::uint64_t, OcclusionRequest>> occlusion_;
    int drawn_ = 0;        // images of it
    std::jthread thread_;  // last member: ends first
};

class FakeEngine : public Engine {
public:
    EngineInfo info() const override { return {}; }
    std::vector<BuiltinModel> builtinModels() const override
    {
        return {{"aivae-fsdd", "aivae-fsdd.safetensors"}, {"wide", "wide.safetensors"}};
    }
    std::unique_ptr<DecoderService> makeDecoder(DecoderListener& listener) override
    {
        auto made = std::make_unique<FakeDecoder>(listener);
        decoder = made.get();
        decoder->hold(holdAtStart);
        return made;
    }
    void setThreads(int) override {}
    std::vector<ModelKind> trainableModels() const override { return {}; }
    Result<std::unique_ptr<TrainingSession>> train(const RunConfig&, const std::filesystem::path&, TrainObserver&) override { return no(); }
    Result<std::unique_ptr<TrainingSession>> resume(const std::filesystem::path&, TrainObserver&, const std::string&) override
    {
        return no();
    }
    Result<std::unique_ptr<Decoder>> openModel(const std::string& model) override
    {
        ++opened;
        auto info = fakeModel(model);
        if (!info) return info.error();
        return std::unique_ptr<Decoder>(new FakeModel(std::move(*info)));
    }
    Result<Evaluation> evaluate(const EvaluationRequest&, const Progress&, std::stop_token) override { return no(); }
    Result<LatentMap> mapCodes(const MapRequest& request, const Progress& progress, std::stop_token stop) override
    {
        if (progress) progress({"Hearing recordings", {}}, 0.5);
        if (stop.stop_requested()) return cancelled();
        if (request.dataset == "gone") return Error{Errc::NotFound, {"%1 is not there.", {request.dataset}}};
        auto info = fakeModel(request.model);
        if (!info) return info.error();
        return fakeMap(*info, request.dataset);
    }
    Result<ZeroingCurve> zeroingCurve(const ZeroingRequest& request, const Progress& progress, std::stop_token stop) override
    {
        if (progress) progress({"Reading images", {}}, 0.5);
        if (stop.stop_requested()) return cancelled();
        auto info = fakeModel(request.data.model);
        if (!info) return info.error();
        return fakeCurve(*info, request);
    }
    Result<void> exportModel(const std::string&, const std::filesystem::path&, StoredWeights, const std::string&) override { return no(); }
    Result<ModelAnnotation> annotate(const std::string&, const std::filesystem::path&, const std::filesystem::path&, const Progress&,
                                     std::stop_token) override
    {
        return no();
    }
    Result<StepTrace> traceStep(const StepTraceRequest&, const Progress&, std::stop_token) override { return no(); }
    Result<LenetReport> trainLenet(const LenetRequest&, const Progress&, std::stop_token) override { return no(); }
    Result<std::vector<SoundReading>> readRecordings(const std::string&, const RecordingSet&, const Progress&, std::stop_token) override
    {
        return no();
    }
    Result<LenetReport> evaluateLenet(const std::filesystem::path&, const std::filesystem::path&, const std::string&) override
    {
        return no();
    }
    Result<TrainBenchmark> benchTrain(const RunConfig&, int, const Progress&, std::stop_token) override { return no(); }
    Result<DecodeBenchmark> benchDecode(const std::string&, int, std::stop_token) override { return no(); }

    FakeDecoder* decoder = nullptr;
    bool holdAtStart = false;
    std::atomic<int> opened = 0;  ///< models by openModel()

private:
    static Error no() { return Error{Errc::Unavailable, {"Not here.", {}}, {}}; }
};

}  // namespace sonoglyph
