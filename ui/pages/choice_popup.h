// A list to choose from, below a button: a search field, then the choices, then what else can be done. Stays usable with hundreds of
// them. GUI thread only.
//
// Keyboard: type to search, up and down, Return chooses, Escape closes.
#pragma once

#include <QFrame>
#include <QSet>
#include <QString>

class QAbstractItemModel;
class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QVBoxLayout;

namespace sonoglyph {

class ChoicePopup : public QFrame {
    Q_OBJECT
public:
    struct Words {
        QString search;   ///< what can be searched
        QString name;     ///< of the list, for who cannot see it
        QString reading;  ///< said while the list is not complete
        QString none;     ///< said where nothing is found
    };
    static Words modelWords();

    /// `choices` with the roles of ChoiceRole. With `several` a choice ticks and the popup stays open; else it closes.
    ChoicePopup(QAbstractItemModel& choices, bool several, const Words& words, QWidget* parent = nullptr);

    /// Buttons below the list.
    void addFooter(const QList<QAction*>& actions);
    /// What is ticked, by keys.
    void setTicked(const QSet<QString>& keys);
    /// More may come.
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
    Words words_;
    bool several_, reading_ = false;
    QLineEdit* search_;
    QListView* list_;
    QLabel* empty_;
    QVBoxLayout* layout_;
};

}  // namespace sonoglyph
