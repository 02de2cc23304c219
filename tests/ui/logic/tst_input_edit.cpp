// The brush on a network input: what it hides, every step back and forth, and the image of what is left.
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

#include "tests/ui/logic/fake_engine.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/input_editor.h"

using namespace sonoglyph;

namespace {

Spectrogram bright(int side = 48, float value = 1) { return {side, side, std::vector<float>(std::size_t(side * side), value)}; }

std::shared_ptr<const HeardSound> sound(std::uint64_t number, const Spectrogram& input)
{
    auto heard = std::make_shared<HeardSound>();
    heard->number = number;
    heard->sound = {8000, std::vector<float>(4000)};
    heard->word = {0, 4000};
    heard->input = input;
    return heard;
}

}  // namespace

class tst_InputEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        decoder_ = std::make_unique<DecoderController>(nullptr, nullptr);
        decoder_->useEngine(engine_);
        QTRY_COMPARE(decoder_->state(), DecoderController::State::Ready);
        editor_ = std::make_unique<InputEditor>(*decoder_);
    }
    void cleanup() { editor_.reset(); }

    void brushesHide_data()
    {
        QTest::addColumn<int>("brush");
        QTest::addColumn<QList<int>>("rect");  // band, frame, bands, frames
        QTest::addColumn<int>("hidden");
        QTest::newRow("erase a part") << int(Brush::Erase) << QList<int>{4, 5, 3, 6} << 18;
        QTest::newRow("erase over the edge") << int(Brush::Erase) << QList<int>{-2, 46, 4, 9} << 4;
        QTest::newRow("erase outside") << int(Brush::Erase) << QList<int>{60, 60, 4, 4} << 0;
        QTest::newRow("erase all") << int(Brush::Erase) << QList<int>{0, 0, 48, 48} << 2304;
        QTest::newRow("keep a part") << int(Brush::Keep) << QList<int>{4, 5, 3, 6} << 2304 - 18;
        QTest::newRow("keep all") << int(Brush::Keep) << QList<int>{-1, -1, 99, 99} << 0;
        QTest::newRow("keep nothing") << int(Brush::Keep) << QList<int>{60, 60, 4, 4} << 2304;
    }

    void brushesHide()
    {
        QFETCH(int, brush);
        QFETCH(QList<int>, rect);
        QFETCH(int, hidden);
        InputEdit edit;
        edit.setOriginal(bright());
        edit.stroke(Brush(brush), {rect[0], rect[1], rect[2], rect[3]});
        edit.endStroke();
        QCOMPARE(edit.hiddenCells(), hidden);
        QCOMPARE(edit.edited(), hidden > 0);
        QCOMPARE(edit.canUndo(), hidden > 0);  // a stroke that hides nothing is no step
        QCOMPARE(std::count(edit.input().values.begin(), edit.input().values.end(), 0.0F), hidden);
        QVERIFY(edit.original().values == bright().values);
    }

    void strokesAreSteps()
    {
        InputEdit edit;
        edit.setOriginal(bright());
        // One drag, three moves: one step, and no more hidden than in the end.
        for (const int size : {1, 20, 5}) edit.stroke(Brush::Erase, {0, 0, size, size});
        edit.endStroke();
        QCOMPARE(edit.hiddenCells(), 25);
        edit.stroke(Brush::Erase, {10, 10, 2, 2});
        edit.endStroke();
        QCOMPARE(edit.hiddenCells(), 29);
        edit.undo();
        QCOMPARE(edit.hiddenCells(), 25);
        edit.undo();
        QVERIFY(!edit.edited() && !edit.canUndo());
        QVERIFY(edit.input().values == edit.original().values);
        edit.undo();
        edit.redo();
        edit.redo();
        QCOMPARE(edit.hiddenCells(), 29);
        QVERIFY(!edit.canRedo());
        edit.restore();
        QVERIFY(!edit.edited());
        edit.undo();
        QCOMPARE(edit.hiddenCells(), 29);
        edit.undo();
        edit.stroke(Brush::Keep, {0, 0, 10, 10});  // what was undone is gone now
        edit.endStroke();
        QVERIFY(!edit.canRedo());
        QCOMPARE(edit.hiddenCells(), 2304 - 100 + 25);
    }

    void undoInTheMiddleOfAStroke()
    {
        InputEdit edit;
        edit.setOriginal(bright());
        edit.stroke(Brush::Erase, {0, 0, 4, 4});
        edit.undo();
        QVERIFY(!edit.edited());
        edit.endStroke();
        QVERIFY(edit.canRedo());
    }

    void withoutASoundNothingHappens()
    {
        InputEdit edit;
        edit.stroke(Brush::Erase, {0, 0, 4, 4});
        edit.endStroke();
        edit.restore();
        edit.undo();
        edit.redo();
        QVERIFY(!edit.edited() && !edit.canUndo() && !edit.canRedo());
        QVERIFY(edit.input().values.empty());
    }

    void originalsComeAndGo()
    {
        InputEdit edit;
        edit.setOriginal(bright());
        edit.stroke(Brush::Erase, {0, 0, 4, 4});
        edit.endStroke();
        edit.replaceOriginal(bright(48, 0.5F));  // for another model
        QCOMPARE(edit.hiddenCells(), 16);
        QCOMPARE(edit.input().at(5, 5), 0.5F);
        QCOMPARE(edit.input().at(0, 0), 0.0F);
        edit.replaceOriginal(bright(32));
        QVERIFY(!edit.edited() && !edit.canUndo());
        edit.stroke(Brush::Erase, {0, 0, 4, 4});
        edit.setOriginal(bright(32));
        edit.endStroke();
        QVERIFY(!edit.edited() && !edit.canUndo());
    }

    void theImageFollowsTheBrush()
    {
        show(1);
        QSignalSpy drawn(editor_.get(), &InputEditor::drawingChanged);
        editor_->stroke(Brush::Keep, {0, 0, 24, 48});
        QTRY_COMPARE(drawn.size(), 1);
        QCOMPARE(editor_->drawing()->z.front(), 0.5F);
        editor_->stroke(Brush::Keep, {0, 0, 12, 48});
        QTRY_COMPARE(drawn.size(), 2);
        QCOMPARE(editor_->drawing()->z.front(), 0.25F);
        editor_->endStroke();
        // The sound and its own drawing are as they were.
        QVERIFY(decoder_->story().sound()->input.values == bright().values);
        QVERIFY(!decoder_->story().drawing());
        editor_->restore();
        QCOMPARE(drawn.size(), 3);
        QVERIFY(!editor_->drawing());
        editor_->undo();
        QTRY_COMPARE(drawn.size(), 4);
        QCOMPARE(editor_->drawing()->z.front(), 0.25F);
    }

    void theNewestStrokeWins()
    {
        show(1);
        engine_.decoder->hold(true);
        for (int bands = 48; bands >= 6; bands -= 6) editor_->stroke(Brush::Keep, {0, 0, bands, 48});
        QSignalSpy drawn(editor_.get(), &InputEditor::drawingChanged);
        engine_.decoder->hold(false);
        QTRY_COMPARE(drawn.size(), 1);
        QCOMPARE(editor_->drawing()->z.front(), 0.125F);
    }

    void anotherRequestThatTookItsPlaceIsWaitedFor()
    {
        show(1);
        engine_.decoder->hold(true);
        editor_->stroke(Brush::Keep, {0, 0, 24, 48});
        decoder_->hear(bright());  // as an imported sound is
        engine_.decoder->hold(false);
        QTRY_VERIFY(editor_->drawing().has_value());
        QCOMPARE(editor_->drawing()->z.front(), 0.5F);
    }

    void anotherSoundBeginsAnew()
    {
        show(1);
        editor_->stroke(Brush::Erase, {0, 0, 24, 48});
        editor_->endStroke();
        QTRY_VERIFY(editor_->drawing().has_value());
        show(2);
        QVERIFY(!editor_->edit().edited() && !editor_->drawing() && !editor_->edit().canUndo());
    }

    void theSameSoundForAnotherModelStaysEdited()
    {
        show(1);
        editor_->stroke(Brush::Keep, {0, 0, 24, 48});
        editor_->endStroke();
        QTRY_VERIFY(editor_->drawing().has_value());
        decoder_->story().setSound(sound(1, bright(48, 0.5F)));
        QVERIFY(editor_->edit().edited());
        QTRY_COMPARE(editor_->drawing()->z.front(), 0.25F);
    }

    void leftWhileASoundComesIn()
    {
        show(1);
        editor_->stroke(Brush::Keep, {0, 0, 24, 48});
        engine_.decoder->hold(true);
        editor_->leave();
        QVERIFY(editor_->edit().input().values.empty() && !editor_->edit().edited());
        engine_.decoder->hold(false);
        editor_->enter();
        QVERIFY(!editor_->edit().edited());
        QVERIFY(editor_->edit().input().values == bright().values);
        // What was asked before is not taken any more.
        QSignalSpy heard(decoder_.get(), &DecoderController::heard);
        decoder_->hear(bright());
        QTRY_VERIFY(!heard.isEmpty());
        QVERIFY(!editor_->drawing());
    }

private:
    void show(std::uint64_t number) { decoder_->story().setSound(sound(number, bright())); }

    FakeEngine engine_;
    std::unique_ptr<DecoderController> decoder_;
    std::unique_ptr<InputEditor> editor_;
};

QTEST_GUILESS_MAIN(tst_InputEdit)
#include "tst_input_edit.moc"
