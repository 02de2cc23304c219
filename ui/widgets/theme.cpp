#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPalette>
#include <QToolTip>

#include <array>
#include <cmath>

#include "ui/widgets/desktop_scheme.h"
#include "ui/widgets/style.h"

namespace sonoglyph {

namespace {

ThemeMode presentMode = ThemeMode::System;
bool presentDark = false;

// Okabe & Ito; on dark ground the light ones of each hue come first, so that curve i keeps its hue.
constexpr std::array<QRgb, 7> kSeriesLight{0xff0072b2, 0xffd55e00, 0xff009e73, 0xffb85a93, 0xff2b8fc9, 0xffb87a00, 0xff5f5f5f};
constexpr std::array<QRgb, 7> kSeriesGrey{0xff181818, 0xff7a7a7a, 0xff4a4a4a, 0xff9c9c9c, 0xff303030, 0xff8a8a8a, 0xff606060};
constexpr std::array<QRgb, 7> kSeriesDark{0xff56b4e9, 0xffe69f00, 0xff00b585, 0xffcc79a7, 0xfff0e442, 0xffe8742a, 0xffb8bec6};

QPalette paletteOf(const Colors& c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, mixed(c.surface, c.window, 0.6));
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.secondaryText);
    p.setColor(QPalette::Button, c.raised);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.danger);
    p.setColor(QPalette::ToolTipBase, c.raised);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::Light, mixed(c.raised, c.surface, 0.5));
    p.setColor(QPalette::Midlight, mixed(c.window, c.hairline, 0.5));
    p.setColor(QPalette::Mid, c.hairline);
    p.setColor(QPalette::Dark, mixed(c.hairline, c.secondaryText, 0.4));
    p.setColor(QPalette::Shadow, mixed(c.hairline, c.secondaryText, 0.7));
    const QColor faint = mixed(c.window, c.secondaryText, 0.6);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) p.setColor(QPalette::Disabled, role, faint);
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.hairline);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, c.secondaryText);
    return p;
}

void setDark(bool dark)
{
    presentDark = dark;
    QApplication::setPalette(paletteOf(colors()));
    QToolTip::setPalette(QApplication::palette());
}

void decide() { setDark(presentMode == ThemeMode::Dark || (presentMode == ThemeMode::System && DesktopScheme::instance().isDark())); }

bool hasTabularFigures(const QFont& font)
{
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(QLatin1Char('0'));
    for (char digit = '1'; digit <= '9'; ++digit) {
        if (std::abs(metrics.horizontalAdvance(QLatin1Char(digit)) - width) > 0.01 * width) return false;
    }
    return true;
}

QFont sized(QFont font, double points)
{
    font.setPointSizeF(points);
    return font;
}

// Where no desktop chose a font, X11's fallback is wide and heavy: a calmer one is taken if it is installed.
QFont readable(QFont font)
{
    static const QStringList fallbacks{QString(), QStringLiteral("Sans Serif"), QStringLiteral("Sans"), QStringLiteral("DejaVu Sans"),
                                       QStringLiteral("Bitstream Vera Sans")};
    if (!fallbacks.contains(font.family())) return font;
    for (const auto* family : {"Roboto", "Noto Sans", "Open Sans"}) {
        if (QFontDatabase::hasFamily(QString::fromLatin1(family))) {
            font.setFamilies({QString::fromLatin1(family)});
            return font;
        }
    }
    return font;
}

QFont withTabularFigures(QFont font)
{
    // OpenType features cannot be chosen before Qt 6.7, so a family is looked for whose default figures are tabular.
    if (hasTabularFigures(font)) return font;
    for (const auto* family : {"Roboto", "Noto Sans", "Open Sans", "Cantarell", "DejaVu Sans", "Liberation Sans", "Arial"}) {
        QFont other(QString::fromLatin1(family));
        other.setPointSizeF(font.pointSizeF());
        if (other.exactMatch() && hasTabularFigures(other)) return other;
    }
    return font;
}

}  // namespace

void applyTheme(ThemeMode mode)
{
    static bool once = false;
    if (!once) {
        once = true;
        DesktopScheme& scheme = DesktopScheme::instance();
        QObject::connect(&scheme, &DesktopScheme::changed, qApp, [] {
            if (presentMode == ThemeMode::System) decide();
        });
        QApplication::setStyle(new Style);
        QApplication::setFont(sized(readable(QApplication::font()), 13));
    }
    presentMode = mode;
    decide();
}

ThemeMode themeMode() { return presentMode; }
bool isDark() { return presentDark; }

