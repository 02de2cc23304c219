// Which features are zeroed: the first k of an order, by a seed or by what they say.
#include <set>

#include <QTest>

#include "core/latent/zeroing.h"

using namespace sonoglyph;

class tst_Zeroing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ordersByImportance_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<std::vector<int>>("expected");
        QTest::newRow("most first") << int(ZeroOrder::MostImportant) << std::vector<int>{2, 0, 3, 1};
        QTest::newRow("least first") << int(ZeroOrder::LeastImportant) << std::vector<int>{1, 0, 3, 2};
    }

    void ordersByImportance()
    {
        QFETCH(int, order);
        QFETCH(std::vector<int>, expected);
        const std::vector<double> importance{1, 0.5, 7, 1};  // two are alike
        QCOMPARE(zeroingOrder(ZeroOrder(order), importance, 9), expected);
    }

    void aSeedDrawsAnOrder()
    {
        const std::vector<double> importance(64, 0.0);
        const auto first = zeroingOrder(ZeroOrder::Random, importance, 1);
        QCOMPARE(first, zeroingOrder(ZeroOrder::Random, importance, 1));
        QVERIFY(first != zeroingOrder(ZeroOrder::Random, importance, 2));
        QCOMPARE(std::set<int>(first.begin(), first.end()).size(), std::size_t(64));
        // Over many seeds every feature is as likely to be the first.
        std::vector<int> firsts(4, 0);
        for (std::uint64_t seed = 0; seed < 4000; ++seed)
            ++firsts[std::size_t(zeroingOrder(ZeroOrder::Random, std::vector<double>(4, 1.0), seed)[0])];
        for (const int count : firsts) QVERIFY(count > 880 && count < 1120);
    }

    void oneMoreKeepsTheOthers()
    {
        const auto order = zeroingOrder(ZeroOrder::Random, std::vector<double>(64, 0.0), 3);
        for (int k = 0; k < 64; ++k) {
            const auto fewer = zeroedFlags(order, k), more = zeroedFlags(order, k + 1);
            QCOMPARE(std::count(fewer.begin(), fewer.end(), true), k);
            for (std::size_t i = 0; i < 64; ++i) QVERIFY(!fewer[i] || more[i]);
        }
        QCOMPARE(zeroedFlags(order, -3), std::vector<bool>(64, false));
        QCOMPARE(zeroedFlags(order, 99), std::vector<bool>(64, true));
        QVERIFY(zeroedFlags({}, 5).empty());
    }
};

QTEST_APPLESS_MAIN(tst_Zeroing)
#include "tst_zeroing.moc"
