// How much what belongs to one label differs: deviation within a class, over pixels or features.
#pragma once

#include <cstdint>
#include <vector>

#include <torch/types.h>

namespace sonoglyph {

/// Sums of 64-bit numbers on the device of what is added.
class ClassSpread {
public:
    explicit ClassSpread(std::size_t labels) : labels_(std::int64_t(labels)) {}

    /// `rows` [N, ...], their `labels` [N] on the same device.
    void add(const torch::Tensor& rows, const torch::Tensor& labels);

    /// For every label the deviation of each element over its rows (divided by their number, not one less), averaged over the elements;
    /// then averaged over the labels that occur. 0 where a label is always alike.
    double deviation() const;
    /// [labels, elements] on the CPU; zeros for a label that does not occur.
    torch::Tensor means() const;
    /// Rows of each label.
    std::vector<std::int64_t> counts() const;

private:
    std::int64_t labels_;
    torch::Tensor count_, sum_, squares_;
};

}  // namespace sonoglyph