const Colors& lightColors()
{
    static const Colors c{
        .window = 0xf7f7f5,
        .surface = 0xffffff,
        .raised = 0xffffff,
        .text = 0x1c2024,
        .secondaryText = 0x5b636b,
        .hairline = 0xdcdcd8,
        .accent = 0x0072b2,
        .onAccent = 0xffffff,
        .accentSoft = 0xe7f2f9,
        .real = 0x697077,
        .positive = 0x0072b2,
        .negative = 0xb34a00,
        .warning = 0x8a5700,
        .danger = 0xc03221,
        .onDanger = 0xffffff,
        .mat = 0xe6e6e2,
        .onMat = 0x4f565d,
    };
    return c;
}

const Colors& darkColors()
{
    static const Colors c{
        .window = 0x16181b,
        .surface = 0x1c1f23,
        .raised = 0x282c31,
        .text = 0xe8eaec,
        .secondaryText = 0xa3abb3,
        .hairline = 0x33383e,
        .accent = 0x56b4e9,
        .onAccent = 0x0b1a24,
        .accentSoft = 0x1d3645,
        .real = 0xa4abb2,
        .positive = 0x56b4e9,
        .negative = 0xf08a4b,
        .warning = 0xe6b04a,
        .danger = 0xff7b69,
        .onDanger = 0x2a0b07,
        .mat = 0x24282d,
        .onMat = 0xa9b0b8,
    };
    return c;
}

namespace {

QColor greyOf(const QColor& color)
{
    const int grey = qGray(color.rgb());
    return QColor(grey, grey, grey, color.alpha());
}

const Colors& colorPrint()
{
    static const Colors c = [] {
        Colors print = lightColors();
        print.window = print.surface = print.raised = Qt::white;
        print.text = Qt::black;
        print.secondaryText = QColor(0x40, 0x40, 0x40);
        print.hairline = QColor(0xc8, 0xc8, 0xc8);
        print.mat = Qt::white;
        print.onMat = print.secondaryText;
        return print;
    }();
    return c;
}

const Colors& greyPrint()
{
    static const Colors c = [] {
        Colors print = colorPrint();
        for (QColor* color :
             {&print.accent, &print.accentSoft, &print.real, &print.positive, &print.negative, &print.warning, &print.danger})
            *color = greyOf(*color);
        // What is ours stays the strongest; more and less stay apart.
        print.accent = QColor(0x18, 0x18, 0x18);
        print.positive = QColor(0x38, 0x38, 0x38);
        print.negative = QColor(0x98, 0x98, 0x98);
        print.grey = true;
        return print;
    }();
    return c;
}

}  // namespace

const Colors& printColors(PrintColors style)
{
    switch (style) {
    case PrintColors::Grey:
        return greyPrint();
    case PrintColors::Dark:
        return darkColors();
    case PrintColors::Color:
        break;
    }
    return colorPrint();
}

QColor withoutHue(const QColor& color, const Colors& theme) { return theme.grey ? greyOf(color) : color; }

const Colors& colors() { return presentDark ? darkColors() : lightColors(); }

QColor seriesColor(int series, const Colors& theme)
{
    const auto& table = theme.grey ? kSeriesGrey : theme.window.lightness() < 128 ? kSeriesDark : kSeriesLight;
    return QColor(table[std::size_t(std::max(0, series)) % table.size()]);
}

QColor seriesColor(int series) { return seriesColor(series, colors()); }

QList<qreal> seriesDash(int series)
{
    static const QList<QList<qreal>> dashes{{}, {5, 2.5}, {1.2, 2.2}, {7, 2, 1.2, 2}, {3, 1.6}, {9, 2.5}, {1.2, 2, 1.2, 2, 5, 2}};
    return dashes[std::max(0, series) % dashes.size()];
}

QPen seriesPen(const QColor& color, const QList<qreal>& dash, qreal width)
{
    QPen pen(color, width, Qt::SolidLine, dash.isEmpty() ? Qt::RoundCap : Qt::FlatCap, Qt::RoundJoin);
    if (!dash.isEmpty()) pen.setDashPattern(dash);
    return pen;
}

QFont smallFont() { return sized(QApplication::font(), 11); }
QFont bodyFont() { return sized(QApplication::font(), 13); }

QFont titleFont()
{
    QFont font = sized(QApplication::font(), 20);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont numberFont() { return withTabularFigures(bodyFont()); }
QFont smallNumberFont() { return withTabularFigures(smallFont()); }

double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& color) {
        const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](float x, float y) { return float(x + (y - x) * share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

}  // namespace sonoglyph
