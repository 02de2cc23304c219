// A map of recordings as a value: means of groups, the nearest point, the plane, its table; principal axes by hand.
#include <cmath>

#include <QTest>

#include "core/latent/latent_map.h"

using namespace sonoglyph;

namespace {

LatentMap sample()
{
    LatentMap map;
    map.latent = 2;
    map.points = {{"fsdd/recordings/1_theo_0.wav", "theo", "fsdd", 1, false, 1, 0.9F},
                  {"fsdd/recordings/1_jackson_0.wav", "jackson", "fsdd", 1, true, 7, 0.5F},
                  {"fsdd/recordings/7_theo_0.wav", "theo", "fsdd", 7, false, 7, 1.0F}};
    map.means = {0, 0, 2, 0, 4, 6};
    map.logVariances = {-1, -1, -1, -1, -1, -1};
    map.pca = {{2, 2}, {{0.6F, 0.8F}, {0.8F, -0.6F}}, {5, 1}, 6};
    return map;
}

}  // namespace

class tst_LatentMap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void groups()
    {
        const LatentMap map = sample();
        QCOMPARE(map.size(), std::size_t(3));
        QCOMPARE(map.points[0].name(), std::string_view("1_theo_0.wav"));
        QVERIFY(std::abs(map.accuracy() - 2.0 / 3) < 1e-9);
        QCOMPARE(map.speakers(), (std::vector<std::string>{"jackson", "theo"}));
        QCOMPARE(map.speakerMean("theo"), (std::vector<float>{2, 3}));
        QVERIFY(map.speakerMean("nobody").empty());
        const std::vector<std::uint32_t> two{0, 1};
        QCOMPARE(map.meanOf(two), (std::vector<float>{1, 0}));
        QVERIFY(map.meanOf({}).empty());
        QCOMPARE(map.mean(2)[1], 6.0F);
    }

    void theNearestPoint()
    {
        const LatentMap map = sample();
        QCOMPARE(*map.nearest(std::vector<float>{3, 5}), std::size_t(2));
        QCOMPARE(*map.nearest(std::vector<float>{1.4F, -1}), std::size_t(1));
        QVERIFY(!LatentMap().nearest(std::vector<float>{}));
    }

    void thePlaneAndBack()
    {
        const LatentMap map = sample();
        const auto plane = map.plane();
        QVERIFY(std::abs(plane[0] - (-2 * 0.6F - 2 * 0.8F)) < 1e-6F);
        QVERIFY(std::abs(plane[1] - (-2 * 0.8F + 2 * 0.6F)) < 1e-6F);
        const auto swapped = map.plane(1, 0);
        QCOMPARE(swapped[0], plane[1]);
        for (std::size_t i = 0; i < map.size(); ++i) {
            const auto back = map.pca.restore(map.pca.project(map.mean(i)));
            for (std::size_t d = 0; d < 2; ++d) QVERIFY(std::abs(back[d] - map.mean(i)[d]) < 1e-5F);
        }
        QCOMPARE(map.pca.restore({}), (std::vector<float>{2, 2}));
        QVERIFY(std::abs(map.pca.share(0) - 5.0 / 6) < 1e-9);
        QVERIFY(std::abs(map.pca.deviation(0) - std::sqrt(5.0F)) < 1e-6F);
    }

    void theTable()
    {
        const LatentMap map = sample();
        const std::string csv = toCsv(map);
        QVERIFY(csv.starts_with("point,recording,digit,speaker,set,held_out,x,y,read,probability\n"));
        QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), 4);
        const std::vector<std::uint32_t> which{1};
        const std::string one = toCsv(map, 0, 1, which);
        QVERIFY2(one.find("\n1,fsdd/recordings/1_jackson_0.wav,1,jackson,fsdd,1,") != one.npos, one.c_str());
        QCOMPARE(std::count(one.begin(), one.end(), '\n'), 2);
    }
};

QTEST_APPLESS_MAIN(tst_LatentMap)
#include "tst_latent_map.moc"
