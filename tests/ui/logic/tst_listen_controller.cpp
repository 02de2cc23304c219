#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "core/audio/sound_file.h"
#include "tests/ui/logic/fake_engine.h"
#include "tests/ui/logic/fake_microphone.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/listen_controller.h"
#include "ui/logic/sound_library.h"

using namespace sonoglyph;
using State = Listener::State;

class tst_ListenController : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void wordBecomesAnImage();
    void imageFormsWhileTheWordIsSaid();
    void pushToTalkIsLookedThroughForTheWord();
    void inputIsExactlyThatOfTheWord();
    void unplugWhileSpeaking();
    void recordingBeforeTheModel();
    void anotherModelHearsTheSoundAgain();
    void measuresSoundToImage();
    void opensFiles();
    void filesBeforeTheModelAreAllDrawn();
    void recordingWinsOverFilesAskedForBefore();
    void badFiles_data();
    void badFiles();
    void longFileIsCutToItsWord();
    void silentFileIsUsedWhole();
    void manyFilesDoNotTakeTheScreen();
    void manyBadFilesAreToldOnce();
    void whatWasChosenMeanwhileStays();
    void deletedSoundStaysDeleted();
    void showsAnOldSound();
    void imageIsDrawnAgainOnlyForTheDistance();
    void looksBackWhileListening();
    void thePresentSoundIsNotShownAnewForAnotherModel();
    void everyRecordingIsHeard();

private:
    QString write(const QString& name, const Sound& sound)
    {
        const QString file = folder_.filePath(name);
        if (!writeWavFile(file.toStdString(), sound)) qFatal("cannot write a test file");
        return file;
    }
    void makeReady()
    {
        decoder_->useEngine(engine_);
        QTRY_COMPARE(decoder_->state(), DecoderController::State::Ready);
    }
    SoundStory& story() { return decoder_->story(); }
    bool allDrawn() const { return library_->undrawn({}) == 0; }

    QTemporaryDir folder_;
    FakeEngine engine_;
    std::unique_ptr<DecoderController> decoder_;
    std::unique_ptr<SoundLibrary> library_;
    std::unique_ptr<ListenController> listen_;
    FakeAudioInput* input_ = nullptr;
};

void tst_ListenController::init()
{
    decoder_ = std::make_unique<DecoderController>(nullptr, nullptr);
    library_ = std::make_unique<SoundLibrary>();
    auto input = std::make_unique<FakeAudioInput>();
    input_ = input.get();
    listen_ = std::make_unique<ListenController>(*decoder_, *library_, std::make_unique<Microphone>(std::move(input)));
}

void tst_ListenController::cleanup()
{
    listen_.reset();
    decoder_.reset();
}

void tst_ListenController::wordBecomesAnImage()
{
    makeReady();
    QSignalSpy troubles(listen_.get(), &ListenController::trouble);
    listen_->listener().press();
    QVERIFY(listen_->recording());
    input_->hear(spokenWord());
    QVERIFY(listen_->recording());
    QVERIFY(input_->device);
    QTRY_VERIFY(story().drawing());
    QCOMPARE(story().drawing()->reading.label(), 7);
    QVERIFY(story().sound()->wordFound);
    QVERIFY(story().sound()->name.contains(QLatin1Char(':')));
    const WordBounds word = story().sound()->word;
    QVERIFY(std::abs(double(word.end - word.begin) / 8000 - 0.5) < 0.15);
    QVERIFY(word.end <= story().sound()->sound.samples.size());
    QCOMPARE(troubles.size(), 0);
    QCOMPARE(library_->rowCount(), 1);
    QVERIFY(library_->card(0).drawing);
}

void tst_ListenController::imageFormsWhileTheWordIsSaid()
{
    makeReady();
    int drawings = 0;
    connect(listen_.get(), &ListenController::liveDrawing, this, [&] { ++drawings; });
    listen_->listener().press();
    input_->hear(quiet(0.6) + vowel(0.5));
    QTRY_VERIFY(drawings > 0);
    // Nothing is drawn of silence.
    input_->hear(quiet(0.6));
    QTRY_VERIFY(story().drawing());
    const int hears = engine_.decoder->hears;
    drawings = 0;
    input_->hear(quiet(2));
    QCOMPARE(engine_.decoder->hears, hears);
    QCOMPARE(drawings, 0);
}

