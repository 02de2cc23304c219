// Sums and means of codes against hand-worked cases; noise by a seed.
#include <cmath>

#include <QTest>

#include "core/latent/latent_arithmetic.h"

using namespace sonoglyph;
using Code = std::vector<float>;

class tst_LatentArithmetic : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void means()
    {
        QCOMPARE(*meanOf(std::vector<Code>{{1, 2}, {3, 6}, {2, 1}}), (Code{2, 3}));
        QVERIFY(!meanOf({}).ok());
        QVERIFY(!meanOf(std::vector<Code>{{1, 2}, {1}}).ok());
        QVERIFY(!meanOf(std::vector<Code>{{1, std::nanf("")}}).ok());
    }

    void analogies()
    {
        QCOMPARE(*analogy({5, 1}, {2, 2}, {0.5F, 4}), (Code{3.5F, 3}));
        QVERIFY(!analogy({5, 1}, {2}, {0.5F, 4}).ok());
    }

    void noiseGoesAlongOneLine()
    {
        const Code mean(1000, 1.0F), deviation(1000, 0.5F);
        QCOMPARE(*withNoise(mean, deviation, 0, 3), mean);
        const Code one = *withNoise(mean, deviation, 1, 3), two = *withNoise(mean, deviation, 2, 3);
        double sum = 0, squares = 0;
        for (std::size_t i = 0; i < mean.size(); ++i) {
            QVERIFY(std::abs((two[i] - mean[i]) - 2 * (one[i] - mean[i])) < 1e-5F);
            const double unit = (double(one[i]) - 1) / 0.5;
            sum += unit;
            squares += unit * unit;
        }
        QVERIFY(std::abs(sum / 1000) < 0.12 && std::abs(squares / 1000 - 1) < 0.15);
        QVERIFY(*withNoise(mean, deviation, 1, 4) != one);
        QCOMPARE(*withNoise(mean, deviation, 1, 3), one);
        QVERIFY(!withNoise(mean, deviation, std::nan(""), 3).ok());
    }

    void klByHand()
    {
        const std::vector<double> kl = klOf(Code{0, 1, 0}, Code{0, 0, std::log(4.0F)});
        QCOMPARE(kl[0], 0.0);
        QCOMPARE(kl[1], 0.5);
        QVERIFY(std::abs(kl[2] - 0.5 * (4 - 1 - std::log(4.0))) < 1e-6);
        QCOMPARE(deviationsOf(Code{0, std::log(4.0F)})[1], 2.0F);
    }
};

QTEST_APPLESS_MAIN(tst_LatentArithmetic)
#include "tst_latent_arithmetic.moc"
