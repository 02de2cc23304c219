// sonoglyph-cli decode: the image that a model draws for a sound file.
#pragma once

namespace sonoglyph {

class CommandLine;
void addDecodeCommand(CommandLine& line);

}  // namespace sonoglyph
