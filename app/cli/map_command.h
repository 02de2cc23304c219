#pragma once

#include "app/cli/command_line.h"

namespace sonoglyph {

void addMapCommand(CommandLine& line);

}  // namespace sonoglyph
