// A spectrogram as a picture and as a table: what people look at and what other programs read.
#pragma once

#include <string>

#include "core/audio/spectrogram.h"
#include "core/base/byte_image.h"

namespace sonoglyph {

/// One pixel a value, low frequencies at the bottom, loud is white.
ByteImage toByteImage(const Spectrogram& spectrogram);

/// One line a band, the lowest first; six decimals, separated by commas. The point is a point in every locale.
std::string toCsv(const Spectrogram& spectrogram);

}  // namespace sonoglyph
