// sonoglyph-cli reference: gives a model file its training recordings as the model hears them, so that it can tell whether a sound is
// unlike all of them.
#pragma once

namespace sonoglyph {

class CommandLine;
void addReferenceCommand(CommandLine& line);

}  // namespace sonoglyph
