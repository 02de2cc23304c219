#include <QRegularExpression>

#include "tests/ui/pages/listen/listen_desk.h"
#include "ui/logic/text.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/waveform_view.h"

using namespace sonoglyph;

class tst_SoundPanel : public QObject, private ListenDesk {
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void aCardIsShownWhileListening();
    void aCardIsShownInTheMiddleOfAWord();
    void aCardEndsPushToTalk();
    void theCaptionFollowsTheName();

private:
    bool isLive() const { return widget<WaveformView>()->isLive() && widget<SpectrogramView>(QStringLiteral("Mel spectrogram"))->isLive(); }
    /// Seconds after the first sample that the waveform shows; {0, 0} without a word.
    std::pair<double, double> shownWord() const
    {
        static const QRegularExpression word(QStringLiteral("A word from ([0-9.]+) to ([0-9.]+) seconds"));
        const auto match = word.match(widget<WaveformView>()->accessibleDescription());
        return {match.captured(1).toDouble(), match.captured(2).toDouble()};
    }
};

void tst_SoundPanel::aCardIsShownWhileListening()
{
    makeReady();
    open({QStringLiteral("one.wav"), QStringLiteral("two.wav")});
    QTest::keyClick(page_.get(), Qt::Key_Space);
    input_->hear(quiet(4));
    QVERIFY(isLive());
    select({1});
    QTRY_VERIFY(says(QStringLiteral("one.wav\n")));
    QVERIFY(page_->controller().recording());
    QVERIFY(input_->device);
    QVERIFY(!widget<WaveformView>()->isLive());
    QTRY_VERIFY(decoder_->story().drawing());
    QCOMPARE(widget<DigitView>()->image(), toQImage(library_->card(1).drawing->image));
    QVERIFY(says(QStringLiteral("Listening for the next one")));
    // What comes in meanwhile changes nothing.
    const auto samples = widget<WaveformView>()->sampleCount();
    const int frames = widget<SpectrogramView>(QStringLiteral("Mel spectrogram"))->frames();
    input_->hear(quiet(1));
    QVERIFY(says(QStringLiteral("one.wav\n")));
    QCOMPARE(widget<WaveformView>()->sampleCount(), samples);
    QCOMPARE(widget<SpectrogramView>(QStringLiteral("Mel spectrogram"))->frames(), frames);
    // The next word is seen from its beginning.
    input_->hear(vowel(0.4));
    QVERIFY(isLive());
    QVERIFY(!says(QStringLiteral("one.wav\n")));
    QVERIFY(widget<WaveformView>()->sampleCount() > 2.5 * 8000);
    QVERIFY(widget<SpectrogramView>(QStringLiteral("Mel spectrogram"))->frames() > 200);
    const auto [begin, end] = shownWord();
    QVERIFY2(begin > 2 && end < 4 && end - begin > 0.2, qPrintable(widget<WaveformView>()->accessibleDescription()));
    input_->hear(quiet(0.6));
    QTRY_COMPARE(library_->rowCount(), 3);
    QTRY_VERIFY(decoder_->story().sound()->file.isEmpty() && decoder_->story().drawing());
    QVERIFY(isLive());
    QTest::keyClick(page_.get(), Qt::Key_Space);
    QVERIFY(says(QStringLiteral("Recording ")));
}

void tst_SoundPanel::aCardIsShownInTheMiddleOfAWord()
{
    makeReady();
    open({QStringLiteral("one.wav")});
    QTest::keyClick(page_.get(), Qt::Key_Space);
    input_->hear(quiet(0.6) + vowel(0.3));
    QCOMPARE(page_->controller().listener().state(), Listener::State::Speaking);
    select({0});
    QTRY_VERIFY(says(QStringLiteral("one.wav\n")));
    input_->hear(quiet(0.6));
    QTRY_COMPARE(library_->rowCount(), 2);
    QTRY_VERIFY(isLive());
    QVERIFY(decoder_->story().sound()->file.isEmpty());
}

void tst_SoundPanel::aCardEndsPushToTalk()
{
    makeReady();
    open({QStringLiteral("one.wav")});
    action(QStringLiteral("Push to talk"))->trigger();
    QTest::keyPress(page_.get(), Qt::Key_Space);
    input_->hear(quiet(0.6) + vowel(0.3));
    select({0});
    QVERIFY(!page_->controller().recording());
    QTRY_VERIFY(says(QStringLiteral("one.wav\n")));
    QTest::keyRelease(page_.get(), Qt::Key_Space);
    QCOMPARE(library_->rowCount(), 1);
}

void tst_SoundPanel::theCaptionFollowsTheName()
{
    makeReady();
    open({QStringLiteral("one.wav"), QStringLiteral("two.wav")});
    QVERIFY(says(QStringLiteral("two.wav\n")));
    library_->rename(library_->card(1).number, QStringLiteral("another one"));
    QVERIFY(says(QStringLiteral("two.wav\n")));
    library_->rename(library_->card(0).number, QStringLiteral("my seven"));
    QVERIFY(says(QStringLiteral("my seven\n")));
    library_->rename(library_->card(0).number, {});
    QVERIFY(says(QStringLiteral("two.wav\n")));
    // Nothing is said of it while something else comes in.
    QTest::keyClick(page_.get(), Qt::Key_Space);
    library_->rename(library_->card(0).number, QStringLiteral("my eight"));
    QVERIFY(!says(QStringLiteral("my eight\n")));
}

QTEST_MAIN(tst_SoundPanel)
#include "tst_sound_panel.moc"
