#include "core/train/threads.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <omp.h>

namespace sonoglyph {

void useThreads(int threads)
{
    // LibTorch sets a new thread's team to the process's size on first use: that comes first.
    at::parallel_for(0, 1, 1, [](std::int64_t, std::int64_t) {});
    if (threads > 0) omp_set_num_threads(threads);
    at::globalContext().setFlushDenormal(true);
    // The flag is each worker's own.
    at::parallel_for(0, omp_get_max_threads(), 1, [](std::int64_t, std::int64_t) { at::globalContext().setFlushDenormal(true); });
}

}  // namespace sonoglyph
