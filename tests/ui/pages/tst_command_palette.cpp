#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include "ui/pages/command_palette.h"

using namespace sonoglyph;

class tst_CommandPalette : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void choosesByLettersAndEnter();
    void movesWithArrowsAndWrapsAround();
    void escapeGivesTheFocusBack();
    void saysWhenNothingFits();
    void aClickElsewhereCloses();
    void fitsIntoASmallWindow();

private:
    std::vector<Command> commands() const;
    QLineEdit* search() const { return palette_->findChild<QLineEdit*>(); }
    QListView* list() const { return palette_->findChild<QListView*>(); }

    std::unique_ptr<QWidget> window_;
    QLineEdit* before_ = nullptr;
    CommandPalette* palette_ = nullptr;
    std::vector<std::unique_ptr<QAction>> actions_;
};

void tst_CommandPalette::init()
{
    window_ = std::make_unique<QWidget>();
    window_->resize(800, 600);
    before_ = new QLineEdit(window_.get());
    palette_ = new CommandPalette(window_.get());
    actions_.clear();
    for (const char* text : {"Open sound", "Export image", "Quit"})
        actions_.push_back(std::make_unique<QAction>(QString::fromLatin1(text)));
    window_->show();
    before_->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
}

void tst_CommandPalette::cleanup() { window_.reset(); }

std::vector<Command> tst_CommandPalette::commands() const
{
    std::vector<Command> commands;
    for (const auto& action : actions_) commands.push_back({action.get(), QStringLiteral("File")});
    return commands;
}

void tst_CommandPalette::choosesByLettersAndEnter()
{
    QSignalSpy chosen(palette_, &CommandPalette::chosen), triggered(actions_[1].get(), &QAction::triggered);
    palette_->open(commands());
    QVERIFY(palette_->isVisible());
    QVERIFY(search()->hasFocus());
    QCOMPARE(list()->model()->rowCount(), 3);
    QTest::keyClicks(search(), QStringLiteral("exp"));
    QCOMPARE(list()->model()->rowCount(), 1);
    QTest::keyClick(search(), Qt::Key_Return);
    QVERIFY(!palette_->isVisible());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<QAction*>(), actions_[1].get());
    QCOMPARE(triggered.size(), 0);  // doing it is the opener's job
    palette_->open(commands());
    QVERIFY(search()->text().isEmpty());
    QCOMPARE(list()->model()->rowCount(), 3);
}

void tst_CommandPalette::movesWithArrowsAndWrapsAround()
{
    palette_->open(commands());
    QCOMPARE(list()->currentIndex().row(), 0);
    QTest::keyClick(search(), Qt::Key_Up);
    QCOMPARE(list()->currentIndex().row(), 2);
    QTest::keyClick(search(), Qt::Key_Down);
    QCOMPARE(list()->currentIndex().row(), 0);
    QTest::keyClick(search(), Qt::Key_PageDown);
    QCOMPARE(list()->currentIndex().row(), 2);
    QTest::keyClick(search(), Qt::Key_PageUp);
    QCOMPARE(list()->currentIndex().row(), 0);
}

void tst_CommandPalette::escapeGivesTheFocusBack()
{
    QSignalSpy chosen(palette_, &CommandPalette::chosen);
    palette_->open(commands());
    QTest::keyClick(search(), Qt::Key_Tab);
    QVERIFY(search()->hasFocus());
    QTest::keyClick(search(), Qt::Key_Escape);
    QVERIFY(!palette_->isVisible());
    QVERIFY(before_->hasFocus());
    QCOMPARE(chosen.size(), 0);
}

void tst_CommandPalette::saysWhenNothingFits()
{
    QSignalSpy chosen(palette_, &CommandPalette::chosen);
    palette_->open(commands());
    QTest::keyClicks(search(), QStringLiteral("zzz"));
    QVERIFY(!list()->isVisible());
    for (const Qt::Key key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_Return}) QTest::keyClick(search(), key);
    QCOMPARE(chosen.size(), 0);
}

void tst_CommandPalette::aClickElsewhereCloses()
{
    palette_->open(commands());
    before_->setFocus(Qt::MouseFocusReason);
    QVERIFY(!palette_->isVisible());
}

void tst_CommandPalette::fitsIntoASmallWindow()
{
    window_->resize(320, 200);
    palette_->open(commands());
    QVERIFY(window_->rect().contains(palette_->geometry()));
    window_->resize(300, 180);
    QTRY_VERIFY(window_->rect().contains(palette_->geometry()));
}

QTEST_MAIN(tst_CommandPalette)
#include "tst_command_palette.moc"
