#include "ui/widgets/curve_readout.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double kReach = 0.1;  // of the axis: a curve that ended before that is not read out
constexpr double kSample = 20, kDot = 4;
constexpr double kNames = 0.4;  // of the width, at most

struct Line {
    int row;
    QString name, value, mean;
};

}  // namespace

QString preciseText(double value)
{
    QString text = significantText(value, 9);
    if (text.contains(u'.') && !text.contains(u'e')) {
        while (text.endsWith(u'0')) text.chop(1);
        if (text.endsWith(u'.')) text.chop(1);
    }
    return text;
}

CurveReadout::CurveReadout(const CurvePlot& plot, const CurvePainter& layout, double x) : plot_(plot), layout_(layout), x_(x)
{
    const double reach = kReach * layout.plotArea().width(), at = layout.x().toPixel(x);
    for (int i = 0; i < plot.size(); ++i) {
        if (!plot.isShown(i)) continue;
        const CurveSeries& raw = plot[i].raw;
        const qsizetype k = raw.nearest(x);
        const bool within = x >= raw[0].x() && x <= raw.back().x();
        if (!within && !(std::abs(layout.x().toPixel(raw[k].x()) - at) <= reach)) continue;
        Row row{i, raw[k].x(), raw[k].y(), {}};
        if (plot.isSmoothed(i) && k < plot[i].smoothed.size()) row.mean = plot[i].smoothed[k].y();
        rows_.append(row);
    }
}

QPointF CurveReadout::dot(const Row& row) const { return {layout_.x().toPixel(row.x), layout_.y().toPixel(row.mean.value_or(row.y))}; }

int CurveReadout::nearest(double y) const
{
    int best = -1;
    double distance = std::numeric_limits<double>::infinity();
    for (int i = 0; i < rows_.size(); ++i) {
        const double d = std::abs(dot(rows_[i]).y() - y);
        if (d < distance) best = i, distance = d;
    }
    return best;
}

void CurveReadout::paintDots(QPainter& painter, const Colors& theme) const
{
    if (rows_.isEmpty()) return;
    const QRectF& plot = layout_.plotArea();
    const double at = layout_.x().toPixel(x_);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.secondaryText, 1, Qt::DotLine));
    painter.drawLine(QPointF(at, plot.top()), QPointF(at, plot.bottom()));
    painter.setPen(QPen(theme.window, 1.5));
    for (const Row& row : rows_) {
        const QPointF centre = dot(row);
        if (!std::isfinite(centre.y()) || !plot.adjusted(-1, -kDot, 1, kDot).contains(centre)) continue;
        painter.setBrush(plot_.color(row.curve, theme));
        painter.drawEllipse(centre, kDot, kDot);
    }
}

void CurveReadout::paintBox(QPainter& painter, const QRectF& area, int chosen, const Colors& theme) const
{
    if (rows_.isEmpty()) return;
    const QRectF& plot = layout_.plotArea();
    const double at = layout_.x().toPixel(x_);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = smallNumberFont();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    const int room = std::max(1, int((area.height() - 2 * kGrid) / metrics.height()) - 1);
    const int count = std::min(int(rows_.size()), room);
    const int first = std::clamp(chosen - count / 2, 0, int(rows_.size()) - count);
    QList<Line> lines;
    double names = 0, values = 0, means = 0;
    for (int i = first; i < first + count; ++i) {
        const Row& row = rows_[i];
        lines.append({i, metrics.elidedText(plot_[row.curve].style.name, Qt::ElideMiddle, area.width() * kNames), preciseText(row.y),
                      row.mean ? preciseText(*row.mean) : QString()});
        names = std::max(names, metrics.horizontalAdvance(lines.last().name));
        values = std::max(values, metrics.horizontalAdvance(lines.last().value));
        means = std::max(means, metrics.horizontalAdvance(lines.last().mean));
    }
    const QString meanHead = means > 0 ? QCoreApplication::translate("CurveReadout", "smoothed") : QString();
    if (means > 0) means = std::max(means, metrics.horizontalAdvance(meanHead)) + 12;
    const QString head = QStringLiteral("%1 %2").arg(plot_.xTitle, preciseText(rows_[std::max(0, chosen)].x));
    const double wide = std::max(kSample + 6 + names + 12 + values + means, metrics.horizontalAdvance(head) + 12 + means) + 2 * kGrid;
    QRectF box(0, 0, wide, metrics.height() * (count + 1) + kGrid);
    box.moveTopLeft({at + 12, plot.top() + kGrid / 2});
    if (box.right() > area.right()) box.moveRight(at - 12);
    box.moveLeft(std::max(area.left(), box.left()));
    if (box.bottom() > area.bottom()) box.moveBottom(area.bottom());
    QColor back = theme.raised;
    back.setAlphaF(0.94f);
    painter.setPen(QPen(theme.hairline, 1));
    painter.setBrush(back);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);

    const auto right = [&](double edge, double y, const QString& text) {
        painter.drawText(QPointF(edge - QFontMetricsF(painter.font()).horizontalAdvance(text), y), text);
    };
    const double edge = box.right() - kGrid;
    double y = box.top() + kGrid / 2.0 + metrics.ascent();
    painter.setFont(font);
    painter.setPen(theme.secondaryText);
    painter.drawText(QPointF(box.left() + kGrid, y), head);
    right(edge, y, meanHead);
    for (const Line& line : lines) {
        y += metrics.height();
        const Row& row = rows_[line.row];
        painter.setPen(seriesPen(plot_.color(row.curve, theme), plot_[row.curve].style.dash, 2));
        painter.drawLine(QPointF(box.left() + kGrid, y - metrics.xHeight() / 2),
                         QPointF(box.left() + kGrid + kSample, y - metrics.xHeight() / 2));
        painter.setFont(line.row == chosen && rows_.size() > 1 ? bold : font);
        painter.setPen(theme.text);
        painter.drawText(QPointF(box.left() + kGrid + kSample + 6, y), line.name);
        right(edge - means, y, line.value);
        right(edge, y, line.mean);
    }
}

}  // namespace sonoglyph
