// One slider over the epochs of the whole alpha wall, with play. GUI thread only.
//
// Keyboard on the slider: arrows, Home, End; Space plays and holds.
#pragma once

#include <vector>

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QSlider;

namespace sonoglyph {

class EpochBar : public QWidget {
    Q_OBJECT
public:
    explicit EpochBar(QWidget* parent = nullptr);

    /// `epochs` ascending; behind them the slider has one more place: the newest weights.
    void setEpochs(const std::vector<int>& epochs, int place);
    QAction* playAction() const { return play_; }
    /// While images are awaited playing does not go on: every epoch is seen.
    void setWaiting(bool waiting) { waiting_ = waiting; }

Q_SIGNALS:
    void placeChanged(int place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setPlaying(bool playing);
    void advance();
    void showText();

    std::vector<int> epochs_;
    QAction* play_;
    QSlider* slider_;
    QLabel* text_;
    QTimer timer_;
    bool waiting_ = false;
};

}  // namespace sonoglyph
