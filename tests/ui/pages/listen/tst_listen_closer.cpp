// Looking closer on Listen: the brush on the network input, which part of the sound makes a stroke, and how the spectrogram is shown.
#include <QSignalSpy>

#include "tests/ui/pages/listen/listen_desk.h"
#include "ui/logic/text.h"
#include "ui/widgets/input_view.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/stroke_view.h"
#include "ui/widgets/waveform_view.h"

using namespace sonoglyph;

class tst_ListenCloser : public QObject, private ListenDesk {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theImageFollowsTheBrush();
    void theHistoryKeepsTheSoundsOwn();
    void undoBelongsToWhatWasDoneHere();
    void anotherSoundIsNotEdited_data();
    void anotherSoundIsNotEdited();
    void whatMakesThisStroke();
    void theQuestionFollowsTheBrush();
    void theQuestionEndsWithTheSound();
    void clicksMarkOnlyWhileAsked();
    void theLookIsRemembered();
    void linearShowsFourierBins();
    void zoomAndCursorGoTogether();

private:
    SpectrogramView* spectrogram() const
    {
        const auto views = page_->findChildren<SpectrogramView*>();
        return *std::find_if(views.begin(), views.end(), [](const SpectrogramView* view) { return !view->isExact(); });
    }
    QImage own() const { return toQImage(decoder_->story().drawing()->image); }
    void drag(QWidget* widget, QPointF from, QPointF to)
    {
        QTest::mousePress(widget, Qt::LeftButton, {}, from.toPoint());
        QMouseEvent event(QEvent::MouseMove, to, widget->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(widget, &event);
        QTest::mouseRelease(widget, Qt::LeftButton, {}, to.toPoint());
    }
    /// Drags a brush over the left half of the network input.
    void brush(const QString& name)
    {
        action(name)->setChecked(true);
        const QRectF plot = widget<InputView>()->plotRect();
        drag(widget<InputView>(), plot.topLeft() + QPointF(1, 1), {plot.center().x(), plot.bottom() - 1});
    }
    void openAndSee(const QString& name);

    const QString erase_ = QStringLiteral("Erase a part of the network input");
    const QString keep_ = QStringLiteral("Keep only a part of the network input");
    const QString which_ = QStringLiteral("What makes this stroke?");
};

void tst_ListenCloser::init()
{
    setUp();
    makeReady();
    openAndSee(QStringLiteral("one.wav"));
}

void tst_ListenCloser::cleanup() { tearDown(); }

void tst_ListenCloser::openAndSee(const QString& name)
{
    open({name});
    QTRY_COMPARE(widget<StrokeView>()->image(), own());
}

void tst_ListenCloser::theImageFollowsTheBrush()
{
    QVERIFY(!says(QStringLiteral("Edited")));
    QVERIFY(!action(QStringLiteral("Undo brush"))->isEnabled());
    for (const QString& name : {erase_, keep_}) {
        brush(name);
        QTRY_VERIFY(widget<StrokeView>()->image() != own());
        QVERIFY(says(QStringLiteral("Edited")));
        QVERIFY(says(QStringLiteral("Edited input: LeNet-5 reads 7")));
        QVERIFY(!widget<StrokeView>()->note().isEmpty());
        action(QStringLiteral("Restore the network input"))->trigger();
        QCOMPARE(widget<StrokeView>()->image(), own());
        QVERIFY(!says(QStringLiteral("Edited")));
        QVERIFY(widget<StrokeView>()->note().isEmpty());
    }
    QVERIFY(!action(erase_)->isChecked());  // one brush at a time
    action(keep_)->setChecked(false);
    brush(erase_);
    QTRY_VERIFY(widget<StrokeView>()->image() != own());
}

void tst_ListenCloser::theHistoryKeepsTheSoundsOwn()
{
    const auto z = decoder_->story().drawing()->z;
    const auto input = decoder_->story().sound()->input.values;
    brush(erase_);
    QTRY_VERIFY(widget<StrokeView>()->image() != own());
    QVERIFY(decoder_->story().drawing()->z == z);
    QVERIFY(library_->card(0).drawing->z == z);
    QVERIFY(decoder_->story().sound()->input.values == input);
    QCOMPARE(library_->rowCount(), 1);
}

void tst_ListenCloser::undoBelongsToWhatWasDoneHere()
{
    openAndSee(QStringLiteral("two.wav"));
    auto* cards = widget<SoundCardList>();
    QTest::mouseClick(cards->viewport(), Qt::LeftButton, {}, cards->visualRect(cards->model()->index(1, 0)).bottomLeft() + QPoint(20, -4));
    QTRY_COMPARE(decoder_->story().sound()->file, QStringLiteral("one.wav"));
    brush(erase_);
    widget<InputView>()->setFocus();
    QTRY_VERIFY(says(QStringLiteral("Edited")));
    QTest::keyClick(widget<InputView>(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!says(QStringLiteral("Edited")));
    QTest::keyClick(widget<InputView>(), Qt::Key_Y, Qt::ControlModifier);
    QVERIFY(says(QStringLiteral("Edited")));
    // What was deleted comes back by the same key among the cards, or where the brush did nothing.
    action(QStringLiteral("Delete"))->trigger();
    QCOMPARE(library_->rowCount(), 1);
    cards->setFocus();
    QTest::keyClick(cards, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(library_->rowCount(), 2);
}

void tst_ListenCloser::anotherSoundIsNotEdited_data()
{
    QTest::addColumn<QString>("comes");
    QTest::newRow("a word") << "word";
    QTest::newRow("a file") << "file";
    QTest::newRow("a card") << "card";
}

void tst_ListenCloser::anotherSoundIsNotEdited()
{
    QFETCH(QString, comes);
    openAndSee(QStringLiteral("two.wav"));
    brush(erase_);
    QTRY_VERIFY(says(QStringLiteral("Edited input")));
    const auto* before = decoder_->story().sound().get();
    if (comes == QLatin1String("word")) say();
    if (comes == QLatin1String("file")) openAndSee(QStringLiteral("three.wav"));
    if (comes == QLatin1String("card")) page_->controller().show(library_->card(1).number);
    QTRY_VERIFY(decoder_->story().sound().get() != before && decoder_->story().drawing());
    QTRY_VERIFY(!says(QStringLiteral("Edited")));
    QTRY_COMPARE(widget<StrokeView>()->image(), own());
    QVERIFY(!action(QStringLiteral("Undo brush"))->isEnabled());
    // It can be edited in its turn, also while the microphone is on.
    brush(erase_);
    QTRY_VERIFY(says(QStringLiteral("Edited input")));
}

void tst_ListenCloser::whatMakesThisStroke()
{
    QVERIFY(!widget<InputView>()->hasEffects());
    action(which_)->setChecked(true);
    QVERIFY(says(QStringLiteral("Hiding one place after the other")));
    QTRY_VERIFY(widget<InputView>()->hasEffects());
    QVERIFY(says(QStringLiteral("changes the image")));
    auto* image = widget<StrokeView>();
    drag(image, QRectF(image->rect()).center() - QPointF(20, 20), QRectF(image->rect()).center() + QPointF(20, 20));
    QVERIFY(!image->selection().empty());
    // The fake model's image only becomes darker: nothing is gained by hiding.
    QVERIFY(says(QStringLiteral("the marked part loses brightness: 0.0")));
    QVERIFY(!says(QStringLiteral("loses brightness: 0.000")));
    QVERIFY(says(QStringLiteral("It gains: 0.000 at most")));
    QTest::keyClick(image, Qt::Key_Escape);
    QVERIFY(says(QStringLiteral("changes the image")));
    QCOMPARE(engine_.decoder->occlusions, 1);
    action(which_)->setChecked(false);
    QVERIFY(!widget<InputView>()->hasEffects());
    QVERIFY(!says(QStringLiteral("changes the image")));
}

void tst_ListenCloser::theQuestionFollowsTheBrush()
{
    action(which_)->setChecked(true);
    QTRY_VERIFY(widget<InputView>()->hasEffects());
    brush(erase_);
    QVERIFY(!widget<InputView>()->hasEffects());
    QTRY_VERIFY(widget<InputView>()->hasEffects());
    QVERIFY(engine_.decoder->occlusions > 1);
}

void tst_ListenCloser::theQuestionEndsWithTheSound()
{
    action(which_)->setChecked(true);
    QTRY_VERIFY(widget<InputView>()->hasEffects());
    auto* image = widget<StrokeView>();
    drag(image, QRectF(image->rect()).center() - QPointF(20, 20), QRectF(image->rect()).center() + QPointF(20, 20));
    QVERIFY(!image->selection().empty());
    openAndSee(QStringLiteral("two.wav"));
    QVERIFY(image->selection().empty());
    QTRY_VERIFY(widget<InputView>()->hasEffects());
    QVERIFY(says(QStringLiteral("changes the image")));
    QTest::keyClick(page_.get(), Qt::Key_Space);
    input_->hear(quiet(0.3));
    QVERIFY(!widget<InputView>()->hasEffects());
}

void tst_ListenCloser::clicksMarkOnlyWhileAsked()
{
    QSignalSpy wanted(page_.get(), &Page::pageWanted);
    auto* image = widget<StrokeView>();
    action(which_)->setChecked(true);
    QTest::mouseClick(image, Qt::LeftButton);
    QCOMPARE(wanted.size(), 0);
    QVERIFY(image->toolTip().contains(QStringLiteral("click a stroke")));
    action(which_)->setChecked(false);
    QTest::mouseClick(image, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void tst_ListenCloser::theLookIsRemembered()
{
    QVERIFY((spectrogram()->look() == SpectrogramLook()));
    action(QStringLiteral("Linear scale"))->trigger();
    action(QStringLiteral("Darkest at −60 dB"))->trigger();
    action(QStringLiteral("Colours: Viridis"))->trigger();
    QCOMPARE(widget<InputView>()->colorMap(), ColorMap::Viridis);
    const SpectrogramLook look = spectrogram()->look();
    page_.reset();
    makePage();
    QVERIFY(spectrogram()->look() == look);
    QCOMPARE(widget<InputView>()->colorMap(), ColorMap::Viridis);
    page_.reset();
    settings_->setValue(QStringLiteral("listen/spectrogramLowest"), QStringLiteral("nonsense"));
    settings_->setValue(QStringLiteral("listen/spectrogramColours"), 99);
    makePage();
    QVERIFY(spectrogram()->look().lowest < spectrogram()->look().highest);
    QCOMPARE(spectrogram()->colorMap(), ColorMap::Magma);
}

void tst_ListenCloser::linearShowsFourierBins()
{
    QVERIFY(!spectrogram()->hasFourier());
    action(QStringLiteral("Linear scale"))->trigger();
    QTRY_VERIFY(spectrogram()->hasFourier());
    openAndSee(QStringLiteral("two.wav"));
    QTRY_VERIFY(spectrogram()->hasFourier());
    QTest::keyClick(page_.get(), Qt::Key_Space);
    input_->hear(quiet(0.3));
    QVERIFY(!spectrogram()->hasFourier());
    QTest::keyClick(page_.get(), Qt::Key_Space);
    QTRY_VERIFY(spectrogram()->hasFourier());
}

void tst_ListenCloser::zoomAndCursorGoTogether()
{
    auto* wave = widget<WaveformView>();
    QSignalSpy seek(wave, &WaveformView::seekWanted);
    spectrogram()->zoom(0.5, 1, spectrogram()->plotRect().center());
    const auto [left, right] = spectrogram()->timeRange();
    QTest::mouseClick(wave, Qt::LeftButton, {}, {1, 10});
    QVERIFY(std::abs(seek.takeLast()[0].toDouble() - left) < 0.01);
    QVERIFY(right - left < 0.25);
    page_->controller().player().stop();
    const QImage before = spectrogram()->grab().toImage();
    Q_EMIT page_->controller().player().positionChanged((left + right) / 2);
    QVERIFY(spectrogram()->grab().toImage() != before);
    Q_EMIT page_->controller().player().positionChanged(-1);
    QVERIFY(spectrogram()->grab().toImage() == before);
    action(QStringLiteral("Show all of the spectrogram"))->trigger();
    QTest::mouseClick(wave, Qt::LeftButton, {}, {1, 10});
    QVERIFY(seek.takeLast()[0].toDouble() < 0.01);
}

QTEST_MAIN(tst_ListenCloser)
#include "tst_listen_closer.moc"
