// A column of the alpha wall as it is read from a run: which weights and which points there are, and which belong to an epoch.
#include <QTemporaryDir>
#include <QTest>

#include "core/train/metrics_csv.h"
#include "core/train/run_folder.h"
#include "core/train/run_history.h"
#include "ui/logic/wall_column.h"

using namespace sonoglyph;

namespace {

EpochMetrics epoch(int number)
{
    EpochMetrics m;
    m.epoch = number;
    m.step = 10 * number;
    m.accuracy = 0.1 * number;
    m.accuracyMean = 0.11 * number;
    m.diversity = 0.01 * number;
    return m;
}

void touch(const std::filesystem::path& file) { QVERIFY(QFile(QString::fromStdString(file.string())).open(QIODevice::WriteOnly)); }

}  // namespace

class tst_WallColumn : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRunGivesItsEpochs()
    {
        const auto folder = folder_.path().toStdString() + "/alpha-0.5";
        RunConfig config;
        config.model = ModelKind::Aivaegan;
        config.alpha = 0.5;
        config.seed = 3;
        {
            auto run = RunFolder::create(folder, config);
            QVERIFY(run.ok());
            auto csv = MetricsCsvWriter::open(run->metricsFile());
            for (const int e : {1, 2, 3, 4}) QVERIFY(csv->add(epoch(e)).ok());
            for (const int e : {2, 4}) touch(run->epochCheckpoint(e));
            touch(run->stepCheckpoint(45));
            QVERIFY(run->setLatest(run->stepCheckpoint(45)).ok());
            QVERIFY(readWallColumn(folder)->running);
        }
        const auto column = readWallColumn(folder);
        QVERIFY(column.has_value());
        QVERIFY(!column->running);
        QCOMPARE(column->title, QStringLiteral("alpha-0.5"));
        QCOMPARE(column->alpha, 0.5);
        QCOMPARE(int(column->seed), 3);
        QCOMPARE(int(column->kind), int(ModelKind::Aivaegan));
        QVERIFY(column->objective.contains(QStringLiteral("0.5")));
        QCOMPARE(int(column->trail.size()), 4);
        QCOMPARE(column->trail[1].measure.diversity, 0.02);
        QCOMPARE(int(column->models.size()), 3);
        QCOMPARE(column->models[2].epoch, 4);
        QVERIFY(column->models[2].key.endsWith(QStringLiteral("step-00000045.safetensors")));
    }

    void theHistoryFillsTheGaps()
    {
        const auto folder = folder_.path().toStdString() + "/long";
        auto run = RunFolder::create(folder, {});
        QVERIFY(run.ok());
        QVERIFY(QDir().mkpath(QString::fromStdString(folder) + QStringLiteral("/history")));
        for (const int e : {1, 2, 12}) touch(historyFile(folder, e));
        for (const int e : {11, 12}) touch(run->epochCheckpoint(e));
        touch(folder + "/history/notes.txt");
        const auto column = readWallColumn(folder);
        QCOMPARE(int(column->models.size()), 4);
        QVERIFY(column->models[0].key.contains(QStringLiteral("history")));
        QCOMPARE(column->models[3].epoch, 12);
        QVERIFY(column->models[3].key.contains(QStringLiteral("checkpoints")));
    }

    void historyEpochs()
    {
        QList<int> kept;
        for (int e = -3; e <= 100; ++e)
            if (isHistoryEpoch(e)) kept << e;
        QCOMPARE(kept, (QList<int>{1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96}));
    }

    void theWeightsOfAnEpoch_data()
    {
        QTest::addColumn<int>("epoch");
        QTest::addColumn<int>("weights");
        QTest::addColumn<int>("point");  // 0: none
        QTest::newRow("before the first") << 1 << 2 << 0;
        QTest::newRow("the first") << 2 << 2 << 2;
        QTest::newRow("between") << 3 << 2 << 3;
        QTest::newRow("the last") << 4 << 4 << 3;
        QTest::newRow("behind the last") << 99 << 4 << 3;
    }

    void theWeightsOfAnEpoch()
    {
        QFETCH(int, epoch);
        QFETCH(int, weights);
        QFETCH(int, point);
        WallColumn column;
        column.models = {{2, {}}, {4, {}}};
        column.trail = {{2, {}}, {3, {}}};
        QCOMPARE(column.at(epoch)->epoch, weights);
        const WallPoint* found = column.pointAt(epoch);
        QCOMPARE(found ? found->epoch : 0, point);
    }

    void nothingToShow()
    {
        QVERIFY(!readWallColumn("/nowhere"));
        RunConfig config;
        config.model = ModelKind::Classifier;
        const auto folder = folder_.path().toStdString() + "/classifier";
        QVERIFY(RunFolder::create(folder, config).ok());
        QVERIFY(!readWallColumn(folder));
        config.model = ModelKind::Aivae;
        const auto fresh = folder_.path().toStdString() + "/fresh";
        QVERIFY(RunFolder::create(fresh, config).ok());
        const auto column = readWallColumn(fresh);
        QVERIFY(column.has_value());
        QVERIFY(column->models.empty() && column->trail.empty());
        QVERIFY(!column->at(1));
    }

    void aBuiltinModelIsOneEpoch()
    {
        BuiltinModel model{"alpha-2", "alpha-2.safetensors", {}};
        model.info.alpha = 2;
        model.info.epoch = 7;
        model.info.dataset = "fsdd";
        model.info.measured = ModelMeasure{0.9, 0.95, 0.02};
        const WallColumn column = wallColumn(model);
        QCOMPARE(column.key, QStringLiteral("alpha-2"));
        QCOMPARE(column.at(AlphaEnd)->key, QStringLiteral("alpha-2"));
        QCOMPARE(int(column.trail.size()), 1);
        QCOMPARE(column.trail[0].epoch, 7);
        model.info.measured = std::nullopt;
        QVERIFY(wallColumn(model).trail.empty());
    }

private:
    static constexpr int AlphaEnd = 1000;
    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(tst_WallColumn)
#include "tst_wall_column.moc"
