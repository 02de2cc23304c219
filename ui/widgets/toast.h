// A short note at the bottom of its parent that says what was done and offers to undo it; it leaves by itself. GUI thread only.
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace sonoglyph {

class Toast : public QWidget {
    Q_OBJECT
public:
    /// Floats over `parent`, centred at its bottom edge.
    explicit Toast(QWidget* parent);
    /// Floats this far above the bottom edge.
    void setRoomBelow(int pixels) { roomBelow_ = pixels; }

    /// Replaces what is shown. An empty `action`: text only. Stays for `milliseconds`, and as long as the pointer is over it.
    void showText(const QString& text, const QString& action = {}, int milliseconds = 6000);

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QLabel* text_;
    QPushButton* action_;
    QTimer timer_;
    int roomBelow_ = 0;
};

}  // namespace sonoglyph
