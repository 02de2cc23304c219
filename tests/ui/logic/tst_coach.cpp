// The coach speaks of what the engine's health notices, with the piece of curve, and else of how learning goes, in numbers.
#include <QTest>

#include "core/train/health.h"
#include "ui/logic/coach.h"

using namespace sonoglyph;

namespace {

StepMetrics step(std::int64_t number, double reconstruction)
{
    StepMetrics metrics;
    metrics.step = number;
    metrics.epoch = int((number - 1) / 100) + 1;
    metrics.reconstruction = reconstruction;
    metrics.total = reconstruction + 10;
    metrics.activeUnits = 20;
    metrics.gradientNorm = 10;
    metrics.discriminator = DiscriminatorMetrics{1, 1, 0.6, 0.4, 2};
    return metrics;
}

EpochMetrics epoch(int number, double reconstruction, double accuracy = 0.5)
{
    EpochMetrics metrics;
    metrics.epoch = number;
    metrics.step = number * 100;
    metrics.testReconstruction = reconstruction;
    metrics.accuracy = accuracy;
    metrics.diversity = 0.2;
    return metrics;
}

}  // namespace

class TestCoach : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySignOfHealthIsKnown_data();
    void everySignOfHealthIsKnown();
    void warningsFadeAndProblemsStay();
    void tellsHowLearningGoes_data();
    void tellsHowLearningGoes();
    void knowsTheBestEpoch();
    void heldOutThatRisesIsAWarning();
    void otherNoticesAreNotItsOwn();
};

void TestCoach::everySignOfHealthIsKnown_data()
{
    QTest::addColumn<int>("quantity");
    QTest::newRow("collapse") << int(Quantity::ActiveUnits);
    QTest::newRow("exploding") << int(Quantity::GradientNorm);
    QTest::newRow("exploding discriminator") << int(Quantity::DiscriminatorGradientNorm);
    QTest::newRow("discriminator won") << int(Quantity::RealProbability);
    QTest::newRow("mode collapse") << int(Quantity::Diversity);
}

// The notices are made by the engine's own Health: a sentence that is worded anew there and not here fails this test.
void TestCoach::everySignOfHealthIsKnown()
{
    QFETCH(int, quantity);
    constexpr std::int64_t begin = 301;
    Health health(150);
    MetricStore metrics;
    QList<TrainNotice> notices;
    for (std::int64_t i = 1; i <= 420; ++i) {
        StepMetrics m = step(i, i < begin ? 100 : 160);
        if (i >= begin) {
            if (Quantity(quantity) == Quantity::ActiveUnits) m.activeUnits = 0;
            if (Quantity(quantity) == Quantity::GradientNorm) m.gradientNorm = 1e6;
            if (Quantity(quantity) == Quantity::DiscriminatorGradientNorm) m.discriminator->gradientNorm = 1e6;
            if (Quantity(quantity) == Quantity::RealProbability) m.discriminator->real = 0.99, m.discriminator->drawn = 0.01;
        }
        metrics.add(m);
        for (const TrainNotice& notice : health.add(m)) notices.append(notice);
        if (i % 100 == 0) {
            EpochMetrics e = epoch(int(i / 100), 100);
            if (Quantity(quantity) == Quantity::Diversity && i >= begin) e.diversity = 0.01;
            metrics.add(e);
            for (const TrainNotice& notice : health.add(e)) notices.append(notice);
        }
    }
    QCOMPARE(notices.size(), 1);
    const CoachWord word = coachWord(metrics, notices);
    QVERIFY(word.mood != CoachWord::Mood::Well);
    QVERIFY(!word.sentence.isEmpty() && !word.sentence.contains(QStringLiteral("%1")));
    QVERIFY(word.quantity.has_value());
    QCOMPARE(int(*word.quantity), quantity);
    QCOMPARE(word.at, Quantity(quantity) == Quantity::Diversity ? 400 : begin);
    QVERIFY(word.from < word.at && word.at <= word.to && word.to <= metrics.lastStep());
}

