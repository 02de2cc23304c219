// The view of a run: curves of every quantity over the same stretch, the door from a point of a curve to its epoch, other runs beside it.
#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include "core/train/metrics_csv.h"
#include "core/train/run_folder.h"
#include "ui/logic/settings.h"
#include "ui/pages/coach_line.h"
#include "ui/pages/curve_toolbar.h"
#include "ui/pages/epoch_panel.h"
#include "ui/pages/run_view.h"
#include "ui/widgets/curve_chart.h"
#include "ui/widgets/curve_painter.h"
#include "ui/widgets/curve_stack.h"
#include "ui/widgets/epoch_strip.h"
#include "ui/widgets/kl_bars.h"
#include "ui/widgets/segments.h"

using namespace sonoglyph;

class TestRunView : public QObject {
    Q_OBJECT
private:
    RunItem makeRun(const QString& name, double alpha, int seed, int epochs = 3)
    {
        RunItem item;
        RunConfig config;
        config.alpha = alpha;
        config.seed = std::uint64_t(seed);
        auto run = RunFolder::create(dir_->filePath(name).toStdString(), config);
        if (!run) qFatal("%s", english(run.error()).c_str());
        auto metrics = MetricsCsvWriter::open(run->metricsFile());
        for (int step = 1; step <= 50 * epochs; ++step) {
            (void)metrics->add(StepMetrics{step, (step - 1) / 50 + 1, 300.0 / step + seed, 200.0 / step, 10, 1, 36.0 * step, 100});
            if (step % 50) continue;
            EpochMetrics epoch{step / 50, step, 3, 2, 1, 3, 2, 1, 0.5 + 0.1 * step / 50, 0.9, 2, 36.0 * step};
            epoch.klPerDimension = {0.5, 0.0, 0.1 * step / 50};
            (void)metrics->add(epoch);
            QImage grid(2 * 28 + 2, 2 * 28 + 2, QImage::Format_Grayscale8);
            grid.fill(step / 50);
            grid.save(QString::fromStdString(run->preview(step / 50).string()));
        }
        QFile kept(QString::fromStdString(run->epochCheckpoint(epochs).string()));
        (void)kept.open(QIODevice::WriteOnly);
        item.entry.folder = run->folder();
        item.entry.config = config;
        item.state = RunItem::State::Finished;
        item.step = 50 * epochs;
        return item;
    }
    void show(const RunItem& run)
    {
        view_->showRun(run);
        view_->showMetrics(std::make_shared<MetricStore>(*MetricStore::read(run.entry.folder)));
        for (CurveChart* chart : view_->charts().stack().charts()) chart->refreshNow();
    }
    CurveChart& chart(const char* group) { return *view_->charts().chart(QString::fromLatin1(group)); }
    template <class W>
    W* find(const char* name)
    {
        W* widget = view_->findChild<W*>(QString::fromLatin1(name));
        if (!widget) qFatal("no widget %s", name);
        return widget;
    }
    static void clickOn(CurveChart& chart, double x, double y)
    {
        chart.refreshNow();
        const QPoint at = QPointF(chart.layoutOfPlot().x().toPixel(x), chart.layoutOfPlot().y().toPixel(y)).toPoint();
        QTest::mouseMove(&chart, at);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, at);
    }

    std::unique_ptr<QTemporaryDir> dir_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<RunView> view_;

