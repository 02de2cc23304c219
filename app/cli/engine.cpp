#include "app/cli/engine.h"

#include "core/session/engine_library.h"

namespace sonoglyph {

Result<Engine*> engineFor(CommandLine& line, int threads)
{
    auto engine = loadEngine();
    if (!engine) return engine;
    (*engine)->setThreads(threads);
    if (const auto warning = (*engine)->info().warning) line.say(english(*warning));
    return engine;
}

}  // namespace sonoglyph
