#include <algorithm>
#include <cmath>

#include "core/audio/spectrogram.h"

namespace sonoglyph {

namespace {

/// For each of `to` positions: which two of `from` it lies between, and how close it is to the second.
struct Step {
    std::size_t first, second;
    float share;
};

std::vector<Step> steps(int from, int to)
{
    std::vector<Step> out;
    out.reserve(std::size_t(to));
    for (int i = 0; i < to; ++i) {
        const double position = std::max(0.0, (i + 0.5) * from / to - 0.5);
        const int first = std::min(int(position), from - 1);
        out.push_back({std::size_t(first), std::size_t(std::min(first + 1, from - 1)), float(position - first)});
    }
    return out;
}

}  // namespace

Spectrogram resized(const Spectrogram& spectrogram, int bands, int frames)
{
    if (spectrogram.bands == bands && spectrogram.frames == frames) return spectrogram;
    const std::vector<Step> rows = steps(spectrogram.bands, bands);
    const std::vector<Step> columns = steps(spectrogram.frames, frames);
    Spectrogram out{bands, frames, {}};
    out.values.reserve(rows.size() * columns.size());
    for (const Step& row : rows) {
        const float* low = spectrogram.values.data() + row.first * std::size_t(spectrogram.frames);
        const float* high = spectrogram.values.data() + row.second * std::size_t(spectrogram.frames);
        for (const Step& column : columns) {
            const float lower = std::lerp(low[column.first], low[column.second], column.share);
            const float upper = std::lerp(high[column.first], high[column.second], column.share);
            out.values.push_back(std::lerp(lower, upper, row.share));
        }
    }
    return out;
}

}  // namespace sonoglyph
