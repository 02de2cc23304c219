#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "core/audio/sound_file.h"
#include "tests/ui/logic/fake_engine.h"
#include "tests/ui/logic/fake_microphone.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/settings.h"
#include "ui/logic/sound_library.h"
#include "ui/logic/text.h"
#include "ui/pages/listen/compare_panel.h"
#include "ui/pages/listen/listen_page.h"
#include "ui/pages/model_button.h"
#include "ui/pages/model_popup.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/difference_view.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/fine_slider.h"
#include "ui/widgets/model_strip.h"
#include "ui/widgets/posterior_view.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/record_button.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/sound_card_list.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/waveform_view.h"

using namespace sonoglyph;

class tst_ListenPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyControlHasAName();
    void spaceSwitchesHandsFree();
    void holdingSpaceTalks();
    void spaceWorksWhereverTheFocusIs();
    void imageFormsWhileSpeaking();
    void nothingHeardBringsTheSoundBack();
    void roomCheckTellsAndIsRemembered();
    void microphoneIsReleasedWhereNobodySees();
    void unpluggingIsTold();
    void withoutMicrophone();
    void recordsBeforeTheModel();
    void damagedModel();
    void opensSoundsAndModels();
    void badFile();
    void choosesAModel();
    void theWordStaysWhileAnotherModelComes();
    void thePosteriorOfTheWord();
    void theWordThroughAllModels();
    void saysHowUsualTheSoundIs_data();
    void saysHowUsualTheSoundIs();
    void historyShowsAnOldSound();
    void historyIsEditedInPlace();
    void deletesWithUndo();
    void comparesTwo();
    void spaceRecordsFromTheHistoryToo();
    void leadsToOtherPages();
    void letsGoOfTheMicrophone();
    void windowBuiltAnewKeepsTheSound();

private:
    void makeReady()
    {
        decoder_->useEngine(engine_);
        QTRY_COMPARE(decoder_->state(), DecoderController::State::Ready);
    }
    void say()
    {
        if (!page_->controller().recording()) QTest::keyClick(page_.get(), Qt::Key_Space);
        input_->hear(spokenWord());
    }
    QAction* action(const QString& text) const
    {
        const auto commands = page_->commands();
        const auto found = std::find_if(commands.begin(), commands.end(), [&](const QAction* one) { return one->text() == text; });
        return found == commands.end() ? nullptr : *found;
    }
    template <class T>
    T* widget(const QString& title = {}) const
    {
        for (T* found : page_->findChildren<T*>()) {
            if constexpr (std::is_base_of_v<FigureView, T>)
                if (!title.isEmpty() && found->figureTitle() != title) continue;
            return found;
        }
        return nullptr;
    }
    bool says(const QString& part) const
    {
        const auto labels = page_->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->isVisible() && label->text().contains(part); });
    }
    SoundCardList* cards() const { return widget<SoundCardList>(); }
    /// Opens files of these names one after the other.
    void open(const QStringList& names);
    /// Clicks on these cards, with Ctrl from the second on.
    void select(const QList<int>& rows);
    void makePage()
    {
        auto input = std::make_unique<FakeAudioInput>();
        input_ = input.get();
        AppContext context;
        context.settings = settings_.get();
        context.decoder = decoder_.get();
        context.library = library_.get();
        page_ = std::make_unique<ListenPage>(context, std::make_unique<Microphone>(std::move(input)));
        page_->resize(930, 640);
        page_->show();
    }

    QTemporaryDir folder_;
    FakeEngine engine_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<DecoderController> decoder_;
    std::unique_ptr<SoundLibrary> library_;
    std::unique_ptr<ListenPage> page_;
    FakeAudioInput* input_ = nullptr;
};

void tst_ListenPage::init()
{
    settings_ = std::make_unique<Settings>(folder_.filePath(QString::fromLatin1(QTest::currentTestFunction())));
    decoder_ = std::make_unique<DecoderController>(nullptr, settings_.get());
    library_ = std::make_unique<SoundLibrary>();
    makePage();
}

void tst_ListenPage::cleanup()
{
    page_.reset();
    decoder_.reset();
}

