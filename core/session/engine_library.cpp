#include "core/session/engine_library.h"

#include <dlfcn.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <cstdlib>
#include <filesystem>
#include <mutex>

namespace sonoglyph {

namespace fs = std::filesystem;

namespace {

constexpr const char* libraryName = "libsonoglyph_core.so";

/// Empty where the library is nowhere.
fs::path findLibrary()
{
    std::error_code ignored;
    for (fs::path folder = fs::read_symlink("/proc/self/exe", ignored).parent_path(); folder.has_relative_path();
         folder = folder.parent_path())
        for (const char* place : {"../lib", "../lib/sonoglyph"})
            if (fs::path file = (folder / place / libraryName).lexically_normal(); fs::exists(file, ignored)) return file;
    return {};
}

Error unavailable(const std::string& file, const char* reason)
{
    return {Errc::Unavailable,
            {SONOGLYPH_TEXT("core", "The program's library %1 cannot be loaded. Install or build the program again."), {file}},
            reason ? reason : ""};
}

}  // namespace

Result<Engine*> loadEngine()
{
    static std::mutex mutex;
    static Engine* engine = nullptr;
    const std::lock_guard lock(mutex);
    if (engine) return engine;

    const fs::path file = findLibrary();
    if (file.empty()) return unavailable(libraryName, "not found beside the executable");
    void* library = dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (!library) return unavailable(file, dlerror());
    const auto factory = reinterpret_cast<EngineFactory>(dlsym(library, engineFactoryName));
    if (!factory) return unavailable(file, dlerror());
    engine = factory();
    if (!engine) return unavailable(file, "no engine");
    return engine;
}

void keepLargeBlocks()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
    mallopt(M_ARENA_MAX, 1);  // the heap of a thread other than the first holds 64 MB and is given back when empty
#endif
}

void sleepWhileWaiting()
{
    if (!std::getenv("GOMP_SPINCOUNT")) ::setenv("OMP_WAIT_POLICY", "passive", 0);
}

}  // namespace sonoglyph
