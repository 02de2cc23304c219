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
    QCOMPARE(store.train(LossTerm::Total).at(4), QPointF(5, 15));
    QCOMPARE(store.train(LossTerm::Reconstruction).at(4), QPointF(5, 10));
    QCOMPARE(store.train(LossTerm::Kl).at(4), QPointF(5, 5));
    QCOMPARE(store.test(LossTerm::Total).at(0), QPointF(20, 12));
    QCOMPARE(store.test(LossTerm::Reconstruction).at(0), QPointF(20, 8));
    QCOMPARE(store.test(LossTerm::Kl).at(0), QPointF(20, 4));
    store.clear();
    QVERIFY(store.empty());
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
    for (const LossTerm term : lossTerms) {
        QCOMPARE(store.train(term).size(), steps);
        QCOMPARE(store.test(term).size(), epochs);
    }
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
    QCOMPARE(store->train(LossTerm::Reconstruction).last(), QPointF(10, 20));
    QCOMPARE(store->test(LossTerm::Total).last(), QPointF(10, 6));
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
