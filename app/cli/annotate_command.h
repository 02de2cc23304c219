// sonoglyph-cli annotate: writes into a model file what its data set tells of it. The window can then say whether a sound is unlike the
// training recordings, show what the model makes of held-out ones, and place it among others, without the data set.
#pragma once

namespace sonoglyph {

class CommandLine;
void addAnnotateCommand(CommandLine& line);

}  // namespace sonoglyph