void tst_ListenController::pushToTalkIsLookedThroughForTheWord()
{
    makeReady();
    QSignalSpy troubles(listen_.get(), &ListenController::trouble);
    listen_->listener().setMode(Listener::Mode::PushToTalk);
    listen_->listener().press();
    input_->hear(quiet(0.5) + vowel(0.5) + quiet(0.5));
    listen_->listener().release();
    QTRY_VERIFY(story().drawing());
    const WordBounds word = story().sound()->word;
    QVERIFY(std::abs(double(word.begin) / 8000 - 0.5) < 0.1);
    QVERIFY(std::abs(double(word.end) / 8000 - 1) < 0.1);
    QCOMPARE(troubles.size(), 0);
    // What was held without a word gives way to what was there.
    const auto before = story().sound();
    listen_->listener().press();
    input_->hear(quiet(1));
    listen_->listener().release();
    QTRY_COMPARE(troubles.size(), 1);
    QCOMPARE(story().sound(), before);
}

void tst_ListenController::inputIsExactlyThatOfTheWord()
{
    input_->rate = 48000;
    makeReady();
    listen_->listener().press();
    input_->hear(spokenWord(48000));
    QTRY_VERIFY(story().drawing());
    const HeardSound& heard = *story().sound();
    QCOMPARE(heard.sound.rate, 48000);
    QCOMPARE(heard.input.values, networkInput(cut(heard.sound, heard.word), decoder_->spectrogramParams()).values);
    QCOMPARE(heard.input.bands, 48);
    QCOMPARE(heard.input.frames, 48);
}

void tst_ListenController::unplugWhileSpeaking()
{
    makeReady();
    listen_->listener().press();
    input_->hear(quiet(0.6) + vowel(0.4));
    input_->plug(false);
    QTRY_VERIFY(story().drawing());
}

void tst_ListenController::recordingBeforeTheModel()
{
    listen_->listener().press();
    input_->hear(spokenWord());
    QTRY_VERIFY(story().sound());
    QVERIFY(!story().drawing());
    makeReady();
    QTRY_VERIFY(story().drawing());
}

void tst_ListenController::anotherModelHearsTheSoundAgain()
{
    input_->rate = 48000;
    makeReady();
    listen_->listener().press();
    input_->hear(spokenWord(48000));
    QTRY_VERIFY(story().drawing());
    const float before = story().drawing()->z[0];
    decoder_->loadModel(QStringLiteral("wide"));
    QTRY_VERIFY(story().sound()->params.rate == 16000 && story().drawing());
    QVERIFY(story().drawing()->z[0] != before);
    QCOMPARE(library_->rowCount(), 1);
    QCOMPARE(library_->card(0).params.rate, 16000);
}

void tst_ListenController::measuresSoundToImage()
{
    makeReady();
    QSignalSpy each(listen_.get(), &ListenController::imageTimed);
    QSignalSpy told(listen_.get(), &ListenController::soundToImage);
    connect(&story(), &SoundStory::drawingChanged, listen_.get(), &ListenController::imagePainted);
    const auto live = connect(listen_.get(), &ListenController::liveDrawing, listen_.get(), &ListenController::imagePainted);
    listen_->listener().press();
    input_->hear(quiet(0.6) + vowel(0.5));
    QTRY_VERIFY(each.size() > 0);
    QVERIFY(each[0][0].toDouble() > 0);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toDouble(), each[0][0].toDouble());
    disconnect(live);
    each.clear();
    input_->hear(quiet(0.6));
    QTRY_VERIFY(story().drawing());
    QCOMPARE(each.size(), 1);
    // Painted again, or of a file: no sound came in.
    listen_->imagePainted();
    listen_->openFiles({write(QStringLiteral("a.wav"), vowel(0.5))});
    QTRY_COMPARE(library_->rowCount(), 2);
    QTRY_VERIFY(story().drawing());
    QCOMPARE(each.size(), 1);
}

void tst_ListenController::opensFiles()
{
    makeReady();
    QStringList files;
    for (const char* name : {"first.wav", "second.wav", "third.wav"})
        files += write(QString::fromLatin1(name), vowel(0.4 + 0.1 * double(files.size())));
    listen_->openFiles(files);
    QVERIFY(listen_->busy());
    QTRY_COMPARE(library_->rowCount(), 3);
    QTRY_VERIFY(story().drawing() && !listen_->busy());
    QCOMPARE(story().sound()->name, QStringLiteral("third.wav"));
    QVERIFY(story().sound()->whole());
    // Every one was drawn, not only the last.
    QVERIFY(allDrawn());
}

void tst_ListenController::filesBeforeTheModelAreAllDrawn()
{
    listen_->openFiles({write(QStringLiteral("a.wav"), vowel(0.3)), write(QStringLiteral("b.wav"), vowel(0.4)),
                        write(QStringLiteral("c.wav"), vowel(0.5))});
    QTRY_COMPARE(library_->rowCount(), 3);
    makeReady();
    QTRY_VERIFY(allDrawn());
    QCOMPARE(story().sound()->name, QStringLiteral("c.wav"));
    QCOMPARE(story().drawing()->image.pixels, library_->card(0).drawing->image.pixels);
}

