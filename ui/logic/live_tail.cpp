#include "ui/logic/live_tail.h"

namespace sonoglyph {

void LiveTail::begin(std::size_t samples, std::size_t columns)
{
    mostSamples_ = samples;
    mostColumns_ = columns;
    samples_.clear();
    heard_ = 0;
    columns_.clear();
}

void LiveTail::add(std::span<const float> samples)
{
    samples_.insert(samples_.end(), samples.begin(), samples.end());
    heard_ += std::int64_t(samples.size());
    // Seldom, so that it costs little.
    if (samples_.size() > 2 * mostSamples_) samples_.erase(samples_.begin(), samples_.end() - std::ptrdiff_t(mostSamples_));
}

void LiveTail::addColumn(std::span<const float> values)
{
    columns_.emplace_back(values.begin(), values.end());
    if (columns_.size() > mostColumns_) columns_.pop_front();
}

}  // namespace sonoglyph
