#include "core/session/engine.h"

#include <algorithm>
#include <map>
#include <mutex>

#include <ATen/Parallel.h>
#include <link.h>
#include <torch/cuda.h>
#include <torch/utils.h>
#include <torch/version.h>

#include "core/base/parallel.h"
#include "core/eval/evaluation.h"
#include "core/eval/recording_reader.h"
#include "core/eval/robustness.h"
#include "core/eval/step_trace.h"
#include "core/model/discriminator.h"
#include "core/model/held_out_examples.h"
#include "core/model/initialise.h"
#include "core/model/judge.h"
#include "core/model/model_file.h"
#include "core/model/state.h"
#include "core/session/bench.h"
#include "core/session/decoder_service.h"
#include "core/session/evaluation_details.h"
#include "core/session/latent_study.h"
#include "core/session/torch_decoder.h"
#include "core/session/trained_data.h"
#include "core/session/training_session.h"
#include "core/train/batches.h"
#include "core/train/lenet_trainer.h"
#include "core/train/placement.h"
#include "core/train/threads.h"

namespace sonoglyph {

namespace {

/// The file that multiplies matrices for LibTorch, links resolved; "unknown" where none of the usual names is loaded.
std::string blasLibrary()
{
    std::string found = "unknown";
    dl_iterate_phdr(
        [](dl_phdr_info* library, std::size_t, void* out) {
            const std::string file = library->dlpi_name;
            const std::string name = std::filesystem::path(file).filename().string();
            if (!name.starts_with("libblas.") && !name.starts_with("libopenblas") && !name.starts_with("libmkl_rt")) return 0;
            std::error_code ignored;
            *static_cast<std::string*>(out) = std::filesystem::canonical(file, ignored).string();
            return 1;
        },
        &found);
    return found;
}

/// The reference BLAS of Debian multiplies 40 times slower than OpenBLAS and is what a system has that nobody looked after.
bool isReferenceBlas(const std::string& library) { return library.find("/blas/libblas.so") != std::string::npos; }

Precision precisionOf(StoredWeights weights)
{
    switch (weights) {
    case StoredWeights::Int8:
        return Precision::Int8;
    case StoredWeights::Int4:
        return Precision::Int4;
    case StoredWeights::Int3:
        return Precision::Int3;
    case StoredWeights::Float32:
        break;
    }
    return Precision::Float32;
}

template <class Work>
auto guarded(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const c10::Error& e) {
        return Error{Errc::Internal, {SONOGLYPH_TEXT("core", "LibTorch could not do this."), {}}, e.what_without_backtrace()};
    } catch (const std::bad_alloc&) {
        return Error{Errc::OutOfMemory, {SONOGLYPH_TEXT("core", "There is not enough memory for this."), {}}};
    } catch (const std::exception& e) {
        return Error{Errc::Internal, {SONOGLYPH_TEXT("core", "Something unexpected went wrong."), {}}, e.what()};
    }
}

Result<Evaluation> withRobustness(Result<Evaluation> evaluation, const EvaluationRequest& request, const DigitReader& read,
                                  const PairedDataset& dataset, const Progress& progress, const std::stop_token& stop)
{
    if (!evaluation || !request.robustness) return evaluation;
    auto measured = measureRobustness(read, dataset, request.seed, progress, stop);
    if (!measured) return measured.error();
    evaluation->robustness = std::move(*measured);
    return evaluation;
}

/// With what model it is of.
Result<Evaluation> withOrigin(Result<Evaluation> evaluation, const std::string& fingerprint, const RunConfig& config)
{
    if (!evaluation || !evaluation->details) return evaluation;
    auto details = std::make_shared<EvaluationDetails>(*evaluation->details);
    details->fingerprint = fingerprint;
    details->config = config;
    details->config->data.folder.clear();
    evaluation->details = std::move(details);
    return evaluation;
}

/// The network first: what is wrong with it shows before the data set is read.
template <class OpenDataset>
Result<Evaluation> evaluateHearing(const OpenModelFile& opened, const EvaluationRequest& request, const OpenDataset& openData,
                                   const Progress& progress, const std::stop_token& stop)
{
    auto net = loadClassifier(opened);
    if (!net) return net.error();
    const auto dataset = openData();
    if (!dataset) return dataset.error();
    const auto read = [&](const torch::Tensor& spectrograms) { return (*net)->forward(spectrograms).argmax(1); };
    auto heard =
        withOrigin(evaluateClassifier(*net, Batches(**dataset), stop, request.details), fingerprint(**net), opened.description.config);
    return withRobustness(std::move(heard), request, read, **dataset, progress, stop);
}

template <class OpenDataset>
Result<Evaluation> evaluateDrawing(OpenModelFile opened, const EvaluationRequest& request, const DatasetConfig& data,
                                   const OpenDataset& openData, const Progress& progress, const std::stop_token& stop)
{
    auto model = loadModel(std::move(opened));
    if (!model) return model.error();
    auto judge = loadJudge(request.lenet, data);
    if (!judge) return judge.error();
    const auto dataset = openData();
    if (!dataset) return dataset.error();
    Vae& vae = model->vae;
    const auto reader = [&](const torch::Tensor& spectrograms) {
        return (*judge)->forward(vae->decode(vae->encode(spectrograms).mean)).argmax(1);
    };
    auto read = evaluate(vae, &*judge, Batches(**dataset), request.seed, progress, stop, request.details);
    read = withOrigin(std::move(read), model->info.fingerprint, model->description.config);
    return withRobustness(std::move(read), request, reader, **dataset, progress, stop);
}

/// The discriminator that a checkpoint of AIVAEGAN holds; null where the file holds none.
Result<Discriminator> discriminatorIn(const OpenModelFile& opened)
{
    const TensorDict tensors = dequantised(opened.file);
    const bool there = std::any_of(tensors.begin(), tensors.end(), [](const auto& t) { return t.first.starts_with("discriminator."); });
    if (!there) return Discriminator{nullptr};
    Discriminator discriminator = makeSeeded(0, [] { return Discriminator(); });
    if (auto restored = restore(*discriminator, tensors, opened.path, "discriminator."); !restored) return restored.error();
    return discriminator;
}

class TorchEngine : public Engine {
public:
    TorchEngine() { setThreads(0); }

