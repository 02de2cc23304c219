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
    void zeroesAtRandom_data();
    void zeroesAtRandom();
    void samplesBySeed();
    void resets();
    void undoes();
    void anotherModelForgetsTheCode();
    void answersForAnotherSoundAreDropped();

private:
    void hear(float mean = 0.5f);
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
    latent.zeroAtRandom(3, 1);
    latent.sample(1);
    latent.reset();
    latent.setValue(0, 1);
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
    latent.setValue(0, 3);
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
    latent.setValue(1, 3);
    QTRY_COMPARE(drawn.size(), 1);
    QCOMPARE(latent.drawing()->reading.digit(), 3);
    QCOMPARE(latent.drawing()->z, latent.z());
    // However fast a slider moves, the last place is what is shown.
    for (int i = 0; i < 100; ++i) latent.setValue(0, float(i) / 100);
    QTRY_COMPARE(latent.drawing()->z[0], 0.99f);
}

void tst_LatentController::refusesNonsense_data()
{
    QTest::addColumn<int>("feature");
    QTest::addColumn<float>("value");
    QTest::newRow("below") << -1 << 1.0f;
    QTest::newRow("above") << 4 << 1.0f;
    QTest::newRow("not a number") << 0 << std::numeric_limits<float>::quiet_NaN();
    QTest::newRow("infinite") << 0 << std::numeric_limits<float>::infinity();
    QTest::newRow("the same") << 0 << 0.5f;
}

void tst_LatentController::refusesNonsense()
{
    QFETCH(int, feature);
    QFETCH(float, value);
    hear();
    LatentController latent(*decoder_);
    QSignalSpy changed(&latent, &LatentController::valuesChanged);
    latent.setValue(feature, value);
    QCOMPARE(changed.size(), 0);
    QVERIFY(latent.untouched());
}

void tst_LatentController::zeroKeepsTheValue()
{
    hear();
    LatentController latent(*decoder_);
    latent.setZeroed(1, true);
    latent.setZeroed(9, true);
    QCOMPARE(latent.zeroedCount(), 1);
    QCOMPARE(latent.z(), (Values{0.5f, 0, 1, -1}));
    QCOMPARE(latent.values()[1], 7.0f);
    latent.setZeroed(1, false);
    QCOMPARE(latent.z(), latent.mean());
}

void tst_LatentController::zeroesAtRandom_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("zeroed");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("two") << 2 << 2;
    QTest::newRow("all") << 4 << 4;
    QTest::newRow("more than there are") << 100 << 4;
    QTest::newRow("fewer than none") << -1 << 0;
}

void tst_LatentController::zeroesAtRandom()
{
    QFETCH(int, count);
    QFETCH(int, zeroed);
    hear();
    LatentController latent(*decoder_);
    latent.setZeroed(0, true);
    std::vector<std::vector<bool>> seen;
    for (quint32 seed = 0; seed < 20; ++seed) {
        latent.zeroAtRandom(count, seed);
        QCOMPARE(latent.zeroedCount(), zeroed);
        const auto first = latent.zeroed();
        latent.zeroAtRandom(count, seed);
        QCOMPARE(latent.zeroed(), first);
        seen.push_back(first);
    }
    // With a choice, not every seed chooses the same.
    if (zeroed == 2) QVERIFY(std::any_of(seen.begin(), seen.end(), [&](const auto& choice) { return choice != seen.front(); }));
}

void tst_LatentController::samplesBySeed()
{
    hear();
    LatentController latent(*decoder_);
    latent.setZeroed(3, true);
    latent.sample(1);
    const Values first = latent.values();
    QVERIFY(first != latent.mean());
    QCOMPARE(latent.z()[3], 0.0f);
    latent.sample(2);
    QVERIFY(latent.values() != first);
    latent.sample(1);
    QCOMPARE(latent.values(), first);
}

void tst_LatentController::resets()
{
    hear();
    LatentController latent(*decoder_);
    latent.setValue(0, 2);
    latent.zeroAtRandom(2, 1);
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
    for (int i = 1; i <= 10; ++i) latent.setValue(0, float(i));
    latent.commit();
    latent.setZeroed(1, true);
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
    latent.setValue(2, 5);
    latent.commit();
    QVERIFY(!latent.canRedo());
    // A move that nobody ended is a step of its own.
    latent.setValue(2, 6);
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
    latent.setValue(0, 0.125f);
    hear(0.75f);
    engine_.decoder->hold(false);
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(latent.drawing()->z[0], 0.75f);
}

QTEST_GUILESS_MAIN(tst_LatentController)
#include "tst_latent_controller.moc"
