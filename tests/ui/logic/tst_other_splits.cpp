// What stands beside a score of voices that were heard: the right evaluations of the right models, each speaker once.
#include <QTest>

#include "tests/ui/logic/evaluating_engine.h"
#include "ui/logic/other_splits.h"
#include "ui/logic/seed_band.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

namespace {

KnownEvaluation known(const char* name, int right)
{
    const RunConfig config = configOf(name);
    const QString split = QString::fromStdString(config.data.split);
    return {config, measuresOf(fakeEvaluation(right, config)), split.startsWith(u"speaker:"_s) ? split.mid(8) : QString(),
            QString::fromLatin1(name)};
}

}  // namespace

class tst_OtherSplits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMeanCountsEveryPartOnce()
    {
        const Measures ten = measuresOf(fakeEvaluation(10)), twenty = measuresOf(fakeEvaluation(20));
        QCOMPARE(ten.interval, wilsonInterval(10, 20));
        QVERIFY(!ten.several());
        QCOMPARE(meanOf({ten}).interval, ten.interval);
        const Measures pair = meanOf({ten, ten, twenty, twenty});
        QCOMPARE(pair.accuracy.mean, 0.75);
        QCOMPARE(pair.accuracyMean.mean, 1.0);
        QCOMPARE(pair.diversity.mean, 0.0315);
        QCOMPARE(pair.featureDiversity.mean, 0.25);
        QCOMPARE(pair.archetypeDistance.mean, 0.125);
        QVERIFY(std::abs(pair.accuracy.deviation - 0.288675) < 1e-6);
        QVERIFY(std::abs(pair.interval[0] - (0.75 - 0.288675)) < 1e-6 && std::abs(pair.interval[1] - (0.75 + 0.288675)) < 1e-6);
        QCOMPARE(meanOf({pair, ten}).accuracy.mean, 0.625);
        QCOMPARE(meanOf({pair, ten}).each, (std::vector<double>{0.75, 0.5}));
    }

    void onlyScoresOfVoicesThatWereHeardHaveOthers()
    {
        RunConfig model;
        QCOMPARE(otherSplits(model, {}).size(), std::size_t(2));
        QVERIFY(!otherSplits(model, {})[0].measures);
        QCOMPARE(otherSplits(model, {})[1].of, 4);
        model.data.name = "fsdd6";
        QCOMPARE(otherSplits(model, {})[1].of, 6);
        model.data.split = "official";
        const auto others = otherSplits(model, {});
        QCOMPARE(others.size(), std::size_t(1));
        QCOMPARE(int(others[0].kind), int(SplitScore::Kind::SpeakersLeftOut));
        model.data.split = "speaker:theo";
        QVERIFY(otherSplits(model, {}).empty());
        model.data.split = "speakers";
        QVERIFY(otherSplits(model, {}).empty());
        model.data.split = "random";
        for (const char* set : {"scd", "mixed", "synthetic", "my-own"}) {
            model.data.name = set;
            QVERIFY(otherSplits(model, {}).empty());
        }
    }

    void seedsOfASpeakerCountAsOne()
    {
        const std::vector<std::vector<KnownEvaluation>> all{{known("a-speaker-theo", 10), known("b-seed-2-speaker-theo", 20),
                                                             known("c-speaker-jackson", 5), known("d-official", 19),
                                                             known("e-seed-2-official", 17), known("f-speaker-jackson-alpha-2", 1)}};
        const auto others = otherSplits({}, all);
        QCOMPARE(others[0].measures->accuracy.mean, 0.9);
        QCOMPARE(others[0].sources, (QStringList{u"d-official"_s, u"e-seed-2-official"_s}));
        QCOMPARE(others[1].speakers, (QStringList{u"jackson"_s, u"theo"_s}));
        QCOMPARE(others[1].measures->each, (std::vector<double>{0.25, 0.75}));
        QCOMPARE(others[1].measures->accuracy.mean, 0.5);
    }

    void whatComesFirstCounts()
    {
        const std::vector<std::vector<KnownEvaluation>> all{
            {known("mine-speaker-theo", 10)},
            {known("paper-speaker-theo", 20), known("paper-speaker-jackson", 20), known("paper-official", 16)}};
        const auto others = otherSplits({}, all);
        QCOMPARE(others[0].measures->accuracy.mean, 0.8);
        QCOMPARE(others[1].measures->each, (std::vector<double>{1.0, 0.5}));
        QCOMPARE(others[1].sources, (QStringList{u"mine-speaker-theo"_s, u"paper-speaker-jackson"_s}));
    }

    void likeModelsDifferBySplitOnly()
    {
        RunConfig a, b;
        QVERIFY(differBySplitOnly(a, a));
        b.data.split = "official";
        b.seed = b.data.seed = 3;
        b.epochs = 2;
        b.klWarmup = 10;
        b.maxSteps = 7;
        b.threads = 3;
        b.learningRate = 1e-3;  // AIVAE's own
        QVERIFY(differBySplitOnly(a, b));
        const auto other = [&](auto change) {
            RunConfig c = b;
            change(c);
            return !differBySplitOnly(a, c);
        };
        QVERIFY(other([](RunConfig& c) { c.alpha = 2; }));
        QVERIFY(other([](RunConfig& c) { c.model = ModelKind::Aivaegan; }));
        QVERIFY(other([](RunConfig& c) { c.latent = 8; }));
        QVERIFY(other([](RunConfig& c) { c.data.name = "fsdd6"; }));
        QVERIFY(other([](RunConfig& c) { c.data.spectrogram.timeMode = TimeMode::Pad; }));
        QVERIFY(other([](RunConfig& c) { c.learningRate = 2e-3; }));
        QVERIFY(other([](RunConfig& c) { c.standardise = false; }));
    }

    void aReproductionIsOfAivaeOnFsdd()
    {
        QVERIFY(isReproduced({}));
        RunConfig gan;
        gan.model = ModelKind::Aivaegan;
        QVERIFY(!isReproduced(gan));
        RunConfig six;
        six.data.name = "fsdd6";
        QVERIFY(!isReproduced(six));
    }

    void groupsHoldEverySeedOnce()
    {
        const std::vector<RunConfig> configs{configOf("a"), configOf("b-alpha-2"), configOf("c-seed-2"), configOf("d-seed-2"),
                                             configOf("e-seed-3-alpha-2")};
        QCOMPARE(groupsOf(configs, endsDifferBySeedOnly), (std::vector<std::vector<std::size_t>>{{0, 2}, {1, 4}, {3}}));
        RunConfig longer = configOf("f-seed-4");
        QVERIFY(endsDifferBySeedOnly(configs[0], longer));
        longer.epochs *= 2;
        QVERIFY(!endsDifferBySeedOnly(configs[0], longer));
        longer = configOf("f-seed-4");
        longer.maxSteps = 10;
        QVERIFY(!endsDifferBySeedOnly(configs[0], longer));
    }
};

QTEST_GUILESS_MAIN(tst_OtherSplits)
#include "tst_other_splits.moc"
