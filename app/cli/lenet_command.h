// sonoglyph-cli lenet: training and testing the judge, LeNet-5.
#pragma once

namespace sonoglyph {

class CommandLine;
void addLenetCommand(CommandLine& line);

}  // namespace sonoglyph
