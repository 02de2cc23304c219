// The whole configuration of a training run: what the form and the command line fill in, what config.json and every checkpoint hold.
//
// Knows no LibTorch. The rules of validate() are the ones the form shows as a person types and the command line enforces.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/data/augmentation_params.h"
#include "core/data/dataset_config.h"

namespace sonoglyph {

enum class ModelKind {
    Aivae,       ///< paper table 1: a variational autoencoder
    Aivaegan,    ///< paper table 2: with a discriminator
    Classifier,  ///< no image: hears the digit with an encoder of AIVAE's size, as the ceiling of what can be read
};

/// How the weights start. The default is a deviation from the paper, which says nothing: see the README's notes on reproduction.
enum class Initialisation {
    He,       ///< Kaiming normal, zero biases, heads at a tenth of it: does not collapse
    PyTorch,  ///< the framework's default: the posterior collapses within 100 steps
};

/// The generator's adversarial term (Goodfellow et al. 2014), D its image's probability of being real.
enum class Adversarial {
    NonSaturating,  ///< minimise -log D: learns also where the discriminator is sure
    Saturating,     ///< minimise log(1 - D), as printed in the paper (objective 3)
};

/// How a term of the objective is taken over the pixels of an image or over the latent dimensions; over the batch it is always the mean.
enum class Reduction {
    Sum,
    Mean,  ///< divided by 784 pixels or by the latent dimensions: alpha means something else
};

/// How Adam's learning rate moves over the steps of a run.
enum class RateSchedule {
    Constant,  ///< the paper's
    Cosine,    ///< falls to 0 at the last step, along half a wave (Loshchilov & Hutter 2017, without restarts)
};

struct RunConfig {
    ModelKind model = ModelKind::Aivae;
    DatasetConfig data;
    AugmentationParams augmentation;                       ///< of the training recordings; the paper's: none
    double alpha = 1.0;                                    ///< weight of the reconstruction term (paper, objective 4)
    Adversarial adversarial = Adversarial::NonSaturating;  ///< AIVAEGAN
    Reduction reconstructionReduction = Reduction::Sum;    ///< of binary cross-entropy over pixels
    std::optional<Reduction> klReduction;                  ///< over latent dimensions; none: the model's, see effectiveKlReduction()
    int latent = 64;                                       ///< size of z
    int batch = 128;                                       ///< pairs a step
    int epochs = 100;
    std::int64_t maxSteps = 0;  ///< 0: no limit but the epochs
    double learningRate = 0.0;  ///< Adam; 0: the paper's, 1e-3 for AIVAE and 2e-4 for AIVAEGAN
    RateSchedule rateSchedule = RateSchedule::Constant;
    std::uint64_t seed = 1;  ///< of initialisation, noise and shuffling
    Initialisation initialisation = Initialisation::He;
    bool standardise = true;         ///< spectrograms to mean 0, deviation 1 over the training set (a deviation from the paper)
    std::int64_t klWarmup = 2000;    ///< steps over which the weight of the KL term rises from 0 to 1; 0: none, the paper's
    std::int64_t previewEvery = 50;  ///< steps between two live reconstruction grids
    double checkpointMinutes = 10;   ///< between two checkpoints inside an epoch; 0: none there
    std::string device = "cpu";      ///< cpu or cuda
    int threads = 0;                 ///< 0: as many as there are cores

    bool operator==(const RunConfig&) const = default;

    double effectiveLearningRate() const;
    /// Adam's at `step`, 1 to `steps`.
    double learningRateAt(std::int64_t step, std::int64_t steps) const;
    Reduction effectiveKlReduction() const;

    // Losses are measured in nats, summed over pixels and dimensions; the objective weighs them so:
    double reconstructionWeight() const;  ///< alpha, and the reduction
    double klWeight() const;              ///< the reduction; the warm-up comes on top
};

/// Names as files and options spell them: "aivae", "aivaegan", "classifier"; "he", "pytorch"; "stretch", "pad";
/// "non-saturating", "saturating"; "sum", "mean"; "constant", "cosine".
std::string nameOf(ModelKind kind);
std::string nameOf(Initialisation initialisation);
std::string nameOf(TimeMode mode);
std::string nameOf(Adversarial adversarial);
std::string nameOf(Reduction reduction);
std::string nameOf(RateSchedule schedule);
Result<ModelKind> modelKind(const std::string& name);
Result<Initialisation> initialisation(const std::string& name);
Result<TimeMode> timeMode(const std::string& name);
Result<Adversarial> adversarial(const std::string& name);
Result<Reduction> reduction(const std::string& name);
Result<RateSchedule> rateSchedule(const std::string& name);

/// What is minimised, as a formula: alpha alone says nothing. Example: "-log D + 0.5 sum(BCE) + mean(KL)".
std::string objectiveOf(const RunConfig& config);

/// What is wrong with one field. `field` is the key in config.json, e.g. "batch" or "data.split".
struct FieldError {
    std::string field;
    Message message;
};

/// Every value out of range; empty where the run can start. Looks at no file.
std::vector<FieldError> validate(const RunConfig& config);

/// JSON with every field (nested: data, data.spectrogram, augmentation), keys spelled like the members. Reading refuses unknown keys, wrong
/// types and values that validate() refuses; missing keys keep their defaults.
nlohmann::json toJson(const RunConfig& config);
nlohmann::json toJson(const SpectrogramParams& params);
nlohmann::json toJson(const AugmentationParams& params);
Result<RunConfig> runConfigFromJson(const nlohmann::json& json);
Result<SpectrogramParams> spectrogramParamsFromJson(const nlohmann::json& json);

}  // namespace sonoglyph
