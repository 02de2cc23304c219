#include "ui/logic/sound_comparison.h"

#include <cmath>

namespace sonoglyph {

namespace {

DifferenceGrid difference(const Spectrogram& first, const Spectrogram& second)
{
    if (first.bands != second.bands || first.frames != second.frames) return {};
    DifferenceGrid grid{first.frames, first.bands, {}};
    for (int band = first.bands - 1; band >= 0; --band)
        for (int frame = 0; frame < first.frames; ++frame) grid.values.push_back(second.at(band, frame) - first.at(band, frame));
    return grid;
}

DifferenceGrid difference(const ByteImage& first, const ByteImage& second)
{
    if (first.empty() || second.empty() || first.width != second.width || first.height != second.height) return {};
    DifferenceGrid grid{first.width, first.height, {}};
    for (int i = 0; i < first.width * first.height; ++i)
        grid.values.push_back(float(int(second.pixels.get()[i]) - int(first.pixels.get()[i])) / 255.0F);
    return grid;
}

}  // namespace

double DifferenceGrid::rms() const
{
    double sum = 0;
    for (const float value : values) sum += double(value) * value;
    return values.empty() ? 0 : std::sqrt(sum / double(values.size()));
}

SoundComparison compareSounds(const Spectrogram& firstInput, const Drawing* first, const Spectrogram& secondInput, const Drawing* second)
{
    SoundComparison comparison;
    comparison.input = difference(firstInput, secondInput);
    if (!first || !second) return comparison;
    comparison.image = difference(first->image, second->image);
    if (!first->code.mean.empty() && first->code.mean.size() == second->code.mean.size()) {
        double sum = 0;
        for (std::size_t i = 0; i < first->code.mean.size(); ++i) sum += std::pow(double(first->code.mean[i]) - second->code.mean[i], 2);
        comparison.codeDistance = std::sqrt(sum);
    }
    if (first->reading.probabilities.size() != second->reading.probabilities.size()) return comparison;
    double variation = 0;
    for (std::size_t i = 0; i < first->reading.probabilities.size(); ++i)
        variation += std::abs(double(first->reading.probabilities[i]) - second->reading.probabilities[i]) / 2;
    comparison.readingDistance = variation;
    return comparison;
}

}  // namespace sonoglyph
