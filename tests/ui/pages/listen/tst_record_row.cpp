#include <QSignalSpy>

#include "tests/ui/pages/listen/listen_desk.h"
#include "ui/logic/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/record_button.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/waveform_view.h"

using namespace sonoglyph;

class tst_RecordRow : public QObject, private ListenDesk {
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void spaceSwitchesHandsFree();
    void holdingSpaceTalks();
    void aHeldKeyRepeats();
    void nothingHeardBringsTheSoundBack();
    void roomCheckTellsAndIsRemembered();
};

void tst_RecordRow::spaceSwitchesHandsFree()
{
    makeReady();
    QVERIFY(says(QStringLiteral("Say a digit.")));
    QVERIFY(widget<DigitView>()->image().isNull());
    QSignalSpy measured(page_.get(), &Page::soundToImage);
    QTest::keyClick(page_.get(), Qt::Key_Space);
    QCOMPARE(widget<RecordButton>()->state(), RecordButton::Waiting);
    QVERIFY(says(QStringLiteral("opening")));
    input_->hear(quiet(0.1));
    QVERIFY(says(QStringLiteral("Say a digit.")));
    input_->hear(quiet(0.5) + vowel(0.5));
    QCOMPARE(widget<RecordButton>()->state(), RecordButton::Recording);
    QVERIFY(widget<WaveformView>()->isLive());
    QVERIFY(widget<SpectrogramView>(QStringLiteral("Mel spectrogram"))->isLive());
    QVERIFY(widget<SpectrogramView>(QStringLiteral("Network input"))->frames() == 48);
    input_->hear(quiet(0.6));
    // It goes on listening, with the image of the word in view.
    QCOMPARE(widget<RecordButton>()->state(), RecordButton::Waiting);
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 7);
    QTRY_VERIFY(decoder_->story().drawing());
    QCOMPARE(widget<DigitView>()->image(), toQImage(decoder_->story().drawing()->image));
    QVERIFY(says(QStringLiteral("LeNet-5 reads 7")));
    QVERIFY(says(QStringLiteral("Listening for the next one")));
    QVERIFY(widget<WaveformView>()->isLive());
    QTRY_VERIFY(measured.size() > 0);
    input_->hear(spokenWord());
    QTRY_COMPARE(library_->rowCount(), 2);
    QTest::keyClick(page_.get(), Qt::Key_Space);
    QCOMPARE(widget<RecordButton>()->state(), RecordButton::Idle);
    QVERIFY(!input_->device);
    QVERIFY(!widget<WaveformView>()->isLive());
    QVERIFY(says(QStringLiteral("Recording ")));
    QTRY_VERIFY(says(QStringLiteral("Space listens again")));
}

void tst_RecordRow::holdingSpaceTalks()
{
    makeReady();
    action(QStringLiteral("Push to talk"))->trigger();
    QVERIFY(says(QStringLiteral("Hold Space")));
    QTest::keyPress(page_.get(), Qt::Key_Space);
    input_->hear(quiet(0.3) + vowel(0.5) + quiet(0.2));
    QCOMPARE(widget<RecordButton>()->state(), RecordButton::Recording);
    QTest::keyRelease(page_.get(), Qt::Key_Space);
    QTRY_VERIFY(!input_->device);
    QTRY_VERIFY(says(QStringLiteral("LeNet-5 reads 7")));
    // The round button, too.
    QTest::mousePress(widget<RecordButton>(), Qt::LeftButton);
    QVERIFY(input_->device);
    input_->hear(quiet(0.3) + vowel(0.5));
    QTest::mouseRelease(widget<RecordButton>(), Qt::LeftButton);
    QVERIFY(!input_->device);
    QTRY_COMPARE(library_->rowCount(), 2);
    // Remembered.
    page_->closeDown();
    page_.reset();
    makePage();
    QVERIFY(action(QStringLiteral("Push to talk"))->isChecked());
    QCOMPARE(page_->controller().listener().mode(), Listener::Mode::PushToTalk);
}

/// X11 repeats a held key as releases and presses, which Qt does not always recognise.
void tst_RecordRow::aHeldKeyRepeats()
{
    makeReady();
    action(QStringLiteral("Push to talk"))->trigger();
    QTest::keyPress(widget<RecordButton>(), Qt::Key_Space);
    for (int i = 0; i < 3; ++i) {
        input_->hear(quiet(0.3) + vowel(0.4));
        QTest::keyRelease(widget<RecordButton>(), Qt::Key_Space);
        QTest::keyPress(widget<RecordButton>(), Qt::Key_Space);
        QVERIFY(input_->device);
    }
    QSignalSpy ends(&page_->controller().listener(), &Listener::wordEnded);
    QVERIFY(!ends.wait(100));  // longer than a release is doubted
    QTest::keyRelease(widget<RecordButton>(), Qt::Key_Space);
    QTRY_VERIFY(!input_->device);
    QTRY_COMPARE(library_->rowCount(), 1);
}

void tst_RecordRow::nothingHeardBringsTheSoundBack()
{
    makeReady();
    say();
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 7);
    QTest::keyClick(page_.get(), Qt::Key_Space);
    QTRY_VERIFY(!widget<WaveformView>()->isLive());
    action(QStringLiteral("Push to talk"))->trigger();
    QTest::keyPress(page_.get(), Qt::Key_Space);
    input_->hear(quiet(1));
    QVERIFY(widget<WaveformView>()->isLive());
    QTest::keyRelease(page_.get(), Qt::Key_Space);
    QTRY_VERIFY(widget<Banner>()->isVisible());
    QVERIFY(widget<Banner>()->text().contains(QStringLiteral("muted")));
    QCOMPARE(widget<ReadingBars>()->winner(), 7);
    QVERIFY(!widget<WaveformView>()->isLive());
    QTest::keyPress(page_.get(), Qt::Key_Space);
    QVERIFY(!widget<Banner>()->isVisible());
    QTest::keyRelease(page_.get(), Qt::Key_Space);
}

void tst_RecordRow::roomCheckTellsAndIsRemembered()
{
    QAction* check = action(QStringLiteral("Check the room"));
    check->trigger();
    QVERIFY(says(QStringLiteral("silence, please")));
    QVERIFY(!check->isEnabled());
    input_->hear(quiet(2.1));
    QTRY_VERIFY(widget<Banner>()->isVisible());
    QCOMPARE(widget<Banner>()->severity(), Banner::Info);
    QVERIFY(widget<Banner>()->text().contains(QStringLiteral("-66 dB")));
    QVERIFY(check->isEnabled());
    QVERIFY(check->toolTip().contains(QStringLiteral("-66 dB")));
    // A word is found at once now.
    QTest::keyClick(page_.get(), Qt::Key_Space);
    QVERIFY(!widget<Banner>()->isVisible());
    input_->hear(quiet(0.02) + vowel(0.3));
    QCOMPARE(widget<RecordButton>()->state(), RecordButton::Recording);
    QTest::keyClick(page_.get(), Qt::Key_Space);
    input_->rate = 8000;
    check->trigger();
    input_->hear(Sound{8000, std::vector<float>(17000)});
    QTRY_COMPARE(widget<Banner>()->severity(), Banner::Warning);
}

QTEST_MAIN(tst_RecordRow)
#include "tst_record_row.moc"
