#include "ui/widgets/loss_chart.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "ui/widgets/decimate.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr int kRefreshMilliseconds = 40;
constexpr double kPen = 1.75;
constexpr double kMark = 4.5;
constexpr double kTrendWidth = 5;  // pixels a mean is taken over
constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();

// 25 % steps or so: the axis, and with it the whole curve, is laid out anew only now and then.
double grownLimit(double value)
{
    if (!(value > 0)) return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (factor * power >= value * (1 - 1e-9)) return factor * power;
    }
    return 10 * power;
}

}  // namespace

// Lies over the chart, because the chart paints itself in a widget of its own.
class LossChart::Overlay : public QWidget {
public:
    explicit Overlay(LossChart* chart) : QWidget(chart), chart_(*chart) { setAttribute(Qt::WA_TransparentForMouseEvents); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        chart_.paintCrosshair(painter);
        chart_.paintFocus(painter, rect());
    }

private:
    LossChart& chart_;
};

LossChart::LossChart(QWidget* parent)
    : FigureView(parent), chart_(new QChart), view_(new QChartView(this)), overlay_(new Overlay(this)),
      emptyText_(tr("The curves appear here.")), crosshair_(kNowhere)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    view_->setChart(chart_);  // takes it
    view_->setRenderHint(QPainter::Antialiasing);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setBackgroundBrush(Qt::NoBrush);
    view_->viewport()->setAutoFillBackground(false);
    view_->setAttribute(Qt::WA_TransparentForMouseEvents);
    view_->setFocusPolicy(Qt::NoFocus);
    view_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    view_->setMinimumSize(1, 1);
    timer_.setSingleShot(true);
    timer_.setInterval(kRefreshMilliseconds);
    connect(&timer_, &QTimer::timeout, this, [this] {
        if (isVisible()) refreshNow();
    });
    restyle();
    describe();
}

LossChart::~LossChart() = default;

QString LossChart::kindOfFigure() const { return titleText_.isEmpty() ? tr("Curves") : titleText_; }

int LossChart::addSeries(const QString& name, const QColor& color, const QList<qreal>& dash)
{
    Series added;
    added.name = name;
    added.color = color;
    added.dash = dash;
    added.cloud = newCloud();
    added.trend = new QLineSeries;
    series_.append(added);
    // Trends lie above the points of every series: what is added later is painted later.
    for (qsizetype i = 0; i + 1 < series_.size(); ++i) chart_->removeSeries(series_[i].trend);
    chart_->addSeries(series_.last().cloud);
    for (const Series& series : series_) chart_->addSeries(series.trend);
    restyle();
    describe();
    return int(series_.size()) - 1;
}

void LossChart::renameSeries(int series, const QString& name)
{
    series_[series].name = name;
    layoutParts();
    describe();
    update();
}

void LossChart::setSeriesVisible(int series, bool visible)
{
    if (series_[series].visible == visible) return;
    series_[series].visible = visible;
    series_[series].changed = true;
    layoutParts();
    schedule();
    update();
}

void LossChart::setCounterpart(int series, int of)
{
    series_[series].counterpart = of;
    series_[series].dash = {3, 2};
    series_[series].changed = true;
    layoutParts();
    schedule();
    update();
}

void LossChart::setPoints(int series, const QList<QPointF>& points)
{
    const bool named = isInLegend(series_[series]);
    series_[series].forget();
    series_[series].points = points;
    measure(series_[series], points);
    pointsChanged(series, named);
}

void LossChart::appendPoints(int series, const QList<QPointF>& points)
{
    const bool named = isInLegend(series_[series]);
    series_[series].points.append(points);
    measure(series_[series], points);
    pointsChanged(series, named);
}

void LossChart::pointsChanged(int series, bool wasInLegend)
{
    series_[series].changed = true;
    if (isInLegend(series_[series]) != wasInLegend) layoutParts();
    schedule();
}

void LossChart::clear()
{
    for (Series& series : series_) {
        series.forget();
        series.changed = true;
    }
    crosshair_ = kNowhere;
    layoutParts();
    schedule();
}

