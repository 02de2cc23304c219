#include <QTest>

#include "core/cli/command_line_runner.h"

using namespace sonoglyph;

/// What holds for every command, whatever it does.
class tst_CommandLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const CommandLineRun run = runCommandLine({QStringLiteral("--help")});
        QCOMPARE(run.status, 0);
        const QString help = QString::fromUtf8(run.out);
        for (const QString& line : help.mid(help.indexOf(QStringLiteral("Subcommands:"))).split(QLatin1Char('\n')).mid(1)) {
            if (!line.startsWith(QStringLiteral("  ")) || line.startsWith(QStringLiteral("   "))) continue;
            commands_ << line.trimmed().section(QLatin1Char(' '), 0, 0);
        }
        QVERIFY(commands_.contains(QStringLiteral("info")));
    }

    void version()
    {
        const CommandLineRun run = runCommandLine({QStringLiteral("--version")});
        QCOMPARE(run.status, 0);
        QVERIFY(run.out.startsWith("Sonoglyph "));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("nothing") << QStringList{} << QByteArray("subcommand");
        QTest::newRow("unknown command") << QStringList{QStringLiteral("sing")} << QByteArray("sing");
        for (const QString& command : commands_)
            QTest::addRow("%s with an unknown option", qPrintable(command))
                << QStringList{command, QStringLiteral("--wobble")} << QByteArray();
    }
    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        const CommandLineRun run = runCommandLine(arguments);
        QCOMPARE(run.status, 2);
        QVERIFY(run.out.isEmpty());
        QCOMPARE(run.error.count('\n'), 1);
        QVERIFY2(run.error.contains(named), run.error);
        QVERIFY2(run.error.contains("--help"), run.error);
    }

    void help_data()
    {
        QTest::addColumn<QString>("command");
        for (const QString& command : commands_) QTest::addRow("%s", qPrintable(command)) << command;
    }
    void help()
    {
        QFETCH(QString, command);
        const CommandLineRun run = runCommandLine({command, QStringLiteral("--help")});
        QCOMPARE(run.status, 0);
        QVERIFY(run.error.isEmpty());
        QVERIFY(run.out.contains("Usage: sonoglyph-cli " + command.toUtf8()));
        QVERIFY(run.out.contains("--json"));
    }

private:
    QStringList commands_;
};

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_command_line.moc"
