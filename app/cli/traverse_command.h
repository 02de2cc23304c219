#pragma once

#include "app/cli/command_line.h"

namespace sonoglyph {

void addTraverseCommand(CommandLine& line);

}  // namespace sonoglyph
