// The columns of a run's numbers: in order, cut at a checkpoint, and read back from the file that the core writes.
#include <QTemporaryDir>
#include <QTest>

#include "core/train/metrics_csv.h"
#include "ui/logic/metric_store.h"

using namespace sonoglyph;

namespace {

StepMetrics step(std::int64_t number)
{
    return {number, int((number - 1) / 10) + 1, 3.0 * double(number), 2.0 * double(number), double(number), 1, 0, 100};
}

EpochMetrics epoch(int number) { return {number, number * 10, 9, 8, 1, 6.0 * number, 4.0 * number, 2.0 * number, 0.5, 0.75, 3, 0}; }

}  // namespace

class TestMetricStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void columns();
    void everyQuantityHasItsRows();
    void placesOnEveryAxis();
    void generations();
    void forgetAfter_data();
    void forgetAfter();
    void readsWhatTheCoreWrites();
    void readingFails_data();
    void readingFails();
};

void TestMetricStore::columns()
{
    MetricStore store;
    QVERIFY(store.empty());
    QCOMPARE(store.lastStep(), 0);
    for (int i = 1; i <= 20; ++i) store.add(step(i));
    store.add(epoch(2));
    QVERIFY(!store.empty());
    QCOMPARE(store.lastStep(), 20);
    using Q = Quantity;
    QCOMPARE(store.curve(Q::Total, RunRows::Steps).at(4), QPointF(5, 15));
    QCOMPARE(store.curve(Q::Reconstruction, RunRows::Steps).at(4), QPointF(5, 10));
    QCOMPARE(store.curve(Q::Kl, RunRows::Steps).at(4), QPointF(5, 5));
    QCOMPARE(store.curve(Q::Total, RunRows::Epochs).at(0), QPointF(20, 12));
    QCOMPARE(store.curve(Q::Accuracy, RunRows::Epochs).at(0), QPointF(20, 0.5));
    QCOMPARE(store.curve(Q::Kl, RunRows::Steps, RunAxis::Step, 18), (QList<QPointF>{{19, 19}, {20, 20}}));
    QVERIFY(store.curve(Q::Accuracy, RunRows::Steps).isEmpty());
    QVERIFY(store.curve(Q::RealProbability, RunRows::Steps).isEmpty());
    QCOMPARE(store.rows(RunRows::Steps), 20);
    QCOMPARE(store.rows(RunRows::Epochs), 1);
    store.clear();
    QVERIFY(store.empty());
}

void TestMetricStore::everyQuantityHasItsRows()
{
    StepMetrics metrics = step(1);
    metrics.gradientNorm = 7;
    metrics.activeUnits = 9;
    metrics.discriminator = DiscriminatorMetrics{-0.5, 1.5, 0.75, 0.25, 3};
    metrics.klPerDimension = {0.5, 0};
    EpochMetrics evaluated = epoch(1);
    evaluated.diversity = 0.125;
    MetricStore store;
    store.add(metrics);
    store.add(evaluated);
    const std::pair<Quantity, double> steps[] = {
        {Quantity::Adversarial, -0.5},     {Quantity::DiscriminatorLoss, 1.5},
        {Quantity::RealProbability, 0.75}, {Quantity::DrawnProbability, 0.25},
        {Quantity::GradientNorm, 7},       {Quantity::DiscriminatorGradientNorm, 3},
        {Quantity::ActiveUnits, 9},        {Quantity::Speed, 100},
    };
    for (const auto& [quantity, value] : steps) {
        QVERIFY(MetricStore::hasSteps(quantity));
        QCOMPARE(store.curve(quantity, RunRows::Steps), (QList<QPointF>{{1, value}}));
    }
    const std::pair<Quantity, double> epochs[] = {{Quantity::AccuracyMean, 0.75}, {Quantity::Diversity, 0.125}, {Quantity::ActiveUnits, 3}};
    for (const auto& [quantity, value] : epochs) {
        QVERIFY(MetricStore::hasEpochs(quantity));
        QCOMPARE(store.curve(quantity, RunRows::Epochs), (QList<QPointF>{{10, value}}));
    }
    QVERIFY(!MetricStore::hasSteps(Quantity::Accuracy) && !MetricStore::hasEpochs(Quantity::Speed));
    QCOMPARE(store.klPerDimension(), (std::vector<double>{0.5, 0}));
    // Every quantity can be drawn.
    QList<Quantity> drawn;
    for (const QuantityGroup& group : quantityGroups()) drawn += group.quantities;
    for (std::size_t i = 0; i < quantityCount; ++i) {
        QCOMPARE(drawn.count(Quantity(i)), 1);
        QVERIFY(!nameOf(Quantity(i)).isEmpty());
    }
}

