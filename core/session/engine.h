// The one door into the LibTorch part of the core. The GUI loads the core library at run time, on a worker thread, once its window is up
// (LibTorch takes a second to load), and gets everything else from here.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/session/decoder.h"
#include "core/session/training.h"

namespace sonoglyph {

struct EngineInfo {
    std::string torchVersion;
    std::string blas;                  ///< the library that multiplies matrices, as far as it can be told
    int threads = 0;
    std::vector<std::string> devices;  ///< "cpu", and "cuda" where there is one
    std::optional<Message> warning;    ///< e.g. a slow BLAS, and what to install
};

struct BuiltinModel {
    std::string name;
    std::filesystem::path file;
};

/// Any thread may call any function.
class Engine {
public:
    virtual ~Engine() = default;
    virtual EngineInfo info() const = 0;
    virtual std::vector<BuiltinModel> builtinModels() const = 0;
    virtual std::unique_ptr<DecoderService> makeDecoder(DecoderListener& listener) = 0;
    /// Starts a new run in `run`, which must not exist or be empty. Errors that show before the thread starts (configuration, folder) are
    /// returned; later ones come by onFinished().
    virtual Result<std::unique_ptr<TrainingSession>> train(const RunConfig& config, const std::filesystem::path& run, TrainObserver& observer) = 0;
    /// Goes on with a stopped run from its latest checkpoint.
    virtual Result<std::unique_ptr<TrainingSession>> resume(const std::filesystem::path& run, TrainObserver& observer) = 0;
};

/// The factory function's type and its exported name (extern "C"). The engine lives until the process ends.
using EngineFactory = Engine* (*)();
inline constexpr const char* engineFactoryName = "sonoglyph_engine";

}  // namespace sonoglyph