void TestCoach::warningsFadeAndProblemsStay()
{
    const Message won{"The discriminator has won since step %1: it is sure.", {"120"}};
    for (const auto severity : {TrainNotice::Severity::Warning, TrainNotice::Severity::Problem}) {
        MetricStore metrics;
        const QList<TrainNotice> notices{{severity, 200, won}};
        for (std::int64_t i = 1; i <= 250; ++i) metrics.add(step(i, 300.0 - double(i)));
        metrics.add(epoch(1, 100));
        QVERIFY(coachWord(metrics, notices).sentence.contains(QStringLiteral("120")));
        for (std::int64_t i = 251; i <= 600; ++i) metrics.add(step(i, 50));
        const bool stays = coachWord(metrics, notices).mood != CoachWord::Mood::Well;
        QCOMPARE(stays, severity == TrainNotice::Severity::Problem);
    }
}

void TestCoach::tellsHowLearningGoes_data()
{
    QTest::addColumn<int>("steps");
    QTest::addColumn<double>("before");
    QTest::addColumn<double>("now");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing yet") << 0 << 0.0 << 0.0 << QString();
    QTest::newRow("too early") << 10 << 100.0 << 90.0 << QStringLiteral("Too early");
    QTest::newRow("falls") << 200 << 100.0 << 88.0 << QStringLiteral("fell 12 % over the last 100 step(s), to 88.0 nats");
    QTest::newRow("settled") << 200 << 100.0 << 99.5 << QStringLiteral("less than 1 %");
    QTest::newRow("rises") << 200 << 100.0 << 105.0 << QStringLiteral("rose 5.0 %");
}

void TestCoach::tellsHowLearningGoes()
{
    QFETCH(int, steps);
    QFETCH(double, before);
    QFETCH(double, now);
    QFETCH(QString, said);
    MetricStore metrics;
    for (int i = 1; i <= steps; ++i) metrics.add(step(i, i <= steps / 2 ? before : now));
    const CoachWord word = coachWord(metrics, {});
    QCOMPARE(word.mood, CoachWord::Mood::Well);
    QVERIFY2(said.isEmpty() ? word.sentence.isEmpty() : word.sentence.contains(said), qPrintable(word.sentence));
}

void TestCoach::knowsTheBestEpoch()
{
    MetricStore metrics;
    for (int i = 1; i <= 300; ++i) metrics.add(step(i, i <= 200 ? 100 : 80));
    metrics.add(epoch(1, 90, 0.5));
    metrics.add(epoch(2, 80, 0.93));
    metrics.add(epoch(3, 80, 0.9));
    const CoachWord word = coachWord(metrics, {});
    QVERIFY2(word.sentence.contains(QStringLiteral("fell 20 % over the last epoch")), qPrintable(word.sentence));
    QVERIFY2(word.sentence.contains(QStringLiteral("93 % after epoch 2")), qPrintable(word.sentence));
    QCOMPARE(word.at, 201);
}

void TestCoach::heldOutThatRisesIsAWarning()
{
    MetricStore metrics;
    for (int i = 1; i <= 600; ++i) metrics.add(step(i, 50));
    for (int i = 1; i <= 6; ++i) metrics.add(epoch(i, i <= 2 ? 90 - i : 88 + 2 * i));
    const CoachWord word = coachWord(metrics, {});
    QCOMPARE(word.mood, CoachWord::Mood::Warning);
    QVERIFY(word.sentence.contains(QStringLiteral("after epoch 2")));
    QCOMPARE(word.at, 200);
    QCOMPARE(word.rows, RunRows::Epochs);
}

void TestCoach::otherNoticesAreNotItsOwn()
{
    QVERIFY(!quantityOf({TrainNotice::Severity::Warning, 5, {"The disk is full.", {}}}));
    QVERIFY(!quantityOf({TrainNotice::Severity::Info, 5, {"The discriminator has won.", {}}}));
    MetricStore metrics;
    for (int i = 1; i <= 100; ++i) metrics.add(step(i, 50));
    QCOMPARE(coachWord(metrics, {{TrainNotice::Severity::Problem, 5, {"The disk is full.", {}}}}).mood, CoachWord::Mood::Well);
    // A notice without its step.
    const CoachWord word = coachWord(metrics, {{TrainNotice::Severity::Problem, 50, {"The discriminator has won.", {}}}});
    QCOMPARE(word.at, 50);
}

QTEST_GUILESS_MAIN(TestCoach)
#include "tst_coach.moc"
