#include "ui/widgets/curve_stack.h"

#include <QGridLayout>

#include <algorithm>

#include "ui/widgets/curve_chart.h"

namespace sonoglyph {

namespace {

constexpr int kChartHeight = 150;                     // lower, and one more column is better
constexpr int kLeastWidth = 220, kLeastHeight = 120;  // lower, and the stack has to be scrolled

}  // namespace

CurveStack::CurveStack(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this))
{
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(2 * kGrid);
    grid_->setVerticalSpacing(kGrid);
}

void CurveStack::add(CurveChart* chart)
{
    charts_.append(chart);
    chart->setParent(this);
    connect(chart, &CurveChart::viewChanged, this, [this, chart] {
        for (CurveChart* other : charts_) other->setView(chart->view());
        Q_EMIT viewChanged();
    });
    connect(chart, &CurveChart::crosshairMoved, this, [this, chart] {
        for (CurveChart* other : charts_) {
            if (other != chart) other->setCrosshair(chart->crosshair());
        }
    });
    connect(chart, &CurveChart::clicked, this, [this, chart](int curve, double x) { Q_EMIT clicked(chart, curve, x); });
    columns_ = 0;
    arrange();
}

bool CurveStack::isShown(const CurveChart* chart) const { return std::find(hidden_.begin(), hidden_.end(), chart) == hidden_.end(); }

void CurveStack::setShown(CurveChart* chart, bool shown)
{
    if (isShown(chart) == shown) return;
    if (shown)
        hidden_.removeAll(chart);
    else
        hidden_.append(chart);
    columns_ = 0;
    arrange();
}

void CurveStack::arrange()
{
    const int count = std::max(1, int(charts_.size() - hidden_.size()));
    const int room = parentWidget() ? parentWidget()->height() : height();
    const auto rows = [&](int columns) { return (count + columns - 1) / columns; };
    // As few columns as make the rows high enough: wide charts are easier to read.
    const int most = std::clamp(width() / kLeastWidth, 1, count);
    int columns = 1;
    while (columns < most && room / rows(columns) < kChartHeight) ++columns;
    while (columns > 1 && rows(columns - 1) == rows(columns)) --columns;
    setMinimumHeight(rows(columns) * (kLeastHeight + kGrid) - kGrid);
    if (columns == columns_) return;
    columns_ = columns;
    int place = 0;
    for (CurveChart* chart : charts_) {
        grid_->removeWidget(chart);
        chart->setVisible(isShown(chart));
        if (isShown(chart)) {
            grid_->addWidget(chart, place / columns, place % columns);
            ++place;
        }
    }
}

void CurveStack::setView(const std::optional<CurveRange>& view)
{
    for (CurveChart* chart : charts_) chart->setView(view);
}

void CurveStack::setCrosshair(const std::optional<double>& x)
{
    for (CurveChart* chart : charts_) chart->setCrosshair(x);
}

void CurveStack::setSmoothing(int points)
{
    for (CurveChart* chart : charts_) chart->setSmoothing(points);
}

void CurveStack::setLogarithmic(Qt::Orientation axis, bool logarithmic)
{
    for (CurveChart* chart : charts_) chart->setLogarithmic(axis, logarithmic);
}

void CurveStack::setMarks(const QList<CurveMark>& marks)
{
    for (CurveChart* chart : charts_) chart->setMarks(marks);
}

void CurveStack::showEverything()
{
    for (CurveChart* chart : charts_) chart->showEverything();
}

void CurveStack::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace sonoglyph
