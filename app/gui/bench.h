// --bench: measures through the real window and prints the result. GUI thread only.
#pragma once

namespace sonoglyph {

class Program;

/// Time from the start of the process to the first painted window, the loaded core and the loaded model; prints it, as one JSON object with
/// `json`, and quits: exit code 0, or 1 where core or model did not come within 60 s. To be called before Program::start().
void benchStartup(Program& program, bool json);

}  // namespace sonoglyph
