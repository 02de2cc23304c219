// The chart draws few points whatever it is given, grows its axes in steps, and reads out what is under the pointer.
#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QLineSeries>
#include <QSignalSpy>
#include <QValueAxis>
#include <QtTest>

#include <cmath>

#include "ui/widgets/loss_chart.h"
#include "ui/widgets/theme.h"

using namespace sonoglyph;

namespace {

QList<QPointF> curve(int n, double height = 100)
{
    QList<QPointF> points;
    for (int i = 1; i <= n; ++i) points.append({double(i), height * std::exp(-3.0 * i / n) + (i % 3)});
    return points;
}

/// Everything that is drawn: lines, and the edges of bands.
QList<QPointF> drawnPoints(const LossChart& chart)
{
    QList<QPointF> points;
    for (QAbstractSeries* series : chart.findChild<QChartView*>()->chart()->series()) {
        if (const auto* line = qobject_cast<QLineSeries*>(series)) points += line->points();
        if (const auto* area = qobject_cast<QAreaSeries*>(series)) points += area->upperSeries()->points() + area->lowerSeries()->points();
    }
    return points;
}

struct Axis {
    double low, high;
};

Axis axisOf(const LossChart& chart, Qt::Orientation orientation)
{
    const auto axes = chart.findChild<QChartView*>()->chart()->axes(orientation);
    const auto* axis = qobject_cast<QValueAxis*>(axes.value(0));
    return axis ? Axis{axis->min(), axis->max()} : Axis{0, 0};
}

}  // namespace

