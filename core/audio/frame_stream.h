// Cuts samples that come in pieces into overlapping frames and transforms each as soon as it is complete.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/audio/frame_transform.h"

namespace sonoglyph {

/// A copy may be finished to see what the sound would give if it ended now, while the original goes on.
class FrameStream {
public:
    /// The stream begins with the fftSize/2 zeros that centre the first frame.
    explicit FrameStream(const FrameLayout& layout) : layout_(layout), pending_(std::size_t(layout.fftSize / 2)) {}

    /// Appends the mel powers of the frames that became complete. Where the layout says one second, later samples are ignored.
    void push(std::span<const float> samples, FrameTransform& transform, std::vector<float>& powers);
    /// Appends the frames that need the zeros after the last sample. Nothing may follow.
    void finish(FrameTransform& transform, std::vector<float>& powers);

private:
    void append(std::span<const float> samples, FrameTransform& transform, std::vector<float>& powers);

    FrameLayout layout_;
    std::vector<float> pending_;  ///< the samples that the next frames still need
    std::int64_t skip_ = 0;       ///< samples before the next frame that no frame needs (hop longer than a frame)
    std::int64_t taken_ = 0;
    bool finished_ = false;
};

}  // namespace sonoglyph
