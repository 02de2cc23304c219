// What an empty place says: what will appear here, and the one action that gets there. GUI thread only.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace sonoglyph {

class EmptyState : public QWidget {
    Q_OBJECT
public:
    /// `iconName` as in iconNames(); an empty `action` leaves out the button.
    EmptyState(const QString& iconName, const QString& sentence, const QString& action = {}, QWidget* parent = nullptr);

    void setSentence(const QString& sentence);
    void setAction(const QString& action);
    void setIconName(const QString& iconName);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void restyle();
    void place();

    QString iconName_;
    QLabel* icon_;
    QLabel* sentence_;
    QPushButton* action_;
};

}  // namespace sonoglyph
