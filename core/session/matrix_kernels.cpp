#include "core/session/matrix_kernels.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

#include <dlfcn.h>

namespace sonoglyph {

namespace {

constexpr const char* choice = "OPENBLAS_CORETYPE";
constexpr const char* libraryName = "libblas.so.3";

std::string kernelsOf(void* library)
{
    const auto name = reinterpret_cast<const char* (*)()>(dlsym(library, "openblas_get_corename"));
    return name ? name() : "";
}

/// OpenBLAS's names of the processors that came before AVX2.
bool isOld(std::string_view kernels)
{
    constexpr std::array old{"Katmai",  "Coppermine",  "Northwood", "Prescott", "Banias", "Atom",   "Core2",     "Penryn",   "Dunnington",
                             "Nehalem", "Sandybridge", "Athlon",    "Opteron",  "Nano",   "Bobcat", "Bulldozer", "Barcelona"};
    return std::any_of(old.begin(), old.end(), [&](const char* name) { return kernels.starts_with(name); });
}

/// Empty where the processor has nothing better.
const char* bestKernels()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512bf16")) return "Cooperlake";
    if (__builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")) return "SkylakeX";
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return "Haswell";
#endif
    return "";
}

}  // namespace

void preferFastMatrixKernels()
{
    if (std::getenv(choice) || !*bestKernels()) return;
    void* const library = dlopen(libraryName, RTLD_LAZY | RTLD_LOCAL);
    if (!library) return;
    const bool old = isOld(kernelsOf(library));
    dlclose(library);  // it picks its kernels when it is loaded: LibTorch loads it anew
    if (old) ::setenv(choice, bestKernels(), 0);
}

}  // namespace sonoglyph
