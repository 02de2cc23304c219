#include "ui/widgets/wave_figure.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr float kQuietest = 0.05f;  // a sound this faint or fainter is not drawn larger than a tall one

// Stroked as one path, a thousand zigzags take Qt seconds.
void drawLongLine(QPainter& painter, const QPolygonF& line)
{
    constexpr qsizetype piece = 16;
    for (qsizetype i = 0; i + 1 < line.size(); i += piece)
        painter.drawPolyline(line.constData() + i, int(std::min(piece + 1, line.size() - i)));
}

/// The part of a line from left to right that lies between two places: SVG files know no clipping.
QPolygonF between(const QPolygonF& line, double left, double right)
{
    QPolygonF part;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QPointF &to = line[i], &from = line[std::max<qsizetype>(i - 1, 0)];
        const auto at = [&](double x) { return QPointF(x, from.y() + (to.y() - from.y()) * (x - from.x()) / (to.x() - from.x())); };
        if (from.x() < left && to.x() > left) part << at(left);
        if (to.x() >= left && to.x() <= right) part << to;
        if (from.x() < right && to.x() > right) part << at(right);
    }
    return part;
}

/// Between two lines from left to right.
QPolygonF outlineOf(const QPolygonF& upper, const QPolygonF& lower)
{
    QPolygonF outline = upper;
    for (auto point = lower.crbegin(); point != lower.crend(); ++point) outline << *point;
    return outline;
}

}  // namespace

WaveFigure::Range WaveFigure::visibleRange() const
{
    if (!isLive()) {
        const Range all{extremes.first(), extremes.size()};
        const Range part{std::clamp(std::int64_t(shownBegin * rate), all.begin, all.end),
                         std::clamp(std::int64_t(shownEnd * rate), all.begin, all.end)};
        return part.end > part.begin ? part : all;
    }
    const auto width = std::int64_t(liveSeconds * rate);
    return {extremes.size() - width, extremes.size()};
}

QRectF WaveFigure::plotArea(const QRectF& area, const QFontMetricsF& metrics) const
{
    return axisVisible ? area.adjusted(0, 0, 0, -(metrics.height() + 4)) : area;
}

void WaveFigure::paintSound(QPainter& painter, const QRectF& area, const Colors& theme, double columnsPerUnit) const
{
    const QFontMetricsF metrics(painter.font());
    const QRectF plot = plotArea(area, metrics);
    const Range range = visibleRange();
    const double length = double(range.end - range.begin);
    if (length <= 0 || plot.width() < 2) return;
    const auto xOf = [&](double sample) { return plot.left() + (sample - double(range.begin)) / length * plot.width(); };
    const bool word = wordEnd > wordBegin;
    QRectF wordArea;
    if (word) {
        wordArea = QRectF(QPointF(xOf(double(wordBegin)), plot.top()), QPointF(xOf(double(wordEnd)), plot.bottom())).intersected(plot);
        painter.fillRect(wordArea, theme.accentSoft);
    }

    const double middle = plot.center().y(), scale = plot.height() / 2 * 0.96 / std::max(peak, kQuietest);
    painter.fillRect(QRectF(plot.left(), middle - 0.5, plot.width(), 1), theme.hairline);

    const std::int64_t begin = std::max(range.begin, extremes.first());
    const double perColumn = length / (plot.width() * columnsPerUnit);
    if (perColumn < 1.5) {
        QPolygonF line;
        for (std::int64_t i = begin; i < range.end; ++i) line << QPointF(xOf(double(i) + 0.5), middle - double(extremes.sample(i)) * scale);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.real, 1.25));
        drawLongLine(painter, line);
        painter.setPen(QPen(theme.accent, 1.25));
        if (word) drawLongLine(painter, between(line, wordArea.left(), wordArea.right()));
        painter.restore();
    } else {
        // Columns stand at whole multiples of their width in samples, so that a scrolling sound does not flicker.
        const auto width = std::int64_t(std::max(1.0, std::floor(perColumn)));
        QPolygonF upper, lower;
        for (std::int64_t column = begin / width; column * width < range.end; ++column) {
            const auto [low, high] = extremes.between(column * width, std::min((column + 1) * width, range.end));
            const double x = xOf((double(column) + 0.5) * double(width));
            upper << QPointF(x, std::min(middle - double(high) * scale, middle - 0.4));
            lower << QPointF(x, std::max(middle - double(low) * scale, middle + 0.4));
        }
        painter.save();
        painter.setClipRect(plot);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.real);
        painter.drawPolygon(outlineOf(upper, lower));
        painter.setBrush(theme.accent);
        const double left = wordArea.left(), right = wordArea.right();
        if (word) painter.drawPolygon(outlineOf(between(upper, left, right), between(lower, left, right)));
        painter.restore();
    }

    if (playPosition >= 0) {
        const double x = xOf(playPosition * rate);
        if (x >= plot.left() && x <= plot.right()) painter.fillRect(QRectF(x - 0.75, plot.top(), 1.5, plot.height()), theme.text);
    }

    if (!axisVisible) return;
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), theme.hairline);
    painter.setPen(theme.secondaryText);
    // Live, time is told from now backwards: the marks stand still while the sound moves.
    const double right = isLive() ? 0 : double(range.end) / rate, left = right - length / rate;
    const int most = std::max(2, int(plot.width() / (metrics.horizontalAdvance(QStringLiteral("00.00 s")) * 1.6)));
    const double step = niceStep(right - left, most);
    for (const double tick : niceTicks(left, right, most)) {
        const double x = plot.left() + (tick - left) / (right - left) * plot.width();
        const QString text = tr("%1 s").arg(tickText(tick, step));
        const double wide = metrics.horizontalAdvance(text);
        const double at = std::clamp(x - wide / 2, plot.left(), plot.right() - wide);
        painter.fillRect(QRectF(std::clamp(x, plot.left(), plot.right() - 1), plot.bottom(), 1, 4), theme.hairline);
        painter.drawText(QRectF(at, plot.bottom() + 4, wide + 1, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

void WaveFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    paintSound(painter, area.adjusted(4, 4, -4, -2), theme, 4.0);
}

QString WaveFigure::csv() const
{
    if (extremes.size() == 0) return {};
    QString csv = QStringLiteral("seconds,amplitude\n");
    for (std::int64_t i = extremes.first(); i < extremes.size(); ++i)
        csv += QStringLiteral("%1,%2\n").arg(double(i) / rate, 0, 'f', 6).arg(double(extremes.sample(i)), 0, 'g', 7);
    return csv;
}

}  // namespace sonoglyph
