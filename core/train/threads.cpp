#include "core/train/threads.h"

#include <algorithm>
#include <atomic>

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <omp.h>

namespace sonoglyph {

namespace {

std::atomic<int> longComputations = 0;

/// LibTorch sets a new thread's team to the process's size on first use: that comes first.
void haveTeam()
{
    at::parallel_for(0, 1, 1, [](std::int64_t, std::int64_t) {});
}

}  // namespace

int allowedThreads(int threads) { return std::min(threads, omp_get_thread_limit()); }

void useThreads(int threads)
{
    haveTeam();
    omp_set_num_threads(allowedThreads(threads > 0 ? threads : omp_get_max_threads()));
    at::globalContext().setFlushDenormal(true);
    // The flag is each worker's own.
    at::parallel_for(0, omp_get_max_threads(), 1, [](std::int64_t, std::int64_t) { at::globalContext().setFlushDenormal(true); });
}

LongComputation::LongComputation() { ++longComputations; }

LongComputation::~LongComputation() { --longComputations; }

void useThreadsToAnswer()
{
    thread_local const int own = [] {
        haveTeam();
        return allowedThreads(omp_get_max_threads());
    }();
    omp_set_num_threads(longComputations > 0 ? 1 : own);
}

}  // namespace sonoglyph
