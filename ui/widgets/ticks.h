// Where axes have their marks, and how numbers are written beside them. Any thread.
#pragma once

#include <QList>
#include <QString>

namespace sonoglyph {

/// 1, 2 or 5 times a power of ten, so that `range` has at most `most` steps. 1 where the range is empty or not finite.
double niceStep(double range, int most);
/// Multiples of niceStep within [low, high].
QList<double> niceTicks(double low, double high, int most);
/// 1, 2, 5 times powers of ten within [low, high]; only powers of ten where those would be more than `most`.
QList<double> logTicks(double low, double high, int most);
/// With as many decimals as `step` needs, and a true minus sign.
QString tickText(double value, double step);
/// With `decimals` digits after the point and a true minus sign; never "−0".
QString numberText(double value, int decimals);
/// With `digits` significant digits, without an exponent where it can be avoided.
QString significantText(double value, int digits);
/// 125 -> "125", 2000 -> "2k": frequencies beside an axis.
QString hertzText(double hertz);
/// One field of a CSV file, quoted where it must be.
QString csvField(const QString& text);

}  // namespace sonoglyph
