// How a long job tells how far it is. Called on the worker's thread, often: it must be cheap and must not throw.
#pragma once

#include <functional>

#include "core/base/message.h"

namespace sonoglyph {

/// `fraction` runs from 0 to 1.
using Progress = std::function<void(const Message& phase, double fraction)>;

}  // namespace sonoglyph
