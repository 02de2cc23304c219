#include "core/base/priority.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace sonoglyph {

void workInBackground()
{
#ifdef __linux__
    // Linux keeps this value for each thread, and hands it on to the threads that the thread starts (sched(7)).
    constexpr int background = 10;
    const auto thread = static_cast<id_t>(gettid());
    if (getpriority(PRIO_PROCESS, thread) < background) setpriority(PRIO_PROCESS, thread, background);
#endif
}

}  // namespace sonoglyph
