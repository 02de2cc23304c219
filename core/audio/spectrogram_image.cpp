#include "core/audio/spectrogram_image.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sonoglyph {

ByteImage toByteImage(const Spectrogram& spectrogram)
{
    const auto pixels = std::make_shared<std::vector<std::uint8_t>>();
    pixels->reserve(spectrogram.values.size());
    for (int band = spectrogram.bands - 1; band >= 0; --band)
        for (int frame = 0; frame < spectrogram.frames; ++frame)
            pixels->push_back(std::uint8_t(std::lround(255 * std::clamp(spectrogram.at(band, frame), 0.0F, 1.0F))));
    return {spectrogram.frames, spectrogram.bands, {pixels, pixels->data()}};
}

std::string toCsv(const Spectrogram& spectrogram)
{
    std::string out;
    std::array<char, 32> digits;
    for (int band = 0; band < spectrogram.bands; ++band) {
        for (int frame = 0; frame < spectrogram.frames; ++frame) {
            const auto end = std::to_chars(digits.begin(), digits.end(), spectrogram.at(band, frame), std::chars_format::fixed, 6).ptr;
            out.append(digits.begin(), end);
            out += frame + 1 < spectrogram.frames ? ',' : '\n';
        }
    }
    return out;
}

}  // namespace sonoglyph
