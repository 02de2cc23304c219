#include "ui/widgets/curve_painter.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

#include "ui/widgets/curve_raster.h"

namespace sonoglyph {

namespace {

constexpr double kSample = 24;  // of a line in the legend
constexpr double kMark = 2.25;  // radius
constexpr int kLegendLines = 2;
constexpr double kFaint = 0.28, kBand = 0.22;
constexpr int kManyCurves = 24;      // more are drawn in columns twice as wide
constexpr double kPixelsAMark = 10;  // where points are nearer to each other they get no marks

/// What lies within `height`: SVG files know no clipping.
std::vector<CurveSpan> keptWithin(std::vector<CurveSpan> spans, double height)
{
    const auto bottom = float(height);
    for (CurveSpan& span : spans) {
        if (span.bottom >= 0 && span.top <= bottom)
            span = {std::max(span.top, 0.0f), std::min(span.bottom, bottom)};
        else
            span = {};
    }
    return spans;
}

QColor gridColor(const Colors& theme) { return mixed(theme.surface, theme.hairline, 0.7); }

}  // namespace

CurvePainter::CurvePainter(const CurvePlot& plot, const QRectF& area, const QFont& font) : plot_(plot), outer_(area), font_(font)
{
    const QFontMetricsF metrics(font);
    const double top = area.top() + layOutLegend({}) + metrics.height() / 2;
    const double bottom = area.bottom() - metrics.height() - 5;
    const CurveRange xRange = plot.xRange(), yRange = plot.yRange();
    y_ = CurveScale(yRange, bottom, top, plot.yLogarithmic);
    yTicks_ = y_.ticks(int((bottom - top) / (metrics.height() * 2)));
    double labels = 0;
    for (const auto& tick : yTicks_) labels = std::max(labels, metrics.horizontalAdvance(tick.text));
    const double left = std::ceil(area.left() + std::max(labels, metrics.horizontalAdvance(QStringLiteral("000"))) + 6);
    const double right = std::floor(area.right() - 6);
    area_ = QRectF(left, std::ceil(top), std::max(1.0, right - left), std::max(1.0, std::floor(bottom) - std::ceil(top)));
    x_ = CurveScale(xRange, area_.left(), area_.right(), plot.xLogarithmic);
    y_ = CurveScale(yRange, area_.bottom(), area_.top(), plot.yLogarithmic);
    const QString widest = CurveScale(xRange, 0, 1, false).ticks(4).isEmpty() ? QString() : x_.ticks(4).last().text;
    xTicks_ = x_.ticks(int(area_.width() / (metrics.horizontalAdvance(widest) * 1.6 + 24)));
}

double CurvePainter::layOutLegend(const std::function<void(const QString&, int, const QPointF&)>& take) const
{
    const QFontMetricsF metrics(font_);
    QFont bold = font_;
    bold.setWeight(QFont::DemiBold);
    const double line = metrics.height() + 4;
    double x = outer_.left(), y = outer_.top();
    const auto put = [&](const QString& text, int curve, double wide) {
        if (x + wide > outer_.right() && x > outer_.left()) {
            x = outer_.left();
            y += line;
        }
        if (take) take(text, curve, {x, y});
        x += wide + 2 * kGrid;
    };
    if (!plot_.title.isEmpty()) put(plot_.title, Title, QFontMetricsF(bold).horizontalAdvance(plot_.title) - kGrid);
    if (!plot_.yTitle.isEmpty()) put(plot_.yTitle, Note, metrics.horizontalAdvance(plot_.yTitle));
    int named = 0;
    for (int i = 0; i < plot_.size(); ++i) named += plot_.isNamed(i);
    for (int i = 0; i < plot_.size() && named > 0; ++i) {
        if (!plot_.isNamed(i)) continue;
        const double wide = kSample + 6 + metrics.horizontalAdvance(plot_[i].style.name);
        const QString more = QStringLiteral("+%1").arg(named);
        const double rest = named > 1 ? metrics.horizontalAdvance(more) + 2 * kGrid : 0;
        if (y >= outer_.top() + (kLegendLines - 1) * line && x + wide + rest > outer_.right()) {
            put(more, Note, 0);
            break;
        }
        put(plot_[i].style.name, i, wide);
        --named;
    }
    return x > outer_.left() || y > outer_.top() ? y + line - outer_.top() : 0;
}

void CurvePainter::paintLegend(QPainter& painter, const Colors& theme) const
{
    const QFontMetricsF metrics(font_);
    QFont bold = font_;
    bold.setWeight(QFont::DemiBold);
    painter.setRenderHint(QPainter::Antialiasing);
    layOutLegend([&](const QString& text, int curve, const QPointF& at) {
        const double middle = at.y() + (metrics.height() + 4) / 2;
        if (curve >= 0) {
            painter.setPen(seriesPen(plot_.color(curve, theme), plot_[curve].style.dash, curvePen));
            painter.drawLine(QPointF(at.x(), middle), QPointF(at.x() + kSample, middle));
            if (plot_[curve].style.marks) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(plot_.color(curve, theme));
                painter.drawEllipse(QPointF(at.x() + kSample / 2, middle), kMark, kMark);
            }
        }
        painter.setFont(curve == Title ? bold : font_);
        painter.setPen(curve == Title ? theme.text : theme.secondaryText);
        painter.drawText(QPointF(at.x() + (curve >= 0 ? kSample + 6 : 0), at.y() + metrics.ascent() + 2), text);
    });
}

