// The directions in which the codes of many sounds spread most (principal component analysis). A value type; computed in
// core/eval/latent_pca.h. Any thread may read.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sonoglyph {

/// So many axes are kept at most.
inline constexpr int mostPcaAxes = 64;

struct Pca {
    std::vector<float> mean;               ///< of the codes
    std::vector<std::vector<float>> axes;  ///< of length 1, at right angles, largest variance first; the largest component is positive
    std::vector<double> variances;         ///< of the codes along each axis: mean squares, divided by their number
    double totalVariance = 0;              ///< along all of them, also those that were not kept

    bool empty() const { return axes.empty(); }
    int latent() const { return int(mean.size()); }
    /// Standard deviation of the codes along `axis`.
    float deviation(int axis) const;
    /// Which part of the total variance lies along `axis`, 0 to 1.
    double share(int axis) const;

    /// One coordinate an axis, or for the first `count` axes. `code` has latent() values.
    std::vector<float> project(std::span<const float> code, std::size_t count = mostPcaAxes) const;
    /// The code at these coordinates, those that are missing being 0: of a point of the plane the one that differs least from the mean.
    std::vector<float> restore(std::span<const float> coordinates) const;
};

}  // namespace sonoglyph
