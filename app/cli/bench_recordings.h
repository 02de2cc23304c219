// `sonoglyph-cli bench recordings`: how fast a data set's recordings are looked at and turned into network inputs here.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace sonoglyph {

class CommandLine;

/// Computes both afresh, in a temporary cache folder, and then reads them from there. Nothing of the user's cache is used or changed.
Result<void> benchRecordings(CommandLine& line, const std::string& dataset, const std::filesystem::path& data, int threads);

}  // namespace sonoglyph
