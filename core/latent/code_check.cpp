#include "core/latent/code_check.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace sonoglyph {

Result<void> checkCode(std::span<const float> code, std::size_t latent)
{
    if (code.size() != latent)
        return Error{Errc::Incompatible,
                     {SONOGLYPH_TEXT("core", "A code of %1 values does not fit %2 latent dimensions."),
                      {std::to_string(code.size()), std::to_string(latent)}}};
    if (!std::all_of(code.begin(), code.end(), [](float v) { return std::isfinite(v); }))
        return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "A latent value is not a number."), {}}};
    return {};
}

}  // namespace sonoglyph
