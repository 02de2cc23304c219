// Runs the real sonoglyph-cli as a user's script would.
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

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

}  // namespace sonoglyph
