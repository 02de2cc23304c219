// How everything looks: the palette, the named colours, the fonts, the grid. GUI thread only, but for what says otherwise.
//
// Widgets read colors() while they paint, never before: a change of theme sends QEvent::PaletteChange to every widget, which repaints it.
// Contrast of every text colour on every background it is used on is at least 4.5:1 (tested). Series colours: Okabe & Ito, "Color
// Universal Design" (2008).
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QPen>
#include <QString>

#include "ui/widgets/icons.h"

namespace sonoglyph {

enum class ThemeMode { System, Light, Dark };

/// Sets style, palette and font of the application. With System the desktop's choice is followed for as long as the program runs: the
/// freedesktop portal where there is one, else the lightness of the platform's palette. Needs a QApplication; may be called again.
void applyTheme(ThemeMode mode);
ThemeMode themeMode();
bool isDark();

/// The grid of 8 and the margin of a page, in device-independent pixels.
inline constexpr int kGrid = 8;
inline constexpr int kMargin = 16;

struct Colors {
    QColor window;   ///< behind everything
    QColor surface;  ///< entry fields, lists, behind charts
    QColor raised;   ///< buttons, the navigation rail's current page, menus
    QColor text;
    QColor secondaryText;  ///< captions, axes, units
    QColor hairline;       ///< separators, grids, tracks of sliders and bars
    QColor accent;         ///< the one accent: what can be pressed, and what is ours
    QColor onAccent;       ///< text and icons on accent
    QColor accentSoft;     ///< a breath of accent behind text: selections, the sound of the word
    QColor real;           ///< real data, always grey
    QColor positive;       ///< more than, above zero
    QColor negative;       ///< less than, below zero
    QColor warning;
    QColor danger;  ///< recording, clipping, errors
    QColor onDanger;
    QColor mat;    ///< neutral grey around an image
    QColor onMat;  ///< text on the mat
    /// Nothing drawn with these may have a hue: what brings colours of its own goes through withoutHue().
    bool grey = false;
};

/// Of the present theme.
const Colors& colors();
const Colors& lightColors();
const Colors& darkColors();

/// How exported figures look.
enum class PrintColors {
    Color,  ///< on white; series are safe for colour-blind readers
    Grey,   ///< on white, without any hue: series differ by lightness and dash, colour maps become grey ones (color_map.h)
    Dark,   ///< the dark theme's, for slides
};
/// What they are drawn with. Any thread.
const Colors& printColors(PrintColors style = PrintColors::Color);
/// `color` as `theme` may have it: where that is grey, the grey of the same brightness. Any thread.
QColor withoutHue(const QColor& color, const Colors& theme);

/// The colour and dash of the i-th curve of a chart: Okabe-Ito, legible on the present theme (or on `theme`). Series 0 is the accent. Any
/// thread, but for the first.
QColor seriesColor(int series);
QColor seriesColor(int series, const Colors& theme);
/// For QPen::setDashPattern, in pen widths; empty: solid. Curves can be told apart without their colour.
QList<qreal> seriesDash(int series);
/// A round pen of that dash.
QPen seriesPen(const QColor& color, const QList<qreal>& dash, qreal width = 1.75);

/// Three sizes: 11, 13 and 20 pt. numberFont() is bodyFont() in a family whose figures all have the same width. bodyFont(): any thread.
QFont smallFont();
QFont bodyFont();
QFont titleFont();
QFont numberFont();
QFont smallNumberFont();

/// WCAG 2.1 contrast ratio of two opaque colours, 1 to 21. Any thread, like mixed().
double contrast(const QColor& a, const QColor& b);
/// `b` over `a` by `share`, 0 to 1.
QColor mixed(const QColor& a, const QColor& b, double share);

}  // namespace sonoglyph