void LossChart::setTitle(const QString& title)
{
    titleText_ = title;
    layoutParts();
    describe();
    update();
}

void LossChart::setAxisTitles(const QString& x, const QString& y)
{
    xTitle_ = x;
    yTitle_ = y;
    restyle();
}

void LossChart::setLogarithmic(bool logarithmic)
{
    if (logarithmic == logarithmic_) return;
    logarithmic_ = logarithmic;
    for (Series& series : series_) series.changed = true;
    Q_EMIT logarithmicChanged(logarithmic);
    shownY_ = {};
    schedule();
}

void LossChart::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

bool LossChart::isEmpty() const
{
    return std::all_of(series_.begin(), series_.end(), [](const Series& series) { return series.points.isEmpty() || !series.visible; });
}

bool LossChart::isInLegend(const Series& series) const
{
    return series.visible && !series.name.isEmpty() && (series.counterpart < 0 || !series.points.isEmpty());
}

QColor LossChart::colorOf(int series, const Colors& theme) const
{
    if (series_[series].counterpart >= 0) return colorOf(series_[series].counterpart, theme);
    return series_[series].color.isValid() ? series_[series].color : seriesColor(series, theme);
}

LossChart::Range LossChart::xRange() const
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const Series& series : series_) {
        if (series.points.isEmpty() || !series.visible) continue;
        low = std::min(low, series.points.first().x());
        high = std::max(high, series.points.last().x());
    }
    if (!(high > low)) return {std::isfinite(low) ? std::min(0.0, low) : 0.0, std::isfinite(high) ? std::max(grownLimit(high), 1.0) : 1.0};
    // Steps and epochs count from the beginning.
    const double left = low >= 0 && low < 0.25 * high ? 0 : low;
    return {left, left + grownLimit(high - left)};
}

LossChart::Range LossChart::yRange() const
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const Series& series : series_) {
        if (!series.visible) continue;
        low = std::min(low, logarithmic_ ? series.lowestPositive : series.lowest);
        if (!logarithmic_ || series.highest > 0) high = std::max(high, series.highest);
    }
    if (!(low <= high)) return logarithmic_ ? Range{1, 10} : Range{0, 1};
    if (logarithmic_) {
        // Tenths of a decade.
        return {std::pow(10.0, std::floor(std::log10(low) * 10 - 0.2) / 10), std::pow(10.0, std::ceil(std::log10(high) * 10 + 0.2) / 10)};
    }
    if (low > 0 && low < 0.4 * high) low = 0;  // a loss is read against zero where that costs little
    if (!(high > low)) {
        const double room = std::max(std::abs(high) * 0.1, 1e-9);
        return {low - room, high + room};
    }
    const double step = niceStep(high - low, 8);
    return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step};
}

void LossChart::measure(Series& series, const QList<QPointF>& points)
{
    for (const QPointF& point : points) {
        const double y = point.y();
        if (!std::isfinite(y)) continue;
        series.lowest = std::min(series.lowest, y);
        series.highest = std::max(series.highest, y);
        if (y > 0) series.lowestPositive = std::min(series.lowestPositive, y);
    }
}

void LossChart::onScale(QList<QPointF>& points) const
{
    if (!logarithmic_) return;
    points.removeIf([](const QPointF& point) { return point.y() <= 0; });
    for (QPointF& point : points) point.setY(std::log10(point.y()));
}

bool LossChart::isDense(int series, const Range& x, double width) const
{
    return double(countBetween(series_[series].points, x.low, x.high)) > width / 2;
}

QAreaSeries* LossChart::newCloud()
{
    auto* upper = new QLineSeries;
    auto* lower = new QLineSeries;
    auto* cloud = new QAreaSeries(upper, lower);
    upper->setParent(cloud);
    lower->setParent(cloud);
    return cloud;
}

