// --bench charts: how long the chart takes for a frame with more curves than anybody looks at. GUI thread only.
#pragma once

namespace sonoglyph {

/// Shows 50 curves of 100,000 points in the real widget and makes it draw frames while all of them grow: in full view, moving along and
/// zooming, smoothed and not. Prints the median, the 99th percentile and the longest in milliseconds. Needs a QApplication; gives the exit
/// code.
int benchCharts(bool json);

}  // namespace sonoglyph
