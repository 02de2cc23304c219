// Which pixels a dimension moves, by hand: images of two pixels.
#include <QTest>

#include "core/latent/latent_effect.h"

using namespace sonoglyph;

namespace {

ByteImage image(std::uint8_t left, std::uint8_t right)
{
    const auto pixels = std::make_shared<std::vector<std::uint8_t>>(std::vector<std::uint8_t>{left, right});
    return {2, 1, {pixels, pixels->data()}};
}

}  // namespace

class tst_LatentEffect : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyDimensionStepsBothWays()
    {
        const auto codes = effectCodes({1, 5}, 0.5F);
        QCOMPARE(codes, (std::vector<std::vector<float>>{{1, 5}, {0.5F, 5}, {1.5F, 5}, {1, 4.5F}, {1, 5.5F}}));
    }

    void theMapSaysHowMuchAndWhich()
    {
        // The first dimension brightens the left pixel and darkens the right one; the second does nothing.
        const std::vector<ByteImage> images{image(100, 100), image(49, 151), image(151, 49), image(100, 100), image(100, 100)};
        const LatentEffects effects = effectsOf(images);
        QCOMPARE(effects.width, 2);
        QCOMPARE(effects.maps.size(), std::size_t(2));
        QVERIFY(std::abs(effects.maps[0][0] - 0.2F) < 1e-6F);
        QVERIFY(std::abs(effects.maps[0][1] + 0.2F) < 1e-6F);
        QVERIFY(std::abs(effects.change[0] - 0.2) < 1e-9);
        QCOMPARE(effects.change[1], 0.0);
    }

    void whatDoesNotFitIsNothing()
    {
        QVERIFY(effectsOf({}).maps.empty());
        QVERIFY(effectsOf(std::vector<ByteImage>{image(1, 1), image(1, 1)}).maps.empty());
        QVERIFY(effectsOf(std::vector<ByteImage>{image(1, 1), image(1, 1), ByteImage{}}).maps.empty());
    }
};

QTEST_APPLESS_MAIN(tst_LatentEffect)
#include "tst_latent_effect.moc"
