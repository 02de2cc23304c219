// Accuracies in rows: where they stand, what they tell, how one is chosen, what is exported.
#include <limits>

#include <QSignalSpy>
#include <QTest>

#include "ui/widgets/accuracy_chart.h"
#include "ui/widgets/theme.h"

using namespace sonoglyph;

namespace {

const double nothing = std::numeric_limits<double>::quiet_NaN();

QList<AccuracyRow> someRows()
{
    return {{QStringLiteral("FSDD"), QStringLiteral("α = 0.2"), 0.961, 0.947, 0.972, 0.98, 0.94},
            {QStringLiteral("FSDD"), QStringLiteral("α = 2, much longer"), 0.913, 0.894, 0.929, {}, 0.905},
            {QStringLiteral("Speech Commands, part"), QStringLiteral("α = 0.2"), 0.88, 0.874, 0.886, {}, {}}};
}

QList<AccuracyLine> someLines()
{
    return {{QStringLiteral("LeNet-5 on real images"), 0.991, {}},
            {QStringLiteral("audio-only classifier"), 0.985, QStringLiteral("FSDD")},
            {QStringLiteral("of a set that is not there"), 0.2, QStringLiteral("none")}};
}

}  // namespace

class tst_AccuracyChart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void init()
    {
        chart_ = std::make_unique<AccuracyChart>();
        chart_->resize(560, 320);
        chart_->setRows(someRows(), someLines());
        chart_->show();
        QVERIFY(QTest::qWaitForWindowExposed(chart_.get()));
    }

    void theAxisStartsAtARoundValueBelowAll_data()
    {
        QTest::addColumn<double>("lowest");
        QTest::addColumn<double>("start");
        QTest::newRow("usual") << 0.874 << 0.85;
        QTest::newRow("round already") << 0.9 << 0.9;
        QTest::newRow("near the top") << 0.997 << 0.98;
        QTest::newRow("chance") << 0.1 << 0.0;
        QTest::newRow("nothing measured") << nothing << 0.98;
        QTest::newRow("below 0") << -0.5 << 0.0;
    }

    void theAxisStartsAtARoundValueBelowAll()
    {
        QFETCH(double, lowest);
        QFETCH(double, start);
        chart_->setRows({{{}, QStringLiteral("a"), lowest, lowest, 1, {}, {}}});
        QVERIFY2(std::abs(chart_->axisStart() - start) < 1e-9, qPrintable(QString::number(chart_->axisStart())));
    }

    void everythingCountsForTheAxis()
    {
        AccuracyRow row{{}, QStringLiteral("a"), 0.99, 0.99, 0.99, {}, {}};
        for (int i = 0; i < 3; ++i) {
            row.mean = i == 0 ? std::optional(0.6) : std::nullopt;
            row.paper = i == 1 ? std::optional(0.6) : std::nullopt;
            chart_->setRows({row}, {{QStringLiteral("l"), i == 2 ? 0.6 : 0.99, {}}});
            QCOMPARE(chart_->axisStart(), 0.6);
        }
    }

    void betterIsFurtherRight()
    {
        QVERIFY(chart_->placeOf(0, 0.961).x() > chart_->placeOf(1, 0.913).x());
        QVERIFY(chart_->placeOf(0, 1).x() < chart_->width());
        const QImage picture = chart_->grab().toImage();
        QCOMPARE(picture.pixelColor(chart_->placeOf(0, 0.961).toPoint()), colors().accent);
        // The tick of the paper is grey, and stronger than the grid.
        const QColor tick = picture.pixelColor((chart_->placeOf(0, 0.94) + QPointF(0, 5)).toPoint());
        QVERIFY(contrast(tick, colors().window) > 3);
        QVERIFY(tick.saturation() < 40);
    }

    void aLineOfAGroupStaysInIt()
    {
        const auto marks = [this](int row, double accuracy) {
            const QImage picture = chart_->grab().toImage();
            const QRect column(chart_->placeOf(row, accuracy).toPoint().x() - 1, chart_->rowRect(row).toRect().top(), 3,
                               int(chart_->rowRect(row).height()));
            int dark = 0;
            for (int y = column.top(); y <= column.bottom(); ++y)
                for (int x = column.left(); x <= column.right(); ++x) dark += contrast(picture.pixelColor(x, y), colors().window) > 2;
            return dark;
        };
        QVERIFY(marks(1, 0.985) > 3);
        QCOMPARE(marks(2, 0.985), 0);
        QVERIFY(marks(1, 0.991) > 3);
        QVERIFY(marks(2, 0.991) > 3);
    }

    void tellsAllNumbers()
    {
        QCOMPARE(chart_->readout(0),
                 QStringLiteral("FSDD, α = 0.2: 96.1\u00a0% (94.7\u00a0% to 97.2\u00a0%), from means 98.0\u00a0%, paper 94.0\u00a0%"));
        QCOMPARE(chart_->readout(2), QStringLiteral("Speech Commands, part, α = 0.2: 88.0\u00a0% (87.4\u00a0% to 88.6\u00a0%)"));
        QTest::mouseMove(chart_.get(), chart_->rowRect(2).center().toPoint());
        QTRY_COMPARE(chart_->accessibleDescription(), chart_->readout(2));
        chart_->setRows({{{}, QStringLiteral("a"), nothing, nothing, nothing, {}, 0.9}});
        QCOMPARE(chart_->readout(0), QStringLiteral("a: not measured, paper 90.0\u00a0%"));
        QVERIFY(!chart_->grab().isNull());
    }

    void aClickChoosesARow()
    {
        QSignalSpy chosen(chart_.get(), &AccuracyChart::rowChosen);
        QTest::mouseClick(chart_.get(), Qt::LeftButton, {}, chart_->rowRect(1).center().toPoint());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toInt(), 1);
        // A heading is no row.
        QTest::mouseClick(chart_.get(), Qt::LeftButton, {},
                          chart_->rowRect(2).center().toPoint() - QPoint(0, int(chart_->rowRect(2).height())));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chart_->current(), 1);
    }

    void keysMoveAndReturnChooses()
    {
        QSignalSpy chosen(chart_.get(), &AccuracyChart::rowChosen);
        QTest::keyClick(chart_.get(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 0);
        for (const int key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_End, Qt::Key_Down, Qt::Key_Up})
            QTest::keyClick(chart_.get(), Qt::Key(key));
        QCOMPARE(chart_->current(), 1);
        QCOMPARE(chart_->accessibleDescription(), chart_->readout(1));
        QTest::keyClick(chart_.get(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toInt(), 1);
        chart_->setCurrent(7);
        QCOMPARE(chart_->current(), -1);
    }

    void allRowsHaveRoomAtTheLeastSize()
    {
        AccuracyChart chart;
        chart.setRows(someRows(), someLines());
        chart.resize(300, 300);
        chart.resize(300, chart.minimumSizeHint().height());
        // Two lines each: the longest name has no room beside the plot.
        QVERIFY(chart.rowRect(0).height() >= 1.8 * QFontMetricsF(smallNumberFont()).height());
        QVERIFY(chart.rowRect(2).bottom() + QFontMetricsF(smallNumberFont()).height() <= chart.height());
        QVERIFY(chart.placeOf(0, 1).x() - chart.placeOf(0, chart.axisStart()).x() > 80);
    }

    void longNamesGoAboveWhereItIsNarrow()
    {
        QList<AccuracyRow> rows = someRows();
        rows[1].name = QStringLiteral("a name that is rather long, in any language");
        const auto shape = [&rows](int width) {
            AccuracyChart chart;
            chart.setRows(rows);
            chart.resize(width, 500);
            return std::pair(chart.placeOf(1, 1).x() - chart.placeOf(1, chart.axisStart()).x(),
                             chart.placeOf(1, 0.9).y() - chart.rowRect(1).center().y());
        };
        const auto [wide, beside] = shape(1200);
        QVERIFY(std::abs(beside) < 1);
        const auto [narrow, below] = shape(300);
        QVERIFY(narrow > 180);
        QVERIFY(below > 5);
    }

    void exportsRowsAndLines()
    {
        const QStringList lines = chart_->figure()->csv().split(u'\n');
        QCOMPARE(lines[0], QStringLiteral("group,name,accuracy,low,high,mean,paper,mean_over"));
        QCOMPARE(lines[1], QStringLiteral("FSDD,α = 0.2,0.961,0.947,0.972,0.98,0.94,"));
        QCOMPARE(lines[2], QStringLiteral("FSDD,\"α = 2, much longer\",0.913,0.894,0.929,,0.905,"));
        QCOMPARE(lines[4], QStringLiteral(",LeNet-5 on real images,0.991,,,,,"));
        QCOMPARE(lines[5], QStringLiteral("FSDD,audio-only classifier,0.985,,,,,"));
        QCOMPARE(lines.size(), 7);
    }

    void meansAndOtherSplits()
    {
        AccuracyRow mean{{}, QStringLiteral("m"), 0.9, 0.85, 0.95, {}, {}};
        mean.over = QStringLiteral("3 seeds");
        mean.each = {0.84, 0.9, 0.96};
        AccuracyRow other{{}, QStringLiteral("official split"), 0.7, 0.6, 0.8, {}, {}};
        other.below = true;
        chart_->setRows({mean, other, other});
        QVERIFY(chart_->readout(0).contains(QStringLiteral("deviation 5.0")));
        QVERIFY(chart_->readout(0).contains(QStringLiteral("over 3 seeds")));
        QVERIFY(chart_->readout(2).startsWith(QStringLiteral("m, official split: 70.0")));
        const QStringList lines = chart_->figure()->csv().split(u'\n');
        QCOMPARE(lines[1], QStringLiteral(",m,0.9,0.85,0.95,,,3 seeds"));
        QCOMPARE(lines[2], QStringLiteral(",\"m, official split\",0.7,0.6,0.8,,,"));
        // What belongs to a model is marked lighter; what a mean is of stands below its dot.
        const QImage shown = chart_->grab().toImage();
        const QPoint dot = chart_->placeOf(0, 0.9).toPoint(), lighter = chart_->placeOf(1, 0.7).toPoint();
        QCOMPARE(shown.pixelColor(dot).rgb(), colors().accent.rgb());
        QCOMPARE(shown.pixelColor(lighter).rgb(), mixed(colors().surface, colors().accent, 0.55).rgb());
        const QPoint seed = chart_->placeOf(0, 0.84).toPoint() + QPoint(0, 6);
        QVERIFY(contrast(shown.pixelColor(seed), shown.pixelColor(seed + QPoint(-8, 3))) > 2);
        // The lowest seed counts for the axis.
        mean.each = {0.2};
        chart_->setRows({mean});
        QCOMPARE(chart_->axisStart(), 0.2);
    }

    void withoutRowsItIsEmpty()
    {
        chart_->setRows({}, someLines());
        chart_->setEmptyText(QStringLiteral("Nothing yet."));
        QCOMPARE(chart_->accessibleDescription(), QStringLiteral("Nothing yet."));
        QCOMPARE(chart_->figure()->csv(), QString());
        QSignalSpy chosen(chart_.get(), &AccuracyChart::rowChosen);
        QTest::keyClick(chart_.get(), Qt::Key_Down);
        QTest::keyClick(chart_.get(), Qt::Key_Return);
        QTest::mouseClick(chart_.get(), Qt::LeftButton, {}, QPoint(200, 100));
        QCOMPARE(chosen.size(), 0);
        QVERIFY(!chart_->grab().isNull());
    }

private:
    std::unique_ptr<AccuracyChart> chart_;
};

QTEST_MAIN(tst_AccuracyChart)
#include "tst_accuracy_chart.moc"
