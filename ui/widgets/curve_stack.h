// Several charts that are read together: all show the same stretch of x and read out at the same place. In as many columns as suit its
// place; where that is too low for all of them it wants to be higher, for a scroll area. GUI thread only.
#pragma once

#include <optional>

#include <QList>
#include <QWidget>

#include "ui/widgets/curve_plot.h"

class QGridLayout;

namespace sonoglyph {

class CurveChart;

class CurveStack : public QWidget {
    Q_OBJECT
public:
    explicit CurveStack(QWidget* parent = nullptr);

    /// Takes the chart; it is shown until told otherwise.
    void add(CurveChart* chart);
    void setShown(CurveChart* chart, bool shown);
    bool isShown(const CurveChart* chart) const;
    const QList<CurveChart*>& charts() const { return charts_; }

    /// Of all charts.
    void setView(const std::optional<CurveRange>& view);
    void setCrosshair(const std::optional<double>& x);
    void setSmoothing(int points);
    void setLogarithmic(Qt::Orientation axis, bool logarithmic);
    void setMarks(const QList<CurveMark>& marks);
    void showEverything();

Q_SIGNALS:
    /// By hand.
    void viewChanged();
    void clicked(CurveChart* chart, int curve, double x);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    QGridLayout* grid_;
    QList<CurveChart*> charts_, hidden_;
    int columns_ = 0;
};

}  // namespace sonoglyph
