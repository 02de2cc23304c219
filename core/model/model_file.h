// Model files: reading, writing, and finding them by name.
//
// A model file is a safetensors file whose metadata key "sonoglyph" holds JSON: `format` (1, 2 with weights of 4 bits, 3 with packed ones),
// `kind` "model" (an audio-to-image model), "checkpoint" (a model with everything needed to go on training) or "lenet5", `config` (the
// RunConfig), `progress` {epoch, step}, `measured` {accuracy, accuracy_mean, diversity} on held-out pairs where known, `examples` (held-out
// recordings as the model hears them: held_out_examples.h), `note`, `versions`. Weights are float32, or small ones (small_weights.h). The
// training recordings as the model hears them may lie beside (training_reference.h). Any thread may call any function.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "core/model/classifier.h"
#include "core/model/lenet5.h"
#include "core/model/small_weights.h"
#include "core/model/state.h"
#include "core/model/training_reference.h"
#include "core/model/vae.h"
#include "core/session/decoder.h"

namespace sonoglyph {

inline constexpr int modelFormat = 3;  ///< the newest that this version reads

/// What is said of a model in its file, beside the tensors.
struct ModelDescription {
    std::string kind = "model";
    RunConfig config;
    int epoch = 0;
    std::int64_t step = 0;
    double accuracy = 0, accuracyMean = 0, diversity = 0;  ///< held-out pairs; 0: not measured
    std::vector<ExampleCode> examples;
    std::string note;      ///< how it was made, one line
    nlohmann::json extra;  ///< of a checkpoint: what else is needed to go on
};

struct OpenModelFile {
    SafetensorsFile file;
    ModelDescription description;
    std::filesystem::path path;
};

/// Reads and checks the description. Errors: those of SafetensorsFile; Corrupt (not one of our files), NewerFormat (both numbers named).
Result<OpenModelFile> openModelFile(const std::filesystem::path& file);

/// What the header of a file says of a model that draws; reads nothing else, so parameters and reference stay 0. Errors: those of
/// readSafetensorsHeader(), Corrupt, NewerFormat, Incompatible (it holds no model that draws).
Result<ModelInfo> describeModel(const std::filesystem::path& file);

Result<void> writeModelFile(const std::filesystem::path& file, const TensorDict& tensors, const ModelDescription& description,
                            Precision precision = Precision::Float32);

/// Tensors with small weights turned back to float32. May share memory with `file`.
TensorDict dequantised(const SafetensorsFile& file);

struct LoadedModel {
    Vae vae{nullptr};  ///< in evaluation mode
    ModelInfo info;
    ModelDescription description;
    std::optional<TrainingReference> reference;
};

/// The network that `description` tells of, with `tensors` as its weights. `name` and `file` go into the info and into errors.
/// Errors: Incompatible.
Result<LoadedModel> makeModel(const TensorDict& tensors, ModelDescription description, const std::string& name,
                              const std::filesystem::path& file);

/// The file of a model, whatever it draws or hears. `name`: a model or checkpoint file, a run folder (its best checkpoint, else its
/// latest), or a built-in name. Errors: those of openModelFile(), NotFound, Incompatible (no model, but e.g. a LeNet-5).
Result<OpenModelFile> openModelNamed(const std::string& name);

/// A model that draws. Errors: also Incompatible for a classifier.
Result<LoadedModel> loadModel(OpenModelFile opened);
Result<LoadedModel> loadModel(const std::string& name);

/// In evaluation mode. Errors: Incompatible where the file holds no classifier.
Result<Classifier> loadClassifier(const OpenModelFile& opened);

/// The built-in LeNet-5, or the one in `file`.
Result<Lenet5> loadLenet5(const std::filesystem::path& file = {});

/// Where `name` lies: see loadModel().
Result<std::filesystem::path> findModel(const std::string& name);

/// The folder of the built-in models, which are named after their files without ".safetensors".
std::filesystem::path builtinModelFolder();

}  // namespace sonoglyph