void tst_ListenPage::everyControlHasAName()
{
    makeReady();
    say();
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 7);
    for (const QWidget* control : page_->findChildren<QWidget*>()) {
        if (control->focusPolicy() == Qt::NoFocus || !control->isVisible() || control->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(control);
        QVERIFY2(!control->accessibleName().isEmpty() || (button && !button->text().isEmpty()), control->metaObject()->className());
    }
    for (const QAction* action : page_->commands()) {
        QVERIFY(!action->text().isEmpty());
        QVERIFY2(action->toolTip() != action->text(), qPrintable(action->text()));
    }
}

void tst_ListenPage::spaceSwitchesHandsFree()
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

void tst_ListenPage::holdingSpaceTalks()
{
    makeReady();
    action(QStringLiteral("Push to talk"))->trigger();
    QVERIFY(says(QStringLiteral("Hold Space")));
    QTest::keyPress(page_.get(), Qt::Key_Space);
    input_->hear(quiet(0.3) + vowel(0.5) + quiet(0.2));
    QCOMPARE(widget<RecordButton>()->state(), RecordButton::Recording);
    QTest::keyRelease(page_.get(), Qt::Key_Space);
    QVERIFY(!input_->device);
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

void tst_ListenPage::spaceWorksWhereverTheFocusIs()
{
    const Listener& listener = page_->controller().listener();
    widget<DigitView>()->setFocus();
    QTest::keyClick(widget<DigitView>(), Qt::Key_Space);
    QCOMPARE(listener.state(), Listener::State::Opening);
    QTest::keyClick(widget<RecordButton>(), Qt::Key_Space);
    QVERIFY(!listener.on());
    QTest::mouseClick(widget<RecordButton>(), Qt::LeftButton);
    QVERIFY(listener.on());
    QTest::mouseClick(widget<RecordButton>(), Qt::LeftButton);
    action(QStringLiteral("Push to talk"))->trigger();
    QTest::keyPress(widget<DigitView>(), Qt::Key_Space);
    QVERIFY(listener.on());
    QTest::keyRelease(widget<DigitView>(), Qt::Key_Space);
    QVERIFY(!listener.on());
    QTest::keyPress(widget<RecordButton>(), Qt::Key_Space);
    QVERIFY(listener.on());
    QTest::keyRelease(widget<RecordButton>(), Qt::Key_Space);
    QVERIFY(!listener.on());
}

void tst_ListenPage::imageFormsWhileSpeaking()
{
    makeReady();
    QTest::keyClick(page_.get(), Qt::Key_Space);
    input_->hear(quiet(0.6) + vowel(0.4));
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 7);
    QVERIFY(page_->controller().recording());
}

void tst_ListenPage::nothingHeardBringsTheSoundBack()
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

void tst_ListenPage::roomCheckTellsAndIsRemembered()
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

void tst_ListenPage::microphoneIsReleasedWhereNobodySees()
{
    QTest::keyClick(page_.get(), Qt::Key_Space);
    input_->hear(quiet(0.3));
    QVERIFY(input_->device);
    page_->hide();
    QVERIFY(!input_->device);
    page_->show();
    QVERIFY(input_->device);
    QTest::keyClick(page_.get(), Qt::Key_Space);
    page_->hide();
    page_->show();
    QVERIFY(!input_->device);
}

void tst_ListenPage::unpluggingIsTold()
{
    makeReady();
    QTest::keyClick(page_.get(), Qt::Key_Space);
    input_->hear(quiet(0.6) + vowel(0.4));
    input_->plug(false);
    QVERIFY(widget<Banner>()->isVisible());
    QVERIFY(widget<Banner>()->text().contains(QStringLiteral("kept")));
    QVERIFY(says(QStringLiteral("No microphone")));
    QTRY_COMPARE(library_->rowCount(), 1);
    input_->plug(true);
    QVERIFY(!widget<Banner>()->isVisible());
    input_->hear(spokenWord());
    QTRY_COMPARE(library_->rowCount(), 2);
}

void tst_ListenPage::withoutMicrophone()
{
    input_->present.clear();
    QTRY_VERIFY(widget<Banner>()->isVisible());
    QCOMPARE(widget<Banner>()->severity(), Banner::Info);
    QTest::keyClick(page_.get(), Qt::Key_Space);
    QVERIFY(widget<Banner>()->isVisible());
    input_->plug(true);
    QVERIFY(!widget<Banner>()->isVisible());
    input_->plug(false);
    QVERIFY(widget<Banner>()->isVisible());
}

