// --bench figures: for how long exporting a figure keeps the GUI thread. GUI thread only.
#pragma once

namespace sonoglyph {

/// A wall, 50 curves of 100,000 points, a table of confusions, a map of 25,000 points and a minute of sound in their real widgets. Prints
/// of each the milliseconds that taking its figure costs the GUI thread, and the first change of the widget while that figure is still
/// being written; and what drawing it as PDF costs the other thread. Needs a QApplication; gives the exit code.
int benchFigures(bool json);

}  // namespace sonoglyph
