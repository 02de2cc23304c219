// The Compare page driven as a person does: the wall is there at once, sounds and samples are chosen, columns pinned, epochs played, runs
// dropped.
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "core/train/metrics_csv.h"
#include "core/train/run_folder.h"
#include "tests/ui/logic/fake_engine.h"
#include "tests/ui/pages/damaged_states.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/settings.h"
#include "ui/pages/choice_popup.h"
#include "ui/pages/compare/closer_look.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/compare/epoch_bar.h"
#include "ui/widgets/difference_view.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/plane_view.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/wall_view.h"
#include "ui/widgets/wipe_view.h"

using namespace sonoglyph;

namespace {

/// Two models that know a seven and a one.
class Builtins : public FakeEngine {
public:
    std::vector<BuiltinModel> builtinModels() const override
    {
        std::vector<BuiltinModel> models;
        for (const double alpha : {0.2, 2.0}) {
            BuiltinModel model{alpha < 1 ? "low" : "high", "", {}};
            model.info.alpha = alpha;
            model.info.epoch = 3;
            model.info.dataset = "fsdd";
            model.info.examples = {{"1_b_3.wav", 1, {{0.5, 1, 0, 0}, {0, 0, 0, 0}}}, {"7_b_3.wav", 7, {{0.5, 7, 0, 0}, {0, 0, 0, 0}}}};
            model.info.measured = ModelMeasure{0.8 + alpha / 20, 0.9, 0.04 - alpha / 100};
            models.push_back(std::move(model));
        }
        return models;
    }
    Result<std::unique_ptr<Decoder>> openModel(const std::string& model) override
    {
        auto info = fakeModel("aivae-fsdd");
        if (model.find("broken") != std::string::npos) return fakeModel("broken").error();
        info->name = model;
        info->examples = builtinModels()[0].info.examples;
        return std::unique_ptr<Decoder>(new FakeModel(std::move(*info)));
    }
};

}  // namespace

