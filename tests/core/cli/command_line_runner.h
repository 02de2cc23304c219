// Runs the real sonoglyph-cli as a user's script would.
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTest>

namespace sonoglyph {

struct CommandLineRun {
    int status = -1;  ///< -1: did not end by itself in time
    QByteArray out;
    QByteArray error;

    /// The one object on stdout; empty where stdout holds anything else.
    QJsonObject json() const { return out.count('\n') == 1 ? QJsonDocument::fromJson(out).object() : QJsonObject(); }
};

inline CommandLineRun runCommandLine(const QStringList& arguments, int milliseconds = 120'000)
{
    QProcess process;
    process.start(QStringLiteral(SONOGLYPH_CLI), arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(milliseconds) || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Columns of lines that are refused: the line, the exit status, and what the message names.
inline void refusedColumns()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("named");
}

/// Runs the line of the present row, with the words in `values` replaced by theirs. Nothing may come to standard output.
inline void verifyRefused(const QMap<QString, QString>& values)
{
    QFETCH(QString, line);
    QFETCH(int, status);
    QFETCH(QByteArray, named);
    for (const auto& [word, value] : values.asKeyValueRange()) line.replace(word, value);
    const auto run = runCommandLine(line.split(QLatin1Char(' ')) + QStringList{QStringLiteral("--json")});
    QVERIFY2(run.status == status, run.error);
    QVERIFY2(run.error.contains(named), run.error);
    QVERIFY2(run.out.isEmpty(), run.out);
}

}  // namespace sonoglyph
