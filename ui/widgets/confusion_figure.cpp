#include "ui/widgets/confusion_figure.h"

#include <algorithm>
#include <cmath>

#include <QLocale>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double gap = 4, fullError = 0.2, longestLabel = 96;

QString whole(std::int64_t count) { return QLocale().toString(qlonglong(count)); }

QString percent(double share)
{
    return ConfusionFigure::tr("%1 %").arg(QLocale().toString(100 * share, 'f', 1)).replace(u' ', QChar::Nbsp);
}

QColor readableOn(const QColor& fill)
{
    const QColor black(Qt::black), white(Qt::white);
    return contrast(fill, black) > contrast(fill, white) ? black : white;
}

}  // namespace

double ConfusionFigure::shareOf(int spoken, int read) const
{
    const std::int64_t sum = sums[std::size_t(spoken)];
    return sum > 0 ? double(countOf(spoken, read)) / double(sum) : 0;
}

QString ConfusionFigure::readout(int spoken, int read) const
{
    return tr("a spoken %1 is read as %2: %3 of %4 (%5)")
        .arg(labels[spoken], labels[read], whole(countOf(spoken, read)), whole(sums[std::size_t(spoken)]), percent(shareOf(spoken, read)));
}

QString ConfusionFigure::summary() const
{
    return tr("read right: %1 of %2 (%3)")
        .arg(whole(right), whole(total), percent(double(right) / double(std::max<std::int64_t>(total, 1))));
}

QRectF ConfusionFigure::Layout::cell(int spoken, int read) const
{
    const double side = cells.width() / labels;
    return {cells.left() + read * side, cells.top() + spoken * side, side, side};
}

ConfusionFigure::Layout ConfusionFigure::layoutFor(const QRectF& area, const QFont& font, bool tells) const
{
    const QFontMetricsF metrics(font);
    Layout layout;
    layout.line = metrics.height();
    layout.labels = std::max(1, labelCount());
    const int largest = int(std::max_element(sums.begin(), sums.end()) - sums.begin());
    // As high as the longest text needs, so that the cells stay where they are.
    const double lines = !tells ? 0 : metrics.horizontalAdvance(readout(largest, largest)) > area.width() ? 2 : 1;
    layout.told = QRectF(area.left(), area.top(), area.width(), lines * layout.line);
    const double above = layout.told.height() + 2 * layout.line + gap;
    const double left = layout.line + widestLabel(font) + 2 * gap;
    const double beside =
        std::max(metrics.horizontalAdvance(whole(sums[std::size_t(largest)])), metrics.horizontalAdvance(tr("all"))) + gap;
    const double side = std::max(1.0, std::min(area.width() - left - beside, area.height() - above));
    layout.cells = QRectF(area.left() + left + (area.width() - left - beside - side) / 2, area.top() + above, side, side);
    return layout;
}

double ConfusionFigure::widestLabel(const QFont& font) const
{
    const QFontMetricsF metrics(font);
    double widest = metrics.horizontalAdvance(u'0');
    for (const QString& label : labels) widest = std::max(widest, metrics.horizontalAdvance(label));
    return std::min(widest, longestLabel);
}

QColor ConfusionFigure::fillOf(int spoken, int read, const Colors& theme) const
{
    const double share = shareOf(spoken, read);
    return spoken == read ? mixed(theme.surface, theme.accent, share)
                          : mixed(theme.surface, theme.negative, std::sqrt(std::min(1.0, share / fullError)));
}

QString ConfusionFigure::numberOf(int spoken, int read) const
{
    const std::int64_t count = countOf(spoken, read);
    if (count == 0) return {};
    if (numbers == Numbers::Counts) return QString::number(count);
    const double share = 100 * shareOf(spoken, read);
    return QLocale().toString(share, 'f', share >= 99.95 ? 0 : 1);
}

void ConfusionFigure::paintNumbers(QPainter& painter, const Layout& layout, const Colors& theme) const
{
    const QFont font = painter.font();
    const QFontMetricsF metrics(font);
    double widest = 1;
    const int n = labelCount();
    for (int i = 0; i < n * n; ++i) widest = std::max(widest, metrics.horizontalAdvance(numberOf(i / n, i % n)));
    // All of one size: the one at which the longest fits.
    const double side = layout.cells.width() / n, scale = std::min({1.0, (side - 3) / widest, side / layout.line});
    if (scale * QFontInfo(font).pixelSize() < 5) return;
    QFont fitting = font;
    fitting.setPixelSize(std::max(1, int(scale * QFontInfo(font).pixelSize())));
    painter.setFont(fitting);
    for (int i = 0; i < n * n; ++i) {
        painter.setPen(readableOn(fillOf(i / n, i % n, theme)));
        painter.drawText(layout.cell(i / n, i % n), Qt::AlignCenter, numberOf(i / n, i % n));
    }
    painter.setFont(font);
}

void ConfusionFigure::paintTable(QPainter& painter, const Layout& layout, const Colors& theme) const
{
    const QRectF& cells = layout.cells;
    const double line = layout.line, room = 1000;
    painter.setPen(theme.secondaryText);
    painter.drawText(QRectF(cells.left(), cells.top() - 2 * line - gap, cells.width(), line), Qt::AlignCenter, tr("read"));
    painter.drawText(QRectF(cells.right() + gap, cells.top() - line - gap / 2, room, line), Qt::AlignLeft | Qt::AlignVCenter, tr("all"));
    const int n = labelCount();
    const QFontMetricsF metrics(painter.font());
    for (int label = 0; label < n; ++label) {
        const QRectF above = layout.cell(0, label), beside = layout.cell(label, 0);
        painter.drawText(QRectF(above.left(), cells.top() - line - gap / 2, above.width(), line), Qt::AlignCenter,
                         metrics.elidedText(labels[label], Qt::ElideRight, above.width()));
        painter.drawText(QRectF(cells.left() - gap - room, beside.top(), room, beside.height()), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(labels[label], Qt::ElideRight, longestLabel));
        painter.drawText(QRectF(cells.right() + gap, beside.top(), room, beside.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         whole(sums[std::size_t(label)]));
    }
    painter.save();
    painter.translate(cells.left() - 2 * gap - widestLabel(painter.font()) - line / 2, cells.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-room, -line / 2, 2 * room, line), Qt::AlignCenter, tr("spoken"));
    painter.restore();
    for (int i = 0; i < n * n; ++i) {
        painter.setPen(QPen(theme.hairline, 0.5));
        painter.setBrush(fillOf(i / n, i % n, theme));
        painter.drawRect(layout.cell(i / n, i % n).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    paintNumbers(painter, layout, theme);
}

void ConfusionFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    if (!isEmpty()) paintTable(painter, layoutFor(area.adjusted(2, 2, -2, -2), painter.font(), false), theme);
}

QString ConfusionFigure::csv() const
{
    if (isEmpty()) return {};
    QString csv = QStringLiteral("spoken,read,count,share\n");
    const int n = labelCount();
    for (int i = 0; i < n * n; ++i)
        csv += QStringLiteral("%1,%2,%3,%4\n")
                   .arg(csvField(labels[i / n]), csvField(labels[i % n]))
                   .arg(countOf(i / n, i % n))
                   .arg(shareOf(i / n, i % n), 0, 'g', 7);
    return csv;
}

}  // namespace sonoglyph
