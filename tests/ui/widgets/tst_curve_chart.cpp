// The chart loses no extreme whatever it is given, fits its axes, and lets hands zoom, go back, read out and click.
#include <QSignalSpy>
#include <QtTest>

#include <cmath>
#include <random>

#include "ui/widgets/curve_chart.h"
#include "ui/widgets/curve_painter.h"
#include "ui/widgets/curve_raster.h"
#include "ui/widgets/curve_readout.h"
#include "ui/widgets/theme.h"

using namespace sonoglyph;

namespace {

QList<QPointF> noise(int n, double height = 1)
{
    std::mt19937 generator(3);
    std::normal_distribution<double> normal;
    QList<QPointF> points;
    for (int i = 0; i < n; ++i) points.append({double(i), height * normal(generator)});
    return points;
}

QList<QPointF> falling(int n, double height = 100)
{
    QList<QPointF> points;
    for (int i = 1; i <= n; ++i) points.append({double(i), height * std::exp(-3.0 * i / n) + (i % 3)});
    return points;
}

std::vector<CurveSpan> traced(const QList<QPointF>& points, const CurveScale& x, const CurveScale& y, int columns)
{
    CurveSeries series;
    series.append(points);
    std::vector<CurveSpan> spans{std::size_t(columns)};
    series.trace(x, y, spans);
    return spans;
}

void turnWheel(CurveChart& chart, const QPoint& at, int turns, Qt::KeyboardModifiers modifiers = {})
{
    QWheelEvent event(at, chart.mapToGlobal(at), {}, {0, 120 * turns}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&chart, &event);
}

}  // namespace