void LossChart::fill(int series, QAreaSeries& cloud, QLineSeries& trend, const Range& x, double width, double ratio, const Colors& theme,
                     double pen) const
{
    const QColor color = colorOf(series, theme);
    const QList<QPointF>& points = series_[series].points;
    const bool visible = series_[series].visible, dense = visible && isDense(series, x, width);
    const int columns = std::max(16, int(width * ratio));
    Envelope band;
    QList<QPointF> line;
    if (dense) {
        band = envelope(points, x.low, x.high, columns);
        line = averaged(points, x.low, x.high, std::max(8, int(width / kTrendWidth)), logarithmic_);
    } else if (visible) {
        line = decimated(points, x.low, x.high, columns);
    }
    onScale(band.upper);
    onScale(band.lower);
    onScale(line);
    cloud.setPen(Qt::NoPen);
    cloud.setBrush(mixed(theme.window, color, 0.28));
    cloud.upperSeries()->replace(band.upper);
    cloud.lowerSeries()->replace(band.lower);
    trend.setPen(seriesPen(color, series_[series].dash, pen));
    trend.setPointsVisible(series_[series].counterpart >= 0);
    trend.setMarkerSize(kMark * pen / kPen);
    trend.replace(line);
}

// Both axes carry their own labels: Qt's value axes have no good marks on a logarithmic scale, and know no minus sign.
void LossChart::setUpAxes(QChart& chart, const Range& x, const Range& y, const QSizeF& size, const QFont& font, const Colors& theme) const
{
    const QFontMetricsF metrics(font);
    // Room for half a label beyond the end of each axis.
    const double lastLabel = metrics.horizontalAdvance(tickText(x.high, x.high > 100 ? 1 : 0.1));
    chart.setMargins(QMargins(0, int(metrics.height() / 2) + 2, int(lastLabel / 2) + 2, 0));
    for (const Qt::Orientation orientation : {Qt::Horizontal, Qt::Vertical}) {
        const bool horizontal = orientation == Qt::Horizontal;
        const Range& range = horizontal ? x : y;
        auto* axis = new QCategoryAxis;
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        if (!horizontal && logarithmic_) {
            axis->setRange(std::log10(range.low), std::log10(range.high));
            axis->setStartValue(std::log10(range.low));
            for (const double tick : logTicks(range.low, range.high, std::max(3, int(size.height() / (metrics.height() * 2)))))
                axis->append(significantText(tick, 1), std::log10(tick));
        } else {
            axis->setRange(range.low, range.high);
            axis->setStartValue(range.low);
            const int most =
                horizontal ? int(size.width() / (metrics.horizontalAdvance(tickText(range.high, range.high > 100 ? 1 : 0.1)) * 2 + 16))
                           : int(size.height() / (metrics.height() * 2.2));
            const double step = niceStep(range.high - range.low, std::max(2, most));
            for (const double tick : niceTicks(range.low, range.high, std::max(2, most))) axis->append(tickText(tick, step), tick);
        }
        axis->setLabelsFont(font);
        axis->setTitleFont(font);
        axis->setTitleText(horizontal ? xTitle_ : yTitle_);
        axis->setLabelsBrush(theme.secondaryText);
        axis->setTitleBrush(theme.secondaryText);
        axis->setGridLinePen(QPen(mixed(theme.surface, theme.hairline, 0.7), 1));
        axis->setGridLineVisible(!horizontal);
        axis->setLinePen(QPen(theme.hairline, 1));
        axis->setLineVisible(horizontal);
        axis->setTruncateLabels(false);
        for (QAbstractAxis* old : chart.axes(orientation)) {
            chart.removeAxis(old);
            delete old;
        }
        chart.addAxis(axis, horizontal ? Qt::AlignBottom : Qt::AlignLeft);
        for (QAbstractSeries* series : chart.series()) series->attachAxis(axis);
    }
}

void LossChart::dress(QChart& chart)
{
    chart.legend()->hide();
    chart.setBackgroundVisible(false);
    chart.setPlotAreaBackgroundVisible(false);
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    chart.setBackgroundRoundness(0);
    chart.setAnimationOptions(QChart::NoAnimation);
}

void LossChart::restyle()
{
    dress(*chart_);
    shownX_ = {0, 0};  // axes and pens are made anew by the next refresh
    layoutParts();
    schedule();
}