void tst_ListenPage::recordsBeforeTheModel()
{
    say();
    QTRY_VERIFY(says(QStringLiteral("as soon as the model is ready")));
    QVERIFY(widget<DigitView>()->image().isNull());
    QVERIFY(widget<SpectrogramView>(QStringLiteral("Network input"))->frames() == 48);
    makeReady();
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 7);
}

void tst_ListenPage::damagedModel()
{
    makeReady();
    page_->openFiles({QStringLiteral("broken.safetensors")});
    QTRY_VERIFY(widget<Banner>()->isVisible());
    QVERIFY(widget<Banner>()->text().contains(QStringLiteral("aivae-fsdd")));
    say();
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 7);
    QVERIFY(widget<Banner>()->isVisible());
    page_->openFiles({QStringLiteral("good.safetensors")});
    QVERIFY(!widget<Banner>()->isVisible());
}

void tst_ListenPage::opensSoundsAndModels()
{
    makeReady();
    const QString file = folder_.filePath(QStringLiteral("long.wav"));
    QVERIFY(writeWavFile(file.toStdString(), quiet(2) + vowel(0.5) + quiet(2)));
    const QString run = folder_.filePath(QStringLiteral("run"));
    QVERIFY(QDir().mkpath(run));
    QFile config(run + QStringLiteral("/config.json"));
    QVERIFY(config.open(QIODevice::WriteOnly));
    QVERIFY(page_->openFiles({file, run}));
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 7);
    QTRY_COMPARE(decoder_->model()->name, run.toStdString());
    QTRY_VERIFY(says(QStringLiteral("long.wav\n4.50 s at 8 kHz\nUsed: the word, ")));
}

void tst_ListenPage::badFile()
{
    makeReady();
    page_->openFiles({folder_.filePath(QStringLiteral("missing.wav"))});
    QTRY_VERIFY(widget<Banner>()->isVisible());
    QVERIFY(widget<Banner>()->text().contains(QStringLiteral("missing.wav")));
}

void tst_ListenPage::choosesAModel()
{
    makeReady();
    auto* button = widget<ModelButton>();
    QCOMPARE(button->text(), QStringLiteral("aivae-fsdd"));
    QTest::mouseClick(button, Qt::LeftButton);
    QListView& list = button->popup().list();
    const auto ticked = [&list](int row) { return list.model()->index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked; };
    QVERIFY(ticked(0));
    QTest::keyClicks(&button->popup().search(), QStringLiteral("wid"));
    QTest::keyClick(&button->popup().search(), Qt::Key_Return);
    QTRY_COMPARE(button->text(), QStringLiteral("wide"));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!ticked(0));
    QVERIFY(ticked(1));
    button->popup().close();
}

void tst_ListenPage::theWordStaysWhileAnotherModelComes()
{
    makeReady();
    say();
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 7);
    engine_.decoder->hold(true);
    decoder_->loadModel(QStringLiteral("wide"));
    QSignalSpy changed(decoder_.get(), &DecoderController::modelChanged);
    // The image of the model before is there all the time.
    connect(decoder_.get(), &DecoderController::modelChanged, this, [this] { QCOMPARE(widget<ReadingBars>()->winner(), 7); });
    connect(&decoder_->story(), &SoundStory::soundChanged, this, [this] { QVERIFY(!widget<DigitView>()->image().isNull()); });
    engine_.decoder->hold(false);
    QTRY_COMPARE(changed.size(), 1);
    QTRY_VERIFY(decoder_->story().drawing().has_value() && decoder_->story().sound()->params.rate == 16000);
    QVERIFY(!widget<DigitView>()->image().isNull());
}

