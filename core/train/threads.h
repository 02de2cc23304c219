// The threads of the calling thread's arithmetic.
#pragma once

namespace sonoglyph {

/// No more than OpenMP may have (OMP_THREAD_LIMIT): for those that it may not, OpenBLAS waits for ever.
int allowedThreads(int threads);

/// The calling thread's matrix products and loops use `threads` threads from now on (0: those of the process), which flush denormal
/// numbers to zero: they slow every kernel down. To be called once by each thread that trains.
void useThreads(int threads);

/// While one lives, something in this process computes for minutes and more: a training.
class LongComputation {
public:
    LongComputation();
    ~LongComputation();
    LongComputation(const LongComputation&) = delete;
    LongComputation& operator=(const LongComputation&) = delete;
};

/// For a thread that answers at once, before each answer: beside a LongComputation its arithmetic uses one thread, else those of the
/// process. OpenBLAS lets one caller at a time use several threads, and the next one spins until that product is done
/// (driver/others/blas_server_omp.c): an image beside a training took 42 ms, 132 ms one time in twenty; with one thread 25 and 46.
void useThreadsToAnswer();

}  // namespace sonoglyph
