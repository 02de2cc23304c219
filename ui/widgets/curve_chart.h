// Curves over steps, epochs or time that grow while one looks: smoothed, zoomed, read out. GUI thread only.
//
// However many points there are, drawing costs what it has pixels; it happens only while the chart is visible, and at most 25 times a
// second unless a hand moves it. Pointer: the wheel zooms x, over the numbers on the left y, with Shift it moves along; dragging chooses a
// stretch; a double click shows everything again; a click on a curve is announced. Keys: arrows move the crosshair (Shift: the view),
// + and - zoom, Backspace goes back, Home shows everything, Enter clicks at the crosshair.
#pragma once

#include <memory>
#include <optional>

#include <QElapsedTimer>
#include <QImage>
#include <QTimer>

#include "ui/widgets/curve_plot.h"
#include "ui/widgets/figure_view.h"

namespace sonoglyph {

class CurvePainter;

class CurveChart : public FigureView {
    Q_OBJECT
public:
    explicit CurveChart(QWidget* parent = nullptr);
    ~CurveChart() override;

    /// Returns the number of the curve: 0 for the first.
    int addCurve(const CurveStyle& style);
    /// Removes all curves.
    void clearCurves();
    void setCurveVisible(int curve, bool visible);
    /// In ascending x; points that are not finite are left out.
    void setPoints(int curve, const QList<QPointF>& points);
    void appendPoints(int curve, const QList<QPointF>& points);
    /// The deviation around a mean; empty lists: none.
    void setBand(int curve, const QList<QPointF>& low, const QList<QPointF>& high);
    const CurvePlot& plot() const { return plot_; }

    void setTitle(const QString& title);
    /// With the unit in words, e.g. "step", "nats per pair".
    void setAxisTitles(const QString& x, const QString& y);
    void setEmptyText(const QString& text);
    /// Values of 0 and less are left out on a logarithmic axis.
    void setLogarithmic(Qt::Orientation axis, bool logarithmic);
    bool isLogarithmic(Qt::Orientation axis) const { return axis == Qt::Horizontal ? plot_.xLogarithmic : plot_.yLogarithmic; }
    /// A mean over about so many points stands out before the curve itself; 1: none.
    void setSmoothing(int points);
    void setMarks(const QList<CurveMark>& marks);

    /// The stretch of x that is shown; none: everything. Setting it is not announced.
    void setView(const std::optional<CurveRange>& view);
    std::optional<CurveRange> view() const { return plot_.xView; }
    /// Where values are read out; none: nowhere. Setting it is not announced.
    void setCrosshair(const std::optional<double>& x);
    std::optional<double> crosshair() const { return crosshair_; }

    void zoom(double factor);
    void goBack();
    void showEverything();

    /// Draws now what has changed, visible or not. For tests and benchmarks.
    void refreshNow();
    /// Nothing waits to be smoothed: a long curve is smoothed in several turns.
    bool isSettled() const { return settled_; }
    /// The axes as they are drawn.
    CurveRange shownRange(Qt::Orientation axis) const;
    /// Where the curves are; their scales in the widget's pixels.
    const CurvePainter& layoutOfPlot() const { return *painter_; }

    FigurePtr figure() const override;
    QSize sizeHint() const override { return {480, 280}; }
    QSize minimumSizeHint() const override { return {200, 110}; }

Q_SIGNALS:
    void logarithmicChanged(Qt::Orientation axis, bool logarithmic);
    /// By hand, of view() and of crosshair().
    void viewChanged();
    void crosshairMoved();
    /// A hand pressed on this curve near its point at `x`.
    void clicked(int curve, double x);

protected:
    QString kindOfFigure() const override;
    void addMenuItems(QMenu& menu) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Drag {
        double from = 0, to = 0;  // pixels
        bool moves = false;       // the view, else it chooses a stretch
        bool begun = false;       // far enough to be no click
    };

    void schedule();
    void redraw();
    void moveCrosshair(const std::optional<double>& x);
    void stepCrosshair(int direction);
    void changeView(const std::optional<CurveRange>& view, bool remember);
    void click(double y);
    void describe();

    CurvePlot plot_;
    std::unique_ptr<CurvePainter> painter_;  // of what is drawn at present
    QImage image_;
    bool stale_ = true;
    bool settled_ = true;
    QTimer timer_;
    QString emptyText_;
    std::optional<double> crosshair_;
    double pointerY_ = -1;  // below 0: the crosshair was not set by the pointer
    std::optional<Drag> drag_;
    QList<std::optional<CurveRange>> back_;
    QElapsedTimer sinceWheel_;
};

}  // namespace sonoglyph
