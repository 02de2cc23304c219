#pragma once

#include "app/cli/command_line.h"

namespace sonoglyph {

void addMorphCommand(CommandLine& line);

}  // namespace sonoglyph