void LossChart::layoutParts()
{
    const double top = paintLegend(nullptr, rect(), smallFont(), colors());
    view_->setGeometry(QRectF(0, top, width(), height() - top).toAlignedRect());
    overlay_->setGeometry(rect());
    overlay_->raise();
}

void LossChart::schedule()
{
    if (isVisible() && !timer_.isActive()) timer_.start();
}

int LossChart::refreshNow()
{
    const bool empty = isEmpty();
    view_->setVisible(!empty);
    const Range x = xRange(), y = yRange();
    const bool moved = x != shownX_ || y != shownY_;
    if (moved) {
        shownX_ = x;
        shownY_ = y;
        setUpAxes(*chart_, x, y, QSizeF(view_->size()), smallNumberFont(), colors());
    }
    // Before it is shown for the first time the chart has no layout yet.
    const double width = chart_->plotArea().width() > 16 ? chart_->plotArea().width() : view_->width();
    int count = 0;
    for (int i = 0; i < series_.size(); ++i) {
        Series& series = series_[i];
        if (series.changed || moved) fill(i, *series.cloud, *series.trend, x, width, devicePixelRatioF(), colors(), kPen);
        series.changed = false;
        count += int(series.cloud->upperSeries()->count() + series.cloud->lowerSeries()->count() + series.trend->count());
    }
    describe();
    update();
    overlay_->update();
    return count;
}

double LossChart::paintLegend(QPainter* painter, const QRectF& area, const QFont& font, const Colors& theme) const
{
    const QFontMetricsF metrics(font);
    const double line = metrics.height() + 4, sample = 24;
    double x = area.left(), y = area.top();
    if (!titleText_.isEmpty()) {
        QFont bold = font;
        bold.setWeight(QFont::DemiBold);
        const double wide = QFontMetricsF(bold).horizontalAdvance(titleText_);
        if (painter) {
            painter->setFont(bold);
            painter->setPen(theme.text);
            painter->drawText(QPointF(x, y + metrics.ascent() + 2), titleText_);
        }
        x += wide + 2 * kGrid;
    }
    for (int i = 0; i < series_.size(); ++i) {
        if (!isInLegend(series_[i])) continue;
        const double wide = sample + 6 + metrics.horizontalAdvance(series_[i].name);
        if (x + wide > area.right() && x > area.left()) {
            x = area.left();
            y += line;
        }
        if (painter) {
            painter->setFont(font);
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(seriesPen(colorOf(i, theme), series_[i].dash, 1.75));
            painter->drawLine(QPointF(x, y + line / 2), QPointF(x + sample, y + line / 2));
            if (series_[i].counterpart >= 0) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(colorOf(i, theme));
                painter->drawEllipse(QPointF(x + sample / 2, y + line / 2), kMark / 2, kMark / 2);
            }
            painter->setPen(theme.secondaryText);
            painter->drawText(QPointF(x + sample + 6, y + metrics.ascent() + 2), series_[i].name);
        }
        x += wide + 2 * kGrid;
    }
    return (x > area.left() || y > area.top()) ? y + line + 2 - area.top() : 0;
}

void LossChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const double top = paintLegend(&painter, rect(), smallFont(), colors());
    if (!isEmpty()) return;
    painter.setFont(smallFont());
    paintEmpty(painter, QRectF(rect()).adjusted(0, top, 0, 0), emptyText_, colors());
}

