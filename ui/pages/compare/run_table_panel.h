// The table of all runs: sort, filter, group by sweep, tag, note, tick onto the alpha wall, reveal, delete with undo. GUI thread only.
#pragma once

#include <QWidget>

#include "ui/logic/run_list.h"
#include "ui/logic/run_table.h"
#include "ui/logic/run_trash.h"
#include "ui/pages/page.h"

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTreeView;

namespace sonoglyph {

class Banner;
class CompareController;
class Toast;

class RunTablePanel : public QWidget {
    Q_OBJECT
public:
    RunTablePanel(const AppContext& context, CompareController& controller, QWidget* parent = nullptr);

    QList<QAction*> commands() const { return {remove_, reveal_, train_}; }
    /// Reads the folder of runs anew.
    void refresh();

Q_SIGNALS:
    /// The Train page shows this run.
    void runWanted(const QString& folder);
    /// There are none yet: the Train page helps.
    void trainPageWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void layOut();
    QStringList selected() const;
    void removeSelected();
    void undoRemove();
    void updateActions();
    void showCount();

    AppContext context_;
    CompareController& controller_;
    RunList list_;
    RunTable table_;
    RunTableView shown_;
    RunTrash trash_;
    Banner* banner_;
    Toast* toast_;
    QLineEdit* search_;
    QStackedWidget* stack_;  ///< what is said where there are no runs, or the table
    QTreeView* view_;
    QLabel* count_;
    bool sized_ = false;  ///< columns are as wide as a person, or the first runs, made them
    QAction *remove_, *reveal_, *train_, *group_;
};

}  // namespace sonoglyph
