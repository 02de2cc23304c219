// What the Compare page shows: the first choice, a person's choice, order, pins, and the epochs that one slider goes over.
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/train/metrics_csv.h"
#include "core/train/run_folder.h"
#include "tests/ui/logic/fake_engine.h"
#include "ui/logic/compare_controller.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/settings.h"

using namespace sonoglyph;

namespace {

/// Four models of one data set, and one of another.
class Builtins : public FakeEngine {
public:
    std::vector<BuiltinModel> builtinModels() const override
    {
        std::vector<BuiltinModel> models;
        for (const double alpha : {0.2, 0.5, 1.0, 2.0}) {
            BuiltinModel model{"alpha-" + std::to_string(int(10 * alpha)), "", {}};
            model.info.alpha = alpha;
            model.info.epoch = 1;
            model.info.dataset = "fsdd";
            model.info.examples = {{"7_b_3.wav", 7, {{0, 0, 0, 0}, {0, 0, 0, 0}}}};
            model.info.measured = ModelMeasure{0.8 + alpha / 20, 0.9, 0.04 - alpha / 100};
            models.push_back(std::move(model));
        }
        BuiltinModel voice{"voice", "", {}};
        voice.info.examples = {{"1_x_0.wav", 1, {{0, 0, 0, 0}, {0, 0, 0, 0}}}};
        models.push_back(std::move(voice));
        return models;
    }
    Result<std::unique_ptr<Decoder>> openModel(const std::string& model) override
    {
        auto info = fakeModel(model);
        if (!info) return info.error();
        info->examples = builtinModels().front().info.examples;
        return std::unique_ptr<Decoder>(new FakeModel(std::move(*info)));
    }
};

QStringList titles(const CompareController& controller)
{
    QStringList all;
    for (const WallColumn& column : controller.wall().columns()) all << column.title;
    return all;
}

const QStringList four{QStringLiteral("alpha-2"), QStringLiteral("alpha-5"), QStringLiteral("alpha-10"), QStringLiteral("alpha-20")};

}  // namespace

