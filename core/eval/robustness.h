// Whether a digit is read the same when it was said more softly or in a noisy room.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include <torch/types.h>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/paired_dataset.h"
#include "core/session/evaluation.h"

namespace sonoglyph {

/// [N, 1, 48, 48] spectrograms to [N] digits (int64).
using DigitReader = std::function<torch::Tensor(const torch::Tensor& spectrograms)>;

/// Has `read` read every held-out recording as it is and changed: played 30 dB softer into 16 bits; with white, and with pink noise all
/// along, 20 dB below the mean power of the word (findWord()). `seed` of the noise. Errors: Cancelled, those of readWaveforms().
Result<std::vector<RobustnessReading>> measureRobustness(const DigitReader& read, const PairedDataset& dataset, std::uint64_t seed,
                                                         const Progress& progress, const std::stop_token& stop);

}  // namespace sonoglyph
