// The plane of consistency and diversity (paper, section 5.2.1): how often the images of a class are read right, against how much they
// differ from one another. A dot a model, with its trail over the epochs. GUI thread only.
//
// Keyboard: left and right walk over the dots, Return chooses.
#pragma once

#include "ui/widgets/figure_view.h"
#include "ui/widgets/plane_figure.h"

namespace sonoglyph {

class PlaneView : public FigureView {
    Q_OBJECT
public:
    explicit PlaneView(QWidget* parent = nullptr);

    void setTrails(const QList<PlaneTrail>& trails);
    void setEmptyText(const QString& text);
    const QList<PlaneTrail>& trails() const { return figure_.trails; }
    /// The trail that stands out; -1: none.
    void setCurrent(int trail);
    /// Where the dot of a trail is drawn; null without one.
    QPointF dotOf(int trail) const;

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override { return {320, 260}; }
    QSize minimumSizeHint() const override { return {200, 150}; }

Q_SIGNALS:
    /// A dot, or a point of a trail, was clicked.
    void chosen(int trail, int epoch);
    /// For the status line; empty when the pointer leaves.
    void hovered(const QString& text);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Spot {
        int trail = -1, point = -1;
        bool operator==(const Spot&) const = default;
    };
    Spot spotAt(const QPointF& position) const;
    QString readOut(const Spot& spot) const;
    void describe();

    PlaneFigure figure_;
    Spot hover_;
    QString emptyText_;
};

}  // namespace sonoglyph
