// Images of digits drawn from stroke templates, for who has no MNIST: 28x28, antialiased, in a 20x20 box centred by mass, as MNIST's are
// (yann.lecun.com/exdb/mnist). Each is bent, slanted, turned and squeezed at random and drawn with a pen of its own. Any thread.
#pragma once

#include <cstdint>
#include <stop_token>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/mnist.h"
#include "core/data/random.h"

namespace sonoglyph {

/// One image of `digit`, DigitImages::pixelCount values, 0 (paper) to 255 (ink).
std::vector<std::uint8_t> drawDigit(int digit, Random& random);

/// `count` images, the digits in turn. The same seed and stream give the same images, whatever the number of threads. Errors: Cancelled.
Result<DigitImages> drawDigits(int count, std::uint64_t seed, std::uint64_t stream, int threads, const Progress& progress,
                               const std::stop_token& stop);

}  // namespace sonoglyph
