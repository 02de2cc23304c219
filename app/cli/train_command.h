// sonoglyph-cli train: a training run or a sweep of several, new or resumed.
#pragma once

namespace sonoglyph {

class CommandLine;
void addTrainCommand(CommandLine& line);

}  // namespace sonoglyph
