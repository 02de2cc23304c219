// How much every latent dimension says: a bar each, those that say nothing grey. GUI thread only.
//
// Hovering, or the arrow keys, names a dimension and its value.
#pragma once

#include <vector>

#include "ui/widgets/figure_view.h"

namespace sonoglyph {

class KlBars : public FigureView {
    Q_OBJECT
public:
    explicit KlBars(QWidget* parent = nullptr);

    /// In nats; a dimension of `dead` and less says nothing.
    void setValues(const std::vector<double>& nats, double dead);
    const std::vector<double>& values() const { return nats_; }
    int active() const;
    void setEmptyText(const QString& text);
    /// In the widget's coordinates.
    QRectF barRect(int dimension) const;
    /// The dimension that is named; -1: none.
    int current() const { return current_; }

    QSizeF figureSize() const override { return {340, 130}; }
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
    QSize sizeHint() const override { return {320, 120}; }
    QSize minimumSizeHint() const override { return {160, 72}; }

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF plotArea(const QRectF& area, const QFont& font) const;
    QRectF bar(int dimension, const QRectF& plot) const;
    QString heading() const;
    void paintBars(QPainter& painter, const QRectF& area, const QFont& font, const Colors& theme) const;
    void setCurrent(int dimension);

    std::vector<double> nats_;
    double dead_ = 0;
    double top_ = 1;  // of the axis
    int current_ = -1;
    QString emptyText_;
};

}  // namespace sonoglyph
