// Every model that can be chosen: built-in ones, and what runs left behind.
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/base/safetensors.h"
#include "core/train/run_folder.h"
#include "ui/logic/choice_role.h"
#include "ui/logic/model_catalog.h"

using namespace sonoglyph;

namespace {

/// A run with checkpoints of these epochs, the accuracy of each a hundredth of its number.
void makeRun(const std::filesystem::path& folder, std::vector<int> epochs, int best, ModelKind kind = ModelKind::Aivae)
{
    RunConfig config;
    config.model = kind;
    auto run = RunFolder::create(folder, config);
    QVERIFY2(run.ok(), run ? "" : english(run.error()).c_str());
    for (const int epoch : epochs) {
        nlohmann::json own{{"format", 1},
                           {"kind", "checkpoint"},
                           {"config", toJson(config)},
                           {"progress", {{"epoch", epoch}, {"step", epoch * 10}}},
                           {"measured", {{"accuracy", epoch / 100.0}, {"accuracy_mean", 0.5}}}};
        QVERIFY(writeSafetensors(run->epochCheckpoint(epoch), {}, {{"sonoglyph", own.dump()}}).ok());
        QVERIFY(run->setLatest(run->epochCheckpoint(epoch)).ok());
    }
    if (best > 0) QVERIFY(run->setBest(run->epochCheckpoint(best)).ok());
}

}  // namespace