    EngineInfo info() const override
    {
        EngineInfo out;
        out.torchVersion = TORCH_VERSION;
        out.blas = blasLibrary();
        out.threads = at::get_num_threads();
        out.devices = {"cpu"};
        if (torch::cuda::is_available()) out.devices.emplace_back("cuda");
        if (isReferenceBlas(out.blas))
            out.warning =
                Message{SONOGLYPH_TEXT("core", "Matrices are multiplied by the slow reference BLAS (%1). Install libopenblas0-openmp: "
                                               "training becomes many times faster."),
                        {out.blas}};
        return out;
    }

    void setThreads(int threads) override { at::set_num_threads(allowedThreads(threadCount(threads))); }

    std::vector<ModelKind> trainableModels() const override { return {ModelKind::Aivae, ModelKind::Aivaegan}; }

    std::vector<BuiltinModel> builtinModels() const override
    {
        std::vector<BuiltinModel> out;
        std::error_code ignored;
        for (const auto& entry : std::filesystem::directory_iterator(builtinModelFolder(), ignored)) {
            if (entry.path().extension() != ".safetensors") continue;
            if (auto info = describeModel(entry.path())) out.push_back({entry.path().stem().string(), entry.path(), std::move(*info)});
        }
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
        return out;
    }

    std::unique_ptr<DecoderService> makeDecoder(DecoderListener& listener) override
    {
        return makeDecoderService(listener, [this](const std::string& model) { return openModel(model); });
    }

    Result<std::unique_ptr<TrainingSession>> train(const RunConfig& config, const std::filesystem::path& run,
                                                   TrainObserver& observer) override
    {
        if (const auto wrong = validate(config); !wrong.empty()) return Error{Errc::BadOption, wrong.front().message, wrong.front().field};
        if (auto there = requireDevice(config.device); !there) return there.error();
        if (auto known = imagesOf(resolved(config.data)); !known) return known.error();
        auto folder = RunFolder::create(run, config);
        if (!folder) return folder.error();
        return begin(std::move(*folder), observer);
    }

