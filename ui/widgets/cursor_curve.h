// One curve over whole numbers with its band, lines to compare it with, and a cursor that a person moves. GUI thread only.
//
// Mouse: press or drag moves the cursor. Keyboard: left and right, Home and End.
#pragma once

#include <QList>
#include <QString>

#include "ui/widgets/figure_view.h"

namespace sonoglyph {

struct CursorCurvePoint {
    int x = 0;
    double y = 0, low = 0, high = 0;  ///< 0 to 1; the band
};

class CursorCurve : public FigureView {
    Q_OBJECT
public:
    explicit CursorCurve(QWidget* parent = nullptr);

    /// Ascending by x; the first is the left end, the last the right one.
    void setPoints(const QList<CursorCurvePoint>& points);
    const QList<CursorCurvePoint>& points() const { return points_; }
    /// What stands below and above the axes.
    void setAxes(const QString& x, const QString& y);
    void setEmptyText(const QString& text);
    int cursor() const { return cursor_; }
    /// Without a signal; clamped.
    void setCursor(int x);
    /// Between points linear; 0 where there are none.
    double valueAt(int x) const;
    /// In the widget's coordinates.
    QPointF placeOf(int x) const;

    QSizeF figureSize() const override { return {260, 130}; }
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
    QSize sizeHint() const override { return {320, 92}; }
    QSize minimumSizeHint() const override { return {160, 72}; }

Q_SIGNALS:
    void cursorMoved(int x);
    /// A person let go of it.
    void cursorReleased();

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF plotArea(const QRectF& area, const QFont& font) const;
    QPointF placeIn(const QRectF& plot, double x, double y) const;
    void moveTo(const QPointF& position);
    void change(int x);
    void paintCurve(QPainter& painter, const QRectF& area, const Colors& theme) const;
    void describe();

    QList<CursorCurvePoint> points_;
    QString xAxis_, yAxis_, emptyText_;
    int cursor_ = 0;
};

}  // namespace sonoglyph
