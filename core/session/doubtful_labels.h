// Recordings that a model reads as something else than their label says, and is sure of: a person should listen to them. No LibTorch.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/recordings.h"
#include "core/session/decoder.h"

namespace sonoglyph {

struct DoubtfulLabel {
    std::uint32_t recording = 0;  ///< index
    int read = 0;                 ///< what LeNet-5 reads in the image that the model draws
    float confidence = 0;         ///< its probability, 0 to 1
};

/// Below this the reading is too unsure to doubt a label.
inline constexpr float sureReading = 0.9F;

/// Hears every recording on the caller's thread; what cannot be read is left out. The surest come first. A model is wrong more often than
/// a data set: on recordings that it learned from it may have learned a wrong label too. Errors: Cancelled, those of Decoder::hear().
Result<std::vector<DoubtfulLabel>> findDoubtfulLabels(Decoder& decoder, std::span<const Recording> recordings, const Progress& progress,
                                                      const std::stop_token& stop);

}  // namespace sonoglyph
