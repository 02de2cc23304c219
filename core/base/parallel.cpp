#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace sonoglyph {

int threadCount(int wanted) { return wanted > 0 ? wanted : std::max(1, int(std::thread::hardware_concurrency())); }

bool parallelFor(std::size_t count, int threads, const std::function<void(std::size_t)>& function, std::stop_token stop)
{
    std::atomic<std::size_t> next{0}, done{0};
    std::atomic<bool> failed{false};
    std::exception_ptr first;
    std::mutex firstMutex;
    const auto work = [&] {
        while (!stop.stop_requested() && !failed) {
            const std::size_t i = next++;
            if (i >= count) return;
            try {
                function(i);
                ++done;
            } catch (...) {
                std::lock_guard lock(firstMutex);
                if (!failed.exchange(true)) first = std::current_exception();
            }
        }
    };
    {
        std::vector<std::jthread> helpers;
        const std::size_t wanted = std::min<std::size_t>(std::size_t(threadCount(threads)), std::max<std::size_t>(count, 1));
        for (std::size_t i = 1; i < wanted; ++i) helpers.emplace_back(work);
        work();
    }
    if (first) std::rethrow_exception(first);
    return done == count;
}

}  // namespace sonoglyph
