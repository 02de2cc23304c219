// sonoglyph-cli train: a training run, new or resumed.
#pragma once

namespace sonoglyph {

class CommandLine;
void addTrainCommand(CommandLine& line);

}  // namespace sonoglyph
