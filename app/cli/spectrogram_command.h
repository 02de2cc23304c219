// sonoglyph-cli spectrogram: the 48x48 mel spectrogram that a network gets from a sound file.
#pragma once

namespace sonoglyph {

class CommandLine;
void addSpectrogramCommand(CommandLine& line);

}  // namespace sonoglyph
