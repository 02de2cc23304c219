// "Synthetic digits": a data set that needs no network, spoken by espeak-ng and drawn by us, made once and kept as files in the layout of
// the real ones, so that everything that reads those reads it.
//
//     CACHE/synthetic-1/mnist/                  12,000 and 2,000 images, the four IDX files
//     CACHE/synthetic-1/synthetic/recordings/   DIGIT_SPEAKER_INDEX.wav: 200 speakers, 2,000 recordings, 22,050 Hz, 16 bit
// The folder appears whole or not at all. Any thread; of several callers the second waits for the first.
#pragma once

#include <filesystem>
#include <stop_token>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace sonoglyph {

inline constexpr const char* syntheticName = "synthetic";  ///< DatasetConfig::name
inline constexpr int syntheticTrainImages = 12000, syntheticTestImages = 2000, syntheticSpeakers = 200;

/// In the user's cache folder.
std::filesystem::path syntheticFolder();

/// Makes it where it is not there yet: some ten seconds on two cores. Errors: those of speakDigits() and of writing, Cancelled.
Result<void> ensureSyntheticDigits(const Progress& progress, const std::stop_token& stop, int threads);

}  // namespace sonoglyph
