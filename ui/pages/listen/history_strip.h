// The bottom of Listen: every sound that was heard as a card, what can be done with them, and opening sound files. GUI thread only.
#pragma once

#include <QList>
#include <QSortFilterProxyModel>
#include <QWidget>

#include <functional>
#include <vector>

#include "ui/pages/page.h"

class QLabel;
class QModelIndex;
class QProgressBar;

namespace sonoglyph {

class ListenController;
class SoundCardList;
class SoundLibrary;
class Toast;

class HistoryStrip : public QWidget {
    Q_OBJECT
public:
    /// `parent`: the page, over which notes about what was done float.
    HistoryStrip(const AppContext& context, ListenController& listen, QWidget* parent);
    ~HistoryStrip() override;

    QList<QAction*> commands() const;
    void askForFiles();
    /// What can be done with the current sound now.
    void showState();

Q_SIGNALS:
    void compareWanted(quint64 first, quint64 second);
    void pageWanted(const QString& name);

private:
    QAction* add(const QString& iconName, const QString& text, const QString& tip, const QKeySequence& shortcut,
                 void (HistoryStrip::*what)());
    void makeActions();
    void layOut();
    void connectList();
    void connectLibrary();

    std::vector<quint64> selected() const;
    quint64 current() const;
    void mark();
    void showActions();
    void showSummary();
    void note(const QString& text, const QString& action = {}, std::function<void()> what = {});

    void askForFolder();
    void showCurrent();
    void play();
    void compare();
    void rename();
    void star();
    void save();
    void saveOne(quint64 number);
    void openInLatent();
    void remove();
    void undo();
    void filter();
    void cancelImport();

    AppContext context_;
    ListenController& listen_;
    SoundLibrary& library_;
    QSortFilterProxyModel shown_;  ///< the library, or what is starred in it
    SoundCardList* list_;
    QLabel* summary_;
    QProgressBar* progress_;
    Toast* toast_;
    std::function<void()> noted_;
    QAction *open_, *openFolder_, *play_, *show_, *compare_, *rename_, *star_, *save_, *latent_, *delete_, *undo_, *onlyStarred_, *cancel_;
};

}  // namespace sonoglyph
