// How much what belongs to one digit differs: deviation within a class, over pixels or features.
#pragma once

#include <array>
#include <cstdint>

#include <torch/types.h>

namespace sonoglyph {

/// Sums of 64-bit numbers on the device of what is added.
class ClassSpread {
public:
    /// `rows` [N, ...], `digits` [N] on the same device.
    void add(const torch::Tensor& rows, const torch::Tensor& digits);

    /// For every digit the deviation of each element over its rows (divided by their number, not one less), averaged over the elements;
    /// then averaged over the digits that occur. 0 where a digit is always alike.
    double deviation() const;
    /// [10, elements] on the CPU; zeros for a digit that does not occur.
    torch::Tensor means() const;
    /// Rows of each digit.
    std::array<std::int64_t, 10> counts() const;

private:
    torch::Tensor count_, sum_, squares_;
};

}  // namespace sonoglyph