class tst_CompareController : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        settings_ = std::make_unique<Settings>(folder_.filePath(QString::fromLatin1(QTest::currentTestFunction())));
        settings_->setDataFolder(folder_.filePath(QStringLiteral("no data")));
        decoder_ = std::make_unique<DecoderController>(nullptr, settings_.get());
        decoder_->useEngine(engine_);
        QTRY_COMPARE(decoder_->state(), DecoderController::State::Ready);
    }

    void theWallIsWholeAtOnce()
    {
        CompareController controller(*settings_, *decoder_, nullptr, nullptr);
        QCOMPARE(titles(controller), four);
        controller.setWatched(true);
        QTRY_VERIFY(!controller.wall().sounds().empty());
        QTRY_COMPARE(controller.wall().awaited(), 0);
        // No data set is there: what the models know is drawn.
        QVERIFY(!controller.wall().sounds()[0].sound);
        for (int c = 0; c < 3; ++c) QVERIFY2(controller.wall().cell(0, c).drawing, qPrintable(controller.wall().cell(0, c).trouble));
        QCOMPARE(controller.epochs(), (std::vector<int>{1}));
    }

    void aChoiceIsRemembered()
    {
        {
            CompareController controller(*settings_, *decoder_, nullptr, nullptr);
            controller.toggle(QStringLiteral("voice"));
            controller.toggle(QStringLiteral("alpha-5"));
            controller.move(QStringLiteral("voice"), -99);
        }
        CompareController controller(*settings_, *decoder_, nullptr, nullptr);
        QCOMPARE(titles(controller),
                 (QStringList{QStringLiteral("voice"), QStringLiteral("alpha-2"), QStringLiteral("alpha-10"), QStringLiteral("alpha-20")}));
    }

    void columnsAreSorted_data()
    {
        using Order = CompareController::Order;
        QTest::addColumn<int>("order");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::newRow("alpha") << int(Order::Alpha) << QStringLiteral("alpha-2") << QStringLiteral("alpha-20");
        QTest::newRow("accuracy") << int(Order::Accuracy) << QStringLiteral("alpha-20") << QStringLiteral("alpha-2");
        QTest::newRow("diversity") << int(Order::Diversity) << QStringLiteral("alpha-2") << QStringLiteral("alpha-20");
        QTest::newRow("name") << int(Order::Name) << QStringLiteral("alpha-10") << QStringLiteral("alpha-5");
    }

    void columnsAreSorted()
    {
        QFETCH(int, order);
        CompareController controller(*settings_, *decoder_, nullptr, nullptr);
        controller.setChosen({four[1], four[3], four[0], four[2]});
        controller.setOrder(CompareController::Order(order));
        QTEST(titles(controller).front(), "first");
        QTEST(titles(controller).back(), "last");
    }

    void twoColumnsArePinned()
    {
        CompareController controller(*settings_, *decoder_, nullptr, nullptr);
        for (int i = 0; i < 3; ++i) controller.togglePin(four[i]);
        QCOMPARE(controller.pinned(), (QStringList{four[1], four[2]}));
        controller.togglePin(four[1]);
        QCOMPARE(controller.pinned(), QStringList{four[2]});
        controller.toggle(four[2]);
        QVERIFY(controller.pinned().isEmpty());
    }

    void oneSliderForAllEpochs()
    {
        makeRun("first", {1, 2, 3}, {3});
        makeRun("second", {2, 5}, {2, 5});
        CompareController controller(*settings_, *decoder_, nullptr, nullptr);
        controller.setChosen({run("first"), run("second")});
        QTRY_COMPARE(titles(controller), (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
        QCOMPARE(controller.epochs(), (std::vector<int>{1, 2, 3, 5}));
        QCOMPARE(controller.place(), 4);  // the newest weights
        QCOMPARE(controller.wall().shownEpoch(1), 5);
        controller.setPlace(2);
        QCOMPARE(controller.wall().epoch(), 3);
        QCOMPARE(controller.wall().shownEpoch(0), 3);
        QCOMPARE(controller.wall().shownEpoch(1), 2);
        // A run that goes on lengthens the slider, and leaves it where it is.
        makeRun("second", {6}, {6});
        controller.refresh();
        QTRY_COMPARE(controller.epochs(), (std::vector<int>{1, 2, 3, 5, 6}));
        QCOMPARE(controller.place(), 2);
        QCOMPARE(controller.wall().epoch(), 3);
        controller.setPlace(99);
        makeRun("second", {7}, {7});
        controller.refresh();
        QTRY_COMPARE(controller.place(), 6);  // at the end it follows the end
        QCOMPARE(controller.wall().shownEpoch(1), 7);
    }

    void aRunThatIsGoneLeavesTheWall()
    {
        makeRun("gone", {1}, {1});
        CompareController controller(*settings_, *decoder_, nullptr, nullptr);
        controller.setChosen({four[0], run("gone")});
        QTRY_COMPARE(titles(controller).size(), 2);
        QVERIFY(QDir(run("gone")).removeRecursively());
        controller.refresh();
        QTRY_COMPARE(titles(controller), QStringList{four[0]});
        makeRun("gone", {1}, {1});
        controller.refresh();
        QTRY_COMPARE(titles(controller).size(), 2);
    }

private:
    QString run(const char* name) const { return folder_.filePath(QLatin1String(name)); }
    /// Adds epochs to a run, which is made where it is missing.
    void makeRun(const char* name, const std::vector<int>& measured, const std::vector<int>& kept)
    {
        const std::filesystem::path path = run(name).toStdString();
        auto folder = isRunFolder(path) ? RunFolder::openForWriting(path) : RunFolder::create(path, {});
        QVERIFY(folder.ok());
        auto csv = MetricsCsvWriter::open(folder->metricsFile());
        for (const int e : measured) {
            EpochMetrics m;
            m.epoch = e;
            m.diversity = 0.02;
            QVERIFY(csv->add(m).ok());
        }
        for (const int e : kept) {
            QFile file(QString::fromStdString(folder->epochCheckpoint(e).string()));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
    }

    QTemporaryDir folder_;
    Builtins engine_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<DecoderController> decoder_;
};

QTEST_GUILESS_MAIN(tst_CompareController)
#include "tst_compare_controller.moc"
