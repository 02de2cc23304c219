// The one door into the LibTorch part of the core. The GUI loads the core library at run time, on a worker thread, once its window is up
// (LibTorch takes a second to load), and gets everything else from here.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/session/benchmark.h"
#include "core/session/decoder.h"
#include "core/session/doubtful_labels.h"
#include "core/session/evaluation.h"
#include "core/session/latent_request.h"
#include "core/session/step_trace.h"
#include "core/session/training.h"

namespace sonoglyph {

struct EngineInfo {
    std::string torchVersion;
    std::string blas;  ///< the library that multiplies matrices, as far as it can be told
    int threads = 0;
    std::vector<std::string> devices;  ///< "cpu", and "cuda" where there is one
    std::optional<Message> warning;    ///< e.g. a slow BLAS, and what to install
};

/// The built-in model that is used where nobody chose one: trained for the microphone and voices it never heard.
inline constexpr const char* defaultModel = "aivae-voice";

struct BuiltinModel {
    std::string name;
    std::filesystem::path file;
    ModelInfo info{};  ///< what its header says: describeModel()
};

/// How a LeNet-5 is trained on the training images of a data set (paper section 5.2.2: Adam, 1e-3).
struct LenetRequest {
    std::filesystem::path folder;  ///< of the data; empty: defaultDataFolder()
    std::string dataset = "fsdd";  ///< whose images; the built-in ones have MNIST's
    std::filesystem::path out;     ///< model file; empty: of an own data set where it is looked for (core/data/own_dataset.h)
    int epochs = 20;
    int batch = 128;
    double learningRate = 1e-3;
    std::uint64_t seed = 1;
};

/// How well a LeNet-5 reads the test images of a data set.
struct LenetReport {
    std::int64_t examples = 0;
    double accuracy = 0;
    std::array<double, 2> interval{};  ///< Wilson, 95 %
    std::vector<double> perLabel;
    Confusion confusion;  ///< [true][read]
};

struct EvaluationRequest {
    std::string model;                  ///< as DecoderService::load()
    std::optional<DatasetConfig> data;  ///< none: the model's own; spectrogram parameters are always the model's
    std::filesystem::path folder;  ///< of the data, where `data` is none; empty: the model's own if it is there, else defaultDataFolder()
    std::filesystem::path lenet;   ///< empty: the one that reads this data set (core/model/judge.h)
    std::uint64_t seed = 1;        ///< of the samples of z, and of noise
    bool robustness = false;       ///< also with changed recordings, see core/eval/robustness.h
    bool details = false;          ///< also every pair's reading, speakers, and images: Evaluation::details
};

/// What annotate() has put into a model file.
struct ModelAnnotation {
    int reference = 0;  ///< training recordings
    int examples = 0;   ///< held-out recordings
    Evaluation evaluation;
};

enum class StoredWeights {
    Float32,
    Int8,  ///< a quarter of the size: 8 bits with a scale a row
    Int4,  ///< an eighth: 4 bits with a scale for 64 values, where a tensor is large
    Int3,  ///< a tenth: 3 bits with a scale for 64 values, where a tensor is very large
};

/// Any thread may call any function. What takes long says how far it is and asks for stop.
class Engine {
public:
    virtual ~Engine() = default;
    virtual EngineInfo info() const = 0;
    /// Threads of the arithmetic; 0: as many as there are cores. To be called once, before anything is computed.
    virtual void setThreads(int threads) = 0;
    virtual std::vector<ModelKind> trainableModels() const = 0;
    virtual std::vector<BuiltinModel> builtinModels() const = 0;
    virtual std::unique_ptr<DecoderService> makeDecoder(DecoderListener& listener) = 0;
    /// Starts a new run in `run`, which must not exist or be empty, on the device of the configuration. Errors that show before the thread
    /// starts (configuration, folder) are returned; later ones come by onFinished().
    virtual Result<std::unique_ptr<TrainingSession>> train(const RunConfig& config, const std::filesystem::path& run,
                                                           TrainObserver& observer) = 0;
    /// Goes on with a stopped run from its latest checkpoint. `device`: "cpu" or "cuda"; empty: where it was, or on the CPU where that
    /// device is not here. A notice tells of another device than before.
    virtual Result<std::unique_ptr<TrainingSession>> resume(const std::filesystem::path& run, TrainObserver& observer,
                                                            const std::string& device = {}) = 0;

