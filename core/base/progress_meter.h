// Tells how far the same work for many things is that several threads share.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>

#include "core/base/progress.h"

namespace sonoglyph {

/// Tells the progress of calls on several threads, from the caller's thread only and at most a hundred times.
class ProgressMeter {
public:
    /// `progress` must outlive it and may be empty. `from`, `to`: the share of the whole job that this work is.
    ProgressMeter(const Progress& progress, Message phase, std::size_t total, double from, double to)
        : progress_(progress), phase_(std::move(phase)), total_(std::max<std::size_t>(total, 1)), from_(from), to_(to)
    {
        tell(0);
    }

    void advance()
    {
        const std::size_t done = ++done_;
        if (std::this_thread::get_id() == owner_ && (done == total_ || (done - told_) * 100 >= total_)) tell(done);
    }

private:
    void tell(std::size_t done)
    {
        told_ = done;
        if (progress_) progress_(phase_, from_ + (to_ - from_) * double(done) / double(total_));
    }

    const Progress& progress_;
    Message phase_;
    std::size_t total_;
    double from_, to_;
    std::atomic<std::size_t> done_{0};
    std::size_t told_ = 0;
    std::thread::id owner_ = std::this_thread::get_id();
};

}  // namespace sonoglyph
