// The plane of consistency and diversity (paper, section 5.2.1): how often the images of a class are read right, against how much they
// differ from one another. A dot a model, with its trail over the epochs. GUI thread only.
//
// Keyboard: left and right walk over the dots, Return chooses.
#pragma once

#include <QColor>
#include <QList>
#include <QString>

#include "ui/widgets/figure_view.h"

namespace sonoglyph {

struct PlanePoint {
    int epoch = 0;
    double accuracy = 0;   ///< 0 to 1
    double diversity = 0;  ///< deviation of a pixel, 0 to 0.5
};

struct PlaneTrail {
    QString name;
    QColor color;
    QList<PlanePoint> points;  ///< by epoch
    int current = -1;          ///< the point that is the dot; -1: none yet
};

class PlaneView : public FigureView {
    Q_OBJECT
public:
    explicit PlaneView(QWidget* parent = nullptr);

    void setTrails(const QList<PlaneTrail>& trails);
    void setEmptyText(const QString& text);
    const QList<PlaneTrail>& trails() const { return trails_; }
    /// The trail that stands out; -1: none.
    void setCurrent(int trail);
    /// Where the dot of a trail is drawn; null without one.
    QPointF dotOf(int trail) const;

    QSizeF figureSize() const override { return {280, 220}; }
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
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
    struct Scale {
        QRectF plot;
        double lowX = 0, highX = 1, lowY = 0, highY = 1;
        QPointF place(const PlanePoint& point) const;
    };
    struct Spot {
        int trail = -1, point = -1;
        bool operator==(const Spot&) const = default;
    };
    Scale scaleFor(const QRectF& area, const QFont& font) const;
    void paintPlane(QPainter& painter, const QRectF& area, const Colors& theme) const;
    void paintAxes(QPainter& painter, const Scale& scale, const Colors& theme) const;
    void paintNames(QPainter& painter, const Scale& scale, const Colors& theme) const;
    Spot spotAt(const QPointF& position) const;
    QString readOut(const Spot& spot) const;
    void describe();

    QList<PlaneTrail> trails_;
    int current_ = -1;
    Spot hover_;
    QString emptyText_;
};

}  // namespace sonoglyph