    /// A model to decode with on the calling thread: what the command line uses.
    virtual Result<std::unique_ptr<Decoder>> openModel(const std::string& model) = 0;
    virtual Result<Evaluation> evaluate(const EvaluationRequest& request, const Progress& progress, std::stop_token stop) = 0;
    /// Hears every recording of a data set, whether held out or not; needs no MNIST. A few seconds for thousands of recordings once their
    /// spectrograms are in the cache. Errors: those of the model, of listRecordings() and of spectrogramsOf(), Incompatible (a model that
    /// draws nothing), Diverged (a code that is not a number), Cancelled.
    virtual Result<LatentMap> mapCodes(const MapRequest& request, const Progress& progress, std::stop_token stop) = 0;
    /// Errors: those of the model and of openDataset(), Incompatible (a model that draws nothing), BadOption (repeats or step below 1, a
    /// limit below 0), Cancelled.
    virtual Result<ZeroingCurve> zeroingCurve(const ZeroingRequest& request, const Progress& progress, std::stop_token stop) = 0;
    /// Writes the model alone (no optimiser state), e.g. to give it to others.
    virtual Result<void> exportModel(const std::string& model, const std::filesystem::path& out, StoredWeights weights,
                                     const std::string& note) = 0;
    /// Writes `model`, a file, again as `out` (which may be the same file), with what its data set tells of it: its training recordings as
    /// it hears them (core/model/training_reference.h), held-out ones as examples (core/model/held_out_examples.h), and how its images are
    /// read (evaluate() with seed 1). Its weights stay as they are. `folder` of the data; empty: the model's own if it is there, else
    /// defaultDataFolder(). Errors: those of the model and the data set, Incompatible (a model that draws nothing), Cancelled.
    virtual Result<ModelAnnotation> annotate(const std::string& model, const std::filesystem::path& out,
                                             const std::filesystem::path& folder, const Progress& progress, std::stop_token stop) = 0;
    /// One training step on one pair, taken apart; nothing is updated or written. Errors: those of the model and the data set, NotFound (no
    /// such pair), Cancelled.
    virtual Result<StepTrace> traceStep(const StepTraceRequest& request, const Progress& progress, std::stop_token stop) = 0;
    /// Every recording of `set` as `model`, one that draws or a classifier, reads it: core/eval/recording_reader.h.
    virtual Result<std::vector<SoundReading>> readRecordings(const std::string& model, const RecordingSet& set, const Progress& progress,
                                                             std::stop_token stop) = 0;
    virtual Result<LenetReport> trainLenet(const LenetRequest& request, const Progress& progress, std::stop_token stop) = 0;
    /// `lenet` empty: the one that reads this data set. Errors: those of loadJudge() and of the images.
    virtual Result<LenetReport> evaluateLenet(const std::filesystem::path& lenet, const std::filesystem::path& folder,
                                              const std::string& dataset = "fsdd") = 0;
    virtual Result<TrainBenchmark> benchTrain(const RunConfig& config, int steps, const Progress& progress, std::stop_token stop) = 0;
    virtual Result<DecodeBenchmark> benchDecode(const std::string& model, int repeats, std::stop_token stop) = 0;
};

/// The factory function's type and its exported name (extern "C"). The engine lives until the process ends.
using EngineFactory = Engine* (*)();
inline constexpr const char* engineFactoryName = "sonoglyph_engine";

}  // namespace sonoglyph
