// --bench listen and --bench soak: the real window hears a recording that is played to it, hands-free. GUI thread only.
#pragma once

namespace sonoglyph {

struct Arguments;

/// Plays the sound files of the command line, or some digits of DATA/fsdd/recordings, with pauses between them.
///
/// listen: in real time, in chunks of 10 and then of 48 ms; prints how long every image took from the arrival of the last sample it was
/// made of to its pixels, how many there were in a second in which there was something to hear, and for how long the GUI thread did not
/// come back to its event loop; with --training while a run trains in the same process. soak: as fast as the window takes it, for `minutes`
/// of sound; prints the memory that is in use after every tenth of it.
///
/// Needs a QApplication; gives the exit code. Settings and what is heard go to a temporary folder, nothing of the user's is touched.
int benchListen(Arguments arguments);

}  // namespace sonoglyph
