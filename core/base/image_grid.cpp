#include "core/base/image_grid.h"

#include <algorithm>

namespace sonoglyph {

ByteImage grid(const std::vector<std::vector<ByteImage>>& rows, int gap, std::uint8_t background)
{
    int cellWidth = 0;
    int cellHeight = 0;
    std::size_t columns = 0;
    for (const auto& row : rows) {
        columns = std::max(columns, row.size());
        for (const ByteImage& image : row) {
            if (image.empty()) continue;
            cellWidth = std::max(cellWidth, image.width);
            cellHeight = std::max(cellHeight, image.height);
        }
    }
    if (cellWidth == 0 || cellHeight == 0) return {};

    const int width = int(columns) * (cellWidth + gap) - gap;
    const int height = int(rows.size()) * (cellHeight + gap) - gap;
    const auto pixels = std::make_shared<std::vector<std::uint8_t>>(std::size_t(width) * std::size_t(height), background);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            const ByteImage& image = rows[row][column];
            if (image.empty()) continue;
            const std::size_t left = column * std::size_t(cellWidth + gap);
            const std::size_t top = row * std::size_t(cellHeight + gap);
            for (std::size_t y = 0; y < std::size_t(image.height); ++y)
                std::copy_n(image.pixels.get() + y * std::size_t(image.width), image.width,
                            pixels->begin() + std::ptrdiff_t((top + y) * std::size_t(width) + left));
        }
    }
    return {width, height, {pixels, pixels->data()}};
}

}  // namespace sonoglyph
