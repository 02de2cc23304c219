#include "ui/widgets/accuracy_chart.h"

#include <algorithm>
#include <cmath>

#include <QLocale>

#include "ui/widgets/legend_flow.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

void AccuracyChart::paintMark(QPainter& painter, Mark mark, const QPointF& at, const Colors& theme)
{
    switch (mark) {
    case Mark::Dot:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawEllipse(at, kDot, kDot);
        break;
    case Mark::Hollow:
        painter.setPen(QPen(theme.accent, 1.5));
        painter.setBrush(theme.surface);
        painter.drawEllipse(at, kDot, kDot);
        break;
    case Mark::Paper:
        painter.setPen(QPen(theme.real, 2.5, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(at - QPointF(0, 1.8 * kDot), at + QPointF(0, 1.8 * kDot));
        break;
    }
}

void AccuracyChart::paintAxis(QPainter& painter, const Layout& layout, const Colors& theme) const
{
    const QRectF& plot = layout.plot;
    const int most = std::max(1, int(plot.width() / (3.5 * layout.line)));
    const double step = niceStep(100 * (1 - start_), most), room = 100;
    for (const double tick : niceTicks(100 * start_, 100, most)) {
        const double x = layout.x(tick / 100);
        painter.setPen(theme.hairline);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        painter.setPen(theme.secondaryText);
        painter.drawText(QRectF(x - room / 2, plot.bottom() + kGap / 2, room, layout.line), Qt::AlignCenter,
                         tr("%1 %").arg(tickText(tick, step)));
    }
}

void AccuracyChart::paintLine(QPainter& painter, const Layout& layout, int strip, const Colors& theme) const
{
    const int index = strips_[strip].index;
    const AccuracyLine& line = lines_[index];
    // Down to the next heading, or to the last row of all.
    int last = strip;
    while (last + 1 < strips_.size() && (line.group.isEmpty() || strips_[last + 1].kind != Strip::Kind::Heading)) ++last;
    const QRectF at = layout.stripAt(strip);
    const double x = layout.x(line.accuracy);
    painter.setPen(seriesPen(theme.real, seriesDash(1 + index), 1.5));
    painter.drawLine(QPointF(x, at.top() + 2), QPointF(x, layout.stripAt(last).bottom()));
    painter.setPen(theme.secondaryText);
    const QString value = percent(line.accuracy);
    const QFontMetricsF metrics(painter.font());
    // Left of the line, as it mostly is far right; right of it where there is more room.
    const QRectF before(at.left(), at.top(), x - kGap - at.left(), at.height()),
        behind(x + kGap, at.top(), at.right() - x - kGap, at.height());
    const bool fits = metrics.horizontalAdvance(line.name + QLatin1Char(' ') + value) <= before.width();
    const QRectF& text = fits || before.width() >= behind.width() ? before : behind;
    const QString name = metrics.elidedText(line.name, Qt::ElideRight, text.width() - metrics.horizontalAdvance(value) - kGap);
    painter.drawText(text, (text == before ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, name + QLatin1Char(' ') + value);
}

void AccuracyChart::paintRow(QPainter& painter, const Layout& layout, int strip, const Colors& theme) const
{
    const AccuracyRow& row = rows_[strips_[strip].index];
    const QRectF at = layout.stripAt(strip);
    const double y = layout.marksAt(strip);
    const bool measured = std::isfinite(row.accuracy);
    const QRectF marks = at.adjusted(kGap / 2, at.height() - layout.strip, -kGap / 2, 0);
    const QRectF name = layout.namesAbove ? at.adjusted(kGap / 2, 2, -kGap / 2, 0) : marks;
    const double room = layout.namesAbove ? name.width() : layout.plot.left() - name.left() - kGap;
    painter.setPen(theme.text);
    painter.drawText(name, Qt::AlignLeft | (layout.namesAbove ? Qt::AlignTop : Qt::AlignVCenter),
                     QFontMetricsF(painter.font()).elidedText(row.name, Qt::ElideMiddle, room));
    painter.drawText(marks, Qt::AlignRight | Qt::AlignVCenter, measured ? percent(row.accuracy) : QStringLiteral("–"));
    if (row.paper) paintMark(painter, Mark::Paper, {layout.x(*row.paper), y}, theme);
    if (measured && std::isfinite(row.low) && std::isfinite(row.high)) {
        painter.setPen(QPen(theme.accent, 1.5));
        painter.drawLine(QPointF(layout.x(row.low), y), QPointF(layout.x(row.high), y));
        for (const double end : {row.low, row.high}) painter.drawLine(QPointF(layout.x(end), y - kDot), QPointF(layout.x(end), y + kDot));
    }
    if (row.mean) paintMark(painter, Mark::Hollow, {layout.x(*row.mean), y}, theme);
    if (measured) paintMark(painter, Mark::Dot, {layout.x(row.accuracy), y}, theme);
}

void AccuracyChart::paintLegend(QPainter& painter, const Layout& layout, const Colors& theme) const
{
    const QList<LegendEntry> entries = legend();
    const LegendFlow flow(layout.legend, int(entries.size()), legendWidth(QFontMetricsF(painter.font())), layout.line);
    for (int i = 0; i < entries.size(); ++i) {
        const QRectF at = flow.entry(i);
        paintMark(painter, entries[i].mark, {at.left() + kSample / 2, at.center().y()}, theme);
        painter.setPen(theme.secondaryText);
        painter.drawText(at.adjusted(kSample + kGap / 2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, entries[i].text);
    }
}

void AccuracyChart::paintChart(QPainter& painter, const Layout& layout, const Colors& theme) const
{
    const QFont font = painter.font();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    paintLegend(painter, layout, theme);
    paintAxis(painter, layout, theme);
    for (int i = 0; i < strips_.size(); ++i)
        if (strips_[i].kind == Strip::Kind::Line) paintLine(painter, layout, i, theme);
    for (int i = 0; i < strips_.size(); ++i) {
        if (strips_[i].kind == Strip::Kind::Row) paintRow(painter, layout, i, theme);
        if (strips_[i].kind != Strip::Kind::Heading) continue;
        const QRectF at = layout.stripAt(i);
        const QString& group = rows_[strips_[i].index].group;
        painter.setFont(bold);
        painter.setPen(theme.text);
        painter.drawText(at, Qt::AlignLeft | Qt::AlignBottom, QFontMetricsF(bold).elidedText(group, Qt::ElideRight, at.width()));
        painter.setFont(font);
    }
}

void AccuracyChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallNumberFont());
    const Colors& theme = colors();
    if (rows_.isEmpty()) {
        paintEmpty(painter, rect(), emptyText_, theme);
    } else {
        const Layout layout = onScreen();
        painter.setPen(theme.text);
        painter.drawText(layout.told, Qt::AlignLeft | Qt::TextWordWrap, told());
        if (hover_ >= 0) painter.fillRect(layout.stripAt(stripOf(hover_)), mixed(theme.window, theme.hairline, 0.4));
        if (current_ >= 0) painter.fillRect(layout.stripAt(stripOf(current_)), theme.accentSoft);
        paintChart(painter, layout, theme);
    }
    paintFocus(painter, rect());
}

void AccuracyChart::paintFigure(QPainter& painter, const QRectF& area) const
{
    if (!rows_.isEmpty()) paintChart(painter, layoutFor(area.adjusted(2, 2, -2, -2), painter.font(), false), printColors());
}

}  // namespace sonoglyph
