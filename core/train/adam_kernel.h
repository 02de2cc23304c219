// One update of Adam over a stretch of weights. Knows no LibTorch: compiled for several instruction sets.
#pragma once

#include <cstdint>

namespace sonoglyph {

struct AdamUpdate {
    float beta1, beta2, epsilon;
    float size;         ///< learning rate over 1 - beta1^t
    float correction2;  ///< root of 1 - beta2^t
};

/// Weights `p`, moments `m` and `v`, gradients `g`; `count` of each. They must not overlap.
void adamUpdate(const AdamUpdate& update, std::int64_t count, const float* g, float* p, float* m, float* v);

/// Sum of the squares of `g`, added up in double precision.
double squareSum(std::int64_t count, const float* g);

}  // namespace sonoglyph
