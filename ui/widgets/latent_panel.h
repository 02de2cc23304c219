// The audio-visual features of a sound as sliders around their mean: value, mean, spread, and a zero switch each. GUI thread only.
//
// One widget paints all of them. All features share one scale (-4 to 4, wider where a value needs it), so that they can be compared.
// Mouse: drag a value (Shift: fine), wheel (Shift: fine), double click resets, a click on the number switches to zero, one on the value
// types. A drag over numbers zeroes all of them, with Shift it selects them; Ctrl and a click selects one more. What is done to a selected
// feature is done to all that are selected; they are moved by the same amount.
// Keyboard: left/right move the value (Shift: fine), up/down, page up/down, home and end choose the feature (Shift: select), Ctrl+A selects
// all, Escape none, Z zeroes, L locks, R or Delete resets, Return or a digit types a value.
// Features that say nothing of the sound (KL to the prior below 0.01 nat) are grey. A locked one stays as it is until it is unlocked.
#pragma once

#include <QLineEdit>

#include <span>

#include "ui/widgets/figure_view.h"
#include "ui/widgets/latent_figure.h"

namespace sonoglyph {

class LatentPanel : public FigureView {
    Q_OBJECT
public:
    explicit LatentPanel(QWidget* parent = nullptr);

    /// The posterior: means and standard deviations (sigma = exp(log-variance / 2)). Values become the means, nothing is zeroed.
    void setCode(std::span<const float> mean, std::span<const float> sigma);
    void clear();
    /// Without a signal; of another count than the code: ignored. Values are kept while a feature is zeroed.
    void setValues(std::span<const float> values);
    void setZeroed(const QVector<bool>& zeroed);
    void setLocked(const QVector<bool>& locked);
    /// The features from the first place to the last; anything but each of them once: by number.
    void setOrder(const QVector<int>& order);
    /// What the features are compared by: a bar each, as a share of the largest. `text` says it of one
    /// ("%1 nats"), may be empty. Empty `measure`: no bars.
    void setMeasure(const QVector<double>& measure, const QString& text);

    int count() const { return figure_.count(); }
    double value(int dimension) const { return figure_.values[dimension]; }
    double mean(int dimension) const { return figure_.mean[dimension]; }
    bool isZeroed(int dimension) const { return figure_.zeroed[dimension]; }
    bool isLocked(int dimension) const { return figure_.locked[dimension]; }
    bool isSelected(int dimension) const { return selected_[dimension]; }
    /// KL of the posterior to the prior below 0.01 nat.
    bool isDead(int dimension) const { return figure_.isDead(dimension); }
    const QVector<float>& values() const { return figure_.values; }
    const QVector<bool>& zeroed() const { return figure_.zeroed; }
    const QVector<bool>& locked() const { return figure_.locked; }
    const QVector<int>& order() const { return figure_.order; }

    int currentDimension() const { return current_; }
    void setCurrentDimension(int dimension);
    void setEmptyText(const QString& text);
    /// Where a feature is drawn, in the widget's coordinates.
    QRectF cellRect(int dimension) const;
    QRectF trackRect(int dimension) const;
    QRectF switchRect(int dimension) const;

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override { return {620, 480}; }
    QSize minimumSizeHint() const override { return {400, 320}; }

Q_SIGNALS:
    /// A person moved one or several: values(). While they are dragged, for every move.
    void valuesMoved();
    /// A person finished moving (button released, key pressed, value typed): one step for an undo stack.
    void editingFinished();
    /// A person switched some: zeroed().
    void zeroedChanged();
    /// A person locked or unlocked some: locked().
    void lockedChanged();
    void currentChanged(int dimension);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QRectF inside() const { return QRectF(rect()).adjusted(4, 2, -4, -2); }
    void paintPanel(QPainter& painter) const;
    int dimensionAt(const QPointF& position) const;
    /// The selected ones where it is one of them, else it alone; without those that are locked.
    QVector<int> handled(int dimension) const;
    /// Moves it to `value`, and what is selected with it by as much.
    void change(int dimension, double value);
    void finish();
    void reset(int dimension);
    void setZeroed(const QVector<int>& dimensions, bool zeroed);
    void toggleZero(int dimension);
    void toggleLock(int dimension);
    void select(int dimension, bool alone);
    void selectTo(int dimension);
    void selectNone();
    void pressNumber(int dimension, Qt::KeyboardModifiers modifiers);
    void goTo(int place, bool selecting);
    void startTyping(const QString& text);
    void stopTyping(bool take);
    QString toolTipFor(int dimension) const;
    void describe();
    void updateScale();

    LatentFigure figure_;
    QVector<bool> selected_;
    QString measureText_;
    int current_ = 0;
    int hover_ = -1;
    bool overSwitch_ = false;
    int dragged_ = -1;
    double dragFrom_ = 0, dragValue_ = 0;
    QVector<float> before_;                                                ///< values, as they were when the move began
    enum class Sweep { None, Zero, Unzero, Select } sweep_ = Sweep::None;  ///< over the numbers
    int anchor_ = 0;                                                       ///< where a selection began
    QLineEdit* typed_ = nullptr;
    QString emptyText_;
};

}  // namespace sonoglyph