void TestMetricStore::placesOnEveryAxis()
{
    MetricStore store;
    QCOMPARE(store.stepsPerEpoch(), 1.0);
    for (int i = 1; i <= 15; ++i) {
        StepMetrics metrics = step(i);
        metrics.seconds = 360 * i;
        store.add(metrics);
    }
    QCOMPARE(store.stepsPerEpoch(), 15.0);  // as if the epoch ended now
    store.add(epoch(1));
    QCOMPARE(store.stepsPerEpoch(), 10.0);
    for (const RunAxis axis : {RunAxis::Step, RunAxis::Epoch, RunAxis::Time}) {
        const auto points = store.curve(Quantity::Kl, RunRows::Steps, axis);
        for (int i = 1; i <= 15; ++i) {
            QCOMPARE(points[i - 1].x(), store.position(i, axis));
            QCOMPARE(store.stepAt(points[i - 1].x(), axis), i);
        }
    }
    QCOMPARE(store.position(15, RunAxis::Epoch), 1.5);
    QCOMPARE(store.position(15, RunAxis::Time), 1.5);
    QCOMPARE(store.curve(Quantity::Kl, RunRows::Epochs, RunAxis::Epoch).first().x(), 1.0);
    QCOMPARE(store.epochAt(3)->epoch, 1);
    QCOMPARE(store.epochAt(10)->epoch, 1);
    QVERIFY(!store.epochAt(11));
}

void TestMetricStore::generations()
{
    MetricStore store;
    for (int i = 1; i <= 30; ++i) store.add(step(i));
    const auto before = store.generation();
    store.add(step(31));
    store.forgetAfter(31);
    QCOMPARE(store.generation(), before);
    store.forgetAfter(20);
    QVERIFY(store.generation() != before);
    QVERIFY(MetricStore().generation() != MetricStore().generation());
}

void TestMetricStore::forgetAfter_data()
{
    QTest::addColumn<qint64>("last");
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("epochs");
    QTest::newRow("nothing to forget") << qint64(30) << 30 << 3;
    QTest::newRow("between epochs") << qint64(25) << 25 << 2;
    QTest::newRow("at an epoch") << qint64(20) << 20 << 2;
    QTest::newRow("everything") << qint64(0) << 0 << 0;
}

void TestMetricStore::forgetAfter()
{
    QFETCH(qint64, last);
    QFETCH(int, steps);
    QFETCH(int, epochs);
    MetricStore store;
    for (int i = 1; i <= 30; ++i) store.add(step(i));
    for (int i = 1; i <= 3; ++i) store.add(epoch(i));
    store.forgetAfter(last);
    QCOMPARE(store.curve(Quantity::Kl, RunRows::Steps).size(), steps);
    QCOMPARE(store.curve(Quantity::Kl, RunRows::Epochs).size(), epochs);
    QCOMPARE(int(store.epochs().size()), epochs);
}

void TestMetricStore::readsWhatTheCoreWrites()
{
    const QTemporaryDir run;
    const auto folder = std::filesystem::path(run.path().toStdString());
    {
        auto writer = MetricsCsvWriter::open(folder / "metrics.csv");
        QVERIFY(writer);
        for (int i = 1; i <= 10; ++i) QVERIFY(writer->add(step(i)));
        QVERIFY(writer->add(epoch(1)));
    }
    const auto store = MetricStore::read(folder);
    QVERIFY(store);
    QCOMPARE(store->lastStep(), 10);
    QCOMPARE(store->curve(Quantity::Reconstruction, RunRows::Steps).last(), QPointF(10, 20));
    QCOMPARE(store->curve(Quantity::Total, RunRows::Epochs).last(), QPointF(10, 6));
    QCOMPARE(store->epochs().back().accuracy, 0.5);
}

void TestMetricStore::readingFails_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("ok");
    QTest::newRow("no file") << QByteArray() << true;
    QTest::newRow("no table") << QByteArray("\x01\x02 nothing\n1,2,3\n") << false;
}

void TestMetricStore::readingFails()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, ok);
    const QTemporaryDir run;
    if (!content.isEmpty()) {
        QFile file(run.filePath(QStringLiteral("metrics.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    const auto store = MetricStore::read(run.path().toStdString());
    QCOMPARE(store.ok(), ok);
    if (ok) QVERIFY(store->empty());
}

QTEST_GUILESS_MAIN(TestMetricStore)
#include "tst_metric_store.moc"
