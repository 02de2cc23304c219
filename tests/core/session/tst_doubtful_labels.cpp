#include <QTest>

#include "core/data/small_data.h"
#include "core/session/doubtful_labels.h"

using namespace sonoglyph;

namespace {

/// Reads what it is told to, one recording after the other.
class FakeDecoder : public Decoder {
public:
    std::vector<std::pair<int, float>> readings;
    std::size_t heard = 0;

    const ModelInfo& info() const override { return info_; }
    Result<Drawing> hear(const Spectrogram& input, std::optional<std::uint64_t>) override
    {
        if (input.bands != 48 || heard >= readings.size()) return Error{Errc::Incompatible, {"size", {}}, {}};
        Drawing drawing;
        const auto [digit, confidence] = readings[heard++];
        drawing.reading.probabilities.resize(10);
        drawing.reading.probabilities[std::size_t(digit)] = confidence;
        return drawing;
    }
    Result<Drawing> draw(const std::vector<float>&) override { return cancelled(); }
    Result<PosteriorPicture> drawPosterior(const PosteriorRequest&) override { return cancelled(); }
    Result<OcclusionPart> drawHidden(const OcclusionRequest&, int, int) override { return cancelled(); }

private:
    ModelInfo info_;
};

}  // namespace

class tst_DoubtfulLabels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        small_data::putFsdd(folder_, {"theo"}, 1);
        recordings_ = listRecordings("fsdd", folder_.path())->recordings;
        decoder_ = {};
        for (int digit = 0; digit < 10; ++digit) decoder_.readings.emplace_back(digit, 0.99F);
    }

    void theSurestComeFirst()
    {
        decoder_.readings[3] = {8, 0.95F};
        decoder_.readings[5] = {9, 0.97F};
        decoder_.readings[7] = {1, 0.89F};  // not sure enough
        const auto found = findDoubtfulLabels(decoder_, recordings_, {}, {});
        QVERIFY(found.ok());
        QCOMPARE(found->size(), std::size_t(2));
        QCOMPARE((*found)[0].recording, 5U);
        QCOMPARE((*found)[0].read, 9);
        QCOMPARE((*found)[0].confidence, 0.97F);
        QCOMPARE((*found)[1].recording, 3U);
    }

    void whatCannotBeReadIsLeftOut()
    {
        folder_.put("fsdd/recordings/0_theo_0.wav", "no sound");
        decoder_.readings.erase(decoder_.readings.begin());
        const auto found = findDoubtfulLabels(decoder_, recordings_, {}, {});
        QVERIFY(found.ok() && found->empty());
        QCOMPARE(decoder_.heard, std::size_t(9));
    }

    void errorsAndStop()
    {
        decoder_.readings.clear();
        QCOMPARE(findDoubtfulLabels(decoder_, recordings_, {}, {}).error().code, Errc::Incompatible);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(findDoubtfulLabels(decoder_, recordings_, {}, stop.get_token()).error().code, Errc::Cancelled);
    }

private:
    TemporaryFolder folder_;
    std::vector<Recording> recordings_;
    FakeDecoder decoder_;
};

QTEST_GUILESS_MAIN(tst_DoubtfulLabels)
#include "tst_doubtful_labels.moc"