    Result<std::unique_ptr<TrainingSession>> resume(const std::filesystem::path& run, TrainObserver& observer,
                                                    const std::string& device) override
    {
        if (!device.empty())
            if (auto there = requireDevice(device); !there) return there.error();
        auto folder = RunFolder::openForWriting(run);
        if (!folder) return folder.error();
        RunConfig config = folder->config();
        if (!device.empty())
            config.device = device;
        else if (!requireDevice(config.device))
            config.device = "cpu";
        if (config != folder->config())
            if (auto written = folder->writeConfig(config); !written) return written.error();
        return begin(std::move(*folder), observer);
    }

    Result<std::unique_ptr<Decoder>> openModel(const std::string& model) override
    {
        return guarded([&]() -> Result<std::unique_ptr<Decoder>> {
            if (auto live = liveModel(model)) return TorchDecoder::of(std::move(*live));
            return TorchDecoder::open(model);
        });
    }

    Result<Evaluation> evaluate(const EvaluationRequest& request, const Progress& progress, std::stop_token stop) override
    {
        return guarded([&]() -> Result<Evaluation> {
            auto opened = openModelNamed(request.model);
            if (!opened) return opened.error();
            const RunConfig trained = opened->description.config;
            DatasetConfig data = request.data ? *request.data : trainedOn(trained, request.folder);
            data.spectrogram = trained.data.spectrogram;
            const auto dataset = [&] { return openDataset(data, progress, stop, 0); };
            return trained.model == ModelKind::Classifier ? evaluateHearing(*opened, request, dataset, progress, stop)
                                                          : evaluateDrawing(std::move(*opened), request, data, dataset, progress, stop);
        });
    }

    Result<LatentMap> mapCodes(const MapRequest& request, const Progress& progress, std::stop_token stop) override
    {
        return guarded([&]() -> Result<LatentMap> {
            auto model = modelThatDraws(request.model);
            if (!model) return model.error();
            return studyCodes(std::move(*model), request, progress, stop);
        });
    }

    Result<ZeroingCurve> zeroingCurve(const ZeroingRequest& request, const Progress& progress, std::stop_token stop) override
    {
        return guarded([&]() -> Result<ZeroingCurve> {
            auto model = modelThatDraws(request.data.model);
            if (!model) return model.error();
            return studyZeroing(std::move(*model), request, progress, stop);
        });
    }

    Result<void> exportModel(const std::string& model, const std::filesystem::path& out, StoredWeights weights,
                             const std::string& note) override
    {
        return guarded([&]() -> Result<void> {
            auto loaded = loadModel(model);
            if (!loaded) return loaded.error();
            ModelDescription d = loaded->description;
            d.kind = "model";
            d.extra = nullptr;
            d.note = note;
            d.config.data.folder.clear();  // a path of this machine means nothing on another
            TensorDict tensors = stateOf(*loaded->vae);
            if (loaded->reference) tensors.merge(loaded->reference->tensors());
            return writeModelFile(out, tensors, d, precisionOf(weights));
        });
    }

    Result<ModelAnnotation> annotate(const std::string& model, const std::filesystem::path& out, const std::filesystem::path& folder,
                                     const Progress& progress, std::stop_token stop) override
    {
        return guarded([&]() -> Result<ModelAnnotation> {
            auto loaded = loadModel(model);
            if (!loaded) return loaded.error();
            ModelDescription d = loaded->description;
            const DatasetConfig data = trainedOn(d.config, folder);
            auto judge = loadJudge({}, data);
            if (!judge) return judge.error();
            const auto dataset = openDataset(data, progress, stop, 0);
            if (!dataset) return dataset.error();
            const Batches batches(**dataset);
            auto evaluation = sonoglyph::evaluate(loaded->vae, &*judge, batches, 1, progress, stop);
            if (!evaluation) return evaluation.error();
            d.accuracy = evaluation->accuracy;
            d.accuracyMean = evaluation->accuracyMean;
            d.diversity = evaluation->diversity;
            d.examples = heldOutExamples(loaded->vae, **dataset, batches.spectrograms());
            const auto reference = TrainingReference::of(loaded->vae, batches.referenceSpectrograms(mostReferenceRecordings));
            const auto file = SafetensorsFile::read(loaded->info.file);
            if (!file) return file.error();
            TensorDict tensors = tensorsOf(*file);
            for (const auto& [name, tensor] : reference.tensors()) tensors[name] = tensor;
            if (auto written = writeModelFile(out, tensors, d); !written) return written.error();
            return ModelAnnotation{reference.recordings(), int(d.examples.size()), std::move(*evaluation)};
        });
    }

