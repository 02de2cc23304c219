// The cloud around the present sound: asked for only while somebody looks, newest wins, never that of another sound or model.
#include <QSignalSpy>
#include <QTest>

#include <cmath>

#include "tests/ui/logic/fake_engine.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/posterior_controller.h"

using namespace sonoglyph;

class tst_PosteriorController : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        decoder_ = std::make_unique<DecoderController>(nullptr, nullptr);
        decoder_->useEngine(engine_);
        QTRY_COMPARE(decoder_->state(), DecoderController::State::Ready);
        posterior_ = std::make_unique<PosteriorController>(*decoder_);
    }

    void asksOnlyWhileWatched()
    {
        posterior_->setCode(code(0.5F), false);
        posterior_->setSpread(2);
        posterior_->redraw();
        QCOMPARE(engine_.decoder->posteriors, 0);
        posterior_->setWatched(true);
        QTRY_VERIFY(posterior_->picture().has_value());
        QCOMPARE(engine_.decoder->posteriors, 1);
        QCOMPARE(posterior_->picture()->spread, 2.0);
        posterior_->setWatched(false);
        posterior_->setWatched(true);
        QCOMPARE(engine_.decoder->posteriors, 1);
    }

    void nothingIsAskedWithoutASound()
    {
        posterior_->setWatched(true);
        posterior_->setSpread(2);
        posterior_->redraw();
        QCOMPARE(engine_.decoder->posteriors, 0);
    }

    void followsSpreadSeedAndSound()
    {
        posterior_->setWatched(true);
        posterior_->setCode(code(0.25F), true);
        QTRY_VERIFY(posterior_->picture().has_value());
        QCOMPARE(engine_.decoder->askedPosterior.draws, 16);  // fewer while the sound goes on
        QSignalSpy changed(posterior_.get(), &PosteriorController::pictureChanged);
        posterior_->setSpread(1.5);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(posterior_->picture()->spread, 1.5);
        const auto first = posterior_->picture()->draws.front().z;
        const std::uint64_t seed = engine_.decoder->askedPosterior.seed;
        posterior_->redraw();
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(posterior_->picture()->draws.front().z != first);
        QCOMPARE(engine_.decoder->askedPosterior.seed, seed + 1);
        posterior_->setCode(code(0.75F), false);
        QTRY_COMPARE(changed.size(), 3);
        QCOMPARE(engine_.decoder->askedPosterior.draws, 64);
        QCOMPARE(engine_.decoder->askedPosterior.seed, seed + 1);
        QVERIFY(posterior_->picture()->draws.front().z[0] >= 0.75F);
    }

    void spreadIsKeptInItsRange_data()
    {
        QTest::addColumn<double>("asked");
        QTest::addColumn<double>("kept");
        QTest::newRow("inside") << 0.3 << 0.3;
        QTest::newRow("below") << -1.0 << 0.0;
        QTest::newRow("above") << 7.0 << 3.0;
        QTest::newRow("not a number") << std::nan("") << 1.0;
    }

    void spreadIsKeptInItsRange()
    {
        QFETCH(double, asked);
        QFETCH(double, kept);
        posterior_->setSpread(asked);
        QCOMPARE(posterior_->spread(), kept);
    }

    void anotherModelDrawsAnew()
    {
        posterior_->setWatched(true);
        posterior_->setCode(code(0.5F), false);
        QTRY_VERIFY(posterior_->picture().has_value());
        const auto first = posterior_->picture()->request;
        engine_.decoder->hold(true);
        posterior_->redraw();  // still of the model before
        decoder_->loadModel(QStringLiteral("wide"));
        QSignalSpy model(decoder_.get(), &DecoderController::modelChanged);
        QSignalSpy drawn(decoder_.get(), &DecoderController::posteriorDrawn);
        engine_.decoder->hold(false);
        QTRY_COMPARE(model.size(), 1);
        QTRY_COMPARE(drawn.size(), 1);
        // What comes late belongs to the model before and is not taken; its first picture stays until there is a better one.
        QCOMPARE(posterior_->picture()->request, first);
        posterior_->setCode(code(0.5F), false);
        QTRY_VERIFY(posterior_->picture()->request > first + 1);
    }

    void clearedItStaysEmpty()
    {
        posterior_->setWatched(true);
        engine_.decoder->hold(true);
        posterior_->setCode(code(0.5F), false);
        posterior_->clear();
        QSignalSpy drawn(decoder_.get(), &DecoderController::posteriorDrawn);
        engine_.decoder->hold(false);
        QTRY_COMPARE(drawn.size(), 1);
        QVERIFY(!posterior_->picture());
        posterior_->setCode(code(0.5F), false);
        QTRY_VERIFY(posterior_->picture().has_value());
        QSignalSpy changed(posterior_.get(), &PosteriorController::pictureChanged);
        posterior_->clear();
        QCOMPARE(changed.size(), 1);
        posterior_->clear();
        QCOMPARE(changed.size(), 1);
    }

private:
    static LatentCode code(float mean) { return {{mean, 7, 1, -1}, {0, 0, 0, 0}}; }

    FakeEngine engine_;
    std::unique_ptr<DecoderController> decoder_;
    std::unique_ptr<PosteriorController> posterior_;
};

QTEST_GUILESS_MAIN(tst_PosteriorController)
#include "tst_posterior_controller.moc"
