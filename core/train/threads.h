// The threads of the calling thread's arithmetic.
#pragma once

namespace sonoglyph {

/// The calling thread's matrix products and loops use `threads` threads from now on (0: those of the process), which flush denormal
/// numbers to zero: they slow every kernel down. To be called once by each thread that trains.
void useThreads(int threads);

}  // namespace sonoglyph
