#include "ui/widgets/color_map.h"

#include <QColor>
#include <QCoreApplication>

#include <cmath>

#include "ui/widgets/color_map_tables.h"
#include "ui/widgets/pixel_scale.h"

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

QList<QRgb> tableOf(ColorMap map)
{
    const auto& table = colorTable(map);
    return {table.begin(), table.end()};
}

}  // namespace

const std::array<QRgb, 256>& colorTable(ColorMap map)
{
    static const std::array<Table, 5> tables{opaque(kMagmaTable), opaque(kViridisTable), opaque(kCividisTable), greyTable(),
                                             differenceTable()};
    return tables[std::size_t(map)];
}

std::size_t indexOf(float value)
{
    const float clamped = value > 0 ? std::min(value, 1.0f) : 0.0f;  // false for what is not a number
    return std::size_t(std::lround(clamped * 255));
}

QRgb colorAt(ColorMap map, float value) { return colorTable(map)[indexOf(value)]; }

QImage mapped(ColorMap map, int width, int height, const std::function<float(int x, int y)>& valueAt)
{
    QImage image(width, height, QImage::Format_Indexed8);
    image.setColorTable(tableOf(map));
    for (int y = 0; y < height; ++y) {
        uchar* line = image.scanLine(y);
        for (int x = 0; x < width; ++x) line[x] = uchar(indexOf(valueAt(x, y)));
    }
    return image;
}

ColorMap withoutHue(ColorMap map, const Colors& theme) { return theme.grey ? ColorMap::Grey : map; }

QImage withoutHue(const QImage& image, const Colors& theme)
{
    if (image.format() != QImage::Format_Indexed8) return theme.grey ? toGrey(image) : image;
    QImage shown = image;
    if (theme.grey) shown.setColorTable(tableOf(ColorMap::Grey));
    return shown.convertToFormat(QImage::Format_RGB32);
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