void tst_ListenPage::thePosteriorOfTheWord()
{
    makeReady();
    widget<Segments>()->setCurrent(1);
    QVERIFY(widget<PosteriorView>()->isEmpty());
    say();
    QTRY_VERIFY(!widget<PosteriorView>()->isEmpty());
    QTRY_VERIFY(decoder_->story().drawing().has_value());
    const QImage mean = toQImage(decoder_->story().drawing()->image);
    QTRY_COMPARE(widget<DigitView>()->image(), mean);
    auto* view = widget<PosteriorView>();
    QTest::mouseClick(view, Qt::LeftButton, {}, view->drawRect(3).center().toPoint());
    QVERIFY(widget<DigitView>()->image() != mean);
    widget<FineSlider>()->setValue(0);
    QTRY_COMPARE(widget<DigitView>()->image(), mean);
    widget<FineSlider>()->setValue(2);
    QTRY_VERIFY(widget<DigitView>()->image() != mean);
    widget<Segments>()->setCurrent(0);
    QCOMPARE(widget<DigitView>()->image(), mean);
    QCOMPARE(settings_->value(QStringLiteral("listen/area")).toInt(), 0);
}

void tst_ListenPage::theWordThroughAllModels()
{
    makeReady();
    widget<Segments>()->setCurrent(2);
    say();
    auto* strip = widget<ModelStrip>();
    QCOMPARE(strip->count(), 2);
    QTRY_VERIFY(strip->accessibleDescription().contains(QStringLiteral("wide reads 7")));
    QCOMPARE(strip->current(), 0);
    QTest::mouseClick(strip, Qt::LeftButton, {}, strip->imageRect(1).center().toPoint());
    QTRY_COMPARE(decoder_->model()->name, std::string("wide"));
    QTRY_COMPARE(strip->current(), 1);
}

void tst_ListenPage::saysHowUsualTheSoundIs_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << -1.0 << QStringLiteral("does not know its training recordings");
    QTest::newRow("usual") << 0.4 << QStringLiteral("Like the training recordings: nearer to them than 60 %");
    QTest::newRow("nearest of all") << 0.0 << QStringLiteral("nearer to them than any");
    QTest::newRow("unusual") << 0.974 << QStringLiteral("Unlike the training recordings: farther from them than 97 %");
    QTest::newRow("farther than all") << 1.0 << QStringLiteral("farther from them than any");
}

void tst_ListenPage::saysHowUsualTheSoundIs()
{
    QFETCH(double, share);
    QFETCH(QString, text);
    makeReady();
    Drawing drawing = fakeDrawing({0.5f, 7, 0, 0});
    if (share >= 0) drawing.distance = TrainingDistance{3.2, share};
    auto heard = std::make_shared<HeardSound>();
    heard->number = 77;
    decoder_->story().setSound(heard);
    decoder_->story().setDrawing(drawing);
    QVERIFY(says(text));
}

void tst_ListenPage::open(const QStringList& names)
{
    double seconds = 0.3;
    for (const QString& name : names) {
        const QString file = folder_.filePath(name);
        QVERIFY(writeWavFile(file.toStdString(), vowel(seconds += 0.05)));
        page_->openFiles({file});
        QTRY_COMPARE(decoder_->story().sound() ? decoder_->story().sound()->file : QString(), name);
        QTRY_VERIFY(library_->card(0).drawing);
    }
}

void tst_ListenPage::select(const QList<int>& rows)
{
    for (int i = 0; i < rows.size(); ++i)
        QTest::mouseClick(cards()->viewport(), Qt::LeftButton, i == 0 ? Qt::NoModifier : Qt::ControlModifier,
                          cards()->visualRect(cards()->model()->index(rows[i], 0)).bottomLeft() + QPoint(20, -4));
}

void tst_ListenPage::historyShowsAnOldSound()
{
    makeReady();
    QVERIFY(says(QStringLiteral("on this computer only")));
    open({QStringLiteral("one.wav"), QStringLiteral("two.wav")});
    QCOMPARE(cards()->currentIndex().row(), 0);
    QVERIFY(says(QStringLiteral("2 sounds")) || says(QStringLiteral("2 sound(s)")));
    select({1});
    QTRY_VERIFY(says(QStringLiteral("one.wav\n")));
    QCOMPARE(cards()->currentIndex().row(), 1);
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 7);
    QTest::keyClick(cards(), Qt::Key_Left);
    QTRY_VERIFY(says(QStringLiteral("two.wav\n")));
}

