// A data set ready to train on: images, spectrograms, split and pairs. Every image and spectrogram is in memory once, pairs are indices.
#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/dataset_config.h"
#include "core/data/mnist.h"
#include "core/data/pairing.h"
#include "core/data/recordings.h"
#include "core/data/spectrogram_cache.h"
#include "core/data/split.h"

namespace sonoglyph {

/// Never changed once opened; any thread may read.
struct PairedDataset {
    DatasetConfig config;           ///< with folder and rate resolved
    DigitImages trainImages;        ///< of MNIST 60,000
    DigitImages testImages;         ///< of MNIST 10,000
    RecordingSet recordings;        ///< the usable ones
    SpectrogramTable spectrograms;  ///< one a recording, same index
    Split split;                    ///< of the recordings
    Alignment alignment = Alignment::ManyToOne;
    std::vector<Pair> trainPairs;  ///< image: into trainImages; recording: one of split.train; random order
    std::vector<Pair> testPairs;   ///< image: into testImages; recording: one of split.test; random order
    std::vector<Message> notes;    ///< what a person should know: skipped files, labels without a recording, no cache
};

/// `config` with the labels of an own data set as they are described, an empty folder replaced by defaultDataFolder() and rate 0 by 8000 Hz
/// (fsdd, fsdd6, mixed and what they are mixed into) or 16000 Hz; synthetic has a folder of its own.
DatasetConfig resolved(DatasetConfig config);

/// Where the images of a data set lie, and how recordings are paired with them.
struct ImageSource {
    std::filesystem::path folder;  ///< four files named as MNIST's
    Alignment alignment = Alignment::ManyToOne;
};

/// `config` resolved. Errors: those of readOwnDataset().
Result<ImageSource> imagesOf(const DatasetConfig& config);

/// Errors: Incompatible where the images have more labels than the data set names.
Result<void> checkLabels(const ImageSource& source, const DatasetConfig& config, int labelsOfImages);

/// Reads everything; takes seconds the first time, then the spectrograms come from the cache (defaultCacheFolder()). `threads` 0: as many
/// as there are cores. Errors: those of the parts (NotFound, Corrupt, BadOption, Incompatible, ...), Cancelled.
Result<std::shared_ptr<const PairedDataset>> openDataset(const DatasetConfig& config, const Progress& progress, std::stop_token stop,
                                                         int threads);

}  // namespace sonoglyph
