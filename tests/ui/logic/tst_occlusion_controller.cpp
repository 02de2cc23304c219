// Which part of the sound makes which part of the image: asked for only while it is on, kept for every selection, never of another sound.
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

#include "tests/ui/logic/fake_engine.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/occlusion_controller.h"

using namespace sonoglyph;

class tst_OcclusionController : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        decoder_ = std::make_unique<DecoderController>(nullptr, nullptr);
        decoder_->useEngine(engine_);
        QTRY_COMPARE(decoder_->state(), DecoderController::State::Ready);
        occlusion_ = std::make_unique<OcclusionController>(*decoder_);
    }
    void cleanup() { occlusion_.reset(); }

    void asksOnlyWhileOn()
    {
        occlusion_->setInput(corner());
        occlusion_->setSelection(PixelMask(784, 1));
        QCOMPARE(engine_.decoder->occlusions, 0);
        occlusion_->setOn(true);
        QVERIFY(occlusion_->busy());
        QTRY_VERIFY(occlusion_->map().has_value());
        QVERIFY(!occlusion_->busy());
        QCOMPARE(occlusion_->progress(), 1.0);
        QCOMPARE(engine_.decoder->occlusions, 1);
        occlusion_->setOn(false);
        QVERIFY(!occlusion_->map());
        QCOMPARE(engine_.decoder->stops, 0);  // it was done
    }

    void theMapIsWhereTheSoundIs()
    {
        occlusion_->setInput(corner());
        occlusion_->setOn(true);
        QTRY_VERIFY(occlusion_->map().has_value());
        const EffectMap& map = *occlusion_->map();
        QCOMPARE(map.size, 48);
        QVERIFY(map.effect == Effect::Change);
        // Only the patch over the corner takes something: 64 of 2304 cells.
        const float all = 64.0F / 2304;
        QVERIFY(std::abs(map.cells[0] - all) < 1e-5F);
        QVERIFY(std::abs(map.largest - all) < 1e-5F);
        QCOMPARE(map.cells[20 * 48 + 20], 0.0F);
    }

    void partsOfAnOlderRequestAreNotTaken()
    {
        engine_.decoder->hold(true);
        occlusion_->setInput(corner());
        occlusion_->setOn(true);
        OcclusionPart late;
        late.request = 1'000'000;
        late.grid = OcclusionRequest{corner(), 8, 4}.grid();
        late.images.assign(3, std::vector<float>(784));
        Q_EMIT decoder_->occlusionCame(late);
        QCOMPARE(occlusion_->progress(), 0.0);
        engine_.decoder->hold(false);
        QTRY_VERIFY(occlusion_->map().has_value());
    }

    void anotherSelectionIsInstant()
    {
        occlusion_->setInput(corner());
        occlusion_->setOn(true);
        QTRY_VERIFY(occlusion_->map().has_value());
        QSignalSpy changed(occlusion_.get(), &OcclusionController::mapChanged);
        PixelMask some(784);
        some[5] = 1;
        occlusion_->setSelection(some);
        QCOMPARE(changed.size(), 1);
        QVERIFY(occlusion_->map()->effect == Effect::Loss);
        QVERIFY(occlusion_->map()->cells[0] > 0);
        occlusion_->setSelection(some);
        QCOMPARE(changed.size(), 1);
        occlusion_->setSelection(PixelMask(9, 1));  // of another image: as none
        QVERIFY(occlusion_->map()->effect == Effect::Change);
        occlusion_->setSelection({});
        QCOMPARE(engine_.decoder->occlusions, 1);
    }

    void progressGrows()
    {
        occlusion_->setInput(corner());
        std::vector<double> told;
        connect(occlusion_.get(), &OcclusionController::progressChanged, this, [&] { told.push_back(occlusion_->progress()); });
        occlusion_->setOn(true);
        QTRY_VERIFY(occlusion_->map().has_value());
        QVERIFY(told.size() >= 4);
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QCOMPARE(told.front(), 0.0);
    }

    void turningItOffCancels()
    {
        engine_.decoder->hold(true);
        occlusion_->setInput(corner());
        occlusion_->setOn(true);
        occlusion_->setOn(false);
        QCOMPARE(engine_.decoder->stops, 1);
        QVERIFY(!occlusion_->busy());
        QSignalSpy came(decoder_.get(), &DecoderController::occlusionCame);
        QSignalSpy heard(decoder_.get(), &DecoderController::heard);
        decoder_->hear(corner());
        engine_.decoder->hold(false);
        QTRY_COMPARE(heard.size(), 1);
        QCOMPARE(came.size(), 0);
        QVERIFY(!occlusion_->map());
    }

    void anotherSoundTakesThePlaceOfTheOneBefore()
    {
        occlusion_->setOn(true);
        QCOMPARE(engine_.decoder->occlusions, 0);  // of what?
        engine_.decoder->hold(true);
        occlusion_->setInput(corner());
        Spectrogram other = corner();
        std::reverse(other.values.begin(), other.values.end());
        occlusion_->setInput(other);
        occlusion_->setInput(other);
        QCOMPARE(engine_.decoder->occlusions, 2);
        engine_.decoder->hold(false);
        QTRY_VERIFY(occlusion_->map().has_value());
        QCOMPARE(occlusion_->map()->cells.front(), 0.0F);
        QVERIFY(occlusion_->map()->cells.back() > 0);
        occlusion_->setInput({});
        QVERIFY(!occlusion_->map() && !occlusion_->busy());
    }

    void anotherModelIsAskedAnew()
    {
        occlusion_->setInput(corner());
        occlusion_->setOn(true);
        QTRY_VERIFY(occlusion_->map().has_value());
        QSignalSpy changed(occlusion_.get(), &OcclusionController::mapChanged);
        decoder_->loadModel(QStringLiteral("wide"));
        QTRY_COMPARE(changed.size(), 2);  // gone, and there again
        QVERIFY(occlusion_->map().has_value());
        QCOMPARE(engine_.decoder->occlusions, 2);
    }

    void inputsThatAreTooSmallAreNotAsked()
    {
        occlusion_->setOn(true);
        occlusion_->setInput({2, 2, {1, 1, 1, 1}});
        QCOMPARE(engine_.decoder->occlusions, 0);
        QVERIFY(!occlusion_->busy());
    }

    void strokesOfAnImage()
    {
        // An upright stroke, and a dot apart from it.
        QImage image(28, 28, QImage::Format_Grayscale8);
        image.fill(0);
        for (int y = 2; y < 26; ++y) image.scanLine(y)[10] = 200;
        image.scanLine(14)[13] = 255;
        const PixelMask stroke = strokeAt(image, {10, 14});
        QCOMPARE(std::count(stroke.begin(), stroke.end(), 1), 11);  // five up, five down
        QCOMPARE(stroke[14 * 28 + 13], 0);
        const PixelMask dot = strokeAt(image, {13, 14});
        QCOMPARE(std::count(dot.begin(), dot.end(), 1), 1);
        QVERIFY(strokeAt(image, {20, 20}).empty());
        QVERIFY(strokeAt(image, {-1, 40}).empty());
        QVERIFY(strokeAt({}, {0, 0}).empty());
        const PixelMask box = pixelsIn(QRect(26, 26, 9, 9), 28, 28);
        QCOMPARE(std::count(box.begin(), box.end(), 1), 4);
        QVERIFY(pixelsIn(QRect(40, 40, 2, 2), 28, 28).empty());
        QVERIFY(pixelsIn(QRect(), 28, 28).empty());
    }

private:
    /// Sound in the lowest, leftmost 8 x 8 cells alone.
    static Spectrogram corner()
    {
        Spectrogram input{48, 48, std::vector<float>(48 * 48)};
        for (int band = 0; band < 8; ++band)
            for (int frame = 0; frame < 8; ++frame) input.values[std::size_t(band * 48 + frame)] = 1;
        return input;
    }

    FakeEngine engine_;
    std::unique_ptr<DecoderController> decoder_;
    std::unique_ptr<OcclusionController> occlusion_;
};

QTEST_GUILESS_MAIN(tst_OcclusionController)
#include "tst_occlusion_controller.moc"