private Q_SLOTS:
    void init()
    {
        dir_ = std::make_unique<QTemporaryDir>();
        settings_ = std::make_unique<Settings>(dir_->filePath(QStringLiteral("settings.conf")));
        settings_->setValue(QStringLiteral("train/smoothing"), 0);
        view_ = std::make_unique<RunView>(QList<QAction*>(), *settings_);
        view_->resize(1200, 900);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }
    void cleanup() { view_.reset(); }

    void curvesOverStepsEpochsAndTime_data()
    {
        QTest::addColumn<int>("axis");
        QTest::addColumn<double>("end");
        QTest::newRow("steps") << 0 << 150.0;
        QTest::newRow("epochs") << 1 << 3.0;
        QTest::newRow("hours") << 2 << 1.5;
    }
    void curvesOverStepsEpochsAndTime()
    {
        QFETCH(int, axis);
        QFETCH(double, end);
        show(makeRun(QStringLiteral("a"), 1, 1));
        find<Segments>("curveAxis")->setCurrent(axis);
        QCOMPARE(chart("total").plot()[0].raw.size(), 150);
        QCOMPARE(chart("total").plot()[0].raw.back().x(), end);
        QCOMPARE(chart("total").plot()[1].raw.size(), 3);
        QCOMPARE(chart("total").plot()[1].raw.back().x(), end);
        QCOMPARE(chart("accuracy").plot()[0].raw.size(), 3);
    }

    void chosenQuantitiesAreRemembered()
    {
        show(makeRun(QStringLiteral("a"), 1, 1));
        QVERIFY(!chart("speed").isVisible() && chart("kl").isVisible());
        find<QAction>("show/speed")->trigger();
        find<QAction>("show/kl")->trigger();
        QVERIFY(chart("speed").isVisible() && !chart("kl").isVisible());
        QCOMPARE(chart("speed").plot()[0].raw.size(), 150);
        find<QSlider>("smoothing")->setValue(2);
        find<QToolButton>("logarithmic")->click();
        QVERIFY(chart("total").isLogarithmic(Qt::Vertical));
        QCOMPARE(chart("total").plot().smoothing(), 10);
        view_ = std::make_unique<RunView>(QList<QAction*>(), *settings_);
        view_->show();
        QVERIFY(chart("speed").isVisible() && !chart("kl").isVisible() && chart("total").isLogarithmic(Qt::Vertical));
        QCOMPARE(chart("total").plot().smoothing(), 10);
    }

    void aPointOfACurveOpensItsEpoch()
    {
        show(makeRun(QStringLiteral("a"), 1, 1));
        QSignalSpy wanted(view_.get(), &RunView::checkpointWanted);
        auto* use = find<QPushButton>("useCheckpoint");
        QCOMPARE(find<EpochStrip>("epochs")->count(), 3);
        QVERIFY(!use->isVisible());
        clickOn(chart("reconstruction"), 60, 200.0 / 60);
        QCOMPARE(view_->epochs().chosen(), 2);
        QVERIFY(use->isVisible());
        QCOMPARE(find<KlBars>("klBars")->values(), (std::vector<double>{0.5, 0.0, 0.2}));
        QTRY_COMPARE(view_->epochs().grid().rowCount(), 2);
        QTRY_VERIFY(use->toolTip().contains(QStringLiteral("not kept")));
        QVERIFY(!use->isEnabled());
        clickOn(chart("accuracy"), 150, 0.8);
        QCOMPARE(view_->epochs().chosen(), 3);
        QTRY_VERIFY(use->isEnabled());
        use->click();
        QCOMPARE(wanted.size(), 1);
        QVERIFY(wanted[0][0].toString().endsWith(QStringLiteral("a/checkpoints/epoch-0003.safetensors")));
        find<QPushButton>("newest")->click();
        QCOMPARE(view_->epochs().chosen(), 0);
        QVERIFY(!use->isVisible());
        // Behind the last evaluation there is nothing to open.
        view_->showRun(makeRun(QStringLiteral("b"), 1, 1, 1));
        QCOMPARE(view_->epochs().chosen(), 0);
    }

    void otherRunsAreLaidBesideIt()
    {
        const RunItem a = makeRun(QStringLiteral("a"), 1, 1), b = makeRun(QStringLiteral("b"), 0.5, 1, 2);
        view_->setRuns({a, b});
        show(a);
        QCOMPARE(chart("reconstruction").plot().size(), 2);
        find<QToolButton>("compareRuns")->click();
        auto* list = find<QAbstractItemView>("comparedRuns");
        QVERIFY(list->isVisible());
        QCOMPARE(list->model()->rowCount(), 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Space);
        QTRY_COMPARE(chart("reconstruction").plot().size(), 4);
        const CurvePlot& plot = chart("reconstruction").plot();
        QCOMPARE(plot[2].raw.size(), 100);
        QVERIFY(plot.color(0, lightColors()) != plot.color(2, lightColors()));
        QVERIFY(plot[0].style.dash.isEmpty() && !plot[2].style.dash.isEmpty());
        // The door leads to the other run, and back.
        clickOn(chart("accuracy"), 100, 0.7);
        QVERIFY(view_->epochs().chosen() == 2);
        find<QToolButton>("compareRuns")->click();
        QCOMPARE(chart("reconstruction").plot().size(), 2);
    }

    void anotherRunsEpochIsVisited()
    {
        const RunItem a = makeRun(QStringLiteral("a"), 1, 1), b = makeRun(QStringLiteral("b"), 0.5, 90, 2);
        view_->setRuns({a, b});
        show(a);
        find<QToolButton>("compareRuns")->click();
        find<QCheckBox>("allRuns")->click();
        QTRY_COMPARE(chart("total").plot().size(), 4);
        clickOn(chart("total"), 80, 300.0 / 80 + 90);
        QCOMPARE(view_->epochs().run(), b.entry.folder);
        QCOMPARE(view_->epochs().chosen(), 2);
        QVERIFY(find<QLabel>("chosenEpoch")->text().startsWith(QStringLiteral("b. After epoch 2")));
        view_->showMetrics(std::make_shared<MetricStore>(*MetricStore::read(a.entry.folder)));  // the watched one goes on
        QCOMPARE(view_->epochs().run(), b.entry.folder);
        find<QPushButton>("newest")->click();
        QCOMPARE(view_->epochs().run(), a.entry.folder);
        QCOMPARE(find<EpochStrip>("epochs")->count(), 3);
    }

    void seedsBecomeABand()
    {
        const RunItem a = makeRun(QStringLiteral("a"), 1, 1), b = makeRun(QStringLiteral("b"), 1, 3);
        view_->setRuns({a, b});
        show(a);
        find<QToolButton>("compareRuns")->click();
        find<QCheckBox>("allRuns")->click();
        const CurvePlot& plot = chart("total").plot();
        QTRY_VERIFY(plot.size() == 2 && !plot[0].bandLow.empty());
        QCOMPARE(plot[0].raw.size(), 150);
        QCOMPARE(plot[0].raw[9].y(), 32.0);
        QCOMPARE(plot[0].bandHigh[9].y(), 32 + std::sqrt(2.0));
        find<QLineEdit>("runFilter")->setText(QStringLiteral("zebra"));
        QTRY_VERIFY(plot.size() == 2 && plot[0].bandLow.empty());
        QCOMPARE(plot[0].raw[9].y(), 31.0);
    }

    void theCoachLeadsToItsPiece()
    {
        show(makeRun(QStringLiteral("a"), 1, 1));
        auto* coach = find<CoachLine>("coach");
        QVERIFY(coach->isVisible());
        QVERIFY(coach->accessibleName().contains(QStringLiteral("Learning")));
        QTest::mouseClick(coach, Qt::LeftButton);
        const auto view = chart("reconstruction").view();
        QVERIFY(view);
        QCOMPARE(*view, (CurveRange{double(coach->word().from), 150}));
        QCOMPARE(chart("total").view(), view);
        auto* whole = find<QToolButton>("wholeRun");
        QVERIFY(whole->isEnabled());
        whole->click();
        QVERIFY(!chart("reconstruction").view() && !whole->isEnabled());
    }

    void changesAreMarked()
    {
        show(makeRun(QStringLiteral("a"), 1, 1));
        view_->showChanges(
            {RunChange{100, RunChange::Field::Alpha, 0.5}, RunChange{101, RunChange::Field::Networks, 0, Networks::Generator}});
        QCOMPARE(chart("kl").plot().marks, (QList<CurveMark>{{100, QStringLiteral("alpha 0.5")}}));
        find<Segments>("curveAxis")->setCurrent(1);
        QCOMPARE(chart("kl").plot().marks[0].x, 2.0);
        show(makeRun(QStringLiteral("b"), 1, 1));
        QVERIFY(chart("kl").plot().marks.isEmpty());
    }

    void nothingIsSpentOnWhatIsHidden()
    {
        const RunItem a = makeRun(QStringLiteral("a"), 1, 1);
        show(a);
        QCOMPARE(chart("gradients").plot()[0].raw.size(), 0);
        QCOMPARE(chart("speed").plot()[0].raw.size(), 0);
        find<QAction>("show/speed")->trigger();
        QCOMPARE(chart("speed").plot()[0].raw.size(), 150);
    }
};

QTEST_MAIN(TestRunView)
#include "tst_run_view.moc"
