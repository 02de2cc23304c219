// Weights in 8, 4 or 3 bits, for model files that are small enough to come with the program.
//
// 8 bits: NAME holds int8, NAME.scale one float32 a row (first axis). 4 bits: NAME holds two values a byte, so its last axis is half as
// long, the even value in the low half, each 8 more than it means; NAME.scale holds one float16 for every 64 values of a row. Packed, for 3
// bits, and for 4 where the last axis is odd: NAME holds the bits of each row one after another, the lowest first, [rows, bytes], each
// value 4 (or 8) more than it means; NAME.scale as before; NAME.shape holds the shape, int64.
#pragma once

#include "core/model/state.h"

namespace sonoglyph {

enum class Precision {
    Float32,
    Int8,
    Int4,  ///< what is too small for it takes 8 bits
    Int3,  ///< the largest tensors only, of the others large ones take 4 bits
};

/// Biases, one-row weights and what is no floating-point number stay as they are: they are small and sensitive.
TensorDict shrunk(const TensorDict& tensors, Precision precision);

/// Back to float32; tensors that were not shrunk are passed on. What does not fit together is left out: the network misses it then.
TensorDict restored(const TensorDict& stored);

/// Whether some of them take 4 bits, or are packed.
bool holdsFourBits(const TensorDict& stored);
bool holdsPacked(const TensorDict& stored);

}  // namespace sonoglyph
