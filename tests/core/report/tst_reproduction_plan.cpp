// What is trained to reproduce the paper, and how often each pair is seen.
#include <QTest>

#include "core/report/paper_results.h"
#include "core/report/reproduction_plan.h"

using namespace sonoglyph;

namespace {

const std::vector<std::pair<std::string, std::size_t>> pairs{{"fsdd", 60000}, {"scd", 6218}};

std::vector<std::string> namesOf(const std::vector<PlannedRun>& plan)
{
    std::vector<std::string> names;
    for (const PlannedRun& run : plan) names.push_back(run.name);
    return names;
}

}  // namespace

class tst_ReproductionPlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void epochs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("aivaeFsdd");
        QTest::addColumn<int>("aivaeganScd");
        QTest::addColumn<int>("lenet");
        QTest::newRow("one for all") << "7" << 7 << 7 << 7;
        QTest::newRow("exceptions") << "1,scd=10,fsdd/aivae=3,lenet=5" << 3 << 10 << 5;
        QTest::newRow("the last holds") << "1,aivaegan=4,scd=10" << 1 << 10 << 1;
        QTest::newRow("other splits") << "9,splits=4" << 9 << 9 << 9;
        QTest::newRow("the paper's, but") << "scd=2" << 100 << 2 << 100;
    }

    void epochs()
    {
        QFETCH(QString, text);
        const auto plan = EpochPlan::parse(text.toStdString());
        QVERIFY(plan.ok());
        QTEST(plan->of("aivae", "fsdd"), "aivaeFsdd");
        QTEST(plan->of("aivaegan", "scd"), "aivaeganScd");
        QTEST(plan->of("lenet", ""), "lenet");
        QCOMPARE(plan->of("aivae", "fsdd", true), text.contains("splits") ? 4 : plan->of("aivae", "fsdd"));
        const auto again = EpochPlan::parse(plan->text());
        QVERIFY(again.ok());
        QCOMPARE(again->text(), plan->text());
    }

    void wrongEpochs_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "0", "-3", "x", "1.5", "3 4", "fsdd=", "=4", "mnist=3", "fsdd/lenet=3", "fsdd/aivae/1=2", "1000000"})
            QTest::newRow(text) << text;
    }

    void wrongEpochs()
    {
        QFETCH(QString, text);
        const auto plan = EpochPlan::parse(text.toStdString());
        QVERIFY(!plan.ok());
        QCOMPARE(int(plan.error().code), int(Errc::BadOption));
    }

    void everyCellOfThePaperIsPlanned()
    {
        const auto plan = planReproduction({}, pairs);
        QVERIFY(plan.ok());
        QCOMPARE(plan->size(), std::size_t(2 * 6 + 5));
        for (const std::string set : {"fsdd", "scd"}) {
            for (const ModelKind model : {ModelKind::Aivae, ModelKind::Aivaegan}) {
                for (const double alpha : {0.2, 0.5, 1.0, 2.0}) {
                    if (!paperAccuracy(model, set, alpha)) continue;
                    const auto there = std::find_if(plan->begin(), plan->end(), [&](const PlannedRun& r) {
                        return r.config.model == model && r.config.data.name == set && r.config.alpha == alpha &&
                               r.config.data.split == "random";
                    });
                    QVERIFY(there != plan->end());
                    QCOMPARE(there->config.epochs, 100);
                    QCOMPARE(there->config.batch, 128);
                    QCOMPARE(there->config.latent, 64);
                }
            }
        }
    }

    void namesAreFoldersOfTheirOwn()
    {
        ReproductionConfig config;
        config.seeds = {1, 2};
        const auto plan = planReproduction(config, pairs);
        QVERIFY(plan.ok());
        auto names = namesOf(*plan);
        QCOMPARE(names[0], std::string("fsdd-classifier-seed-1"));
        QVERIFY(std::find(names.begin(), names.end(), "scd-aivaegan-0.2-seed-2") != names.end());
        QVERIFY(std::find(names.begin(), names.end(), "fsdd-jackson-aivae-seed-1") != names.end());
        std::sort(names.begin(), names.end());
        QVERIFY(std::adjacent_find(names.begin(), names.end()) == names.end());
    }

    void theKlWeightRisesOverHalfTheSteps()
    {
        ReproductionConfig config;
        config.epochs = *EpochPlan::parse("1,scd=10");
        auto plan = planReproduction(config, pairs);
        QVERIFY(plan.ok());
        const auto warmup = [&](const std::string& name) {
            return std::find_if(plan->begin(), plan->end(), [&](const PlannedRun& r) { return r.name == name; })->config.klWarmup;
        };
        QCOMPARE(warmup("fsdd-aivaegan-1-seed-1"), std::int64_t(469 / 2));
        QCOMPARE(warmup("scd-aivaegan-1-seed-1"), std::int64_t(490 / 2));
        plan = planReproduction({}, pairs);
        QCOMPARE(warmup("fsdd-aivaegan-1-seed-1"), std::int64_t(2000));
    }

    void refused_data()
    {
        QTest::addColumn<QStringList>("sets");
        QTest::addColumn<QList<double>>("alphas");
        QTest::addColumn<int>("repeats");
        QTest::newRow("no data set") << QStringList{} << QList<double>{1} << 1;
        QTest::newRow("unknown data set") << QStringList{"mixed"} << QList<double>{1} << 1;
        QTest::newRow("twice") << QStringList{"fsdd", "fsdd"} << QList<double>{1} << 1;
        QTest::newRow("an alpha twice") << QStringList{"fsdd"} << QList<double>{1, 1} << 1;
        QTest::newRow("an alpha below zero") << QStringList{"fsdd"} << QList<double>{-1} << 1;
        QTest::newRow("no alpha") << QStringList{"fsdd"} << QList<double>{} << 1;
        QTest::newRow("no repeat") << QStringList{"fsdd"} << QList<double>{1} << 0;
    }

    void refused()
    {
        QFETCH(QStringList, sets);
        QFETCH(QList<double>, alphas);
        ReproductionConfig config;
        config.sets.clear();
        for (const QString& set : sets) config.sets.push_back(set.toStdString());
        config.alphas.assign(alphas.begin(), alphas.end());
        QFETCH(int, repeats);
        config.repeats = repeats;
        const auto plan = planReproduction(config, pairs);
        QVERIFY(!plan.ok());
        QCOMPARE(int(plan.error().code), int(Errc::BadOption));
    }

    void whatMakesATrainingTheSame()
    {
        RunConfig a;
        RunConfig b = a;
        b.threads = 1;
        b.device = "cuda";
        b.data.folder = "elsewhere";
        b.learningRate = 1e-3;
        b.data.spectrogram.rate = 8000;
        QVERIFY(sameTraining(a, b));
        b.epochs = a.epochs + 1;
        QVERIFY(!sameTraining(a, b));
        b = a;
        b.klWarmup = 7;
        QVERIFY(!sameTraining(a, b));
        a.model = b.model = ModelKind::Classifier;  // it has no KL
        QVERIFY(sameTraining(a, b));
    }
};

QTEST_GUILESS_MAIN(tst_ReproductionPlan)
#include "tst_reproduction_plan.moc"