void tst_ListenController::recordingWinsOverFilesAskedForBefore()
{
    makeReady();
    const QString file = write(QStringLiteral("a.wav"), vowel(0.3));
    listen_->openFiles({file, file, file});
    listen_->listener().press();
    input_->hear(spokenWord());
    QTRY_COMPARE(library_->rowCount(), 4);
    QTRY_VERIFY(allDrawn());
    QVERIFY(story().sound()->name.startsWith(QStringLiteral("Recording")));
    QCOMPARE(library_->card(0).number, story().sound()->number);
}

void tst_ListenController::badFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("This is not a sound, whatever its name says.");
    QTest::newRow("header only") << QByteArray::fromHex("524946460000000057415645666d7420");
    QTest::newRow("missing") << QByteArray("-");
}

void tst_ListenController::badFiles()
{
    QFETCH(QByteArray, content);
    makeReady();
    QFile file(folder_.filePath(QStringLiteral("bad.wav")));
    file.remove();
    if (content != "-") {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
    }
    QSignalSpy troubles(listen_.get(), &ListenController::trouble);
    const QString good = write(QStringLiteral("good.wav"), vowel(0.5));
    listen_->openFiles({file.fileName(), good});
    QTRY_VERIFY(story().drawing());
    QCOMPARE(troubles.size(), 1);
    QVERIFY2(troubles[0][0].toString().contains(QStringLiteral("bad.wav")), qPrintable(troubles[0][0].toString()));
    QCOMPARE(story().sound()->name, QStringLiteral("good.wav"));
}

void tst_ListenController::longFileIsCutToItsWord()
{
    makeReady();
    listen_->openFiles({write(QStringLiteral("long.wav"), quiet(2) + vowel(0.5) + quiet(3))});
    QTRY_VERIFY(story().drawing());
    const HeardSound& heard = *story().sound();
    QVERIFY(!heard.whole());
    QCOMPARE(heard.sound.samples.size(), std::size_t(5.5 * 8000));
    QVERIFY(std::abs(double(heard.word.begin) / 8000 - 2) < 0.15);
}

void tst_ListenController::silentFileIsUsedWhole()
{
    makeReady();
    listen_->openFiles({write(QStringLiteral("silent.wav"), Sound{8000, std::vector<float>(16000)})});
    QTRY_VERIFY(story().drawing());
    QVERIFY(!story().sound()->wordFound);
    QVERIFY(story().sound()->whole());
}

void tst_ListenController::manyFilesDoNotTakeTheScreen()
{
    makeReady();
    int shown = 0;
    connect(&story(), &SoundStory::soundChanged, this, [&] { ++shown; });
    QDir(folder_.path()).mkpath(QStringLiteral("many/below"));
    for (int i = 1; i <= 12; ++i) {
        const QString file = QStringLiteral("many/%1%2.wav").arg(QLatin1String(i > 6 ? "below/" : "")).arg(i);
        write(file, vowel(0.2 + 0.01 * i));
    }
    QSignalSpy finished(&listen_->import(), &SoundImport::finished);
    listen_->openFiles({folder_.filePath(QStringLiteral("many"))});
    QTRY_COMPARE(finished.size(), 1);
    QTRY_VERIFY(allDrawn());
    QCOMPARE(library_->rowCount(), 12);
    QTRY_COMPARE(story().sound()->number, library_->card(0).number);
    QCOMPARE(shown, 2);
}

void tst_ListenController::manyBadFilesAreToldOnce()
{
    makeReady();
    QStringList files{write(QStringLiteral("good.wav"), vowel(0.4))};
    for (int i = 0; i < 30; ++i) files << folder_.filePath(QStringLiteral("missing%1.wav").arg(i));
    QSignalSpy troubles(listen_.get(), &ListenController::trouble);
    listen_->openFiles(files);
    QTRY_COMPARE(troubles.size(), 1);
    QVERIFY2(troubles[0][0].toString().contains(QStringLiteral("30")), qPrintable(troubles[0][0].toString()));
    QVERIFY(troubles[0][1].toString().contains(QStringLiteral("missing0.wav")));
    QCOMPARE(library_->rowCount(), 1);
}

void tst_ListenController::whatWasChosenMeanwhileStays()
{
    makeReady();
    listen_->openFiles({write(QStringLiteral("old.wav"), vowel(0.3))});
    QTRY_VERIFY(story().drawing());
    const quint64 old = story().sound()->number;
    const QString file = write(QStringLiteral("a.wav"), vowel(0.4));
    QSignalSpy finished(&listen_->import(), &SoundImport::finished);
    listen_->openFiles(QStringList(20, file));
    listen_->show(old);
    QTRY_COMPARE(finished.size(), 1);
    QTRY_VERIFY(allDrawn());
    QCOMPARE(library_->rowCount(), 21);
    QCOMPARE(story().sound()->number, old);
}

