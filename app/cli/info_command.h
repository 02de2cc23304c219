// `sonoglyph-cli info FILE|RUN|SWEEP|MODEL|builtin`: what something is. Needs no LibTorch.
#pragma once

namespace sonoglyph {

class CommandLine;

void addInfoCommand(CommandLine& line);

}  // namespace sonoglyph
