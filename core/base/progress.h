// How a long job tells how far it is. Called on the worker's thread, often: it must be cheap and must not throw.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

#include "core/base/message.h"

namespace sonoglyph {

/// `fraction` runs from 0 to 1.
using Progress = std::function<void(const Message& phase, double fraction)>;

/// Tells `tell` only when another hundredth of the way is done: for jobs that tell every file, also from several threads.
inline Progress everyHundredth(Progress tell)
{
    return [tell = std::move(tell), last = std::make_shared<std::atomic<int>>(-1)](const Message& phase, double fraction) {
        const int now = int(fraction * 100);
        if (last->exchange(now) != now) tell(phase, fraction);
    };
}

}  // namespace sonoglyph