void LossChart::paintCrosshair(QPainter& painter) const
{
    if (!std::isfinite(crosshair_) || isEmpty()) return;
    const QRectF plot = chart_->plotArea().translated(view_->pos());
    const auto toX = [&](double x) { return plot.left() + (x - shownX_.low) / (shownX_.high - shownX_.low) * plot.width(); };
    const Colors& c = colors();
    const QFont font = smallNumberFont();
    const QFontMetricsF metrics(font);
    struct Row {
        int series;
        QString name, value;
        double x;
        double y;
    };
    QList<Row> rows;
    double at = crosshair_;
    for (int i = 0; i < series_.size(); ++i) {
        const Series& series = series_[i];
        if (!series.visible || series.points.isEmpty()) continue;
        auto point =
            std::lower_bound(series.points.begin(), series.points.end(), crosshair_, [](const QPointF& p, double x) { return p.x() < x; });
        if (point == series.points.end() || (point != series.points.begin() && crosshair_ - (point - 1)->x() < point->x() - crosshair_))
            --point;
        if (!std::isfinite(point->y())) continue;
        rows.append({i, series.name, significantText(point->y(), 4), point->x(), point->y()});
        if (rows.size() == 1) at = point->x();
    }
    if (rows.isEmpty()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.secondaryText, 1, Qt::DotLine));
    painter.drawLine(QPointF(toX(at), plot.top()), QPointF(toX(at), plot.bottom()));
    const auto toY = [&](double y) {
        const double low = logarithmic_ ? std::log10(shownY_.low) : shownY_.low,
                     high = logarithmic_ ? std::log10(shownY_.high) : shownY_.high;
        return plot.bottom() - ((logarithmic_ ? std::log10(y) : y) - low) / (high - low) * plot.height();
    };
    for (const Row& row : rows) {
        if (logarithmic_ && row.y <= 0) continue;
        painter.setPen(QPen(c.window, 1.5));
        painter.setBrush(colorOf(row.series, c));
        painter.drawEllipse(QPointF(toX(row.x), toY(row.y)), 4, 4);
    }

    double names = 0, values = 0;
    for (const Row& row : rows) {
        names = std::max(names, metrics.horizontalAdvance(row.name));
        values = std::max(values, metrics.horizontalAdvance(row.value));
    }
    const QString head = QStringLiteral("%1 %2").arg(xTitle_, at == std::round(at) ? numberText(at, 0) : significantText(at, 4));
    const double sample = 20;
    QRectF box(0, 0, std::max(sample + 6 + names + 16 + values, metrics.horizontalAdvance(head)) + 2 * kGrid,
               metrics.height() * double(rows.size() + 1) + 2 * kGrid);
    box.moveTopLeft({toX(at) + 12, plot.top() + kGrid});
    if (box.right() > width()) box.moveRight(toX(at) - 12);
    QColor back = c.raised;
    back.setAlphaF(0.94f);
    painter.setPen(QPen(c.hairline, 1));
    painter.setBrush(back);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(font);
    painter.setPen(c.secondaryText);
    double y = box.top() + kGrid + metrics.ascent();
    painter.drawText(QPointF(box.left() + kGrid, y), head);
    for (const Row& row : rows) {
        y += metrics.height();
        painter.setPen(seriesPen(colorOf(row.series, c), series_[row.series].dash, 2));
        painter.drawLine(QPointF(box.left() + kGrid, y - metrics.xHeight() / 2),
                         QPointF(box.left() + kGrid + sample, y - metrics.xHeight() / 2));
        painter.setPen(c.text);
        painter.drawText(QPointF(box.left() + kGrid + sample + 6, y), row.name);
        painter.drawText(QPointF(box.right() - kGrid - metrics.horizontalAdvance(row.value), y), row.value);
    }
}

void LossChart::setCrosshair(double x)
{
    crosshair_ = x;
    overlay_->update();
}

void LossChart::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF plot = chart_->plotArea().translated(view_->pos());
    const double x = event->position().x();
    if (isEmpty() || !view_->geometry().contains(event->position().toPoint()) || x < plot.left() - 8 || x > plot.right() + 8)
        setCrosshair(kNowhere);
    else
        setCrosshair(shownX_.low + std::clamp((x - plot.left()) / plot.width(), 0.0, 1.0) * (shownX_.high - shownX_.low));
}

void LossChart::leaveEvent(QEvent*) { setCrosshair(kNowhere); }

