#include <QSignalSpy>
#include <QTest>

#include <limits>

#include "tests/ui/logic/fake_engine.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/latent_controller.h"

using namespace sonoglyph;
using Values = std::vector<float>;

class tst_LatentController : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void emptyBeforeASound();
    void takesTheCodeOfTheSound();
    void changesAreDrawn();
    void refusesNonsense_data();
    void refusesNonsense();
    void zeroKeepsTheValue();
    void aLockedFeatureStays();
    void aStateComesBackWhole();
    void samplesBySeed();
    void resets();
    void undoes();
    void anotherModelForgetsTheCode();
    void answersForAnotherSoundAreDropped();

private:
    void hear(float mean = 0.5f);
    static void setValue(LatentController& latent, int feature, float value)
    {
        Values values = latent.values();
        if (feature < int(values.size())) values[std::size_t(feature)] = value;
        latent.setValues(values);
    }
    static void setZeroed(LatentController& latent, int feature, bool zeroed)
    {
        std::vector<bool> all = latent.zeroed();
        all[std::size_t(feature)] = zeroed;
        latent.setZeroed(all);
    }
    FakeEngine engine_;
    std::unique_ptr<DecoderController> decoder_;
};

void tst_LatentController::init()
{
    decoder_ = std::make_unique<DecoderController>(nullptr, nullptr);
    decoder_->useEngine(engine_);
    QTRY_COMPARE(decoder_->state(), DecoderController::State::Ready);
}

void tst_LatentController::hear(float mean)
{
    Drawing drawing = fakeDrawing({mean, 7, 1, -1});
    drawing.code = {drawing.z, {0, 0, 2, -2}};
    decoder_->story().setSound(std::make_shared<HeardSound>());
    decoder_->story().setDrawing(drawing);
}

void tst_LatentController::emptyBeforeASound()
{
    LatentController latent(*decoder_);
    QVERIFY(!latent.hasCode());
    latent.setZeroed({true});
    latent.setLocked({true});
    latent.useMean();
    latent.sample(1);
    latent.reset();
    setValue(latent, 0, 1);
    QCOMPARE(engine_.decoder->draws, 0);
}

void tst_LatentController::takesTheCodeOfTheSound()
{
    hear();
    LatentController latent(*decoder_);
    QVERIFY(latent.hasCode());
    QCOMPARE(latent.mean(), (Values{0.5f, 7, 1, -1}));
    QCOMPARE(latent.values(), latent.mean());
    QCOMPARE(latent.deviation()[0], 1.0f);
    QCOMPARE(latent.deviation()[2], std::exp(1.0f));
    QVERIFY(latent.untouched());
    QVERIFY(latent.drawing());
    setValue(latent, 0, 3);
    QSignalSpy changed(&latent, &LatentController::codeChanged);
    hear(0.25f);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(latent.values()[0], 0.25f);
}

void tst_LatentController::changesAreDrawn()
{
    hear();
    LatentController latent(*decoder_);
    QSignalSpy drawn(&latent, &LatentController::drawingChanged);
    setValue(latent, 1, 3);
    QTRY_COMPARE(drawn.size(), 1);
    QCOMPARE(latent.drawing()->reading.label(), 3);
    QCOMPARE(latent.drawing()->z, latent.z());
    // However fast a slider moves, the last place is what is shown.
    for (int i = 0; i < 100; ++i) setValue(latent, 0, float(i) / 100);
    QTRY_COMPARE(latent.drawing()->z[0], 0.99f);
}

void tst_LatentController::refusesNonsense_data()
{
    QTest::addColumn<std::vector<float>>("values");
    QTest::newRow("none") << Values{};
    QTest::newRow("too few") << Values{1, 1, 1};
    QTest::newRow("too many") << Values{1, 1, 1, 1, 1};
    QTest::newRow("not a number") << Values{std::numeric_limits<float>::quiet_NaN(), 1, 1, 1};
    QTest::newRow("infinite") << Values{1, 1, 1, std::numeric_limits<float>::infinity()};
    QTest::newRow("the same") << Values{0.5f, 7, 1, -1};
}

void tst_LatentController::refusesNonsense()
{
    QFETCH(std::vector<float>, values);
    hear();
    LatentController latent(*decoder_);
    QSignalSpy changed(&latent, &LatentController::valuesChanged);
    latent.setValues(values);
    QCOMPARE(changed.size(), 0);
    QVERIFY(latent.untouched());
}

void tst_LatentController::zeroKeepsTheValue()
{
    hear();
    LatentController latent(*decoder_);
    setZeroed(latent, 1, true);
    latent.setZeroed({true});  // of another size
    QCOMPARE(latent.zeroedCount(), 1);
    QCOMPARE(latent.z(), (Values{0.5f, 0, 1, -1}));
    QCOMPARE(latent.values()[1], 7.0f);
    setZeroed(latent, 1, false);
    QCOMPARE(latent.z(), latent.mean());
}