class tst_LossChart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeMode::Light); }

    void drawsFewPointsOfMany()
    {
        LossChart chart;
        chart.resize(600, 300);
        const int series = chart.addSeries(QStringLiteral("train"));
        QList<QPointF> points = curve(100000);
        points[54321].setY(170);
        chart.setPoints(series, points);
        QVERIFY(chart.refreshNow() > 200);
        QVERIFY(chart.refreshNow() <= 2 * 600 + 2 + 200);
        QVERIFY(drawnPoints(chart).contains(points[54321]));
        QCOMPARE(chart.points(series).size(), 100000);
    }

    void aCounterpartHasItsColourAndMarks()
    {
        LossChart chart;
        chart.resize(600, 300);
        const int train = chart.addSeries(QStringLiteral("train"));
        const int test = chart.addSeries(QStringLiteral("held out"));
        chart.setCounterpart(test, train);
        chart.setPoints(train, curve(20));
        chart.setPoints(test, {{20, 50}});
        chart.refreshNow();
        const auto lines = [&] {
            QList<QLineSeries*> found;
            for (QAbstractSeries* series : chart.findChild<QChartView*>()->chart()->series())
                if (auto* line = qobject_cast<QLineSeries*>(series)) found << line;
            return found;
        }();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1]->pen().color(), lines[0]->pen().color());
        QVERIFY(lines[1]->pointsVisible());
        QVERIFY(!lines[0]->pointsVisible());
    }

    void drawsEveryPointOfFew()
    {
        LossChart chart;
        chart.resize(600, 300);
        chart.addSeries(QStringLiteral("test"));
        chart.setPoints(0, curve(20));
        QCOMPARE(chart.refreshNow(), 20);
        chart.appendPoints(0, {{21, 3}});
        QCOMPARE(chart.refreshNow(), 21);
        chart.setSeriesVisible(0, false);
        QCOMPARE(chart.refreshNow(), 0);
        chart.setSeriesVisible(0, true);
        chart.clear();
        QCOMPARE(chart.refreshNow(), 0);
        QCOMPARE(chart.seriesCount(), 1);
    }

    void axesGrowInSteps()
    {
        LossChart chart;
        chart.resize(600, 300);
        chart.addSeries(QStringLiteral("train"));
        int changes = 0;
        double before = 0;
        for (int n = 1000; n < 2000; n += 10) {
            chart.setPoints(0, curve(n));
            chart.refreshNow();
            const double right = axisOf(chart, Qt::Horizontal).high;
            QVERIFY(right >= n);
            changes += right != before;
            before = right;
        }
        QVERIFY2(changes <= 4, qPrintable(QString::number(changes)));
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
        LossChart chart;
        chart.resize(600, 300);
        chart.addSeries(QStringLiteral("a"));
        chart.setPoints(0, points);
        chart.refreshNow();
        const Axis x = axisOf(chart, Qt::Horizontal), y = axisOf(chart, Qt::Vertical);
        QVERIFY(x.high > x.low && y.high > y.low);
        for (const QPointF& p : points) {
            QVERIFY(p.x() >= x.low && p.x() <= x.high);
            QVERIFY(p.y() >= y.low && p.y() <= y.high);
        }
    }

    void logarithmic()
    {
        LossChart chart;
        chart.resize(600, 300);
        chart.addSeries(QStringLiteral("a"));
        chart.setPoints(0, {{1, 1000}, {2, 0}, {3, -5}, {4, 10}});
        QSignalSpy changed(&chart, &LossChart::logarithmicChanged);
        chart.setLogarithmic(true);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(chart.refreshNow(), 2);
        const Axis y = axisOf(chart, Qt::Vertical);
        QVERIFY(y.low <= 1 && y.high >= 3 && y.high < 4);
        chart.setPoints(0, {{1, -1}});
        QCOMPARE(chart.refreshNow(), 0);
        chart.setLogarithmic(false);
        QCOMPARE(chart.refreshNow(), 1);
    }

    void notANumberIsLeftOut()
    {
        LossChart chart;
        chart.resize(600, 300);
        chart.addSeries(QStringLiteral("a"));
        chart.setPoints(0, {{1, 2}, {2, std::nan("")}, {3, INFINITY}, {4, 1}});
        QCOMPARE(chart.refreshNow(), 2);
        QVERIFY(axisOf(chart, Qt::Vertical).high < 10);
    }

    void refreshesOnlyWhileVisible()
    {
        LossChart chart;
        chart.resize(600, 300);
        chart.addSeries(QStringLiteral("a"));
        chart.setPoints(0, curve(50));
        QTest::qWait(0);
        const auto drawn = [&chart] { return drawnPoints(chart).size(); };
        QCOMPARE(drawn(), 0);
        chart.show();
        QTRY_COMPARE(drawn(), 50);
        chart.setPoints(0, curve(60));
        QTRY_COMPARE(drawn(), 60);
    }

    void coloursFollowTheTheme()
    {
        LossChart chart;
        chart.resize(600, 300);
        chart.addSeries(QStringLiteral("ours"));
        chart.addSeries(QStringLiteral("fixed"), QColor(Qt::magenta), seriesDash(1));
        chart.setPoints(0, curve(20));
        chart.setPoints(1, curve(20, 50));
        chart.show();
        const auto has = [&chart](const QColor& color) {
            for (QAbstractSeries* series : chart.findChild<QChartView*>()->chart()->series()) {
                const auto* line = qobject_cast<QLineSeries*>(series);
                if (line && line->pen().color() == color) return true;
            }
            return false;
        };
        chart.refreshNow();
        QVERIFY(has(lightColors().accent));
        QVERIFY(has(QColor(Qt::magenta)));
        applyTheme(ThemeMode::Dark);
        QTRY_VERIFY(has(darkColors().accent));
        applyTheme(ThemeMode::Light);
    }

    void pointerAndKeysReadOut()
    {
        LossChart chart;
        chart.resize(600, 300);
        chart.setAxisTitles(QStringLiteral("step"), QStringLiteral("loss"));
        chart.addSeries(QStringLiteral("train"));
        chart.setPoints(0, curve(50));
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        chart.refreshNow();
        const QImage before = chart.grab().toImage();
        QTest::mouseMove(&chart, QPoint(300, 150));
        QTRY_VERIFY(chart.grab().toImage() != before);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&chart, &leave);
        QTRY_COMPARE(chart.grab().toImage(), before);
        chart.setFocus();
        QTest::keyClick(&chart, Qt::Key_Left);
        QTRY_VERIFY(chart.grab().toImage() != before);
        QVERIFY(chart.accessibleDescription().contains(QStringLiteral("train")));
    }
};

QTEST_MAIN(tst_LossChart)
#include "tst_loss_chart.moc"
