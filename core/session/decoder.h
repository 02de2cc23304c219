// The decoder service: hears spectrograms, draws images, reads them. It has a thread of its own and never touches a network in training.
//
// Requests are newest-wins: of several hear() (or draw(), or drawPosterior()) that arrive while one is being answered only the last is
// answered; drawFilm() likewise in each of its lanes. Films and occlude() are drawn in parts, between which everything else is served. A
// model is loaded on a second thread while the one before goes on answering. All DecoderListener functions are called on the service's
// thread, one at a time; they must be cheap and must not throw. The listener must outlive the service.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/audio/spectrogram.h"
#include "core/base/byte_image.h"
#include "core/base/result.h"
#include "core/session/occlusion.h"
#include "core/train/run_config.h"

namespace sonoglyph {

/// The posterior of one sound: paper section 3.1, q(z|x).
struct LatentCode {
    std::vector<float> mean;
    std::vector<float> logVariance;
};

/// A held-out recording as a model hears it, kept in its file: what it draws can be seen where the recording is not.
struct ExampleCode {
    std::string recording;  ///< file name, e.g. "7_theo_23.wav"
    int label = 0;          ///< what is said
    LatentCode code;
};

/// How the images of a model were read on held-out pairs: see Evaluation.
struct ModelMeasure {
    double accuracy = 0, accuracyMean = 0;  ///< 0 to 1, from samples of z and from its mean
    double diversity = 0;                   ///< deviation of a pixel among images of one label
};

/// A loaded model, for people and for those who must prepare its input.
struct ModelInfo {
    std::string name;  ///< built-in name, or the file's name
    std::filesystem::path file;
    ModelKind kind = ModelKind::Aivae;
    int latent = 64;
    std::int64_t parameters = 0;
    SpectrogramParams spectrogram;  ///< what it must be fed with, rate resolved
    std::string dataset;            ///< what it was trained on
    Labels labels = digitLabels();  ///< of that
    std::string objective;          ///< what was minimised, with alpha: objectiveOf()
    std::int64_t steps = 0;         ///< that it was trained
    std::string note;               ///< how it was made, one line, may be empty
    double alpha = 1;               ///< weight of the reconstruction term
    std::string split = "random";   ///< which recordings were held out from it: core/data/split.h
    std::uint64_t dataSeed = 1;     ///< of the split
    int reference = 0;              ///< training recordings that it can compare a sound with; 0: none
    int epoch = 0;                  ///< epochs completed when it was written
    std::vector<ExampleCode> examples;
    /// SHA-256 of the biases: tells models apart whose names are alike, and is the same for one model in weights of any size, whose codes
    /// mean the same. Empty where only the header was read.
    std::string fingerprint;
    std::optional<ModelMeasure> measured;  ///< none where nobody did
};

/// What LeNet-5 (paper table 3) reads in an image.
struct Reading {
    std::vector<float> probabilities;      ///< of each label; empty where nobody reads
    std::shared_ptr<const Labels> labels;  ///< their names; null: the digits
    /// The most probable label; -1 where nobody reads.
    int label() const
    {
        return probabilities.empty() ? -1 : int(std::max_element(probabilities.begin(), probabilities.end()) - probabilities.begin());
    }
    /// Its name; empty where nobody reads.
    std::string name() const { return probabilities.empty() ? std::string() : names()[std::size_t(label())]; }
    const Labels& names() const { return labels ? *labels : digitLabels(); }
    /// Of the most probable; 0 where nobody reads.
    double sure() const { return probabilities.empty() ? 0 : double(probabilities[std::size_t(label())]); }
};

/// How far a sound lies from the recordings that a model was trained on (core/model/training_reference.h).
struct TrainingDistance {
    double distance = 0;  ///< to the nearest of them, in standard deviations of the posterior
    double share = 0;     ///< of those recordings that lie nearer to one another than this, 0 to 1
};

struct Drawing {
    std::uint64_t request = 0;  ///< what hear() or draw() gave back
    ByteImage image;            ///< 28x28, white on black
    std::vector<float> z;       ///< what was decoded
    LatentCode code;            ///< of the sound; empty vectors in the answer to draw()
    Reading reading;
    std::optional<TrainingDistance> distance;  ///< of the sound; none where the model does not know its training recordings
    double milliseconds = 0;                   ///< encode, decode and read
};

/// What of a posterior is to be drawn.
struct PosteriorRequest {
    LatentCode code;
    double spread = 1;       ///< z = mean + spread * deviation * noise; 0 to 3, 1 is the posterior itself
    std::uint64_t seed = 1;  ///< of the noise: with the same seed the same draws, whatever code and spread
    int draws = 64;          ///< for the deviation, at least 2
    int shown = 16;          ///< of them become pictures, the first ones
};

/// The images that one sound leaves open.
struct PosteriorPicture {
    std::uint64_t request = 0;     ///< what drawPosterior() gave back
    ByteImage mean;                ///< drawn from the mean of z
    int width = 0, height = 0;     ///< of every image
    std::vector<float> deviation;  ///< of each pixel over all draws, rows from the top, 0 to 0.5
    std::vector<Drawing> draws;    ///< those to be shown; without code
    double spread = 0;             ///< as asked
    double milliseconds = 0;
};

/// Many codes to be drawn: a strip, a grid, the steps of a slow change.
struct FilmRequest {
    int lane = 0;  ///< who asks, any number: of one lane the newest is answered
    std::vector<std::vector<float>> codes;
};

struct Film {
    std::uint64_t request = 0;  ///< what drawFilm() gave back
    int lane = 0;
    std::vector<Drawing> frames;  ///< of each code what draw() makes of it, bit by bit
    double milliseconds = 0;      ///< drawing alone, without what came between
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
    /// All draws in one batch. Errors: Incompatible (the code has not the model's latent size), BadOption (a value is not a number or out
    /// of range).
    virtual Result<PosteriorPicture> drawPosterior(const PosteriorRequest& request) = 0;
    /// The images `first` to `first` + `count` - 1 of an occlusion, or as many as there are, in one batch; each is drawn from the mean of
    /// its posterior, as hear() does. Errors: Incompatible (size), BadOption (grid, or `first` is behind the last).
    virtual Result<OcclusionPart> drawHidden(const OcclusionRequest& request, int first, int count) = 0;
};

class DecoderListener {
public:
    virtual ~DecoderListener() = default;
    virtual void onModel(const Result<ModelInfo>& model) = 0;
    virtual void onDrawing(const Result<Drawing>& drawing) = 0;
    virtual void onPosterior(const Result<PosteriorPicture>& picture) { (void)picture; }
    virtual void onOcclusion(const Result<OcclusionPart>& part) { (void)part; }
    virtual void onFilm(const Result<Film>& film) { (void)film; }
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
    /// Draws a cloud of images around the mean of a code; served after hear() and draw(). Answered by onPosterior().
    virtual std::uint64_t drawPosterior(PosteriorRequest request) = 0;
    /// Served after those, image by image: draw() never waits for more than one. Lanes are served in the order in which they asked; a film
    /// that is being drawn is finished before a newer one of its lane. Answered by onFilm() once all of it is there, and not at all when
    /// another model comes meanwhile.
    virtual std::uint64_t drawFilm(FilmRequest request) = 0;
    /// Served last, in parts in the order of their images, each answered by onOcclusion(). It ends early, without a word, with the next
    /// occlude(), with stopOccluding() and when another model comes.
    virtual std::uint64_t occlude(OcclusionRequest request) = 0;
    virtual void stopOccluding() = 0;
};

}  // namespace sonoglyph