void tst_LatentController::samplesBySeed()
{
    hear();
    LatentController latent(*decoder_);
    setZeroed(latent, 3, true);
    latent.sample(1);
    const Values first = latent.values();
    QVERIFY(first != latent.mean());
    QCOMPARE(latent.z()[3], 0.0f);
    latent.sample(2);
    QVERIFY(latent.values() != first);
    latent.sample(1);
    QCOMPARE(latent.values(), first);
    // As wide as the posterior: deviations of e and 1/e around 1 and -1.
    double wide = 0, narrow = 0;
    constexpr int seeds = 1000;
    setZeroed(latent, 3, false);
    for (quint32 seed = 0; seed < seeds; ++seed) {
        latent.sample(seed);
        wide += std::pow(double(latent.values()[2]) - 1, 2) / seeds;
        narrow += std::pow(double(latent.values()[3]) + 1, 2) / seeds;
    }
    QVERIFY(std::abs(std::sqrt(wide) - std::exp(1.0)) < 0.25);
    QVERIFY(std::abs(std::sqrt(narrow) - std::exp(-1.0)) < 0.04);
}

void tst_LatentController::aLockedFeatureStays()
{
    hear();
    LatentController latent(*decoder_);
    latent.setLocked({false, true, false, true});
    setZeroed(latent, 3, true);
    latent.setValues(Values{1, 2, 3, 4});
    QCOMPARE(latent.z(), (Values{1, 7, 3, -1}));
    latent.commit();
    latent.sample(3);
    QCOMPARE(latent.values()[1], 7.0f);
    QVERIFY(latent.values()[0] != 1);
    latent.setZeroed({true, true, true, true});
    QCOMPARE(latent.zeroed(), (std::vector<bool>{true, false, true, false}));
    latent.reset();
    QVERIFY(latent.untouched());
    latent.undo();
    QCOMPARE(latent.zeroedCount(), 2);
    while (latent.canUndo()) latent.undo();
    QCOMPARE(latent.locked(), std::vector<bool>(4, false));  // locks are undone too
}

void tst_LatentController::aStateComesBackWhole()
{
    hear();
    LatentController latent(*decoder_);
    latent.sample(5);
    setZeroed(latent, 2, true);
    latent.setLocked({true, false, false, false});
    const LatentPlacement kept = latent.placement();
    QCOMPARE(*kept.sampled, 5u);
    hear(0.25f);
    QSignalSpy code(&latent, &LatentController::codeChanged);
    QVERIFY(latent.restore(kept));
    QCOMPARE(code.size(), 1);
    QVERIFY(latent.placement() == kept);
    QTRY_COMPARE(latent.drawing()->z, latent.z());
    latent.undo();
    QCOMPARE(latent.mean()[0], 0.25f);
    QVERIFY(latent.untouched());
    LatentPlacement wide = kept;
    wide.mean.push_back(1);
    QVERIFY(!latent.restore(wide));
    QCOMPARE(latent.mean()[0], 0.25f);
}

void tst_LatentController::resets()
{
    hear();
    LatentController latent(*decoder_);
    setValue(latent, 0, 2);
    latent.setZeroed({true, false, true, false});
    QVERIFY(!latent.untouched());
    latent.reset();
    QVERIFY(latent.untouched());
    QCOMPARE(latent.z(), latent.mean());
}

void tst_LatentController::undoes()
{
    hear();
    LatentController latent(*decoder_);
    QVERIFY(!latent.canUndo());
    // A slider's move is one step, however many places it passes.
    for (int i = 1; i <= 10; ++i) setValue(latent, 0, float(i));
    latent.commit();
    setZeroed(latent, 1, true);
    latent.reset();
    latent.undo();
    QCOMPARE(latent.z(), (Values{10, 0, 1, -1}));
    latent.undo();
    QCOMPARE(latent.z(), (Values{10, 7, 1, -1}));
    latent.redo();
    QCOMPARE(latent.zeroedCount(), 1);
    latent.undo();
    latent.undo();
    QVERIFY(latent.untouched());
    QVERIFY(!latent.canUndo());
    latent.undo();
    QVERIFY(latent.canRedo());
    setValue(latent, 2, 5);
    latent.commit();
    QVERIFY(!latent.canRedo());
    // A move that nobody ended is a step of its own.
    setValue(latent, 2, 6);
    latent.undo();
    QCOMPARE(latent.values()[2], 5.0f);
    QTRY_COMPARE(latent.drawing()->z[2], 5.0f);
    hear();
    QVERIFY(!latent.canUndo() && !latent.canRedo());
}

void tst_LatentController::anotherModelForgetsTheCode()
{
    hear();
    LatentController latent(*decoder_);
    decoder_->loadModel(QStringLiteral("wide"));
    QTRY_VERIFY(!latent.hasCode());
    hear();
    QVERIFY(latent.hasCode());
}

void tst_LatentController::answersForAnotherSoundAreDropped()
{
    hear();
    LatentController latent(*decoder_);
    QSignalSpy answered(decoder_.get(), &DecoderController::drawn);
    engine_.decoder->hold(true);
    setValue(latent, 0, 0.125f);
    hear(0.75f);
    engine_.decoder->hold(false);
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(latent.drawing()->z[0], 0.75f);
}

QTEST_GUILESS_MAIN(tst_LatentController)
#include "tst_latent_controller.moc"
