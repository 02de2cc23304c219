// A curve in at most two points a pixel column, its lowest and its highest, so that no spike is lost and drawing stays cheap. Any thread.
#pragma once

#include <QList>
#include <QPointF>

namespace sonoglyph {

/// `points` in ascending x. The part between `left` and `right` (and one neighbour on each side, so that lines reach the edges) in
/// `columns` equal columns; at most 2 * columns + 2 points, in ascending x. Points that are not finite are left out.
QList<QPointF> decimated(const QList<QPointF>& points, double left, double right, int columns);

struct Envelope {
    QList<QPointF> lower, upper;  ///< as many of each
};

/// The lowest and the highest point of every column that has any, for the band that a noisy curve fills. Arguments as above.
Envelope envelope(const QList<QPointF>& points, double left, double right, int columns);

/// How many of `points` lie between `left` and `right`.
qsizetype countBetween(const QList<QPointF>& points, double left, double right);

/// The mean of the points in each of `bins` equal parts from `left` to `right`: the trend of a noisy curve. Empty parts give no point;
/// with `positiveOnly`, values of 0 and less are left out.
QList<QPointF> averaged(const QList<QPointF>& points, double left, double right, int bins, bool positiveOnly = false);

}  // namespace sonoglyph