void CurvePainter::paintAxes(QPainter& painter, const Colors& theme) const
{
    const QFontMetricsF metrics(font_);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.hairline, 1));
    painter.drawLine(area_.bottomLeft(), area_.bottomRight());
    for (const auto& tick : xTicks_) {
        const double x = std::round(x_.toPixel(tick.value));
        painter.drawLine(QPointF(x, area_.bottom()), QPointF(x, area_.bottom() + 3));
    }
    painter.setFont(font_);
    painter.setPen(theme.secondaryText);
    for (const auto& tick : yTicks_) {
        const QPointF right(area_.left() - 6, y_.toPixel(tick.value) + metrics.capHeight() / 2);
        painter.drawText(right - QPointF(metrics.horizontalAdvance(tick.text), 0), tick.text);
    }
    const double baseline = area_.bottom() + 4 + metrics.ascent();
    double free = outer_.right();
    if (!plot_.xTitle.isEmpty()) {
        free -= metrics.horizontalAdvance(plot_.xTitle);
        painter.drawText(QPointF(free, baseline), plot_.xTitle);
        free -= kGrid;
    }
    for (const auto& tick : xTicks_) {
        const double wide = metrics.horizontalAdvance(tick.text), left = x_.toPixel(tick.value) - wide / 2;
        if (left + wide <= free) painter.drawText(QPointF(left, baseline), tick.text);
    }
}

void CurvePainter::paintMarks(QPainter& painter, const Colors& theme) const
{
    const QFontMetricsF metrics(font_);
    painter.setFont(font_);
    double free = area_.left(), line = 0;
    for (const CurveMark& mark : plot_.marks) {
        const double x = std::round(x_.toPixel(mark.x));
        if (!(x >= area_.left() && x <= area_.right())) continue;
        painter.setPen(QPen(theme.warning, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, area_.top()), QPointF(x, area_.bottom()));
        // Words of marks that are close together stand below each other.
        line = x < free ? line + metrics.height() : 0;
        if (line + metrics.height() > area_.height()) line = 0;
        const double wide = metrics.horizontalAdvance(mark.text);
        const QPointF at(std::max(area_.left(), std::min(x + 4, area_.right() - wide)), area_.top() + metrics.ascent() + line);
        painter.setPen(theme.warning);
        painter.drawText(at, mark.text);
        free = std::max(free, at.x() + wide + kGrid);
    }
}

std::vector<CurveSpan> CurvePainter::traced(const CurveSeries& series, double xRatio, double yRatio) const
{
    const int columns = int(std::ceil(area_.width() * xRatio)), rows = int(std::ceil(area_.height() * yRatio));
    std::vector<CurveSpan> spans{std::size_t(columns)};
    series.trace(CurveScale(x_.range(), 0, columns, plot_.xLogarithmic), CurveScale(y_.range(), rows, 0, plot_.yLogarithmic), spans);
    return spans;
}

std::vector<CurveSpan> CurvePainter::band(const CurvePlot::Curve& curve, double xRatio, double yRatio) const
{
    std::vector<CurveSpan> spans = traced(curve.bandLow, xRatio, yRatio);
    const std::vector<CurveSpan> high = traced(curve.bandHigh, xRatio, yRatio);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (spans[i].empty() || high[i].empty()) {
            spans[i] = {};
            continue;
        }
        spans[i].take(high[i].top);
        spans[i].take(high[i].bottom);
    }
    return spans;
}

