// Palettes, colour maps and icons: legible, complete, of the right size.
#include <QApplication>
#include <QPalette>
#include <QPushButton>
#include <QtTest>

#include <cmath>

#include "ui/widgets/alpha_color.h"
#include "ui/widgets/color_map.h"
#include "ui/widgets/theme.h"

using namespace sonoglyph;

class tst_Theme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("background");
        for (const auto& [name, c] :
             {std::pair<const char*, const Colors&>("light", lightColors()), {"dark", darkColors()}, {"print", printColors()}}) {
            const auto row = [name = name](const char* what, const QColor& text, const QColor& background) {
                QTest::addRow("%s: %s", name, what) << text << background;
            };
            for (const auto& [where, back] :
                 {std::pair<const char*, QColor>("window", c.window), {"surface", c.surface}, {"raised", c.raised}}) {
                row(qPrintable(QStringLiteral("text on %1").arg(QLatin1String(where))), c.text, back);
                row(qPrintable(QStringLiteral("secondary on %1").arg(QLatin1String(where))), c.secondaryText, back);
                row(qPrintable(QStringLiteral("accent on %1").arg(QLatin1String(where))), c.accent, back);
                row(qPrintable(QStringLiteral("real on %1").arg(QLatin1String(where))), c.real, back);
                row(qPrintable(QStringLiteral("negative on %1").arg(QLatin1String(where))), c.negative, back);
                row(qPrintable(QStringLiteral("warning on %1").arg(QLatin1String(where))), c.warning, back);
                row(qPrintable(QStringLiteral("danger on %1").arg(QLatin1String(where))), c.danger, back);
            }
            row("text on a selection", c.text, c.accentSoft);
            row("number of the chosen feature", c.secondaryText, c.accentSoft);
            row("value of the chosen feature", c.accent, c.accentSoft);
            row("default button", c.onAccent, c.accent);
            row("zeroed feature's number", c.window, c.secondaryText);
            row("record button", c.onDanger, c.danger);
            row("on the mat", c.onMat, c.mat);
            for (const QColor& mark : {c.accent, c.warning, c.danger}) row("on a banner", c.text, mixed(c.window, mark, 0.1));
            for (const QColor& mark : {c.accent, c.warning, c.danger}) row("banner's details", c.secondaryText, mixed(c.window, mark, 0.1));
        }
    }
    void textCanBeRead()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, background);
        const double ratio = contrast(text, background);
        QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3").arg(text.name(), background.name()).arg(ratio)));
    }

    void alphasGoFromLightToDark()
    {
        for (const Colors* theme : {&lightColors(), &darkColors(), &printColors()}) {
            const QList<double> alphas{0.2, 0.5, 1, 2};
            for (qsizetype i = 0; i < alphas.size(); ++i) {
                const QColor color = alphaColor(alphas[i], *theme);
                QVERIFY2(contrast(color, theme->window) >= 3, qPrintable(color.name()));
                if (i == 0) continue;
                const QColor lighter = alphaColor(alphas[i - 1], *theme);
                QVERIFY2(contrast(color, Qt::black) * 1.25 < contrast(lighter, Qt::black), qPrintable(color.name()));
                const double between = contrast(alphaColor((alphas[i - 1] + alphas[i]) / 2, *theme), Qt::black);
                QVERIFY(between < contrast(lighter, Qt::black) && between > contrast(color, Qt::black));
            }
            QCOMPARE(alphaColor(0, *theme), alphaColor(0.2, *theme));
            QCOMPARE(alphaColor(std::nan(""), *theme), alphaColor(0.2, *theme));
            QCOMPARE(alphaColor(100, *theme), alphaColor(2, *theme));
        }
        QCOMPARE(alphaColor(1), alphaColor(1, colors()));
    }

    void contrastAsWcagDefinesIt()
    {
        QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
        QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    // Curves are graphics: 3:1 (WCAG 1.4.11).
    void curvesStandOut()
    {
        for (const Colors* c : {&lightColors(), &darkColors(), &printColors()}) {
            QCOMPARE(seriesColor(0, *c), c->accent);
            for (int i = 0; i < 7; ++i) QVERIFY2(contrast(seriesColor(i, *c), c->window) >= 3, qPrintable(QString::number(i)));
        }
        for (int i = 0; i < 7; ++i) {
            for (int j = 0; j < i; ++j) QVERIFY(seriesDash(i) != seriesDash(j));
        }
    }

    void modesAreApplied()
    {
        applyTheme(ThemeMode::Dark);
        QVERIFY(isDark());
        QCOMPARE(themeMode(), ThemeMode::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), darkColors().window);
        QPushButton button;
        QCOMPARE(button.palette().color(QPalette::ButtonText), darkColors().text);
        applyTheme(ThemeMode::Light);
        QVERIFY(!isDark());
        QTRY_COMPARE(button.palette().color(QPalette::ButtonText), lightColors().text);
        applyTheme(ThemeMode::System);  // offscreen: a light platform without a portal
        QCOMPARE(QApplication::palette().color(QPalette::Window), colors().window);
    }

    void fontsHaveThreeSizes()
    {
        QCOMPARE(smallFont().pointSizeF(), 11.0);
        QCOMPARE(bodyFont().pointSizeF(), 13.0);
        QCOMPARE(titleFont().pointSizeF(), 20.0);
        for (const QFont& font : {numberFont(), smallNumberFont()}) {
            const QFontMetricsF metrics(font);
            for (char digit = '1'; digit <= '9'; ++digit)
                QCOMPARE(metrics.horizontalAdvance(QLatin1Char(digit)), metrics.horizontalAdvance(QLatin1Char('0')));
        }
    }

    // Ends of matplotlib's tables.
    void colorMaps_data()
    {
        QTest::addColumn<int>("map");
        QTest::addColumn<float>("value");
        QTest::addColumn<QRgb>("expected");
        const auto row = [](const char* name, ColorMap map, float value, QRgb expected) {
            QTest::newRow(name) << int(map) << value << (0xff000000 | expected);
        };
        row("magma 0", ColorMap::Magma, 0, 0x000004);
        row("magma 1", ColorMap::Magma, 1, 0xfcfdbf);
        row("viridis 0", ColorMap::Viridis, 0, 0x440154);
        row("viridis 1", ColorMap::Viridis, 1, 0xfde725);
        row("cividis 1", ColorMap::Cividis, 1, 0xfee838);
        row("grey middle", ColorMap::Grey, 128 / 255.f, 0x808080);
        row("difference middle", ColorMap::Difference, 0.5f, 0xffffff);
        row("below", ColorMap::Magma, -3, 0x000004);
        row("above", ColorMap::Magma, 7, 0xfcfdbf);
        row("not a number", ColorMap::Magma, std::nanf(""), 0x000004);
    }
    void colorMaps()
    {
        QFETCH(int, map);
        QFETCH(float, value);
        QFETCH(QRgb, expected);
        QCOMPARE(colorAt(ColorMap(map), value), expected);
    }

    void colorMapsGrowLighter()
    {
        for (const ColorMap map : {ColorMap::Magma, ColorMap::Viridis, ColorMap::Cividis, ColorMap::Grey}) {
            for (int i = 8; i < 256; i += 8) {
                const double before = contrast(QColor(colorTable(map)[std::size_t(i - 8)]), Qt::black);
                QVERIFY(contrast(QColor(colorTable(map)[std::size_t(i)]), Qt::black) > before);
            }
            QVERIFY(!colorMapName(map).isEmpty());
        }
    }

    void everyIconDraws_data()
    {
        QTest::addColumn<QString>("name");
        QVERIFY(iconNames().size() >= 26);
        for (const QString& name : iconNames()) QTest::newRow(qPrintable(name)) << name;
    }
    void everyIconDraws()
    {
        QFETCH(QString, name);
        const QPixmap picture = iconPixmap(name, 24, Qt::red, 2.0);
        QCOMPARE(picture.size(), QSize(48, 48));
        QCOMPARE(picture.devicePixelRatio(), 2.0);
        const QImage image = picture.toImage();
        int drawn = 0;
        for (int y = 0; y < 48; ++y) {
            for (int x = 0; x < 48; ++x) {
                if (image.pixelColor(x, y).alpha() > 200) {
                    ++drawn;
                    QVERIFY(image.pixelColor(x, y).red() > 240 && image.pixelColor(x, y).blue() < 15);
                }
                if (x == 0 || y == 0 || x == 47 || y == 47) QCOMPARE(image.pixelColor(x, y).alpha(), 0);  // nothing is cut off
            }
        }
        QVERIFY(drawn > 60);
    }

    void iconsFollowTheTheme()
    {
        const QIcon play = icon(QStringLiteral("play"));
        const auto ink = [&play](QIcon::Mode mode, QIcon::State state) {
            const QImage image = play.pixmap(QSize(64, 64), mode, state).toImage();
            QColor color;
            int alpha = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() > alpha) {
                        color = image.pixelColor(x, y);
                        alpha = color.alpha();
                    }
                }
            }
            return color;
        };
        applyTheme(ThemeMode::Light);
        QCOMPARE(ink(QIcon::Normal, QIcon::Off), lightColors().text);
        QCOMPARE(ink(QIcon::Normal, QIcon::On), lightColors().accent);
        applyTheme(ThemeMode::Dark);
        QCOMPARE(ink(QIcon::Normal, QIcon::Off), darkColors().text);
        QCOMPARE(ink(QIcon::Selected, QIcon::Off), darkColors().onAccent);
        QVERIFY(ink(QIcon::Disabled, QIcon::Off) != darkColors().text);
        QVERIFY(icon(QStringLiteral("no such icon")).isNull());
    }
};

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
