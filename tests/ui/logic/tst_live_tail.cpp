#include <QTest>

#include <numeric>

#include "ui/logic/live_tail.h"

using namespace sonoglyph;

class tst_LiveTail : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void remembersTheLast_data()
    {
        QTest::addColumn<int>("heard");
        QTest::addColumn<int>("piece");
        QTest::addColumn<int>("remembered");
        QTest::newRow("nothing") << 0 << 1 << 0;
        QTest::newRow("less than it holds") << 60 << 7 << 60;
        QTest::newRow("as much as it holds") << 100 << 100 << 100;
        QTest::newRow("more") << 150 << 10 << 100;
        QTest::newRow("many times as much") << 10'000 << 33 << 100;
        QTest::newRow("in one piece") << 5'000 << 5'000 << 100;
    }

    void remembersTheLast()
    {
        QFETCH(int, heard);
        QFETCH(int, piece);
        QFETCH(int, remembered);
        std::vector<float> all;
        all.resize(std::size_t(heard));
        std::iota(all.begin(), all.end(), 0.0F);
        LiveTail tail;
        tail.begin(100, 5);
        for (std::size_t from = 0; from < all.size(); from += std::size_t(piece))
            tail.add(std::span(all).subspan(from, std::min(std::size_t(piece), all.size() - from)));
        QCOMPARE(int(tail.samples().size()), remembered);
        QCOMPARE(tail.firstSample(), heard - remembered);
        for (std::size_t i = 0; i < tail.samples().size(); ++i) QCOMPARE(tail.samples()[i], float(heard - remembered) + float(i));
    }

    void columnsComeInOrder()
    {
        LiveTail tail;
        tail.begin(10, 3);
        for (const float value : {1.0F, 2.0F, 3.0F, 4.0F}) tail.addColumn(std::vector<float>{value, -value});
        QCOMPARE(tail.columns().size(), std::size_t(3));
        QCOMPARE(tail.columns().front(), (std::vector<float>{2, -2}));
        QCOMPARE(tail.columns().back(), (std::vector<float>{4, -4}));
        tail.add(std::vector<float>(4));
        tail.begin(10, 3);
        QVERIFY(tail.columns().empty());
        QVERIFY(tail.samples().empty());
        QCOMPARE(tail.firstSample(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_LiveTail)
#include "tst_live_tail.moc"
