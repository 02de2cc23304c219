// Loading the LibTorch part of the core at run time. This file is part of sonoglyph_foundation, so that the window and `--help` need no
// LibTorch.
#pragma once

#include "core/base/result.h"
#include "core/session/engine.h"

namespace sonoglyph {

/// Loads libsonoglyph_core.so once (about a second: call it on a worker thread in the GUI) and gives the process's only Engine, which lives
/// until the process ends. Later calls answer at once. Any thread. The library is looked for beside the executable: in `../lib` and
/// `../lib/sonoglyph` of its folder, and in the `lib` of every folder above (a test's executable lies deeper in the build folder).
/// Errors: Unavailable (missing, not loadable, of another version), details say what the loader said; a later call tries again.
Result<Engine*> loadEngine();

/// To be called first in main(), before any other thread exists: the allocator keeps large blocks instead of giving them back to the
/// system. Training takes and frees the same large blocks in every step; without this a third of a step goes into page faults.
void keepLargeBlocks();

/// To be called first in main(), before OpenMP is loaded: threads that wait for others of their team sleep instead of spinning, unless a
/// person has chosen otherwise (OMP_WAIT_POLICY, GOMP_SPINCOUNT). A spinning team is up to five times slower as soon as another program, or
/// another training, wants the processor too.
void sleepWhileWaiting();

}  // namespace sonoglyph
