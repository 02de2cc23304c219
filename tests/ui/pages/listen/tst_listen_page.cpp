#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include "tests/ui/pages/damaged_states.h"
#include "tests/ui/pages/listen/listen_desk.h"
#include "ui/logic/figure_sound.h"
#include "ui/pages/listen/image_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/fine_slider.h"
#include "ui/widgets/posterior_view.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/record_button.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/spectrogram_view.h"

using namespace sonoglyph;

class tst_ListenPage : public QObject, private ListenDesk {
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void everyControlHasAName();
    void spaceWorksWhereverTheFocusIs();
    void microphoneIsReleasedWhereNobodySees();
    void unpluggingIsTold();
    void withoutMicrophone();
    void damagedModel();
    void severalTroublesAreToldOneAfterAnother();
    void recordsBeforeTheModel();
    void opensSoundsAndModels();
    void badFile();
    void leadsToOtherPages();
    void letsGoOfTheMicrophone();
    void windowBuiltAnewKeepsTheSound();
    void aFigureBringsTheSoundBack();
    void aSoundThatIsGoneIsTold();
    void damagedFigureStates_data();
    void damagedFigureStates();
};

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
    QTRY_VERIFY(!listener.on());
    QTest::keyPress(widget<RecordButton>(), Qt::Key_Space);
    QVERIFY(listener.on());
    QTest::keyRelease(widget<RecordButton>(), Qt::Key_Space);
    QTRY_VERIFY(!listener.on());
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

void tst_ListenPage::severalTroublesAreToldOneAfterAnother()
{
    input_->present.clear();
    makeReady();
    page_->openFiles({QStringLiteral("broken.safetensors")});
    auto* banner = widget<Banner>();
    QTRY_VERIFY(says(QStringLiteral("1 more")));
    QVERIFY(banner->text().contains(QStringLiteral("broken")));
    page_->openFiles({folder_.filePath(QStringLiteral("missing.wav"))});
    QTRY_VERIFY(says(QStringLiteral("2 more")));
    QVERIFY(banner->text().contains(QStringLiteral("missing.wav")));
    QTest::keyClick(banner, Qt::Key_Escape);
    QVERIFY(banner->text().contains(QStringLiteral("broken")));
    QVERIFY(banner->findChild<QPushButton*>()->text().startsWith(QStringLiteral("Open model")));
    QTest::keyClick(banner, Qt::Key_Escape);
    QVERIFY(banner->text().contains(QStringLiteral("microphone")));
    QVERIFY(banner->findChild<QPushButton*>()->text().startsWith(QStringLiteral("Open sound")));
    input_->plug(true);
    QVERIFY(!banner->isVisible());
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

void tst_ListenPage::aFigureBringsTheSoundBack()
{
    makeReady();
    open({QStringLiteral("one.wav"), QStringLiteral("two.wav")});
    page_->controller().show(library_->card(1).number);
    QTRY_COMPARE(decoder_->story().sound()->file, QStringLiteral("one.wav"));
    auto* area = page_->findChild<ImagePanel*>()->findChild<Segments*>();
    area->setCurrent(1);
    auto* posterior = widget<PosteriorView>();
    page_->findChild<FineSlider*>()->setValue(0.5);
    action(QStringLiteral("Draw others from the posterior"))->trigger();
    QTRY_VERIFY(!posterior->isEmpty());
    QTest::mouseClick(posterior, Qt::LeftButton, {}, posterior->drawRect(3).center().toPoint());
    QCOMPARE(posterior->current(), 3);
    const QJsonObject state = page_->figureState();
    QVERIFY(test::holdsNoPath(state));
    QCOMPARE(state[QStringLiteral("sound")][QLatin1String("file")].toString(), QStringLiteral("one.wav"));
    QCOMPARE(state[QStringLiteral("posterior")][QLatin1String("seed")].toInt(), 2);

    page_->controller().show(library_->card(0).number);
    QTRY_COMPARE(decoder_->story().sound()->file, QStringLiteral("two.wav"));
    action(QStringLiteral("Draw others from the posterior"))->trigger();
    page_->findChild<FineSlider*>()->setValue(2);
    area->setCurrent(0);
    QVERIFY(page_->figureState() != state);
    QSignalSpy misses(page_.get(), &Page::figureMisses);
    QCOMPARE(page_->restoreFigure(state), QString());
    QTRY_COMPARE(page_->figureState(), state);
    QTRY_COMPARE(decoder_->story().sound()->file, QStringLiteral("one.wav"));
    QVERIFY(misses.isEmpty());
    // A draw that a person chooses then stays.
    QTest::mouseClick(posterior, Qt::LeftButton, {}, posterior->drawRect(5).center().toPoint());
    page_->findChild<FineSlider*>()->setValue(1);
    QTRY_COMPARE(engine_.decoder->askedPosterior.spread, 1.0);
    QCOMPARE(posterior->current(), 5);
}

void tst_ListenPage::aSoundThatIsGoneIsTold()
{
    makeReady();
    settings_->setDataFolder(folder_.filePath(QStringLiteral("no data")));
    open({QStringLiteral("one.wav")});
    const QJsonObject state = page_->figureState();
    library_->remove({library_->card(0).number});
    open({QStringLiteral("two.wav")});
    QSignalSpy misses(page_.get(), &Page::figureMisses);
    (void)page_->restoreFigure(state);
    QTRY_COMPARE(misses.size(), 1);
    QVERIFY(misses[0][0].toString().contains(QStringLiteral("one.wav")));
    QCOMPARE(decoder_->story().sound()->file, QStringLiteral("two.wav"));
}

void tst_ListenPage::damagedFigureStates_data()
{
    const SoundTrace trace{QStringLiteral("id"), QStringLiteral("n"), QStringLiteral("f.wav"), 8000, 4000, 10, 20, QStringLiteral("ab")};
    const QJsonObject posterior{{QStringLiteral("spread"), 0.5}, {QStringLiteral("seed"), 3}, {QStringLiteral("draw"), 2}};
    test::addDamagedStates(
        {{QStringLiteral("area"), 1}, {QStringLiteral("posterior"), posterior}, {QStringLiteral("sound"), toJson(trace)}});
}

void tst_ListenPage::damagedFigureStates()
{
    QFETCH(QJsonObject, state);
    makeReady();
    settings_->setDataFolder(folder_.filePath(QStringLiteral("no data")));
    open({QStringLiteral("one.wav")});
    (void)page_->restoreFigure(state);
    QTRY_VERIFY(!page_->findChild<FigureSound*>()->busy());
    QCOMPARE(decoder_->story().sound()->file, QStringLiteral("one.wav"));
    const double spread = page_->figureState()[QStringLiteral("posterior")][QLatin1String("spread")].toDouble(-1);
    QVERIFY(spread >= 0 && spread <= 3);
}

QTEST_MAIN(tst_ListenPage)
#include "tst_listen_page.moc"
