// Data, "Add": a folder of sound files becomes an own data set; the files stay where they are. GUI thread only.
#pragma once

#include <QWidget>

#include "ui/logic/own_set_draft.h"

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace sonoglyph {

class Banner;
class CountBars;

class AddView : public QWidget {
    Q_OBJECT
public:
    /// `words`: the folder of the words kept on Listen.
    AddView(DataCatalog& data, const QString& words, QWidget* parent = nullptr);

    QList<QAction*> commands() const { return {browse_, add_}; }
    OwnSetDraft& draft() { return draft_; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void chooseFolder();
    void choosePlace();
    void chooseImages();
    void show();

    OwnSetDraft draft_;
    QString words_;
    QAction *browse_, *add_;
    Banner* banner_;
    QLineEdit *folder_, *name_, *labels_;
    QComboBox *place_, *images_, *with_;
    QCheckBox* oneToOne_;
    QLabel* found_;
    CountBars* counts_;
};

}  // namespace sonoglyph