void tst_ListenController::deletedSoundStaysDeleted()
{
    makeReady();
    listen_->openFiles({write(QStringLiteral("a.wav"), vowel(0.4))});
    QTRY_VERIFY(story().drawing());
    library_->remove({story().sound()->number});
    decoder_->loadModel(QStringLiteral("wide"));
    QTRY_VERIFY(story().sound()->params.rate == 16000 && story().drawing());
    QCOMPARE(library_->rowCount(), 0);
}

void tst_ListenController::showsAnOldSound()
{
    makeReady();
    listen_->openFiles({write(QStringLiteral("old.wav"), vowel(0.3)), write(QStringLiteral("new.wav"), vowel(0.6))});
    QTRY_VERIFY(story().drawing() && library_->rowCount() == 2);
    listen_->show(library_->card(1).number);
    QTRY_COMPARE(story().sound()->name, QStringLiteral("old.wav"));
    QTRY_VERIFY(story().drawing());
    QCOMPARE(library_->rowCount(), 2);
    QCOMPARE(library_->card(0).file, QStringLiteral("new.wav"));
    listen_->show(7);
    QVERIFY(!listen_->busy());
}

/// The image is kept with its card, the distance to the training recordings is not.
void tst_ListenController::imageIsDrawnAgainOnlyForTheDistance()
{
    makeReady();
    for (const auto& [model, again] : {std::pair("plain", 0), std::pair("knowing", 1)}) {
        decoder_->loadModel(QString::fromLatin1(model));
        QTRY_COMPARE(decoder_->model()->name, std::string(model));
        listen_->openFiles({write(QStringLiteral("old.wav"), vowel(0.3)), write(QStringLiteral("new.wav"), vowel(0.6))});
        QTRY_VERIFY(!listen_->busy() && story().drawing() && allDrawn());
        const int hears = engine_.decoder->hears;
        const quint64 old = library_->card(1).number;
        QVERIFY(story().sound()->number != old);
        listen_->show(old);
        QTRY_VERIFY(story().sound()->number == old && story().drawing());
        QCOMPARE(engine_.decoder->hears, hears + again);
    }
}

void tst_ListenController::looksBackWhileListening()
{
    makeReady();
    listen_->openFiles({write(QStringLiteral("old.wav"), vowel(0.3))});
    QTRY_VERIFY(story().drawing());
    const quint64 old = story().sound()->number;
    QSignalSpy shown(listen_.get(), &ListenController::shown), again(listen_.get(), &ListenController::liveAgain);
    listen_->listener().press();
    QVERIFY(listen_->live());
    input_->hear(quiet(1));
    listen_->show(old);
    QTRY_COMPARE(shown.size(), 1);
    QVERIFY(listen_->recording() && listen_->looksBack() && !listen_->live());
    input_->hear(vowel(0.5));
    QCOMPARE(again.size(), 1);
    QVERIFY(listen_->live());
    input_->hear(quiet(0.6));
    QTRY_VERIFY(story().sound()->number != old && story().drawing());
    QCOMPARE(again.size(), 1);
    listen_->show(old);
    QTRY_VERIFY(listen_->looksBack());
    listen_->listener().press();
    QVERIFY(!listen_->looksBack());
    QCOMPARE(story().sound()->number, old);
}

void tst_ListenController::thePresentSoundIsNotShownAnewForAnotherModel()
{
    makeReady();
    listen_->openFiles({write(QStringLiteral("a.wav"), vowel(0.3))});
    QTRY_VERIFY(story().drawing());
    QSignalSpy sounds(&story(), &SoundStory::soundChanged), drawings(&story(), &SoundStory::drawingChanged);
    decoder_->loadModel(QStringLiteral("/runs/another"));
    QTRY_COMPARE(drawings.size(), 1);
    QCOMPARE(sounds.size(), 0);
    QCOMPARE(library_->card(0).model.name, std::string("/runs/another"));
}

void tst_ListenController::everyRecordingIsHeard()
{
    makeReady();
    listen_->listener().press();
    for (int i = 0; i < 5; ++i) input_->hear(spokenWord());
    QTRY_COMPARE(library_->rowCount(), 5);
    QTRY_VERIFY(story().drawing());
    QTRY_COMPARE(story().sound()->number, library_->card(0).number);
}

QTEST_GUILESS_MAIN(tst_ListenController)
#include "tst_listen_controller.moc"
