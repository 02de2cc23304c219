// Every action of the program in one list that can be searched: what the command palette shows. GUI thread only.
#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QAction>
#include <QPointer>
#include <QString>

namespace sonoglyph {

/// How well `typed` fits `text`: its letters must all occur in order (case and accents do not count). 0: not at all; letters at the start
/// of words and letters side by side count more, and so does a short text. Empty `typed` fits everything equally (1).
double fuzzyScore(const QString& typed, const QString& text);

struct Command {
    QPointer<QAction> action;
    QString place;  ///< where it lives, as shown: a menu's or a page's title
};

/// The commands that fit what is typed, best first; without anything typed, all in the order in which they were given.
/// Actions that are disabled, invisible or gone are left out.
class CommandRegistry : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ShortcutRole = Qt::UserRole, PlaceRole };

    using QAbstractListModel::QAbstractListModel;

    void setCommands(std::vector<Command> commands);
    void setTyped(const QString& typed);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// Null for a row that is not there or whose action is gone.
    QAction* action(int row) const;

private:
    void filter();

    std::vector<Command> commands_;
    std::vector<Command> shown_;
    QString typed_;
};

}  // namespace sonoglyph
