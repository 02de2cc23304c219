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
#include <QVector>

#include <span>

#include "ui/widgets/figure_view.h"

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

    int count() const { return int(values_.size()); }
    double value(int dimension) const { return values_[dimension]; }
    double mean(int dimension) const { return mean_[dimension]; }
    bool isZeroed(int dimension) const { return zeroed_[dimension]; }
    bool isLocked(int dimension) const { return locked_[dimension]; }
    bool isSelected(int dimension) const { return selected_[dimension]; }
    /// KL of the posterior to the prior below 0.01 nat.
    bool isDead(int dimension) const;
    const QVector<float>& values() const { return values_; }
    const QVector<bool>& zeroed() const { return zeroed_; }
    const QVector<bool>& locked() const { return locked_; }
    const QVector<int>& order() const { return order_; }

    int currentDimension() const { return current_; }
    void setCurrentDimension(int dimension);
    void setEmptyText(const QString& text);
    /// Where a feature is drawn, in the widget's coordinates.
    QRectF cellRect(int dimension) const;
    QRectF trackRect(int dimension) const;
    QRectF switchRect(int dimension) const;

    QSizeF figureSize() const override { return {480, 300}; }
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
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
    struct Cell {
        QRectF all, number, track, value;
    };
    struct Grid {
        int columns = 1, rows = 1;
        double width = 0, height = 0, gap = 0, numberWidth = 0, valueWidth = 0;
        QPointF origin;
    };
    QRectF inside() const { return QRectF(rect()).adjusted(4, 2, -4, -2); }
    Grid gridFor(const QRectF& area, const QFont& font) const;
    Cell cell(const Grid& grid, int dimension) const;
    void paintPanel(QPainter& painter, const QRectF& area, const Colors& theme, bool print) const;
    int dimensionAt(const QPointF& position) const;
    int placeOf(int dimension) const { return int(order_.indexOf(dimension)); }
    double valueToX(const Cell& cell, double value) const;
    double xToValue(const Cell& cell, double x) const;
    void paintFeature(QPainter& painter, const Cell& cell, int dimension, const Colors& theme, bool print) const;
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

    QVector<float> mean_, sigma_, values_;
    QVector<bool> zeroed_, locked_, selected_;
    QVector<int> order_;  ///< by place
    QVector<double> measure_;
    QString measureText_;
    double scale_ = 4;  // the sliders run from -scale_ to scale_
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
