// sonoglyph-cli data: which data sets are there, download and check them, put one's own together. See design.md, section 5.
#pragma once

#include "app/cli/command_line.h"

namespace sonoglyph {

/// data list | fetch NAME... | verify NAME... | remove NAME... | check NAME... | add NAME
void addDataCommand(CommandLine& line);

}  // namespace sonoglyph
