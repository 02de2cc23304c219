// One curve over whole numbers with its band, lines to compare it with, and a cursor that a person moves. GUI thread only.
//
// Mouse: press or drag moves the cursor. Keyboard: left and right, Home and End.
#pragma once

#include "ui/widgets/cursor_figure.h"
#include "ui/widgets/figure_view.h"

namespace sonoglyph {

class CursorCurve : public FigureView {
    Q_OBJECT
public:
    explicit CursorCurve(QWidget* parent = nullptr);

    /// Ascending by x; the first is the left end, the last the right one.
    void setPoints(const QList<CursorCurvePoint>& points);
    const QList<CursorCurvePoint>& points() const { return figure_.points; }
    /// What stands below and above the axes.
    void setAxes(const QString& x, const QString& y);
    void setEmptyText(const QString& text);
    int cursor() const { return figure_.cursor; }
    /// Without a signal; clamped.
    void setCursor(int x);
    /// Between points linear; 0 where there are none.
    double valueAt(int x) const { return figure_.valueAt(x); }
    /// In the widget's coordinates.
    QPointF placeOf(int x) const;

    FigurePtr figure() const override { return copyOf(figure_); }
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
    void moveTo(const QPointF& position);
    void change(int x);
    void describe();

    CursorFigure figure_;
    QString emptyText_;
};

}  // namespace sonoglyph
