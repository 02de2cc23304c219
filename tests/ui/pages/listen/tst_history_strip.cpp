#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

#include "tests/ui/pages/listen/listen_desk.h"
#include "ui/pages/listen/history_strip.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/toast.h"

using namespace sonoglyph;

class tst_HistoryStrip : public QObject, private ListenDesk {
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void historyShowsAnOldSound();
    void historyIsEditedInPlace();
    void deletesWithUndo();
    void spaceRecordsFromTheHistoryToo();
    void aFolderIsReadWithProgress();
    void aFolderCanBeGivenUp();

private:
    /// A folder of that many sounds, and two that are none.
    QString makeFolder(const QString& name, int sounds)
    {
        const QString folder = folder_.filePath(name);
        QDir().mkpath(folder);
        for (int i = 0; i < sounds; ++i)
            if (!writeWavFile(QStringLiteral("%1/%2.wav").arg(folder).arg(i).toStdString(), vowel(0.2))) qFatal("cannot write a test file");
        for (const char* bad : {"/3 damaged.wav", "/7 damaged.wav"}) {
            QFile file(folder + QLatin1String(bad));
            if (!file.open(QIODevice::WriteOnly) || file.write("RIFF") != 4) qFatal("cannot write a test file");
        }
        return folder;
    }
};

void tst_HistoryStrip::historyShowsAnOldSound()
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

void tst_HistoryStrip::historyIsEditedInPlace()
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

void tst_HistoryStrip::deletesWithUndo()
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

void tst_HistoryStrip::spaceRecordsFromTheHistoryToo()
{
    makeReady();
    open({QStringLiteral("one.wav")});
    QTest::keyClick(cards(), Qt::Key_Space);
    QVERIFY(page_->controller().recording());
}

void tst_HistoryStrip::aFolderIsReadWithProgress()
{
    makeReady();
    auto* progress = widget<HistoryStrip>()->findChild<QProgressBar*>();
    QVERIFY(!progress->isVisible());
    page_->openFiles({makeFolder(QStringLiteral("some"), 30)});
    QVERIFY(progress->isVisible());
    int most = 0;
    connect(&page_->controller().import(), &SoundImport::progressChanged, this, [&] {
        if (!progress->isVisible()) return;
        QVERIFY(progress->value() >= most);
        most = progress->value();
    });
    QTRY_VERIFY(says(QStringLiteral("of 32 files")));
    QTRY_VERIFY(!page_->controller().busy());
    QVERIFY(most >= 30);
    QCOMPARE(library_->rowCount(), 30);
    QVERIFY(!progress->isVisible());
    QVERIFY(!action(QStringLiteral("Cancel"))->isVisible());
    QVERIFY(widget<Banner>()->text().startsWith(QStringLiteral("2 ")));
}

void tst_HistoryStrip::aFolderCanBeGivenUp()
{
    makeReady();
    page_->openFiles({makeFolder(QStringLiteral("many"), 100)});
    QTRY_VERIFY(library_->rowCount() >= 3);
    QVERIFY(action(QStringLiteral("Cancel"))->isVisible());
    action(QStringLiteral("Cancel"))->trigger();
    QTRY_VERIFY(!page_->controller().busy());
    QVERIFY(library_->rowCount() < 100);
    QVERIFY(!says(QStringLiteral("of 102 files")));
    QVERIFY(!action(QStringLiteral("Cancel"))->isVisible());
}

QTEST_MAIN(tst_HistoryStrip)
#include "tst_history_strip.moc"
