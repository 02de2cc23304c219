#include "ui/widgets/spectrogram_grid.h"

#include <algorithm>

namespace sonoglyph {

namespace {

float unit(float value) { return value > 0 ? std::min(value, 1.0f) : 0.0f; }  // false for what is not a number

}  // namespace

void SpectrogramGrid::set(const Spectrogram& spectrogram)
{
    clear();
    bands_ = spectrogram.bands;
    frames_ = spectrogram.bands > 0 ? spectrogram.frames : 0;
    values_.reserve(qsizetype(spectrogram.values.size()));
    for (int frame = 0; frame < frames_; ++frame)
        for (int band = 0; band < bands_; ++band) values_.push_back(unit(spectrogram.at(band, frame)));
}

void SpectrogramGrid::startRing(int frames)
{
    clear();
    ring_ = std::max(2, frames);
}

void SpectrogramGrid::append(std::span<const float> values)
{
    const int bands = int(values.size());
    if (bands == 0) return;
    if (bands != bands_) {
        values_.clear();
        frames_ = head_ = 0;
        bands_ = bands;
    }
    if (ring_ == 0 || frames_ < ring_) values_.resize(values_.size() + qsizetype(values.size()));
    const int column = ring_ > 0 ? head_ : frames_;
    std::transform(values.begin(), values.end(), values_.begin() + std::ptrdiff_t(column) * bands, unit);
    if (ring_ > 0) head_ = (head_ + 1) % ring_;
    if (ring_ == 0 || frames_ < ring_) ++frames_;
}

void SpectrogramGrid::clear()
{
    values_.clear();
    bands_ = frames_ = ring_ = head_ = 0;
}

const float* SpectrogramGrid::column(int frame) const
{
    const int stored = ring_ > 0 && frames_ == ring_ ? (head_ + frame) % ring_ : frame;
    return values_.constData() + std::size_t(stored) * std::size_t(bands_);
}

}  // namespace sonoglyph
