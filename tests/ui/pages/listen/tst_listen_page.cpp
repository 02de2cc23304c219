#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include "tests/ui/pages/listen/listen_desk.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/record_button.h"
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

QTEST_MAIN(tst_ListenPage)
#include "tst_listen_page.moc"
