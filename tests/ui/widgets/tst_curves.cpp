// What makes drawing cheap: the pyramid of extremes, ticks, scaling of small pictures.
#include <QtTest>

#include <cmath>
#include <random>

#include "ui/widgets/extremes.h"
#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

using namespace sonoglyph;

class tst_Curves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void extremesAreThoseOfTheSamples_data()
    {
        QTest::addColumn<int>("chunk");
        for (const int chunk : {1, 7, 16, 500, 100000}) QTest::addRow("chunks of %d", chunk) << chunk;
    }
    void extremesAreThoseOfTheSamples()
    {
        QFETCH(int, chunk);
        std::mt19937 generator(5);
        std::normal_distribution<float> normal;
        std::vector<float> samples(100000);
        for (float& s : samples) s = normal(generator);
        Extremes extremes;
        for (std::size_t at = 0; at < samples.size(); at += std::size_t(chunk))
            extremes.append(std::span(samples).subspan(at, std::min(std::size_t(chunk), samples.size() - at)));
        QCOMPARE(extremes.size(), std::int64_t(samples.size()));
        std::uniform_int_distribution<int> where(0, 100000);
        for (int i = 0; i < 200; ++i) {
            auto [a, b] = std::minmax({where(generator), where(generator)});
            if (a == b) continue;
            const auto [low, high] = std::minmax_element(samples.begin() + a, samples.begin() + b);
            const auto found = extremes.between(a, b);
            QCOMPARE(found.low, *low);
            QCOMPARE(found.high, *high);
        }
    }

    void extremesAtTheEdges()
    {
        Extremes extremes;
        QCOMPARE(extremes.between(0, 10).high, 0.0f);
        const std::vector<float> samples{0.5f, std::nanf(""), -0.25f};
        extremes.append(samples);
        QCOMPARE(extremes.between(-5, 50).high, 0.5f);
        QCOMPARE(extremes.between(1, 2).low, 0.0f);
        QCOMPARE(extremes.between(7, 9).low, 0.0f);
    }

    void trimmingKeepsTheRecentPast()
    {
        Extremes extremes;
        std::vector<float> chunk(10000);
        for (int i = 0; i < 200; ++i) {
            std::fill(chunk.begin(), chunk.end(), float(i));
            extremes.append(chunk);
            extremes.trim(48000);
        }
        QCOMPARE(extremes.size(), std::int64_t(2000000));
        QVERIFY(extremes.size() - extremes.first() >= 48000);
        QVERIFY(extremes.size() - extremes.first() <= 2 * 65536 + 2 * 48000);
        QCOMPARE(extremes.between(2000000 - 48000, 2000000).low, 195.0f);
        QCOMPARE(extremes.between(1985000, 1985001).high, 198.0f);
    }

    void steps_data()
    {
        QTest::addColumn<double>("range");
        QTest::addColumn<int>("most");
        QTest::addColumn<double>("step");
        QTest::newRow("one") << 1.0 << 5 << 0.2;
        QTest::newRow("thousands") << 20000.0 << 4 << 5000.0;
        QTest::newRow("exact") << 10.0 << 10 << 1.0;
        QTest::newRow("tiny") << 0.003 << 3 << 0.001;
        QTest::newRow("empty") << 0.0 << 3 << 1.0;
        QTest::newRow("not a number") << std::nan("") << 3 << 1.0;
    }
    void steps()
    {
        QFETCH(double, range);
        QFETCH(int, most);
        QFETCH(double, step);
        QVERIFY(std::abs(niceStep(range, most) - step) < 1e-12);
    }

    void ticksLieInside()
    {
        QCOMPARE(niceTicks(-3, 3, 6), (QList<double>{-3, -2, -1, 0, 1, 2, 3}));
        QVERIFY(niceTicks(1, 1, 5).isEmpty());
        QCOMPARE(logTicks(1, 10, 10).size(), 4);
        QCOMPARE(logTicks(1, 1e6, 7).size(), 7);
        QVERIFY(logTicks(0, 10, 5).isEmpty());
    }

    void numbersForPeople()
    {
        QCOMPARE(numberText(-1.239, 2), QStringLiteral("−1.24"));
        QCOMPARE(numberText(-0.001, 2), QStringLiteral("0.00"));
        QCOMPARE(tickText(0.5, 0.25), QStringLiteral("0.5"));
        QCOMPARE(tickText(2000, 500), QStringLiteral("2000"));
        QCOMPARE(significantText(123.456, 4), QStringLiteral("123.5"));
        QCOMPARE(significantText(0.01234, 3), QStringLiteral("0.0123"));
        QCOMPARE(hertzText(500), QStringLiteral("500"));
        QCOMPARE(hertzText(2000), QStringLiteral("2k"));
        QCOMPARE(csvField(QStringLiteral("a,\"b\"")), QStringLiteral("\"a,\"\"b\"\"\""));
    }

    void smoothScalingKeepsGreyAndEdges()
    {
        QImage flat(28, 28, QImage::Format_Grayscale8);
        flat.fill(100);
        const QImage large = scaledSmoothly(flat, QSize(280, 280));
        QCOMPARE(large.size(), QSize(280, 280));
        for (const QPoint p : {QPoint(0, 0), QPoint(140, 3), QPoint(279, 279)}) QCOMPARE(int(large.constScanLine(p.y())[p.x()]), 100);
        QImage spot = flat;
        spot.fill(0);
        spot.scanLine(14)[14] = 255;
        const QImage shown = scaledSmoothly(spot, QSize(280, 280));
        QVERIFY(shown.constScanLine(145)[145] > 200);
        QCOMPARE(int(shown.constScanLine(20)[20]), 0);
        QVERIFY(scaledSmoothly(QImage(), QSize(5, 5)).isNull());
        QCOMPARE(enlarged(spot, 3).size(), QSize(84, 84));
    }

    void fittingNeverLeavesTheSquare()
    {
        const QRectF smooth = fitted({28, 28}, QRectF(0, 0, 300, 200), false, 1);
        QCOMPARE(smooth, QRectF(50, 0, 200, 200));
        const QRectF exact = fitted({28, 28}, QRectF(0, 0, 300, 200), true, 1);
        QCOMPARE(exact.size(), QSizeF(196, 196));
        const QRectF sharp = fitted({28, 28}, QRectF(0, 0, 300, 200), true, 2);
        QCOMPARE(sharp.size(), QSizeF(196, 196));
        QCOMPARE(fitted({28, 28}, QRectF(0, 0, 20, 20), true, 1).size(), QSizeF(20, 20));
    }
};

QTEST_APPLESS_MAIN(tst_Curves)
#include "tst_curves.moc"
