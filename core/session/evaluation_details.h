// What an evaluation knows beyond its sums: how every pair was read, by whom it was spoken, and images to look at. No LibTorch.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/byte_image.h"
#include "core/base/statistics.h"
#include "core/session/evaluation.h"
#include "core/train/run_config.h"

namespace sonoglyph {

/// How one held-out pair was read; of a classifier one held-out recording.
struct PairReading {
    std::uint32_t recording = 0;  ///< into EvaluationDetails::recordings
    std::uint8_t label = 0;       ///< spoken
    std::uint8_t read = 0;        ///< from a sample of z
    std::uint8_t readMean = 0;    ///< from its mean
};

struct SpeakerReading {
    std::string set, speaker;
    LabelReading reading;
};

/// A pair and what was drawn for it from a sample of z.
struct PairPicture {
    int label = 0;
    std::string recording;  ///< file name
    ByteImage real, drawn;
};

/// One cell of the confusion matrix, seen.
struct ReadExample {
    int spoken = 0, read = 0;
    std::string recording;  ///< file name
    ByteImage drawn;
};

/// What "the" image of a label is, three ways (the paper's archetypes).
struct Archetype {
    ByteImage real;         ///< mean of the training images
    ByteImage drawn;        ///< mean of what is drawn for held-out recordings, from means of z; empty where none is of this label
    ByteImage nearest;      ///< the training image that lies nearest to `drawn`
    int nearestIndex = -1;  ///< into the training images
    double distance = 0;    ///< between `drawn` and `nearest`: root of the mean squared difference of a pixel, 0 to 1
};

struct EvaluationDetails {
    std::string fingerprint;              ///< of the model
    std::string dataset, split;           ///< what it was evaluated on
    std::uint64_t seed = 1;               ///< of split and pairing
    std::optional<RunConfig> config;      ///< what the model was trained with, without a folder; none where this was read from a file
    std::vector<std::string> recordings;  ///< held out, file names
    std::vector<PairReading> pairs;       ///< in the data set's order
    std::vector<SpeakerReading> speakers;
    /// As Evaluation::diversity, of LeNet-5's 84 features instead of pixels.
    double featureDiversity = 0;
    /// Of images drawn from samples of z to the mean training image of their label: root of the mean squared difference of a pixel.
    double archetypeDistance = 0;
    std::vector<PairPicture> learned, heldOut;  ///< the first pairs of each part; their order is random
    std::vector<ReadExample> examples;          ///< at most 12 for each pair of labels
    std::vector<Archetype> archetypes;          ///< of each label; empty: a classifier's
};

/// Whether both were evaluated on the same pairs, so that they can be compared pair by pair.
bool samePairs(const EvaluationDetails& a, const EvaluationDetails& b);

/// The first's accuracy less the second's, images drawn from samples of z; those of samePairs() alone.
PairedDifference difference(const EvaluationDetails& a, const EvaluationDetails& b);

}  // namespace sonoglyph
