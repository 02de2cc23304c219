// What a run is watched with beside its curves: bars of the latent dimensions, the strip of epochs, charts that move together.
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>
#include <cmath>

#include "ui/widgets/curve_chart.h"
#include "ui/widgets/curve_painter.h"
#include "ui/widgets/curve_stack.h"
#include "ui/widgets/epoch_strip.h"
#include "ui/widgets/kl_bars.h"

using namespace sonoglyph;

namespace {

QList<EpochCell> cells(int count)
{
    QList<EpochCell> all;
    for (int i = 1; i <= count; ++i) all.append({i, 0.9, {}});
    return all;
}

bool hasColor(QWidget& widget, const QRectF& area, const QColor& color)
{
    const QImage image = widget.grab().toImage();
    for (int y = int(area.top()); y < int(area.bottom()); ++y)
        for (int x = int(area.left()); x < int(area.right()); ++x)
            if (image.pixelColor(x, y) == color) return true;
    return false;
}

}  // namespace

class tst_RunWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeMode::Light); }

    void barsOfAnyNumberOfDimensions_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 2, 64, 256}) QTest::addRow("%d", count) << count;
    }
    void barsOfAnyNumberOfDimensions()
    {
        QFETCH(int, count);
        KlBars bars;
        bars.resize(400, 150);
        std::vector<double> nats(std::size_t(count), 0.0);
        nats.back() = 2.5;
        bars.setValues(nats, 0.01);
        QCOMPARE(bars.active(), 1);
        const QRectF last = bars.barRect(count - 1);
        QVERIFY(last.height() > 50 && last.right() <= 400 && last.top() >= 0 && last.bottom() <= 150);
        if (count > 1) {
            QVERIFY(bars.barRect(0).height() < 3 && bars.barRect(0).height() > 0);
            QVERIFY(bars.barRect(0).right() <= bars.barRect(1).left() + 1e-9);
        }
    }

    void deadBarsAreGrey()
    {
        KlBars bars;
        bars.resize(400, 150);
        bars.setValues({1.0, 0.01, 0.5}, 0.01);
        QCOMPARE(bars.active(), 2);
        QVERIFY(hasColor(bars, bars.barRect(0), colors().accent));
        QVERIFY(!hasColor(bars, bars.barRect(1).adjusted(0, -1, 0, 0), colors().accent));
        bars.setValues({1.0, std::nan(""), INFINITY}, 0.01);
        QVERIFY(!bars.grab().isNull());
    }

    void hoveringSaysDimensionAndNats()
    {
        KlBars bars;
        bars.resize(400, 150);
        bars.setValues({1.0, 0.25, 0.5}, 0.01);
        bars.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bars));
        QVERIFY(bars.accessibleDescription().contains(QStringLiteral("3 of 3 active")));
        QTest::mouseMove(&bars, QPoint(int(bars.barRect(1).center().x()), 60));
        QTRY_COMPARE(bars.current(), 1);
        QCOMPARE(bars.accessibleDescription(), QStringLiteral("dimension 1: 0.2500 nats"));
        bars.setValues({0.7, 0.125, 0.5}, 0.01);
        QCOMPARE(bars.accessibleDescription(), QStringLiteral("dimension 1: 0.1250 nats"));
        bars.setFocus();
        QTest::keyClick(&bars, Qt::Key_Right);
        QCOMPARE(bars.current(), 2);
        QTest::keyClick(&bars, Qt::Key_Right);
        QCOMPARE(bars.current(), 2);
        bars.setValues({0.7}, 0.01);
        QCOMPARE(bars.current(), -1);
        QCOMPARE(bars.figure()->csv(), QStringLiteral("dimension,kl [nat]\n0,0.7\n"));
    }

    void anEpochIsChosenAndGivenUp()
    {
        EpochStrip strip;
        strip.resize(strip.sizeHint());
        strip.setCells(cells(4));
        strip.show();
        QVERIFY(QTest::qWaitForWindowExposed(&strip));
        QSignalSpy chosen(&strip, &EpochStrip::epochChosen);
        const auto centre = [&](int row) { return strip.visualRect(strip.model()->index(row, 0)).center(); };
        QCOMPARE(strip.currentEpoch(), 0);
        strip.setFocus(Qt::TabFocusReason);
        QCOMPARE(chosen.size(), 0);
        QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, centre(1));
        QCOMPARE(strip.currentEpoch(), 2);
        QTest::keyClick(&strip, Qt::Key_Right);
        QCOMPARE(strip.currentEpoch(), 3);
        QTest::keyClick(&strip, Qt::Key_Escape);
        QCOMPARE(strip.currentEpoch(), 0);
        QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, centre(2));
        QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, centre(2));
        QCOMPARE(strip.currentEpoch(), 0);
        QCOMPARE(chosen.size(), 5);
        strip.setCurrentEpoch(4);
        QCOMPARE(chosen.size(), 5);
        QCOMPARE(strip.currentEpoch(), 4);
    }

    void theChoiceOutlivesNewEpochs()
    {
        EpochStrip strip;
        strip.setCells(cells(4));
        strip.setCurrentEpoch(2);
        QSignalSpy chosen(&strip, &EpochStrip::epochChosen);
        strip.setCells(cells(9));
        QCOMPARE(strip.count(), 9);
        QCOMPARE(strip.currentEpoch(), 2);
        QImage image(56, 56, QImage::Format_Grayscale8);
        image.fill(200);
        strip.setImage(2, image);
        strip.setImage(77, image);
        QCOMPARE(strip.model()->index(1, 0).data(Qt::DecorationRole).value<QImage>(), image);
        strip.setCells(cells(1));  // another run
        QCOMPARE(strip.currentEpoch(), 0);
        QCOMPARE(chosen.size(), 0);
    }

    void chartsFillTheirPlace_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("columns");
        QTest::newRow("high: one below the other") << QSize(500, 800) << 1;
        QTest::newRow("wide") << QSize(900, 400) << 2;
        QTest::newRow("three would leave holes") << QSize(800, 260) << 2;
        QTest::newRow("very wide") << QSize(1200, 200) << 4;
        QTest::newRow("narrow and low: to be scrolled") << QSize(300, 200) << 1;
    }
    void chartsFillTheirPlace()
    {
        QFETCH(QSize, size);
        QFETCH(int, columns);
        QWidget place;
        place.resize(size);
        auto* stack = new CurveStack(&place);
        QList<CurveChart*> charts;
        for (int i = 0; i < 4; ++i) {
            charts.append(new CurveChart);
            stack->add(charts[i]);
        }
        stack->resize(size);
        place.show();
        QVERIFY(QTest::qWaitForWindowExposed(&place));
        stack->resize(size.expandedTo({0, stack->minimumHeight()}));
        QTRY_COMPARE(int(std::count_if(charts.begin(), charts.end(), [&](auto* chart) { return chart->y() == charts[0]->y(); })), columns);
        for (CurveChart* chart : charts) QVERIFY(chart->height() >= chart->minimumSizeHint().height());
    }

    void chartsMoveTogether()
    {
        CurveStack stack;
        QList<CurveChart*> charts;
        for (int i = 0; i < 3; ++i) {
            charts.append(new CurveChart);
            charts[i]->addCurve({QStringLiteral("a")});
            charts[i]->setPoints(0, {{0, 1}, {100, 2}});
            stack.add(charts[i]);
        }
        stack.resize(900, 500);
        stack.show();
        QVERIFY(QTest::qWaitForWindowExposed(&stack));
        QSignalSpy changed(&stack, &CurveStack::viewChanged);
        charts[0]->refreshNow();
        charts[0]->zoom(2);
        QCOMPARE(changed.size(), 1);
        QVERIFY(charts[0]->view());
        for (CurveChart* chart : charts) QCOMPARE(chart->view(), charts[0]->view());
        QTest::mouseMove(charts[1], charts[1]->rect().center());
        QTRY_VERIFY(charts[1]->crosshair());
        QCOMPARE(charts[2]->crosshair(), charts[1]->crosshair());
        stack.setShown(charts[1], false);
        QVERIFY(!charts[1]->isVisible() && !stack.isShown(charts[1]) && charts[2]->isVisible());
        stack.showEverything();
        QVERIFY(!charts[2]->view());
        QSignalSpy clicked(&stack, &CurveStack::clicked);
        charts[2]->refreshNow();
        QTest::mouseMove(charts[2], QPoint(10, 10));
        const QPoint first(int(charts[2]->layoutOfPlot().x().toPixel(0)), int(charts[2]->layoutOfPlot().y().toPixel(1)));
        QTest::mouseMove(charts[2], first);
        QTest::mouseClick(charts[2], Qt::LeftButton, {}, first);
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked[0][0].value<CurveChart*>(), charts[2]);
    }
};

QTEST_MAIN(tst_RunWidgets)
#include "tst_run_widgets.moc"
