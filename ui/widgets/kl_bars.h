// How much every latent dimension says: a bar each, those that say nothing grey. GUI thread only.
//
// Hovering, or the arrow keys, names a dimension and its value.
#pragma once

#include "ui/widgets/figure_view.h"
#include "ui/widgets/kl_figure.h"

namespace sonoglyph {

class KlBars : public FigureView {
    Q_OBJECT
public:
    explicit KlBars(QWidget* parent = nullptr);

    /// In nats; a dimension of `dead` and less says nothing.
    void setValues(const std::vector<double>& nats, double dead);
    const std::vector<double>& values() const { return figure_.nats; }
    int active() const { return figure_.active(); }
    void setEmptyText(const QString& text);
    /// In the widget's coordinates.
    QRectF barRect(int dimension) const;
    /// The dimension that is named; -1: none.
    int current() const { return figure_.current; }

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override { return {320, 120}; }
    QSize minimumSizeHint() const override { return {160, 72}; }

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setCurrent(int dimension);

    KlFigure figure_;
    QString emptyText_;
};

}  // namespace sonoglyph