QImage CurvePainter::image(double ratio, const Colors& theme) const
{
    int shown = 0;
    for (int i = 0; i < plot_.size(); ++i) shown += plot_.isShown(i);
    const bool coarse = shown > kManyCurves;
    const double columns = coarse ? ratio / 2 : ratio;
    CurveRaster raster({int(std::ceil(area_.width() * columns)), int(std::ceil(area_.height() * ratio))}, theme.window);
    for (const auto& tick : yTicks_) raster.drawRow(int((y_.toPixel(tick.value) - area_.top()) * ratio), gridColor(theme));
    for (int i = 0; i < plot_.size(); ++i) {
        if (plot_.isShown(i) && !plot_[i].bandLow.empty()) raster.fill(band(plot_[i], columns, ratio), plot_.color(i, theme), kBand);
    }
    for (int i = 0; i < plot_.size(); ++i) {
        if (plot_.isShown(i) && plot_.isSmoothed(i))
            raster.drawLine(traced(plot_[i].raw, columns, ratio), mixed(theme.window, plot_.color(i, theme), kFaint), ratio);
    }
    for (int i = 0; i < plot_.size(); ++i) {
        if (!plot_.isShown(i)) continue;
        raster.drawLine(traced(plot_.line(i), columns, ratio), plot_.color(i, theme), curvePen * ratio, plot_[i].style.dash);
    }
    QImage image = raster.image(coarse);
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-area_.topLeft());
    paintPoints(painter, theme, kMark);
    return image;
}

void CurvePainter::paintPoints(QPainter& painter, const Colors& theme, double radius) const
{
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < plot_.size(); ++i) {
        const CurveSeries& points = plot_[i].raw;
        if (!plot_.isShown(i) || (!plot_[i].style.marks && points.size() > 1)) continue;
        const qsizetype first = points.lowerBound(x_.range().low), last = points.lowerBound(x_.range().high);
        if (double(last - first) * kPixelsAMark > area_.width()) continue;
        painter.setBrush(plot_.color(i, theme));
        for (qsizetype k = first; k < points.size() && k <= last; ++k) {
            const QPointF at(x_.toPixel(points[k].x()), y_.toPixel(points[k].y()));
            if (area_.adjusted(-1, -1, 1, 1).contains(at)) painter.drawEllipse(at, radius, radius);
        }
    }
}

void CurvePainter::paintVectors(QPainter& painter, const Colors& theme) const
{
    constexpr double kColumnsAPoint = 4;
    paintLegend(painter, theme);
    painter.setPen(QPen(gridColor(theme), 0.5));
    for (const auto& tick : yTicks_) {
        const double y = y_.toPixel(tick.value);
        painter.drawLine(QPointF(area_.left(), y), QPointF(area_.right(), y));
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(area_.adjusted(0, -1, 0, 1));
    painter.translate(area_.topLeft());
    for (int i = 0; i < plot_.size(); ++i) {
        if (!plot_.isShown(i) || plot_[i].bandLow.empty()) continue;
        QPolygonF outline;
        const auto spans = keptWithin(band(plot_[i], kColumnsAPoint, kColumnsAPoint), area_.height() * kColumnsAPoint);
        for (std::size_t k = 0; k < spans.size(); ++k) {
            if (!spans[k].empty()) outline.append(QPointF(double(k), double(spans[k].top)) / kColumnsAPoint);
        }
        for (std::size_t k = spans.size(); k-- > 0;) {
            if (!spans[k].empty()) outline.append(QPointF(double(k), double(spans[k].bottom)) / kColumnsAPoint);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(theme.window, plot_.color(i, theme), kBand));
        painter.drawPolygon(outline);
    }
    painter.setBrush(Qt::NoBrush);
    const auto draw = [&](const CurveSeries& series, const QPen& pen) {
        painter.setPen(pen);
        const auto spans = keptWithin(traced(series, kColumnsAPoint, kColumnsAPoint), area_.height() * kColumnsAPoint);
        for (const QPolygonF& line : polylines(spans, kColumnsAPoint)) painter.drawPolyline(line);
    };
    for (int i = 0; i < plot_.size(); ++i) {
        if (plot_.isShown(i) && plot_.isSmoothed(i))
            draw(plot_[i].raw, seriesPen(mixed(theme.window, plot_.color(i, theme), kFaint), {}, 0.5));
    }
    for (int i = 0; i < plot_.size(); ++i) {
        if (plot_.isShown(i)) draw(plot_.line(i), seriesPen(plot_.color(i, theme), plot_[i].style.dash, 1));
    }
    painter.translate(-area_.topLeft());
    paintPoints(painter, theme, 1.25);
    painter.restore();
    paintAxes(painter, theme);
    paintMarks(painter, theme);
}

}  // namespace sonoglyph
