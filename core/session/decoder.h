// The decoder service: hears spectrograms, draws images, reads them. It has a thread of its own and never touches a network in training.
//
// Requests are newest-wins: of several hear() (or several draw()) that arrive while one is being answered only the last is answered.
// All DecoderListener functions are called on the service's thread, one at a time; they must be cheap and must not throw. The listener
// must outlive the service.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/audio/spectrogram.h"
#include "core/base/byte_image.h"
#include "core/base/result.h"
#include "core/train/run_config.h"

namespace sonoglyph {

/// A loaded model, for people and for those who must prepare its input.
struct ModelInfo {
    std::string name;  ///< built-in name, or the file's name
    std::filesystem::path file;
    ModelKind kind = ModelKind::Aivae;
    int latent = 64;
    std::int64_t parameters = 0;
    SpectrogramParams spectrogram;  ///< what it must be fed with, rate resolved
    std::string dataset;            ///< what it was trained on
    std::string objective;          ///< what was minimised, with alpha: objectiveOf()
    std::int64_t steps = 0;         ///< that it was trained
    std::string note;               ///< how it was made, one line, may be empty
};

/// The posterior of one sound: paper section 3.1, q(z|x).
struct LatentCode {
    std::vector<float> mean;
    std::vector<float> logVariance;
};

/// What LeNet-5 (paper table 3) reads in an image. All zero where no LeNet-5 is there.
struct Reading {
    std::array<float, 10> probabilities{};
    int digit() const { return int(std::max_element(probabilities.begin(), probabilities.end()) - probabilities.begin()); }
};

struct Drawing {
    std::uint64_t request = 0;  ///< what hear() or draw() gave back
    ByteImage image;            ///< 28x28, white on black
    std::vector<float> z;       ///< what was decoded
    LatentCode code;            ///< of the sound; empty vectors in the answer to draw()
    Reading reading;
    double milliseconds = 0;  ///< encode, decode and read
};

/// A loaded model, used on one thread at a time.
class Decoder {
public:
    virtual ~Decoder() = default;
    virtual const ModelInfo& info() const = 0;
    /// A size x size network input. Decodes the posterior's mean, or with `sampleSeed` a sample of it. Errors: Incompatible (size).
    virtual Result<Drawing> hear(const Spectrogram& input, std::optional<std::uint64_t> sampleSeed = {}) = 0;
    /// Errors: Incompatible (`z` has not the model's latent size), BadOption (a value is not a number).
    virtual Result<Drawing> draw(const std::vector<float>& z) = 0;
};

class DecoderListener {
public:
    virtual ~DecoderListener() = default;
    virtual void onModel(const Result<ModelInfo>& model) = 0;
    virtual void onDrawing(const Result<Drawing>& drawing) = 0;
};

class DecoderService {
public:
    virtual ~DecoderService() = default;
    /// A model or checkpoint file, a run folder (the present weights where it trains in this process), or a built-in name. Answered by
    /// onModel(); on failure the model before stays.
    virtual void load(std::string model) = 0;
    /// A size x size network input; its posterior mean is decoded.
    virtual std::uint64_t hear(Spectrogram input) = 0;
    /// Decodes `z`, as many values as the model's latent size.
    virtual std::uint64_t draw(std::vector<float> z) = 0;
};

}  // namespace sonoglyph
