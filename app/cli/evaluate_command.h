// sonoglyph-cli evaluate: how well the images of held-out sounds can be read.
#pragma once

namespace sonoglyph {

class CommandLine;
void addEvaluateCommand(CommandLine& line);

}  // namespace sonoglyph
