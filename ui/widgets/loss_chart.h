// Curves over steps or epochs: Qt Charts behind one thin class. GUI thread only.
//
// All points of a series may be handed over again and again: the chart draws at most two a pixel column (lowest and highest), only while
// it is visible, and at most 25 times a second. Where a curve has more points than that its trend (the mean of every few pixels) stands out
// before them.
#pragma once

#include <limits>

#include <QColor>
#include <QList>
#include <QPointF>
#include <QTimer>

#include "ui/widgets/figure_view.h"

class QAreaSeries;
class QChart;
class QChartView;
class QLineSeries;

namespace sonoglyph {

class LossChart : public FigureView {
    Q_OBJECT
public:
    explicit LossChart(QWidget* parent = nullptr);
    ~LossChart() override;

    /// Returns the number of the series. An invalid colour: seriesColor(number), which follows the theme. `dash` as in seriesDash().
    int addSeries(const QString& name, const QColor& color = {}, const QList<qreal>& dash = {});
    void renameSeries(int series, const QString& name);
    void setSeriesVisible(int series, bool visible);
    /// `series` is the rare counterpart of `of` (held out, of train): the same colour, dashed, a mark at every point, and no place in the
    /// legend while it is empty.
    void setCounterpart(int series, int of);
    /// All points, in ascending x. Points that are not finite are left out.
    void setPoints(int series, const QList<QPointF>& points);
    void appendPoints(int series, const QList<QPointF>& points);
    /// Empties every series; the series stay.
    void clear();
    int seriesCount() const { return int(series_.size()); }
    QString seriesName(int series) const { return series_[series].name; }
    const QList<QPointF>& points(int series) const { return series_[series].points; }

    void setTitle(const QString& title);
    /// With the unit in words, e.g. "step", "loss (nats per pair)".
    void setAxisTitles(const QString& x, const QString& y);
    /// Values of 0 and less are left out on a logarithmic axis.
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return logarithmic_; }
    void setEmptyText(const QString& text);

    /// Draws now what has changed, visible or not; returns how many points are drawn. For tests and benchmarks.
    int refreshNow();

    QSizeF figureSize() const override { return {340, 220}; }
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
    QSize sizeHint() const override { return {480, 280}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    void logarithmicChanged(bool logarithmic);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void addMenuItems(QMenu& menu) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Series {
        QString name;
        QColor color;  // invalid: by number and theme
        QList<qreal> dash;
        int counterpart = -1;  // of this series
        QList<QPointF> points;
        bool visible = true;
        bool changed = true;
        // Of y; lowest > highest: none.
        double lowest = std::numeric_limits<double>::infinity(), lowestPositive = lowest, highest = -lowest;
        QAreaSeries* cloud = nullptr;  // between the lowest and the highest points, faint, where there are many
        QLineSeries* trend = nullptr;  // their means then, else the points themselves

        void forget()
        {
            points.clear();
            lowest = lowestPositive = std::numeric_limits<double>::infinity();
            highest = -lowest;
        }
    };
    struct Range {
        double low = 0, high = 1;
        bool operator==(const Range&) const = default;
    };
    class Overlay;

    void schedule();
    void restyle();
    void layoutParts();
    Range xRange() const;
    Range yRange() const;
    bool isEmpty() const;
    bool isInLegend(const Series& series) const;
    void pointsChanged(int series, bool wasInLegend);
    QColor colorOf(int series, const Colors& theme) const;
    bool isDense(int series, const Range& x, double width) const;
    void onScale(QList<QPointF>& points) const;
    /// Widens the extremes of `series` to hold `points`.
    static void measure(Series& series, const QList<QPointF>& points);
    static void dress(QChart& chart);
    static QAreaSeries* newCloud();
    void fill(int series, QAreaSeries& cloud, QLineSeries& trend, const Range& x, double width, double ratio, const Colors& theme,
              double pen) const;
    void setUpAxes(QChart& chart, const Range& x, const Range& y, const QSizeF& size, const QFont& font, const Colors& theme) const;
    double paintLegend(QPainter* painter, const QRectF& area, const QFont& font, const Colors& theme) const;
    void paintCrosshair(QPainter& painter) const;
    void setCrosshair(double x);
    void describe();

    QList<Series> series_;
    QChart* chart_;
    QChartView* view_;
    Overlay* overlay_;
    Range shownX_, shownY_;
    QTimer timer_;
    QString titleText_, xTitle_, yTitle_, emptyText_;
    bool logarithmic_ = false;
    double crosshair_;  // in x units; not a number: hidden
};

}  // namespace sonoglyph