void LossChart::keyPressEvent(QKeyEvent* event)
{
    const int direction = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (direction == 0 || isEmpty()) return FigureView::keyPressEvent(event);
    double last = shownX_.low;
    for (const Series& series : series_) {
        if (!series.points.isEmpty()) last = std::max(last, series.points.last().x());
    }
    const double from = std::isfinite(crosshair_) ? crosshair_ : last;
    const double step = std::max(1.0, (shownX_.high - shownX_.low) / 100);
    setCrosshair(std::clamp(from + direction * step, shownX_.low, last));
}

void LossChart::showEvent(QShowEvent* event)
{
    FigureView::showEvent(event);
    layoutParts();
    refreshNow();
}

void LossChart::resizeEvent(QResizeEvent* event)
{
    FigureView::resizeEvent(event);
    layoutParts();
    for (Series& series : series_) series.changed = true;
    shownX_ = {0, 0};
    schedule();
}

void LossChart::changeEvent(QEvent* event)
{
    FigureView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

void LossChart::addMenuItems(QMenu& menu)
{
    QAction* action = menu.addAction(tr("Logarithmic axis"));
    action->setCheckable(true);
    action->setChecked(logarithmic_);
    connect(action, &QAction::toggled, this, &LossChart::setLogarithmic);
}

void LossChart::paintFigure(QPainter& painter, const QRectF& area) const
{
    const Colors& theme = printColors();
    const QFont font = painter.font();
    const QRectF inside = area.adjusted(4, 4, -2, -2);
    const double top = paintLegend(&painter, inside, font, theme);
    const QSizeF size(inside.width(), inside.height() - top);
    if (size.width() < 20 || size.height() < 20) return;
    QGraphicsScene scene;
    auto* chart = new QChart;  // the scene takes it
    scene.addItem(chart);
    const Range x = xRange(), y = yRange();
    QList<QLineSeries*> trends;
    for (int i = 0; i < series_.size(); ++i) {
        QAreaSeries* cloud = newCloud();
        trends.append(new QLineSeries);
        fill(i, *cloud, *trends.last(), x, size.width(), 4, theme, 1);
        chart->addSeries(cloud);
    }
    for (QLineSeries* trend : trends) chart->addSeries(trend);
    dress(*chart);
    setUpAxes(*chart, x, y, size, font, theme);
    chart->resize(size);
    chart->layout()->activate();
    scene.setSceneRect(QRectF(QPointF(), size));
    scene.render(&painter, QRectF(inside.topLeft() + QPointF(0, top), size), QRectF(QPointF(), size), Qt::IgnoreAspectRatio);
}

QString LossChart::figureCsv() const
{
    if (isEmpty()) return {};
    // One row an x that any series has; an empty field where a series has none.
    std::set<double> xs;
    for (const Series& series : series_) {
        for (const QPointF& point : series.points) xs.insert(point.x());
    }
    QString csv = csvField(xTitle_.isEmpty() ? QStringLiteral("x") : xTitle_);
    for (const Series& series : series_) csv += QLatin1Char(',') + csvField(series.name);
    csv += QLatin1Char('\n');
    QList<qsizetype> next(series_.size(), 0);
    for (const double x : xs) {
        csv += QString::number(x, 'g', 12);
        for (int i = 0; i < series_.size(); ++i) {
            const auto& points = series_[i].points;
            csv += QLatin1Char(',');
            for (; next[i] < points.size() && points[next[i]].x() <= x; ++next[i]) {
                if (points[next[i]].x() == x && std::isfinite(points[next[i]].y())) {
                    csv += QString::number(points[next[i]].y(), 'g', 9);
                    while (next[i] + 1 < points.size() && points[next[i] + 1].x() == x) ++next[i];
                }
            }
        }
        csv += QLatin1Char('\n');
    }
    return csv;
}

void LossChart::describe()
{
    setAccessibleName(figureTitle());
    if (isEmpty()) {
        setAccessibleDescription(emptyText_);
        return;
    }
    QStringList parts;
    for (const Series& series : series_) {
        if (!series.points.isEmpty() && series.visible)
            parts << tr("%1: %2 at %3 %4")
                         .arg(series.name, significantText(series.points.last().y(), 4), xTitle_,
                              significantText(series.points.last().x(), 7));
    }
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

}  // namespace sonoglyph
