// Ways through the latent space: their ends are what they go between, bit by bit, and their steps are even.
#include <cmath>
#include <numbers>

#include <QTest>

#include "core/latent/latent_path.h"

using namespace sonoglyph;
using Code = std::vector<float>;

class tst_LatentPath : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTraversalByHand()
    {
        const auto path = traverse({1, 2, 3}, dimensionDirection(3, 1, 0.5F), 5, 2);
        QVERIFY(path.ok());
        QCOMPARE(path->positions, (std::vector<double>{-2, -1, 0, 1, 2}));
        QCOMPARE(path->codes[0], (Code{1, 1, 3}));
        QCOMPARE(path->codes[1], (Code{1, 1.5F, 3}));
        QCOMPARE(path->codes[2], (Code{1, 2, 3}));
        QCOMPARE(path->codes[4], (Code{1, 3, 3}));
    }

    void theMiddleIsTheCodeItself()
    {
        const Code code{0.1F, -1.0F / 3, 7e-9F};
        const auto path = traverse(code, {0.3F, 0.7F, 0.1F}, 9);
        QCOMPARE(path->codes[4], code);
        QCOMPARE(path->positions.front(), -traversalRange);
    }

    void anAxisIsADeviationLong()
    {
        Pca pca;
        pca.mean = {0, 0};
        pca.axes = {{0.6F, 0.8F}, {0.8F, -0.6F}};
        pca.variances = {4, 0.25};
        QCOMPARE(axisDirection(pca, 0), (Code{1.2F, 1.6F}));
        QCOMPARE(axisDirection(pca, 1), (Code{0.4F, -0.3F}));
    }

    void aMorphEndsAtItsEnds_data()
    {
        QTest::addColumn<std::vector<float>>("from");
        QTest::addColumn<std::vector<float>>("to");
        QTest::newRow("any") << Code{0.1F, -2, 3} << Code{1, 0.7F, -0.3F};
        QTest::newRow("the same") << Code{0.1F, -2, 3} << Code{0.1F, -2, 3};
        QTest::newRow("opposite") << Code{1, 2, 3} << Code{-1, -2, -3};
        QTest::newRow("from nothing") << Code{0, 0, 0} << Code{1, 2, 3};
        QTest::newRow("parallel") << Code{1, 2, 3} << Code{2, 4, 6};
    }

    void aMorphEndsAtItsEnds()
    {
        QFETCH(std::vector<float>, from);
        QFETCH(std::vector<float>, to);
        for (const auto kind : {MorphKind::Linear, MorphKind::Spherical}) {
            const auto path = morph(from, to, kind, 11);
            QVERIFY(path.ok());
            QCOMPARE(path->codes.front(), from);
            QCOMPARE(path->codes.back(), to);
            QCOMPARE(path->codes.size(), std::size_t(11));
            for (const Code& code : path->codes)
                for (const float v : code) QVERIFY(std::isfinite(v));
            QCOMPARE(morphed(from, to, kind, -1), from);
            QCOMPARE(morphed(from, to, kind, 7), to);
        }
    }

    void aGreatCircleKeepsTheLength()
    {
        const Code from{3, 0, 0}, to{0, 3, 0};
        const Code middle = morphed(from, to, MorphKind::Spherical, 0.5);
        const float expected = 3 / std::numbers::sqrt2_v<float>;
        QVERIFY(std::abs(middle[0] - expected) < 1e-6F && std::abs(middle[1] - expected) < 1e-6F);
        QCOMPARE(morphed(from, to, MorphKind::Linear, 0.5), (Code{1.5F, 1.5F, 0}));
        // A third of the way is a third of the angle.
        const Code third = morphed(from, to, MorphKind::Spherical, 1.0 / 3);
        QVERIFY(std::abs(std::atan2(third[1], third[0]) - std::numbers::pi_v<float> / 6) < 1e-6F);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<int>("frames");
        QTest::addColumn<double>("range");
        QTest::addColumn<int>("sizes");
        QTest::newRow("too few") << 2 << 3.0 << 0;
        QTest::newRow("too many") << 26 << 3.0 << 0;
        QTest::newRow("no way") << 9 << 0.0 << 0;
        QTest::newRow("too far") << 9 << 11.0 << 0;
        QTest::newRow("not a number") << 9 << std::nan("") << 0;
        QTest::newRow("another size") << 9 << 3.0 << 1;
    }

    void nonsenseIsRefused()
    {
        QFETCH(int, frames);
        QFETCH(double, range);
        QFETCH(int, sizes);
        const Code code{1, 2, 3}, direction(std::size_t(3 + sizes), 1.0F);
        QVERIFY(!traverse(code, direction, frames, range).ok());
        if (sizes > 0 || frames != 9) QVERIFY(!morph(code, direction, MorphKind::Linear, frames).ok());
        QVERIFY(!traverse({std::nanf(""), 1}, {1, 1}).ok());
        QVERIFY(!morph({INFINITY}, {1}, MorphKind::Linear).ok());
    }
};

QTEST_APPLESS_MAIN(tst_LatentPath)
#include "tst_latent_path.moc"