class tst_CurveChart : public QObject {
    Q_OBJECT

private:
    static void fill(CurveChart& chart, const QList<QPointF>& points)
    {
        chart.resize(600, 300);
        chart.setAxisTitles(QStringLiteral("step"), QStringLiteral("nats"));
        chart.addCurve({QStringLiteral("train")});
        chart.setPoints(0, points);
        chart.refreshNow();
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeMode::Light); }

    void extremesOfAnyStretch_data()
    {
        QTest::addColumn<int>("left");
        QTest::addColumn<int>("right");
        QTest::newRow("all") << 0 << 9999;
        QTest::newRow("within a block") << 5 << 6;
        QTest::newRow("one point") << 77 << 77;
        QTest::newRow("odd ends") << 13 << 8191;
        QTest::newRow("the unfinished end") << 9990 << 9999;
    }
    void extremesOfAnyStretch()
    {
        QFETCH(int, left);
        QFETCH(int, right);
        const QList<QPointF> points = noise(10000);
        CurveSeries series;
        series.append(points);
        CurveExtent all, positive;
        for (int i = left; i <= right; ++i) {
            all.take(points[i].y());
            if (points[i].y() > 0) positive.take(points[i].y());
        }
        QCOMPARE(series.extent(left, right), all);
        QCOMPARE(series.extent(left, right, true), positive);
        QVERIFY(series.extent(20000, 30000).empty());
    }

    void everyColumnHoldsItsExtremes_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("logarithmicX");
        for (const int count : {3, 50, 700, 5000, 100000}) {
            QTest::addRow("%d points", count) << count << false;
            QTest::addRow("%d points, logarithmic x", count) << count << true;
        }
    }
    void everyColumnHoldsItsExtremes()
    {
        QFETCH(int, count);
        QFETCH(bool, logarithmicX);
        QList<QPointF> points = noise(count);
        points[count / 3].setY(40);
        points[count / 2].setY(-30);
        constexpr int columns = 500;
        const CurveScale x({logarithmicX ? 1.0 : 0.0, double(count)}, 0, columns, logarithmicX), y({-50, 50}, 1000, 0, false);
        const auto spans = traced(points, x, y, columns);
        for (const QPointF& p : points) {
            if (logarithmicX && p.x() < 1) continue;
            // Blocks of points may be drawn one column beside their own.
            const int column = std::min(columns - 1, int(x.toPixel(p.x())));
            CurveSpan around;
            for (int c = std::max(0, column - 1); c <= std::min(columns - 1, column + 1); ++c) {
                around.take(spans[std::size_t(c)].top);
                around.take(spans[std::size_t(c)].bottom);
            }
            const double at = y.toPixel(p.y());
            QVERIFY2(at >= around.top - 0.01 && at <= around.bottom + 0.01, qPrintable(QStringLiteral("x %1").arg(p.x())));
        }
        // No hole from the first point to the last, and nothing above the highest.
        const auto from = std::size_t(std::max(0.0, std::ceil(x.toPixel(logarithmicX ? 1 : 0))));
        for (std::size_t c = from; c < std::size_t(x.toPixel(points.back().x())); ++c) {
            QVERIFY(!spans[c].empty());
            QVERIFY(spans[c].top >= float(y.toPixel(40)) - 0.01f && spans[c].bottom <= float(y.toPixel(-30)) + 0.01f);
            if (c > from) QVERIFY(spans[c].top <= spans[c - 1].bottom + 0.01f && spans[c].bottom >= spans[c - 1].top - 0.01f);
        }
    }

    void noSpikeIsLostWhereverItIs_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {800, 1999, 5003, 70001}) QTest::addRow("%d points", count) << count;
    }
    void noSpikeIsLostWhereverItIs()
    {
        QFETCH(int, count);
        constexpr int columns = 300;
        const CurveScale x({0, double(count)}, 0, columns, false), y({-50, 50}, 1000, 0, false);
        for (int i = 0; i < count; i += std::max(1, count / 211)) {
            for (const int at : {i, count - 1 - i % 64}) {
                CurveSeries series;
                for (int k = std::max(0, at - 2000); k < std::min(count, at + 2000); ++k) series.append({double(k), k == at ? 40.0 : 0.0});
                std::vector<CurveSpan> spans(columns);
                series.trace(x, y, spans);
                const auto highest = std::min_element(spans.begin(), spans.end(), [](auto& a, auto& b) { return a.top < b.top; });
                QCOMPARE(highest->top, float(y.toPixel(40)));
                QVERIFY(std::abs(double(highest - spans.begin()) - std::floor(x.toPixel(at))) <= 1);
            }
        }
    }

    void aLineReachesBeyondTheView()
    {
        const auto spans = traced({{0, 0}, {100, 100}}, CurveScale({40, 60}, 0, 20, false), CurveScale({0, 100}, 100, 0, false), 20);
        QCOMPARE(spans.front().bottom, 60.0f);
        QCOMPARE(spans.back().top, 40.0f);
    }

    void whatIsNoNumberOrNotOnTheScaleIsLeftOut()
    {
        CurveSeries series;
        series.append({{1, 2}, {2, std::nan("")}, {3, INFINITY}, {4, 1}});
        QCOMPARE(series.size(), 2);
        const auto spans = traced({{1, -1}, {2, 0}, {3, 10}, {4, -5}, {5, 100}}, CurveScale({0, 10}, 0, 100, false),
                                  CurveScale({1, 1000}, 300, 0, true), 100);
        QVERIFY(spans[15].empty() && spans[25].empty());
        QCOMPARE(spans[30].bottom, 200.0f);
        QCOMPARE(spans[49].top, 100.0f);
        QCOMPARE(spans[49].bottom, 105.0f);
    }

    void rangesHoldEveryPoint_data()
    {
        QTest::addColumn<QList<QPointF>>("points");
        QTest::newRow("one point") << QList<QPointF>{{5, 3}};
        QTest::newRow("at zero") << QList<QPointF>{{0, 0}};
        QTest::newRow("flat") << QList<QPointF>{{1, 7}, {2, 7}, {3, 7}};
        QTest::newRow("negative") << QList<QPointF>{{1, -7}, {2, 4}};
        QTest::newRow("huge") << QList<QPointF>{{1, 1e9}, {1e6, 2}};
        QTest::newRow("tiny") << QList<QPointF>{{1, 1e-7}, {2, 3e-7}};
        QTest::newRow("far from the beginning") << QList<QPointF>{{9000, 1}, {10000, 2}};
    }
    void rangesHoldEveryPoint()
    {
        QFETCH(QList<QPointF>, points);
        for (const bool logarithmic : {false, true}) {
            CurveChart chart;
            fill(chart, points);
            chart.setLogarithmic(Qt::Horizontal, logarithmic);
            chart.setLogarithmic(Qt::Vertical, logarithmic);
            chart.refreshNow();
            const CurveRange x = chart.shownRange(Qt::Horizontal), y = chart.shownRange(Qt::Vertical);
            QVERIFY(x.high > x.low && y.high > y.low);
            QVERIFY(!logarithmic || (x.low > 0 && y.low > 0));
            for (const QPointF& p : points) {
                if (logarithmic && (p.x() <= 0 || p.y() <= 0)) continue;
                QVERIFY(p.x() >= x.low && p.x() <= x.high * (1 + 1e-9));
                QVERIFY(p.y() >= y.low * (1 - 1e-9) && p.y() <= y.high * (1 + 1e-9));
            }
        }
    }

    void axesGrowInSteps()
    {
        CurveChart chart;
        fill(chart, falling(1000));
        int changes = 0;
        double before = 0;
        for (int n = 1001; n < 2000; n += 10) {
            chart.setPoints(0, falling(n));
            chart.refreshNow();
            const double right = chart.shownRange(Qt::Horizontal).high;
            QVERIFY(right >= n);
            changes += right != before;
            before = right;
        }
        QVERIFY2(changes <= 4, qPrintable(QString::number(changes)));
    }

    void smoothingFollowsWithoutLosingTheCurve()
    {
        CurveChart chart;
        QList<QPointF> points;
        for (int i = 0; i < 20000; ++i) points.append({double(i), i % 2 ? 3.0 : 1.0});
        fill(chart, points);
        chart.addCurve({QStringLiteral("held out"), {}, {}, 0, 0});
        chart.setPoints(1, {{10, 1}, {20, 3}});
        chart.setSmoothing(50);
        do chart.refreshNow();
        while (!chart.isSettled());
        const CurvePlot& plot = chart.plot();
        QCOMPARE(plot[0].smoothed.size(), plot[0].raw.size());
        QCOMPARE(plot[0].smoothed[0].y(), 1.0);
        QVERIFY(std::abs(plot[0].smoothed.back().y() - 2) < 0.05);
        QCOMPARE(&plot.line(1), &plot[1].raw);
        chart.appendPoints(0, {{20000, 900}});
        chart.refreshNow();
        QVERIFY(plot[0].smoothed.back().y() > 15 && plot[0].smoothed.back().y() < 25);
        QVERIFY(chart.shownRange(Qt::Vertical).high >= 900);
        chart.setSmoothing(1);
        QCOMPARE(&plot.line(0), &plot[0].raw);
    }

    void smoothingDoesNotLagBehindAFallingCurve()
    {
        Smoothing smoothing(1000);
        for (int i = 1; i <= 200; ++i) {
            const double value = 600.0 / i;
            const double mean = smoothing.add(value);
            QVERIFY2(mean >= value && mean < 1.25 * value, qPrintable(QStringLiteral("%1: %2").arg(i).arg(mean / value)));
        }
        Smoothing none;
        QCOMPARE(none.add(3), 3.0);
        QCOMPARE(none.add(-5), -5.0);
    }

    void drawsOnlyWhileVisible()
    {
        CurveChart chart;
        fill(chart, falling(50));
        chart.setPoints(0, falling(60, 1000));
        QTest::qWait(60);
        QVERIFY(chart.shownRange(Qt::Vertical).high < 200);
        chart.show();
        QTRY_VERIFY(chart.shownRange(Qt::Vertical).high > 200);
        chart.setPoints(0, falling(60, 10));
        QTRY_VERIFY(chart.shownRange(Qt::Vertical).high < 200);
    }

    void coloursFollowTheThemeAndAlpha()
    {
        CurveChart chart;
        fill(chart, falling(20));
        const CurvePlot& plot = chart.plot();
        chart.addCurve({QStringLiteral("held out"), {}, {}, 0, 0});
        chart.addCurve({QStringLiteral("alpha"), {}, {}, 0.5});
        chart.addCurve({QStringLiteral("fixed"), Qt::magenta});
        QCOMPARE(plot.color(0, darkColors()), darkColors().accent);
        QCOMPARE(plot.color(1, lightColors()), lightColors().accent);
        QVERIFY(plot.color(2, darkColors()) != plot.color(2, lightColors()));
        QCOMPARE(plot.color(3, darkColors()), QColor(Qt::magenta));
        QVERIFY(!plot.isNamed(1));  // until it has points
        const auto has = [&](const QColor& color) {
            const QImage image = chart.grab().toImage();
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y) == color) return true;
            return false;
        };
        chart.show();
        QVERIFY(has(lightColors().accent));
        applyTheme(ThemeMode::Dark);
        QTRY_VERIFY(has(darkColors().accent));
        applyTheme(ThemeMode::Light);
    }

    void theWheelZoomsRoundThePointer()
    {
        CurveChart chart;
        fill(chart, falling(1000));
        QSignalSpy changed(&chart, &CurveChart::viewChanged);
        const CurveScale x = chart.layoutOfPlot().x();
        const QPoint at = chart.layoutOfPlot().plotArea().center().toPoint() + QPoint(100, 0);
        const double value = x.toValue(at.x());
        turnWheel(chart, at, 3);
        chart.refreshNow();
        QCOMPARE(changed.size(), 1);
        QVERIFY(chart.view()->high - chart.view()->low < 600);
        QVERIFY(std::abs(chart.layoutOfPlot().x().toValue(at.x()) - value) < 1e-6);
        // y fits what is in view.
        QVERIFY(chart.shownRange(Qt::Vertical).high < 60);
        const CurveRange before = *chart.view();
        turnWheel(chart, at, 1, Qt::ShiftModifier);
        QVERIFY(chart.view()->low < before.low);
        QVERIFY(std::abs(chart.view()->high - chart.view()->low - (before.high - before.low)) < 1e-6);
        turnWheel(chart, QPoint(4, 150), 2);
        chart.refreshNow();
        QCOMPARE(changed.size(), 2);
        QVERIFY(chart.shownRange(Qt::Vertical).high - chart.shownRange(Qt::Vertical).low < 40);
        QTest::mouseDClick(&chart, Qt::LeftButton, {}, at);
        chart.refreshNow();
        QVERIFY(!chart.view());
        QCOMPARE(chart.shownRange(Qt::Horizontal), (CurveRange{0, 1000}));
    }

    void draggingChoosesAStretchAndKeysGoBack()
    {
        CurveChart chart;
        fill(chart, falling(1000));
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        const auto drag = [&](double from, double to) {
            const auto at = [&](double value) { return QPoint(int(std::lround(chart.layoutOfPlot().x().toPixel(value))), 120); };
            QTest::mousePress(&chart, Qt::LeftButton, {}, at(from));
            QTest::mouseMove(&chart, at((from + to) / 2));
            QTest::mouseMove(&chart, at(to));
            QTest::mouseRelease(&chart, Qt::LeftButton, {}, at(to));
            chart.refreshNow();
        };
        const double pixel = 1000 / chart.layoutOfPlot().plotArea().width();
        drag(600, 300);
        QVERIFY(std::abs(chart.view()->low - 300) <= pixel && std::abs(chart.view()->high - 600) <= pixel);
        const CurveRange first = *chart.view();
        drag(400, 500);
        QVERIFY(chart.view()->high - chart.view()->low < 110);
        chart.setFocus();
        QTest::keyClick(&chart, Qt::Key_Backspace);
        QCOMPARE(*chart.view(), first);
        QTest::keyClick(&chart, Qt::Key_Plus);
        QVERIFY(chart.view()->high - chart.view()->low < 250);
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&chart, Qt::Key_Home);
        QVERIFY(!chart.view());
        QTest::keyClick(&chart, Qt::Key_Backspace);
        QVERIFY(chart.view());
        // Zooming in has an end.
        for (int i = 0; i < 200; ++i) chart.zoom(4);
        chart.refreshNow();
        QVERIFY(chart.shownRange(Qt::Horizontal).high > chart.shownRange(Qt::Horizontal).low);
    }

    void pointerAndKeysReadOut()
    {
        CurveChart chart;
        fill(chart, falling(50));
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QSignalSpy moved(&chart, &CurveChart::crosshairMoved);
        const QImage before = chart.grab().toImage();
        QTest::mouseMove(&chart, QPoint(300, 150));
        QTRY_VERIFY(chart.grab().toImage() != before);
        QVERIFY(chart.crosshair());
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&chart, &leave);
        QTRY_COMPARE(chart.grab().toImage(), before);
        QCOMPARE(moved.size(), 2);
        chart.setFocus();
        QTest::keyClick(&chart, Qt::Key_Left);
        QVERIFY(*chart.crosshair() < 50);
        QVERIFY(chart.accessibleDescription().contains(QStringLiteral("train")));
    }

    void theReadoutHasEveryDigit()
    {
        CurveChart chart;
        fill(chart, {{1, 2}, {2, 123.456789012}, {3, 4}});
        chart.addCurve({QStringLiteral("ended early")});
        chart.setPoints(1, {{0.1, 3}, {0.2, 3}});
        chart.refreshNow();
        const CurveReadout readout(chart.plot(), chart.layoutOfPlot(), 2.2);
        QCOMPARE(readout.rows().size(), 1);
        QCOMPARE(readout.rows()[0].x, 2.0);
        QCOMPARE(preciseText(readout.rows()[0].y), QStringLiteral("123.456789"));
        QCOMPARE(preciseText(2500), QStringLiteral("2500"));
    }

    void aClickOnACurveIsAnnounced()
    {
        CurveChart chart;
        fill(chart, {{0, 10}, {100, 10}, {200, 10}});
        chart.addCurve({QStringLiteral("other")});
        chart.setPoints(1, {{0, 30}, {100, 30}, {200, 30}});
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        chart.refreshNow();
        QSignalSpy clicked(&chart, &CurveChart::clicked);
        const auto at = [&](double x, double y) {
            return QPointF(chart.layoutOfPlot().x().toPixel(x), chart.layoutOfPlot().y().toPixel(y)).toPoint();
        };
        const auto click = [&](const QPoint& point) {
            QTest::mouseMove(&chart, point);
            QTest::mouseClick(&chart, Qt::LeftButton, {}, point);
        };
        click(at(90, 30));
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked[0][0].toInt(), 1);
        QCOMPARE(clicked[0][1].toDouble(), 100.0);
        click(at(90, 20));
        QCOMPARE(clicked.size(), 1);
        QTest::keyClick(&chart, Qt::Key_Right);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(clicked.size(), 2);
    }

    void marksAndBandsAreDrawn()
    {
        CurveChart chart;
        fill(chart, {{0, 10}, {100, 10}});
        const auto picture = [&] {
            chart.refreshNow();
            return chart.grab().toImage();
        };
        const QImage plain = picture();
        chart.setMarks({{50, QStringLiteral("lr 0.001")}});
        const QImage marked = picture();
        QVERIFY(marked != plain);
        chart.setMarks({{500, QStringLiteral("beyond")}});
        QCOMPARE(picture(), plain);
        chart.setBand(0, {{0, 9}, {100, 8}}, {{0, 11}, {100, 12}});
        QVERIFY(picture() != plain);
        QVERIFY(chart.shownRange(Qt::Vertical).low <= 8 && chart.shownRange(Qt::Vertical).high >= 12);
    }

    void dashesLeaveHoles()
    {
        const auto inked = [](const QList<qreal>& dash) {
            CurveRaster raster({100, 20}, Qt::white);
            raster.drawLine(std::vector<CurveSpan>(100, CurveSpan{10, 10}), Qt::black, 2, dash);
            int count = 0;
            for (int x = 0; x < 100; ++x) count += raster.image().pixelColor(x, 10) != QColor(Qt::white);
            return count;
        };
        QCOMPARE(inked({}), 100);
        const int dashed = inked({3, 2});
        QVERIFY2(dashed > 45 && dashed < 75, qPrintable(QString::number(dashed)));
    }

    void drawingStaysWithinTheImage()
    {
        CurveRaster raster({10, 10}, Qt::white);
        raster.fill({CurveSpan{20, 30}, CurveSpan{-30, -20}, CurveSpan{}}, Qt::red, 1);
        raster.drawRow(10, Qt::red);
        raster.drawRow(-1, Qt::red);
        for (int y = 0; y < 10; ++y) QCOMPARE(raster.image().pixelColor(0, y), QColor(Qt::white));
        raster.drawRow(3, Qt::blue);
        QCOMPARE(raster.image().pixelColor(9, 3), QColor(Qt::blue));
        raster.drawLine(std::vector<CurveSpan>(40, CurveSpan{-1e6f, 1e6f}), Qt::red, 3);
        QCOMPARE(raster.image().pixelColor(9, 9), QColor(Qt::red));
        QCOMPARE(raster.image().pixelColor(0, 0), QColor(Qt::red));
    }
};

QTEST_MAIN(tst_CurveChart)
#include "tst_curve_chart.moc"
