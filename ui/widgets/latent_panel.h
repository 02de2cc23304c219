// The audio-visual features of a sound as sliders around their mean: value, mean, spread, and a zero switch each. GUI thread only.
//
// One widget paints all of them. All features share one scale (-4 to 4, wider where a value needs it), so that they can be compared.
// Mouse: drag a value (Shift: fine), wheel (Shift: fine), double click resets, a click on the number switches to zero, one on the value
// types. Keyboard: left/right move the value (Shift: fine), up/down, page up/down, home and end choose the feature, Z zeroes, R or Delete
// resets, Return or a digit types a value.
// Features that say nothing of the sound (KL to the prior below 0.01 nat) are grey.
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
    void setValue(int dimension, double value);
    void setZeroed(const QVector<bool>& zeroed);
    void setZeroed(int dimension, bool zeroed);

    int count() const { return int(values_.size()); }
    double value(int dimension) const { return values_[dimension]; }
    double mean(int dimension) const { return mean_[dimension]; }
    bool isZeroed(int dimension) const { return zeroed_[dimension]; }
    /// KL of the posterior to the prior below 0.01 nat.
    bool isDead(int dimension) const;
    const QVector<float>& values() const { return values_; }
    const QVector<bool>& zeroed() const { return zeroed_; }
    /// The values with zeros where a feature is zeroed: what the decoder gets.
    QVector<float> effectiveValues() const;

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
    /// A person moved it. While it is dragged, for every move.
    void valueChanged(int dimension, double value);
    /// A person finished moving (button released, key pressed, value typed): one step for an undo stack.
    void editingFinished(int dimension, double before, double after);
    void zeroToggled(int dimension, bool zeroed);
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
    double valueToX(const Cell& cell, double value) const;
    double xToValue(const Cell& cell, double x) const;
    void change(int dimension, double value);
    void finish(int dimension, double before);
    void reset(int dimension);
    void toggleZero(int dimension);
    void startTyping(const QString& text);
    void stopTyping(bool take);
    QString toolTipFor(int dimension) const;
    void describe();
    void updateScale();

    QVector<float> mean_, sigma_, values_;
    QVector<bool> zeroed_;
    double scale_ = 4;  // the sliders run from -scale_ to scale_
    int current_ = 0;
    int hover_ = -1;
    bool overSwitch_ = false;
    int dragged_ = -1;
    double dragFrom_ = 0, dragValue_ = 0, dragBefore_ = 0;
    QLineEdit* typed_ = nullptr;
    QString emptyText_;
};

}  // namespace sonoglyph
