// sonoglyph-cli verify-resume: proves on this machine that a run survives being killed at any moment.
#pragma once

namespace sonoglyph {

class CommandLine;
void addVerifyResumeCommand(CommandLine& line);

}  // namespace sonoglyph
