// Grey PNG files (ISO/IEC 15948), written with zlib: previews, grids and spectrograms that any viewer opens. Equal images give equal bytes.
// Any thread may call any function.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/base/byte_image.h"
#include "core/base/result.h"

namespace sonoglyph {

/// Keywords of 1 to 79 printable ASCII characters and their UTF-8 texts, e.g. {"Software", "Sonoglyph"}: what the image was made from.
using PngText = std::map<std::string, std::string>;

/// The bytes of a PNG file. Errors: BadOption (the image is empty, a keyword that PNG does not allow).
Result<std::string> encodePng(const ByteImage& image, const PngText& text = {});

/// Writes the file, replacing it whole. Errors: those of encodePng() and replaceFile().
Result<void> writePng(const std::filesystem::path& file, const ByteImage& image, const PngText& text = {});

}  // namespace sonoglyph