    Result<StepTrace> traceStep(const StepTraceRequest& request, const Progress& progress, std::stop_token stop) override
    {
        return guarded([&]() -> Result<StepTrace> {
            auto opened = openModelNamed(request.model);
            if (!opened) return opened.error();
            auto discriminator = discriminatorIn(*opened);
            if (!discriminator) return discriminator.error();
            auto model = loadModel(std::move(*opened));
            if (!model) return model.error();
            const auto dataset = openDataset(trainedOn(model->description.config, request.folder), progress, stop, 0);
            if (!dataset) return dataset.error();
            Discriminator& judge = *discriminator;
            return sonoglyph::traceStep(model->vae, judge ? &judge : nullptr, model->description, **dataset, request);
        });
    }

    Result<std::vector<SoundReading>> readRecordings(const std::string& model, const RecordingSet& set, const Progress& progress,
                                                     std::stop_token stop) override
    {
        return guarded([&]() -> Result<std::vector<SoundReading>> {
            auto opened = openModelNamed(model);
            if (!opened) return opened.error();
            return sonoglyph::readRecordings(std::move(*opened), set, progress, stop);
        });
    }

    Result<LenetReport> trainLenet(const LenetRequest& request, const Progress& progress, std::stop_token stop) override
    {
        return guarded([&] { return trainLenet5(request, progress, stop); });
    }

    Result<LenetReport> evaluateLenet(const std::filesystem::path& lenet, const std::filesystem::path& folder,
                                      const std::string& dataset) override
    {
        return guarded([&]() -> Result<LenetReport> {
            DatasetConfig config;
            config.name = dataset;
            config.folder = folder;
            config = resolved(config);
            auto net = loadJudge(lenet, config);
            if (!net) return net.error();
            const auto source = imagesOf(config);
            if (!source) return source.error();
            auto images = readMnist(source->folder, MnistPart::Test);
            if (!images) return images.error();
            return readImages(*net, *images);
        });
    }

    Result<TrainBenchmark> benchTrain(const RunConfig& config, int steps, const Progress& progress, std::stop_token stop) override
    {
        if (const auto wrong = validate(config); !wrong.empty()) return Error{Errc::BadOption, wrong.front().message, wrong.front().field};
        if (auto there = requireDevice(config.device); !there) return there.error();
        return guarded([&] { return measureTraining(config, steps, progress, stop); });
    }

    Result<DecodeBenchmark> benchDecode(const std::string& model, int repeats, std::stop_token stop) override
    {
        return guarded([&]() -> Result<DecodeBenchmark> {
            auto decoder = TorchDecoder::open(model);
            if (!decoder) return decoder.error();
            return measureDecoding(**decoder, repeats, stop);
        });
    }

private:
    std::unique_ptr<TrainingSession> begin(RunFolder folder, TrainObserver& observer)
    {
        auto snapshot = std::make_shared<WeightSnapshot>();
        {
            std::lock_guard lock(mutex_);
            std::erase_if(live_, [](const auto& entry) { return entry.second.expired(); });
            live_[std::filesystem::weakly_canonical(folder.folder())] = snapshot;
        }
        return startTraining(std::move(folder), observer, std::move(snapshot));
    }

    Result<LoadedModel> modelThatDraws(const std::string& model)
    {
        if (auto live = liveModel(model)) return std::move(*live);
        return loadModel(model);
    }

    /// The present weights, where `model` is the folder of a run that trains in this process.
    std::optional<LoadedModel> liveModel(const std::string& model)
    {
        std::error_code ignored;
        const auto folder = std::filesystem::weakly_canonical(model, ignored);
        std::shared_ptr<WeightSnapshot> snapshot;
        {
            std::lock_guard lock(mutex_);
            if (const auto found = live_.find(folder); found != live_.end()) snapshot = found->second.lock();
        }
        if (!snapshot) return std::nullopt;
        return snapshot->open(folder.filename().string(), folder);
    }

    std::mutex mutex_;
    std::map<std::filesystem::path, std::weak_ptr<WeightSnapshot>> live_;  ///< of the sessions that exist, by their run folder
};

}  // namespace

}  // namespace sonoglyph

extern "C" __attribute__((visibility("default"))) sonoglyph::Engine* sonoglyph_engine()
{
    static sonoglyph::TorchEngine engine;
    return &engine;
}
