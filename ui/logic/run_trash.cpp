#include "ui/logic/run_trash.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace sonoglyph {

namespace {

struct Trash {
    Q_DECLARE_TR_FUNCTIONS(RunTrash)
};

/// The basket's note of where a thing came from (freedesktop.org, Trash specification 1.0).
QString noteOf(const QString& inBasket)
{
    const QFileInfo info(inBasket);
    return info.dir().filePath(QStringLiteral("../info/%1.trashinfo").arg(info.fileName()));
}

}  // namespace

bool RunTrash::remove(const QStringList& folders)
{
    trouble_.clear();
    // Where the folder that holds the basket is missing, Qt 6.4 takes the working directory for it.
    QDir().mkpath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/Trash"));
    std::vector<Moved> moved;
    for (const QString& folder : folders) {
        QFile file(folder);
        if (!file.moveToTrash()) {
            trouble_ = Trash::tr("%1 could not be moved to the wastebasket: %2").arg(folder, file.errorString());
            break;
        }
        moved.push_back({folder, file.fileName()});
    }
    if (!moved.empty()) removed_.push_back(std::move(moved));
    return trouble_.isEmpty();
}

bool RunTrash::undo()
{
    trouble_.clear();
    if (removed_.empty()) return false;
    const std::vector<Moved> last = std::move(removed_.back());
    removed_.pop_back();
    for (const Moved& run : last) {
        if (QDir().rename(run.to, run.from))
            QFile::remove(noteOf(run.to));
        else
            trouble_ = Trash::tr("%1 could not be brought back. It may still be in the wastebasket.").arg(run.from);
    }
    return trouble_.isEmpty();
}

}  // namespace sonoglyph
