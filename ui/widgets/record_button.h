// The one large round button of the Listen page. GUI thread only.
#pragma once

#include <QAbstractButton>

namespace sonoglyph {

class RecordButton : public QAbstractButton {
    Q_OBJECT
public:
    enum State {
        Idle,       ///< press to record
        Waiting,    ///< the microphone is open, no word yet
        Recording,  ///< a word is being said
        Busy,       ///< the image is being made; cannot be pressed
    };
    explicit RecordButton(QWidget* parent = nullptr);

    void setState(State state);
    State state() const { return state_; }
    /// 0 to 1, drawn as a ring while Waiting or Recording.
    void setLevel(double level);

    QSize sizeHint() const override { return {104, 104}; }
    QSize minimumSizeHint() const override { return {72, 72}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override;
    /// The space bar is left to the page, which knows a key that repeats from one that was let go.
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;

private:
    void describe();

    State state_ = Idle;
    double level_ = 0;
};

}  // namespace sonoglyph
