// The same work for many independent things, on several threads.
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace sonoglyph {

/// Threads for `wanted`: 0 means as many as there are cores; never less than 1.
int threadCount(int wanted);

/// Calls function(i) once for every i below `count`, on `threads` threads (0: as many as there are cores) of which the caller's is one, in
/// no particular order. Comes back when no call is running any more. The first exception of a call ends the rest and comes out here.
/// Gives false where `stop` was requested before all calls were done.
bool parallelFor(std::size_t count, int threads, const std::function<void(std::size_t)>& function, std::stop_token stop = {});

}  // namespace sonoglyph
