// How loud the microphone is: peak and RMS in decibels relative to full scale, the peak held for a moment, a mark once it clipped.
// GUI thread only.
#pragma once

#include <QTimer>
#include <QWidget>

namespace sonoglyph {

class LevelMeter : public QWidget {
    Q_OBJECT
public:
    explicit LevelMeter(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

    /// dBFS, 0 and below; -infinity for silence. A peak of -0.1 or more is clipping.
    void setLevels(double peak, double rms);
    /// Silence, no held peak, no clipping mark.
    void reset();
    bool isClipped() const { return clipped_; }
    double heldPeak() const { return held_; }
    /// The lowest level shown, dBFS.
    static constexpr double kFloor = -60;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clippedChanged(bool clipped);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;  // forgets the clipping mark

private:
    Qt::Orientation orientation_;
    double peak_ = -200, rms_ = -200, held_ = -200;
    bool clipped_ = false;
    QTimer hold_;
};

}  // namespace sonoglyph
