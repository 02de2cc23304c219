#include "core/latent/latent_effect.h"

#include <algorithm>
#include <cstdlib>

namespace sonoglyph {

std::vector<std::vector<float>> effectCodes(const std::vector<float>& code, float step)
{
    std::vector<std::vector<float>> codes(1 + 2 * code.size(), code);
    for (std::size_t d = 0; d < code.size(); ++d) {
        codes[1 + 2 * d][d] -= step;
        codes[2 + 2 * d][d] += step;
    }
    return codes;
}

LatentEffects effectsOf(std::span<const ByteImage> images)
{
    LatentEffects out;
    if (images.size() < 3 || images.size() % 2 == 0 || images.front().empty()) return out;
    const int width = images.front().width, height = images.front().height;
    const auto fits = [&](const ByteImage& image) { return !image.empty() && image.width == width && image.height == height; };
    if (!std::all_of(images.begin(), images.end(), fits)) return out;
    out.width = width;
    out.height = height;
    const auto pixels = std::size_t(width) * std::size_t(height);
    for (std::size_t i = 1; i < images.size(); i += 2) {
        std::vector<float> map(pixels);
        std::int64_t sum = 0;
        for (std::size_t p = 0; p < pixels; ++p) {
            const int here = images[0].pixels.get()[p], down = images[i].pixels.get()[p], up = images[i + 1].pixels.get()[p];
            const int change = std::abs(up - here) + std::abs(down - here);
            sum += change;
            map[p] = float(up < down ? -change : change) / (2 * 255);
        }
        out.change.push_back(double(sum) / (2 * 255) / double(pixels));
        out.maps.push_back(std::move(map));
    }
    return out;
}

}  // namespace sonoglyph
