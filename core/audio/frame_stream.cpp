#include "core/audio/frame_stream.h"

#include <algorithm>

namespace sonoglyph {

void FrameStream::push(std::span<const float> samples, FrameTransform& transform, std::vector<float>& powers)
{
    if (finished_) return;
    if (layout_.padded) samples = samples.first(std::min(samples.size(), std::size_t(layout_.rate - taken_)));
    taken_ += std::int64_t(samples.size());
    append(samples, transform, powers);
    if (layout_.padded && taken_ == layout_.rate) finish(transform, powers);
}

void FrameStream::finish(FrameTransform& transform, std::vector<float>& powers)
{
    if (finished_) return;
    finished_ = true;
    const std::int64_t missing = layout_.padded ? layout_.rate - taken_ : 0;
    append(std::vector<float>(std::size_t(missing + layout_.fftSize / 2)), transform, powers);
}

void FrameStream::append(std::span<const float> samples, FrameTransform& transform, std::vector<float>& powers)
{
    const auto skipped = std::min(samples.size(), std::size_t(skip_));
    skip_ -= std::int64_t(skipped);
    samples = samples.subspan(skipped);
    pending_.insert(pending_.end(), samples.begin(), samples.end());

    const auto fftSize = std::size_t(layout_.fftSize);
    const auto bands = std::size_t(layout_.bands);
    std::size_t start = 0;
    for (; start + fftSize <= pending_.size(); start += std::size_t(layout_.hop)) {
        powers.resize(powers.size() + bands);
        transform.apply(std::span(pending_).subspan(start, fftSize), std::span(powers).last(bands));
    }
    const std::size_t done = std::min(start, pending_.size());
    skip_ += std::int64_t(start - done);
    pending_.erase(pending_.begin(), pending_.begin() + std::ptrdiff_t(done));
}

}  // namespace sonoglyph
