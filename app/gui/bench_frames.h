// sonoglyph --bench frames: does the window stay smooth while a training runs on all cores, and what does it cost the training to be
// watched? Through the real window, on real data.
//
// Sixty times a second something is done as a person would do it: curves are watched and zoomed, a feature is dragged, pages are changed,
// the epochs of the alpha wall are moved through. frame_ms: from the moment at which it was due until everything that follows from it is
// painted and the thread waits again; being late counts. Meanwhile the training goes on; afterwards it is measured in turns with the window
// hidden and shown.
#pragma once

namespace sonoglyph {

struct Arguments;

/// Gives the exit status.
int benchFrames(Arguments arguments);

}  // namespace sonoglyph