class tst_ModelCatalog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCheckpointOnce_data()
    {
        QTest::addColumn<QList<int>>("epochs");
        QTest::addColumn<int>("best");
        QTest::addColumn<QStringList>("labels");
        QTest::newRow("no checkpoint") << QList<int>{} << 0 << QStringList{};
        QTest::newRow("one") << QList<int>{1} << 1 << QStringList{QStringLiteral("best and latest, epoch 1")};
        QTest::newRow("the best before the latest") << QList<int>{3, 5, 6, 7} << 3
                                                    << QStringList{QStringLiteral("best, epoch 3"), QStringLiteral("latest, epoch 7"),
                                                                   QStringLiteral("epoch 6"), QStringLiteral("epoch 5")};
        QTest::newRow("no best") << QList<int>{2, 3} << 0 << QStringList{QStringLiteral("latest, epoch 3"), QStringLiteral("epoch 2")};
    }

    void everyCheckpointOnce()
    {
        QFETCH(QList<int>, epochs);
        QFETCH(int, best);
        QFETCH(QStringList, labels);
        const QTemporaryDir runs;
        makeRun(std::filesystem::path(runs.path().toStdString()) / "my run", {epochs.begin(), epochs.end()}, best);
        ModelCatalog catalog;
        read(catalog, runs.path());
        QCOMPARE(column(catalog, ChoiceRole::Label), labels);
        for (int row = 0; row < catalog.rowCount(); ++row) {
            const QModelIndex index = catalog.index(row);
            QCOMPARE(index.data(ChoiceRole::Group).toString(), QStringLiteral("my run"));
            QVERIFY(std::filesystem::exists(index.data(ChoiceRole::Key).toString().toStdString()));
            QVERIFY(index.data(ChoiceRole::Value).toString().endsWith(QStringLiteral(" %")));
        }
    }

    void whatDrawsNothingIsLeftOut()
    {
        const QTemporaryDir runs;
        makeRun(std::filesystem::path(runs.path().toStdString()) / "hears", {1}, 1, ModelKind::Classifier);
        ModelCatalog catalog;
        read(catalog, runs.path());
        QCOMPARE(catalog.rowCount(), 0);
        read(catalog, runs.filePath(QStringLiteral("missing")));
        QCOMPARE(catalog.rowCount(), 0);
    }

    void theRunThatTrainsComesFirst()
    {
        const QTemporaryDir runs;
        const std::filesystem::path folder = runs.path().toStdString();
        makeRun(folder / "alpha-0.5", {1}, 1);
        makeRun(folder / "newer", {1}, 1);
        ModelCatalog catalog;
        catalog.setBuiltin({{"built in", "built in.safetensors"}});
        QCOMPARE(catalog.rowCount(), 1);
        read(catalog, runs.path());
        QCOMPARE(catalog.rowCount(), 3);
        catalog.setLive(folder / "alpha-0.5");
        QCOMPARE(column(catalog, ChoiceRole::Group),
                 (QStringList{{}, QStringLiteral("alpha-0.5"), QStringLiteral("alpha-0.5"), QStringLiteral("newer")}));
        QVERIFY(catalog.index(1).data(ChoiceRole::Live).toBool());
        QCOMPARE(catalog.index(1).data(ChoiceRole::Key).toString(), catalog.liveKey());
        QVERIFY(!catalog.index(2).data(ChoiceRole::Live).toBool());
        // Told once more, nothing changes for those who look at the list.
        QSignalSpy reset(&catalog, &ModelCatalog::modelReset);
        catalog.setLive(folder / "alpha-0.5");
        QCOMPARE(reset.size(), 0);
        catalog.setLive({});
        QCOMPARE(reset.size(), 1);
        QCOMPARE(catalog.rowCount(), 3);
    }

    void ofSeveralReadingsTheLastCounts()
    {
        const QTemporaryDir few, many;
        makeRun(std::filesystem::path(few.path().toStdString()) / "one", {1}, 1);
        for (const char* name : {"a", "b", "c"}) makeRun(std::filesystem::path(many.path().toStdString()) / name, {1}, 1);
        ModelCatalog catalog;
        QSignalSpy refreshed(&catalog, &ModelCatalog::refreshed);
        // Without the event loop: every answer waits until the last one was asked for.
        QElapsedTimer since;
        since.start();
        while (!since.hasExpired(200)) catalog.refresh(many.path());
        catalog.refresh(few.path());
        QTRY_VERIFY(refreshed.size() > 0);
        QTest::qWait(0);
        QCOMPARE(refreshed.size(), 1);
        QCOMPARE(catalog.rowCount(), 1);
    }

    void findsTheModelInUse()
    {
        const QTemporaryDir runs;
        makeRun(std::filesystem::path(runs.path().toStdString()) / "one", {1, 2}, 1);
        ModelCatalog catalog;
        catalog.setBuiltin({{"built in", "/somewhere/built in.safetensors"}});
        read(catalog, runs.path());
        ModelInfo model;
        model.name = "built in";
        QCOMPARE(catalog.rowOf(model), 0);
        model.file = catalog.choices()[2].file;
        QCOMPARE(catalog.rowOf(model), 2);
        QCOMPARE(catalog.rowOf(catalog.choices()[2].key), 2);
        model.file = "/another.safetensors";
        QCOMPARE(catalog.rowOf(model), -1);
    }

    void titles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("title");
        QTest::newRow("built in") << "aivae-fsdd"
                                  << "/share/models/aivae-fsdd.safetensors"
                                  << "aivae-fsdd";
        QTest::newRow("epoch") << "epoch-0007"
                               << "/runs/first/checkpoints/epoch-0007.safetensors"
                               << "first, epoch 7";
        QTest::newRow("step") << "step-00000123"
                              << "/runs/first/checkpoints/step-00000123.safetensors"
                              << "first, step 123";
        QTest::newRow("live") << "alpha-0.5"
                              << "/runs/alpha-0.5"
                              << "alpha-0.5, live";
        QTest::newRow("copied") << "epoch-0007"
                                << "/tmp/epoch-0007.safetensors"
                                << "epoch-0007";
        QTest::newRow("no name") << ""
                                 << "/tmp/a.safetensors"
                                 << "a.safetensors";
    }

    void titles()
    {
        QFETCH(QString, name);
        QFETCH(QString, file);
        ModelInfo model;
        model.name = name.toStdString();
        model.file = file.toStdString();
        QTEST(modelTitle(model), "title");
    }

private:
    static void read(ModelCatalog& catalog, const QString& folder)
    {
        QSignalSpy refreshed(&catalog, &ModelCatalog::refreshed);
        catalog.refresh(folder);
        QTRY_COMPARE(refreshed.size(), 1);
        QVERIFY(catalog.loaded());
    }
    static QStringList column(const ModelCatalog& catalog, int role)
    {
        QStringList out;
        for (int row = 0; row < catalog.rowCount(); ++row) out << catalog.data(catalog.index(row), role).toString();
        return out;
    }
};

QTEST_GUILESS_MAIN(tst_ModelCatalog)
#include "tst_model_catalog.moc"
