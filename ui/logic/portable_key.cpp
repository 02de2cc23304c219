#include "ui/logic/portable_key.h"

#include <QDir>
#include <QFileInfo>

namespace sonoglyph {

namespace {

const auto kRun = QStringLiteral("run:");

}  // namespace

QString portableKey(const QString& key, const QString& runsFolder)
{
    if (!key.contains(QLatin1Char('/'))) return key;
    const QString within = QDir(runsFolder).relativeFilePath(key);
    return QDir::isAbsolutePath(within) || within.startsWith(QLatin1String("..")) ? QFileInfo(key).fileName() : kRun + within;
}

QString keyFromPortable(const QString& portable, const QString& runsFolder)
{
    if (!portable.startsWith(kRun)) return portable;
    const QString within = QDir::cleanPath(portable.mid(kRun.size()));
    // What a file says must not lead elsewhere.
    return QDir::isAbsolutePath(within) || within.startsWith(QLatin1String("..")) ? QString() : QDir(runsFolder).filePath(within);
}

QString portableRecording(const std::filesystem::path& file)
{
    return QString::fromStdString((file.parent_path().filename() / file.filename()).generic_string());
}

}  // namespace sonoglyph
