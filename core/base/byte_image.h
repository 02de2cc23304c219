// A grey picture that may cross every layer: 8 bits a pixel, rows from the top, no padding between them, never changed once made.
#pragma once

#include <cstdint>
#include <memory>

namespace sonoglyph {

struct ByteImage {
    int width = 0;
    int height = 0;
    std::shared_ptr<const std::uint8_t> pixels;  ///< width * height values, 0 black to 255 white; keeps its owner alive

    bool empty() const { return !pixels; }
};

}  // namespace sonoglyph
