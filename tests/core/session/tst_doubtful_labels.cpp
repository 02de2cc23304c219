#include <QTest>

#include "core/data/small_data.h"
#include "core/session/doubtful_labels.h"

using namespace sonoglyph;

class tst_DoubtfulLabels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        set_ = small_data::recordingSet("fsdd", {1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
        readings_.clear();
        for (int label = 0; label < 10; ++label) readings_.push_back({label, 0.99F});
    }

    void theSurestComeFirst()
    {
        readings_[3] = {8, 0.95F};
        readings_[5] = {9, 0.97F};
        readings_[7] = {1, 0.89F};  // not sure enough
        const auto found = doubtfulLabels(set_.recordings, readings_);
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].recording, 5U);
        QCOMPARE(found[0].reading.read, 9);
        QCOMPARE(found[0].reading.confidence, 0.97F);
        QCOMPARE(found[1].recording, 3U);
    }

    void atTheLimit()
    {
        readings_[2] = {0, sureReading};
        QCOMPARE(doubtfulLabels(set_.recordings, readings_).size(), std::size_t(1));
    }

    void whatAgreesOrCannotBeReadIsLeftOut()
    {
        readings_[0] = {-1, 0};
        readings_[1] = {-1, 1};
        QVERIFY(doubtfulLabels(set_.recordings, readings_).empty());
        QVERIFY(doubtfulLabels({}, {}).empty());
    }

private:
    RecordingSet set_;
    std::vector<SoundReading> readings_;
};

QTEST_GUILESS_MAIN(tst_DoubtfulLabels)
#include "tst_doubtful_labels.moc"