class tst_ComparePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        settings_ = std::make_unique<Settings>(folder_.filePath(QString::fromLatin1(QTest::currentTestFunction())));
        settings_->setDataFolder(folder_.filePath(QStringLiteral("no data")));
        settings_->setRunsFolder(folder_.path());
        decoder_ = std::make_unique<DecoderController>(nullptr, settings_.get());
        decoder_->useEngine(engine_);
        QTRY_COMPARE(decoder_->state(), DecoderController::State::Ready);
        AppContext context;
        context.settings = settings_.get();
        context.decoder = decoder_.get();
        page_ = std::make_unique<ComparePage>(context);
        page_->resize(1000, 640);
        page_->show();
        QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
    }

    void cleanup()
    {
        page_.reset();
        decoder_.reset();
    }

    void theWallIsThereAtOnce()
    {
        QTRY_COMPARE(wall().rowCount(), 2);
        QCOMPARE(wall().columnCount(), 2);
        QTRY_COMPARE(drawn(), 4);
        QCOMPARE(page_->findChild<PlaneView*>()->trails().size(), 2);
        // A seven is read as seven, a one too by this judge.
        QTRY_VERIFY(!wall().cell(1, 0).wrong && wall().cell(1, 0).read == QStringLiteral("7"));
    }

    void thePlaceOfTheEpochsIsKnownFromTheStart()
    {
        // The engine was there before the page.
        QCOMPARE(page_->findChild<EpochBar*>()->findChild<QSlider*>()->maximum(), 1);
        QVERIFY(page_->findChild<EpochBar*>()->findChild<QLabel*>()->text().contains(u'3'));
    }

    void samplesAreShown()
    {
        QTRY_COMPARE(drawn(), 4);
        segments("9")->setCurrent(2);
        QTRY_COMPARE(wall().cell(0, 0).images.size(), 9);
        QTRY_COMPARE(wall().cell(1, 1).images.size(), 9);
        QVERIFY(command("Other noise")->isEnabled());
        segments("9")->setCurrent(0);
        QTRY_COMPARE(wall().cell(0, 0).images.size(), 1);
        QVERIFY(!command("Other noise")->isEnabled());
    }

    void aCellIsSeenLarge()
    {
        QTRY_COMPARE(drawn(), 4);
        QTest::mouseClick(&wall(), Qt::LeftButton, {}, wall().cellRect(1, 1).center().toPoint());
        auto* closer = page_->findChild<CloserLook*>();
        QVERIFY(!closer->findChild<DigitView*>()->image().isNull());
        QVERIFY(closer->findChild<QLabel*>()->text().contains(QStringLiteral("high")));
    }

    void twoPinnedColumnsAreWiped()
    {
        QTRY_COMPARE(drawn(), 4);
        QTest::mouseClick(&wall(), Qt::LeftButton, {}, wall().cellRect(1, 1).center().toPoint());
        for (int column = 0; column < 2; ++column)
            QTest::mouseClick(&wall(), Qt::LeftButton, {}, wall().columnHeadRect(column).center().toPoint());
        auto* closer = page_->findChild<CloserLook*>();
        QVERIFY(closer->findChild<WipeView*>()->isVisible());
        QVERIFY(!closer->findChild<DifferenceView*>()->empty());
        QTest::mouseClick(&wall(), Qt::LeftButton, {}, wall().columnHeadRect(0).center().toPoint());
        QVERIFY(!closer->findChild<WipeView*>()->isVisible());
    }

    void aSoundThatIsNotAtHandIsNotPlayed()
    {
        QTRY_COMPARE(drawn(), 4);
        QSignalSpy status(page_.get(), &Page::statusChanged);
        QTest::mouseClick(&wall(), Qt::LeftButton, {}, wall().rowHeadRect(0).center().toPoint());
        QVERIFY(status.last()[0].toString().contains(QStringLiteral("1_b_3.wav")));
    }

    void droppedRunsBecomeColumns()
    {
        makeRun("a", {1, 2});
        makeRun("b", {2});
        QVERIFY(page_->openFiles({path("a"), path("b")}));
        QTRY_COMPARE(wall().columnCount(), 4);
        QVERIFY(!page_->openFiles({folder_.path()}));
        QVERIFY(page_->openFiles({path("a")}));  // once is enough
        QTRY_COMPARE(wall().columnCount(), 4);
    }

    void aDraggedColumnStaysWhereItWasPut()
    {
        QTRY_COMPARE(wall().columnCount(), 2);
        auto* order = orderBox();
        order->setCurrentIndex(order->findData(int(CompareController::Order::Name)));
        QCOMPARE(page_->controller().wall().columns()[0].key, QStringLiteral("high"));
        Q_EMIT wall().columnMoved(0, 1);
        QCOMPARE(page_->controller().wall().columns()[0].key, QStringLiteral("low"));
        QCOMPARE(order->currentData().toInt(), int(CompareController::Order::AsChosen));  // it is no longer by name
    }

    void soundsAreChosen()
    {
        QTRY_COMPARE(wall().rowCount(), 2);
        command("Sounds…")->trigger();
        ChoicePopup* popup = nullptr;
        for (auto* each : page_->findChildren<ChoicePopup*>())
            if (each->isVisible()) popup = each;
        QVERIFY(popup);
        QCOMPARE(popup->list().model()->rowCount(), 2);
        QTest::keyClicks(&popup->search(), QStringLiteral("7"));
        QTest::keyClick(&popup->search(), Qt::Key_Return);
        QTRY_COMPARE(wall().rowCount(), 1);
        QVERIFY(popup->isVisible());
        QCOMPARE(popup->list().model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QTRY_COMPARE(wall().cell(0, 0).read, QStringLiteral("7"));
        popup->close();
        command("Other sounds")->trigger();
        QTRY_COMPARE(wall().rowCount(), 2);
    }

    void theEpochsArePlayed()
    {
        makeRun("played", {1, 2, 4});
        page_->controller().setChosen({path("played")});
        QTRY_COMPARE(wall().columnCount(), 1);
        auto* slider = page_->findChild<EpochBar*>()->findChild<QSlider*>();
        QCOMPARE(slider->maximum(), 3);
        QCOMPARE(slider->value(), 3);
        QTest::keyClick(slider, Qt::Key_Space);
        QCOMPARE(slider->value(), 0);
        QCOMPARE(page_->controller().wall().epoch(), 1);
        QTRY_COMPARE(slider->value(), 3);  // plays to the end
        QTRY_VERIFY(!page_->findChild<EpochBar*>()->playAction()->isChecked());
    }

    void nothingIsDrawnWhileThePageIsHidden()
    {
        QTRY_COMPARE(drawn(), 4);
        page_->hide();
        const int before = engine_.opened;
        page_->controller().sounds().setDigit(7);
        QTRY_COMPARE(wall().rowCount(), 1);
        QCOMPARE(engine_.opened.load(), before);
    }

    void aFigureBringsTheWallBack()
    {
        makeRun("kept", {1, 2, 4});
        QTRY_COMPARE(wall().rowCount(), 2);
        page_->controller().setChosen({QStringLiteral("high"), path("kept")});
        QTRY_COMPARE(wall().columnCount(), 2);
        page_->controller().togglePin(path("kept"));
        page_->controller().sounds().setSeed(5);
        page_->controller().sounds().togglePicked(QStringLiteral("7_b_3.wav"));
        segments("9")->setCurrent(2);
        command("Other noise")->trigger();
        orderBox()->setCurrentIndex(orderBox()->findData(int(CompareController::Order::Name)));
        QTRY_COMPARE(wall().rowCount(), 1);
        const auto& epochs = page_->controller().epochs();
        page_->controller().setPlace(int(std::find(epochs.begin(), epochs.end(), 2) - epochs.begin()));
        segments("Runs")->setCurrent(1);
        const QJsonObject state = page_->figureState();
        QVERIFY(test::holdsNoPath(state));
        QCOMPARE(state[QStringLiteral("epoch")].toInt(), 2);
        QCOMPARE(state[QStringLiteral("columns")].toArray(), (QJsonArray{QStringLiteral("high"), QStringLiteral("run:kept")}));
        QCOMPARE(state[QStringLiteral("sounds")].toArray(), QJsonArray{QStringLiteral("7_b_3.wav")});

        page_->controller().setChosen({QStringLiteral("low")});
        page_->controller().togglePin(QStringLiteral("low"));
        page_->controller().sounds().setSeed(1);
        page_->controller().sounds().clearPicked();
        segments("My words")->setCurrent(2);
        segments("9")->setCurrent(0);
        orderBox()->setCurrentIndex(0);
        segments("Runs")->setCurrent(0);
        QTRY_COMPARE(wall().columnCount(), 1);
        QVERIFY(page_->figureState() != state);
        QSignalSpy misses(page_.get(), &Page::figureMisses);
        QCOMPARE(page_->restoreFigure(state), QString());
        QTRY_COMPARE(page_->figureState(), state);
        QTRY_COMPARE(wall().rowCount(), 1);
        QCOMPARE(page_->controller().wall().epoch(), 2);
        QVERIFY(misses.isEmpty());
    }

    void whatAFigureNeedsAndIsGoneIsTold()
    {
        QTRY_COMPARE(wall().rowCount(), 2);
        QSignalSpy misses(page_.get(), &Page::figureMisses);
        const QString missing =
            page_->restoreFigure({{QStringLiteral("columns"), QJsonArray{QStringLiteral("low"), QStringLiteral("run:gone")}},
                                  {QStringLiteral("sounds"), QJsonArray{QStringLiteral("1_b_3.wav"), QStringLiteral("2_c_9.wav")}}});
        QVERIFY(missing.contains(QStringLiteral("gone")) && !missing.contains(QStringLiteral("low")));
        QTRY_COMPARE(misses.size(), 1);
        QVERIFY(misses[0][0].toString().contains(QStringLiteral("2_c_9.wav")));
        QVERIFY(!misses[0][0].toString().contains(QStringLiteral("1_b_3.wav")));
        QTRY_COMPARE(wall().rowCount(), 1);
        QCOMPARE(wall().columnCount(), 1);
        // What a person chooses meanwhile is not taken away by what comes late.
        (void)page_->restoreFigure({{QStringLiteral("columns"), QJsonArray{QStringLiteral("low"), QStringLiteral("high")}},
                                    {QStringLiteral("sounds"), QJsonArray{QStringLiteral("7_b_3.wav")}}});
        QTRY_COMPARE(wall().columnCount(), 2);
        QTRY_COMPARE(page_->controller().sounds().picked(), QStringList{QStringLiteral("7_b_3.wav")});
    }

    void damagedFigureStates_data()
    {
        test::addDamagedStates({{QStringLiteral("view"), 1},
                                {QStringLiteral("columns"), QJsonArray{QStringLiteral("high")}},
                                {QStringLiteral("pinned"), QJsonArray{QStringLiteral("high")}},
                                {QStringLiteral("order"), 2},
                                {QStringLiteral("source"), 1},
                                {QStringLiteral("label"), 3},
                                {QStringLiteral("draw"), 4},
                                {QStringLiteral("sounds"), QJsonArray{QStringLiteral("7_b_3.wav")}},
                                {QStringLiteral("samples"), 2},
                                {QStringLiteral("noise"), 3},
                                {QStringLiteral("epoch"), 3}});
    }

    void damagedFigureStates()
    {
        QFETCH(QJsonObject, state);
        (void)page_->restoreFigure(state);
        QTRY_VERIFY(!page_->controller().sounds().reading());
        QVERIFY(!page_->controller().chosen().isEmpty());
        QVERIFY(test::holdsNoPath(page_->figureState()));
    }

    void everyControlHasAName()
    {
        for (const auto* box : page_->findChildren<QComboBox*>()) QVERIFY(!box->accessibleName().isEmpty());
        for (const auto* action : page_->commands()) QVERIFY(!action->toolTip().isEmpty() && !action->text().isEmpty());
    }

private:
    WallView& wall() { return *page_->findChild<WallView*>(); }
    int drawn()
    {
        int count = 0;
        for (int row = 0; row < wall().rowCount(); ++row)
            for (int column = 0; column < wall().columnCount(); ++column) count += !wall().cell(row, column).images.isEmpty();
        return count;
    }
    Segments* segments(const char* word)
    {
        for (auto* all : page_->findChildren<Segments*>())
            for (auto* button : all->findChildren<QToolButton*>())
                if (button->text() == QLatin1String(word)) return all;
        return nullptr;
    }
    QAction* command(const char* text)
    {
        for (QAction* action : page_->commands())
            if (action->text() == QString::fromUtf8(text)) return action;
        return nullptr;
    }
    QComboBox* orderBox()
    {
        for (auto* box : page_->findChildren<QComboBox*>())
            if (box->accessibleName() == QLatin1String("Order of the columns")) return box;
        return nullptr;
    }
    QString path(const char* name) const { return folder_.filePath(QLatin1String(name)); }
    void makeRun(const char* name, const std::vector<int>& epochs)
    {
        auto folder = RunFolder::create(path(name).toStdString(), {});
        QVERIFY(folder.ok());
        auto csv = MetricsCsvWriter::open(folder->metricsFile());
        for (const int e : epochs) {
            EpochMetrics m;
            m.epoch = e;
            m.diversity = 0.02;
            QVERIFY(csv->add(m).ok());
            QFile file(QString::fromStdString(folder->epochCheckpoint(e).string()));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
    }

    QTemporaryDir folder_;
    Builtins engine_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<DecoderController> decoder_;
    std::unique_ptr<ComparePage> page_;
};

QTEST_MAIN(tst_ComparePage)
#include "tst_compare_page.moc"
