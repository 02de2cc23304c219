#include <QAbstractItemModelTester>
#include <QAction>
#include <QTest>

#include "ui/logic/command_registry.h"

using namespace sonoglyph;

class tst_CommandRegistry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fits_data();
    void fits();
    void prefers_data();
    void prefers();
    void listsWhatCanBeDone();
    void forgetsDeletedActions();
};

void tst_CommandRegistry::fits_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char* name, const char* typed, const char* text, bool fits) {
        QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(text) << fits;
    };
    row("nothing typed", "", "Open sound", true);
    row("start", "open", "Open sound", true);
    row("initials", "os", "Open sound", true);
    row("case", "OPEN", "open sound", true);
    row("space is free", "op so", "Open sound", true);
    row("wrong order", "nepo", "Open sound", false);
    row("a letter too many", "openn s", "Open sound", false);
    row("a letter that is not there", "openx", "Open sound", false);
    row("accents", "dzwiek", "Otwórz dźwięk", true);
    row("stroke", "glosno", "Głośno", true);
    row("accents typed", "Głoś", "Glos", true);
    row("empty text", "a", "", false);
    row("longer than the text", "open sound file", "Open", false);
}

void tst_CommandRegistry::fits()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QFETCH(bool, fits);
    QCOMPARE(fuzzyScore(typed, text) > 0, fits);
}

void tst_CommandRegistry::prefers_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("side by side") << QStringLiteral("dark") << QStringLiteral("Dark") << QStringLiteral("Data and work");
    QTest::newRow("word starts") << QStringLiteral("sr") << QStringLiteral("Stop run") << QStringLiteral("Assorted");
    QTest::newRow("the shorter") << QStringLiteral("train") << QStringLiteral("Train") << QStringLiteral("Train a quick look");
    QTest::newRow("the start") << QStringLiteral("re") << QStringLiteral("Reset") << QStringLiteral("Compare");
}

void tst_CommandRegistry::prefers()
{
    QFETCH(QString, typed);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(fuzzyScore(typed, better) > fuzzyScore(typed, worse));
}

void tst_CommandRegistry::listsWhatCanBeDone()
{
    QAction open(QStringLiteral("&Open sound…")), quit(QStringLiteral("Quit")), disabled(QStringLiteral("Pause")),
        hidden(QStringLiteral("X"));
    open.setShortcut(QKeySequence(QStringLiteral("Ctrl+O")));
    disabled.setEnabled(false);
    hidden.setVisible(false);
    CommandRegistry registry;
    QAbstractItemModelTester tester(&registry);
    registry.setCommands({{&open, QStringLiteral("File")}, {&quit, QStringLiteral("File")}, {&disabled, {}}, {&hidden, {}}});
    QCOMPARE(registry.rowCount(), 2);
    QCOMPARE(registry.index(0).data().toString(), QStringLiteral("Open sound…"));
    QCOMPARE(registry.index(0).data(CommandRegistry::ShortcutRole).toString(), QStringLiteral("Ctrl+O"));
    QCOMPARE(registry.index(0).data(CommandRegistry::PlaceRole).toString(), QStringLiteral("File"));
    registry.setTyped(QStringLiteral("qui"));
    QCOMPARE(registry.rowCount(), 1);
    QCOMPARE(registry.action(0), &quit);
    registry.setTyped(QStringLiteral("file qui"));
    QCOMPARE(registry.action(0), &quit);
    registry.setTyped(QStringLiteral("zzz"));
    QCOMPARE(registry.rowCount(), 0);
    QCOMPARE(registry.action(0), nullptr);
    QCOMPARE(registry.action(-1), nullptr);
}

void tst_CommandRegistry::forgetsDeletedActions()
{
    auto* gone = new QAction(QStringLiteral("Gone"));
    CommandRegistry registry;
    registry.setCommands({{gone, {}}});
    delete gone;
    QCOMPARE(registry.action(0), nullptr);
    QVERIFY(!registry.index(0).data().isValid());
    registry.setTyped({});
    QCOMPARE(registry.rowCount(), 0);
}

QTEST_MAIN(tst_CommandRegistry)
#include "tst_command_registry.moc"
