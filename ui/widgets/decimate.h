// A curve in at most two points a pixel column, its lowest and its highest, so that no spike is lost and drawing stays cheap. Any thread.
#pragma once

#include <QList>
#include <QPointF>

namespace sonoglyph {

/// `points` in ascending x. The part between `left` and `right` (and one neighbour on each side, so that lines reach the edges) in
/// `columns` equal columns; at most 2 * columns + 2 points, in ascending x. Points that are not finite are left out.
QList<QPointF> decimated(const QList<QPointF>& points, double left, double right, int columns);

}  // namespace sonoglyph
