// Many small pictures as one: previews of a run, reconstructions beside their originals, traversals.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/byte_image.h"

namespace sonoglyph {

/// `rows` from the top, each from the left. Every cell is as large as the largest picture; smaller ones lie in its top left corner; an
/// empty picture or a missing one leaves `background`, which also fills the `gap` pixels (0 or more) between cells. No picture at all:
/// empty.
ByteImage grid(const std::vector<std::vector<ByteImage>>& rows, int gap, std::uint8_t background = 255);

}  // namespace sonoglyph
