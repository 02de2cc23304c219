// sonoglyph-cli bench: how fast training, decoding and spectrograms are on this machine.
#pragma once

namespace sonoglyph {

class CommandLine;
void addBenchCommand(CommandLine& line);

}  // namespace sonoglyph
