// sonoglyph-cli as the window runs it: where it lies, and what it says at its end. Any thread.
#pragma once

#include <filesystem>
#include <string>

#include <QCoreApplication>
#include <QString>

namespace sonoglyph {

inline constexpr int cliStopped = 130;  ///< exit status of a command that somebody stopped

/// Beside this program's own file.
inline std::filesystem::path cliProgram()
{
    return std::filesystem::path(QCoreApplication::applicationDirPath().toStdString()) / "sonoglyph-cli";
}

/// What it said last, without its own name before it.
inline QString cliSentence(const std::string& line)
{
    const QString text = QString::fromStdString(line).trimmed(), prefix = QStringLiteral("sonoglyph-cli: ");
    return text.startsWith(prefix) ? text.mid(prefix.size()) : text;
}

}  // namespace sonoglyph
