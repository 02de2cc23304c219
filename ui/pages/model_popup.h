// A list of all models to choose from, below a button: a search field, then the models, then other ways to get one. Stays usable with
// hundreds of runs. GUI thread only.
//
// Keyboard: type to search, up and down, Return chooses, Escape closes.
#pragma once

#include <QFrame>
#include <QSet>

class QAbstractItemModel;
class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QVBoxLayout;

namespace sonoglyph {

class ModelPopup : public QFrame {
    Q_OBJECT
public:
    /// `models` as ModelCatalog gives them. With `several` a choice ticks a model and the popup stays open; else it closes.
    ModelPopup(QAbstractItemModel& models, bool several, QWidget* parent = nullptr);

    /// Buttons below the list.
    void addFooter(const QList<QAction*>& actions);
    /// The models that are ticked, by their keys.
    void setTicked(const QSet<QString>& keys);
    /// What is said where the list is empty.
    void setReading(bool reading);
    void openBelow(const QWidget& button);

    QLineEdit& search() { return *search_; }
    QListView& list() { return *list_; }

Q_SIGNALS:
    void chosen(const QString& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Found;
    void choose(const QModelIndex& index);
    void showFound();
    void move(int rows);

    Found* found_;
    bool several_, reading_ = false;
    QLineEdit* search_;
    QListView* list_;
    QLabel* empty_;
    QVBoxLayout* layout_;
};

}  // namespace sonoglyph
