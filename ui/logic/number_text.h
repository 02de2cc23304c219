// Numbers as people type them: a comma or a point before the decimals, no separators of thousands. Several stand with semicolons, spaces,
// or commas with a space between them ("0.2, 0.5, 1", "0,2; 0,5"); a comma without a space stands before decimals where all commas do and
// no point does ("0,5"), else it separates ("0.2,0.5").
#pragma once

#include <optional>
#include <vector>

#include <QString>

namespace sonoglyph {

std::optional<double> readReal(QString text);
/// A whole number that a double holds exactly.
std::optional<double> readWhole(const QString& text);
/// With the decimal point of the present locale.
QString realText(double value);

/// What stands in a list, without the separators. Empty text: nothing.
QStringList listItems(const QString& text);
/// As listItems() reads it back.
QString listText(const QStringList& items);

}  // namespace sonoglyph
