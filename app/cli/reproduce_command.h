// sonoglyph-cli reproduce: the paper's section 5.2, trained and measured anew, as one folder of tables, figures and a report.
#pragma once

#include "app/cli/command_line.h"

namespace sonoglyph {

void addReproduceCommand(CommandLine& line);

}  // namespace sonoglyph