void tst_ListenPage::historyIsEditedInPlace()
{
    makeReady();
    open({QStringLiteral("one.wav"), QStringLiteral("two.wav")});
    select({1});
    cards()->setFocus();
    action(QStringLiteral("Rename"))->trigger();
    auto* editor = cards()->findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->setText(QStringLiteral("  my   seven "));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(library_->card(1).label, QStringLiteral("my seven"));

    const QRect card = cards()->visualRect(cards()->model()->index(1, 0));
    QTest::mouseClick(cards()->viewport(), Qt::LeftButton, {}, SoundCardDelegate::starRect(card).center());
    QVERIFY(library_->card(1).starred);
    action(QStringLiteral("Starred"))->trigger();
    QCOMPARE(cards()->model()->rowCount(), 1);
    action(QStringLiteral("Starred"))->trigger();
    QCOMPARE(cards()->model()->rowCount(), 2);
}

void tst_ListenPage::deletesWithUndo()
{
    makeReady();
    open({QStringLiteral("one.wav"), QStringLiteral("two.wav"), QStringLiteral("three.wav")});
    select({0, 2});
    action(QStringLiteral("Delete"))->trigger();
    QCOMPARE(library_->rowCount(), 1);
    QVERIFY(widget<Toast>()->isVisible());
    QTest::mouseClick(widget<Toast>()->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(library_->rowCount(), 3);
    QCOMPARE(library_->card(0).file, QStringLiteral("three.wav"));
    QCOMPARE(library_->card(2).file, QStringLiteral("one.wav"));
    QVERIFY(!action(QStringLiteral("Undo delete"))->isEnabled());
}

void tst_ListenPage::comparesTwo()
{
    makeReady();
    open({QStringLiteral("one.wav"), QStringLiteral("two.wav")});
    QVERIFY(!action(QStringLiteral("Compare"))->isEnabled());
    QSignalSpy shown(&page_->controller(), &ListenController::shown);
    select({0, 1});
    QTRY_COMPARE(shown.size(), 1);  // the click's; an old sound that is shown ends a comparison
    QVERIFY(action(QStringLiteral("Compare"))->isEnabled());
    action(QStringLiteral("Compare"))->trigger();
    auto* panel = widget<ComparePanel>();
    QVERIFY(panel->isVisible());
    for (const DifferenceView* view : panel->findChildren<DifferenceView*>()) QTRY_VERIFY2(!view->empty(), qPrintable(view->figureTitle()));
    QVERIFY(says(QStringLiteral("two.wav, drawn by aivae-fsdd")));
    QTest::keyClick(panel, Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
    action(QStringLiteral("Compare"))->trigger();
    QVERIFY(panel->isVisible());
    select({1});
    QTRY_VERIFY(!panel->isVisible());
}

void tst_ListenPage::spaceRecordsFromTheHistoryToo()
{
    makeReady();
    open({QStringLiteral("one.wav")});
    QTest::keyClick(cards(), Qt::Key_Space);
    QVERIFY(page_->controller().recording());
}

void tst_ListenPage::leadsToOtherPages()
{
    makeReady();
    QSignalSpy wanted(page_.get(), &Page::pageWanted);
    say();
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 7);
    for (QToolButton* button : page_->findChildren<QToolButton*>())
        if (button->isVisible() && button->text().startsWith(QStringLiteral("Train"))) button->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("train"));
    QTest::mouseClick(widget<DigitView>(), Qt::LeftButton);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted[1][0].toString(), QStringLiteral("latent"));
}

void tst_ListenPage::letsGoOfTheMicrophone()
{
    QTest::keyClick(page_.get(), Qt::Key_Space);
    QVERIFY(input_->device);
    page_->closeDown();
    QVERIFY(!input_->device);
    QVERIFY(!settings_->splitter(QStringLiteral("listen/main")).isEmpty());
}

void tst_ListenPage::windowBuiltAnewKeepsTheSound()
{
    makeReady();
    say();
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 7);
    page_->closeDown();
    page_.reset();
    makePage();
    QCOMPARE(widget<ReadingBars>()->winner(), 7);
    QCOMPARE(cards()->model()->rowCount(), 1);
    say();
    QTRY_COMPARE(cards()->model()->rowCount(), 2);
}

QTEST_MAIN(tst_ListenPage)
#include "tst_listen_page.moc"
