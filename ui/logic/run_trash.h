// Throws runs away so that it can be undone: they go to the desktop's wastebasket. GUI thread only.
#pragma once

#include <vector>

#include <QString>
#include <QStringList>

namespace sonoglyph {

class RunTrash {
public:
    /// Moves the folders there; false where one could not be moved, which trouble() explains: those before it are gone.
    bool remove(const QStringList& folders);
    bool canUndo() const { return !removed_.empty(); }
    /// Brings back what the last remove() took away; false where something is in its place, or the basket was emptied.
    bool undo();
    /// A sentence, translated.
    QString trouble() const { return trouble_; }

private:
    struct Moved {
        QString from, to;
    };
    std::vector<std::vector<Moved>> removed_;
    QString trouble_;
};

}  // namespace sonoglyph
