#include "ui/widgets/color_map.h"

#include <QColor>
#include <QCoreApplication>

#include <cmath>

#include "ui/widgets/color_map_tables.h"

namespace sonoglyph {

namespace {

using Table = std::array<QRgb, 256>;

Table opaque(const std::array<std::uint32_t, 256>& colors)
{
    Table table;
    for (std::size_t i = 0; i < 256; ++i) table[i] = 0xff000000u | colors[i];
    return table;
}

Table greyTable()
{
    Table table;
    for (int i = 0; i < 256; ++i) table[std::size_t(i)] = qRgb(i, i, i);
    return table;
}

// White in the middle; lightness falls evenly to both ends, in the two hues that everybody can tell apart.
Table differenceTable()
{
    const QColor low(0x00, 0x57, 0x8a), high(0xa8, 0x45, 0x00);
    Table table;
    for (int i = 0; i < 256; ++i) {
        const double t = (i - 127.5) / 127.5;
        const QColor& end = t < 0 ? low : high;
        const double share = std::abs(t) < 0.01 ? 0.0 : std::abs(t);
        const auto mix = [share](int v) { return int(std::lround(255 + (v - 255) * share)); };
        table[std::size_t(i)] = qRgb(mix(end.red()), mix(end.green()), mix(end.blue()));
    }
    return table;
}

}  // namespace

const std::array<QRgb, 256>& colorTable(ColorMap map)
{
    static const std::array<Table, 5> tables{opaque(kMagmaTable), opaque(kViridisTable), opaque(kCividisTable), greyTable(),
                                             differenceTable()};
    return tables[std::size_t(map)];
}

QRgb colorAt(ColorMap map, float value)
{
    const float clamped = value > 0 ? std::min(value, 1.0f) : 0.0f;  // false for what is not a number
    return colorTable(map)[std::size_t(std::lround(clamped * 255))];
}

QString colorMapName(ColorMap map)
{
    const auto name = [](const char* text) { return QCoreApplication::translate("ColorMap", text); };
    switch (map) {
    case ColorMap::Magma:
        return name(QT_TRANSLATE_NOOP("ColorMap", "Magma"));
    case ColorMap::Viridis:
        return name(QT_TRANSLATE_NOOP("ColorMap", "Viridis"));
    case ColorMap::Cividis:
        return name(QT_TRANSLATE_NOOP("ColorMap", "Cividis"));
    case ColorMap::Grey:
        return name(QT_TRANSLATE_NOOP("ColorMap", "Grey"));
    case ColorMap::Difference:
        return name(QT_TRANSLATE_NOOP("ColorMap", "Difference"));
    }
    return {};
}

}  // namespace sonoglyph
