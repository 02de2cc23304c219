#include "core/session/occlusion.h"

#include <algorithm>
#include <cmath>

namespace sonoglyph {

std::vector<int> PatchGrid::origins() const
{
    std::vector<int> out;
    for (int at = 0; at + patch <= size; at += stride) out.push_back(at);
    if (!out.empty() && out.back() + patch < size) out.push_back(size - patch);
    return out;
}

int PatchGrid::count() const
{
    const int side = int(origins().size());
    return side * side;
}

CellRect PatchGrid::cells(int index) const
{
    const std::vector<int> at = origins();
    const auto side = int(at.size());
    return {at[std::size_t(index / side)], at[std::size_t(index % side)], patch, patch};
}

Result<void> validate(const PatchGrid& grid)
{
    if (grid.patch >= 1 && grid.patch <= grid.size && grid.stride >= 1 && grid.stride <= grid.size) return {};
    return Error{
        Errc::BadOption,
        {SONOGLYPH_TEXT("core", "Patches to hide and the steps between them must be 1 to %1 cells."), {std::to_string(grid.size)}}};
}

std::vector<float> patchEffects(const std::vector<std::vector<float>>& images, std::span<const std::uint8_t> selected, Effect effect)
{
    if (images.size() < 2) return {};
    const std::vector<float>& whole = images.front();
    if (!selected.empty() && selected.size() != whole.size()) return {};
    const auto chosen = std::count_if(selected.begin(), selected.end(), [](auto s) { return s != 0; });
    const bool all = selected.empty() || chosen == 0;
    const double pixels = all ? double(whole.size()) : double(chosen);

    std::vector<float> out;
    for (std::size_t i = 1; i < images.size(); ++i) {
        if (images[i].size() != whole.size()) return {};
        double sum = 0;
        for (std::size_t k = 0; k < whole.size(); ++k) {
            if (!all && selected[k] == 0) continue;
            const double lost = double(whole[k]) - double(images[i][k]);
            sum += effect == Effect::Loss ? lost : std::abs(lost);
        }
        out.push_back(float(sum / pixels));
    }
    return out;
}

std::vector<float> cellEffects(const PatchGrid& grid, std::span<const float> patchEffects)
{
    const auto size = std::size_t(std::max(0, grid.size));
    std::vector<float> sums(size * size);
    std::vector<int> counts(size * size);
    if (int(patchEffects.size()) != grid.count()) return sums;
    for (std::size_t i = 0; i < patchEffects.size(); ++i) {
        const CellRect cells = grid.cells(int(i));
        for (int band = cells.band; band < cells.band + cells.bands; ++band) {
            for (int frame = cells.frame; frame < cells.frame + cells.frames; ++frame) {
                const std::size_t at = std::size_t(band) * size + std::size_t(frame);
                sums[at] += patchEffects[i];
                ++counts[at];
            }
        }
    }
    for (std::size_t at = 0; at < sums.size(); ++at)
        if (counts[at] > 0) sums[at] /= float(counts[at]);
    return sums;
}

}  // namespace sonoglyph
