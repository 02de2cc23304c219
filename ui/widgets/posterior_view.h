// The images that one sound leaves open: that of the mean, the deviation of every pixel in magma, and draws around the mean. GUI thread
// only.
//
// All pictures have exact pixels in a square. One of the draws, or the mean, is the current one: by click or by arrows. The pointer
// reads values out.
#pragma once

#include "core/session/decoder.h"
#include "ui/widgets/figure_view.h"
#include "ui/widgets/posterior_figure.h"

namespace sonoglyph {

class PosteriorView : public FigureView {
    Q_OBJECT
public:
    explicit PosteriorView(QWidget* parent = nullptr);

    void setPicture(const PosteriorPicture& picture);
    void clear();
    bool isEmpty() const { return figure_.isEmpty(); }
    /// The marked draw; -1: the mean.
    int current() const { return current_; }
    void setCurrent(int draw);
    /// Where pictures are drawn, in the widget's coordinates.
    QRectF meanRect() const;
    QRectF deviationRect() const;
    QRectF drawRect(int draw) const;

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override { return {360, 180}; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A person chose a draw, or -1: the mean.
    void chosen(int draw);
    /// What the pointer is at, for a status line; empty when it leaves.
    void hovered(const QString& text);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    static constexpr int none = -2;

    PosteriorFigure::Layout layoutNow() const;
    QRectF pictures() const;
    int pictureAt(const QPointF& position) const;
    void paintMarked(QPainter& painter) const;
    QString readOut(const QPointF& position) const;
    void describe();

    PosteriorFigure figure_;
    double spread_ = 1;
    int current_ = -1, hover_ = none;
};

}  // namespace sonoglyph
