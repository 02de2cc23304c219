#include "ui/widgets/accuracy_figure.h"

#include <algorithm>
#include <cmath>

#include <QLocale>

#include "ui/widgets/legend_flow.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

/// Of what belongs to a model but is not its score.
QColor lighter(const Colors& theme) { return mixed(theme.surface, theme.accent, 0.55); }

}  // namespace

QString AccuracyFigure::percent(double share) { return tr("%1 %").arg(QLocale().toString(100 * share, 'f', 1)).replace(u' ', QChar::Nbsp); }

void AccuracyFigure::arrange()
{
    strips.clear();
    double lowest = 1;
    const auto take = [&lowest](double value) {
        if (std::isfinite(value)) lowest = std::min(lowest, value);
    };
    const auto addLines = [&](const QString& group) {
        for (int i = 0; i < lines.size(); ++i) {
            if (lines[i].group != group || !std::isfinite(lines[i].accuracy)) continue;
            strips << Strip{Strip::Kind::Line, i};
            take(lines[i].accuracy);
        }
    };
    if (!rows.isEmpty()) addLines({});
    for (int i = 0; i < rows.size(); ++i) {
        const AccuracyRow& row = rows[i];
        if (!row.group.isEmpty() && (i == 0 || rows[i - 1].group != row.group)) {
            strips << Strip{Strip::Kind::Heading, i};
            addLines(row.group);
        }
        strips << Strip{Strip::Kind::Row, i};
        for (const double value : {row.accuracy, row.low, row.mean.value_or(1), row.paper.value_or(1)}) take(value);
        for (const double value : row.each) take(value);
    }
    lowest = std::clamp(lowest, 0.0, 0.98);
    const double step = niceStep(100 * (1 - lowest), 5) / 100;
    start = std::max(0.0, std::floor(lowest / step + 1e-9) * step);
}

QString AccuracyFigure::fullName(int row) const
{
    QString name = rows[row].name;
    if (!rows[row].below) return name;
    int above = row;
    while (above > 0 && rows[above].below) --above;
    return rows[above].below ? name : tr("%1, %2").arg(rows[above].name, name);
}

QString AccuracyFigure::readout(int row) const
{
    const AccuracyRow& r = rows[row];
    const QString name = fullName(row);
    QString text = (r.group.isEmpty() ? name : tr("%1, %2").arg(r.group, name)) + QStringLiteral(": ");
    if (!std::isfinite(r.accuracy))
        text += tr("not measured");
    else if (r.over.isEmpty())
        text += tr("%1 (%2 to %3)").arg(percent(r.accuracy), percent(r.low), percent(r.high));
    else
        text += tr("mean %1, deviation %2 over %3").arg(percent(r.accuracy), percent(r.high - r.accuracy), r.over);
    if (r.mean) text += QStringLiteral(", ") + tr("from means %1").arg(percent(*r.mean));
    if (r.paper) text += QStringLiteral(", ") + tr("paper %1").arg(percent(*r.paper));
    return text;
}

QList<AccuracyFigure::LegendEntry> AccuracyFigure::legend() const
{
    QList<LegendEntry> entries{{Mark::Dot, tr("from samples")}};
    if (std::any_of(rows.begin(), rows.end(), [](const AccuracyRow& r) { return r.below; }))
        entries << LegendEntry{Mark::Below, tr("other splits")};
    if (std::any_of(rows.begin(), rows.end(), [](const AccuracyRow& r) { return r.mean.has_value(); }))
        entries << LegendEntry{Mark::Hollow, tr("from means")};
    if (std::any_of(rows.begin(), rows.end(), [](const AccuracyRow& r) { return !r.each.isEmpty(); }))
        entries << LegendEntry{Mark::Each, tr("what a mean is of")};
    if (std::any_of(rows.begin(), rows.end(), [](const AccuracyRow& r) { return r.paper.has_value(); }))
        entries << LegendEntry{Mark::Paper, tr("paper")};
    return entries;
}

double AccuracyFigure::legendWidth(const QFontMetricsF& metrics) const
{
    double widest = 0;
    for (const auto& [mark, text] : legend()) widest = std::max(widest, metrics.horizontalAdvance(text));
    return widest + kSample + 2 * kGap;
}

QRectF AccuracyFigure::Layout::stripAt(int i) const
{
    const double top = i > 0 ? ends[i - 1] : 0;
    return {left, plot.top() + top * strip, right - left, (ends[i] - top) * strip};
}

AccuracyFigure::Layout AccuracyFigure::layoutFor(const QRectF& area, const QFont& font, bool tells) const
{
    const QFontMetricsF metrics(font);
    Layout layout;
    layout.start = start;
    layout.line = metrics.height();
    layout.left = area.left();
    layout.right = area.right();
    double told = 0, name = 0;
    for (int i = 0; i < rows.size(); ++i) {
        name = std::max(name, metrics.horizontalAdvance(rows[i].name) + indentOf(rows[i]));
        // As high as the longest text needs, so that the rows stay where they are.
        if (tells) told = std::max(told, metrics.boundingRect(QRectF(0, 0, area.width(), 1e4), Qt::TextWordWrap, readout(i)).height());
    }
    layout.told = QRectF(area.left(), area.top(), area.width(), told);
    const QRectF below = area.adjusted(0, told > 0 ? told + kGap : 0, 0, 0);
    layout.legend = QRectF(below.left(), below.top(), below.width(),
                           LegendFlow(below, int(legend().size()), legendWidth(metrics), layout.line).height());
    const double number = metrics.horizontalAdvance(percent(1)) + kGap;
    layout.namesAbove = name > 0.4 * area.width();
    layout.plot = QRectF(QPointF(area.left() + (layout.namesAbove ? kDot : name) + 2 * kGap, layout.legend.bottom() + kGap),
                         QPointF(area.right() - number - kDot, area.bottom() - layout.line - kGap));
    double end = 0;
    for (const Strip& strip : strips) layout.ends << (end += layout.namesAbove && strip.kind == Strip::Kind::Row ? 1.8 : 1);
    layout.strip = std::clamp(layout.plot.height() / std::max(1.0, end), 1.0, 1.8 * layout.line);
    layout.plot.setHeight(layout.strip * end);
    return layout;
}

int AccuracyFigure::stripOf(int row) const
{
    const auto at =
        std::find_if(strips.begin(), strips.end(), [row](const Strip& s) { return s.kind == Strip::Kind::Row && s.index == row; });
    return int(at - strips.begin());
}

QSizeF AccuracyFigure::size() const { return {320, 50 + 13.0 * double(std::max<qsizetype>(strips.size(), 4))}; }

QString AccuracyFigure::csv() const
{
    if (rows.isEmpty()) return {};
    const auto number = [](double value) { return std::isfinite(value) ? QString::number(value, 'g', 7) : QString(); };
    const auto maybe = [&number](const std::optional<double>& value) { return value ? number(*value) : QString(); };
    // Low and high are one deviation beside a mean of several, else the ends of an interval.
    QString csv = QStringLiteral("group,name,accuracy,low,high,mean,paper,mean_over\n");
    const auto add = [&csv](const QStringList& fields) { csv += fields.join(QLatin1Char(',')) + QLatin1Char('\n'); };
    for (int i = 0; i < rows.size(); ++i) {
        const AccuracyRow& r = rows[i];
        add({csvField(r.group), csvField(fullName(i)), number(r.accuracy), number(r.low), number(r.high), maybe(r.mean), maybe(r.paper),
             csvField(r.over)});
    }
    for (const Strip& strip : strips) {
        if (strip.kind != Strip::Kind::Line) continue;
        const AccuracyLine& line = lines[strip.index];
        add({csvField(line.group), csvField(line.name), number(line.accuracy), {}, {}, {}, {}, {}});
    }
    return csv;
}

void AccuracyFigure::paintMark(QPainter& painter, Mark mark, const QPointF& at, const Colors& theme)
{
    switch (mark) {
    case Mark::Dot:
    case Mark::Below:
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark == Mark::Dot ? theme.accent : lighter(theme));
        painter.drawEllipse(at, kDot, kDot);
        break;
    case Mark::Each:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.secondaryText);
        painter.drawEllipse(at, kDot / 2.5, kDot / 2.5);
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

void AccuracyFigure::paintAxis(QPainter& painter, const Layout& layout, const Colors& theme) const
{
    const QRectF& plot = layout.plot;
    const int most = std::max(1, int(plot.width() / (3.5 * layout.line)));
    const double step = niceStep(100 * (1 - start), most), room = 100;
    for (const double tick : niceTicks(100 * start, 100, most)) {
        const double x = layout.x(tick / 100);
        painter.setPen(theme.hairline);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        painter.setPen(theme.secondaryText);
        painter.drawText(QRectF(x - room / 2, plot.bottom() + kGap / 2, room, layout.line), Qt::AlignCenter,
                         tr("%1 %").arg(tickText(tick, step)));
    }
}

void AccuracyFigure::paintLine(QPainter& painter, const Layout& layout, int strip, const Colors& theme) const
{
    const int index = strips[strip].index;
    const AccuracyLine& line = lines[index];
    // Down to the next heading, or to the last row of all.
    int last = strip;
    while (last + 1 < strips.size() && (line.group.isEmpty() || strips[last + 1].kind != Strip::Kind::Heading)) ++last;
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

void AccuracyFigure::paintRow(QPainter& painter, const Layout& layout, int strip, const Colors& theme) const
{
    const AccuracyRow& row = rows[strips[strip].index];
    const QRectF at = layout.stripAt(strip);
    const double y = layout.marksAt(strip);
    const bool measured = std::isfinite(row.accuracy);
    const QRectF marks = at.adjusted(kGap / 2, at.height() - layout.strip, -kGap / 2, 0);
    const QRectF name = layout.namesAbove ? at.adjusted(kGap / 2, 2, -kGap / 2, 0) : marks;
    const double room = (layout.namesAbove ? name.width() : layout.plot.left() - name.left() - kGap) - indentOf(row);
    painter.setPen(row.below ? theme.secondaryText : theme.text);
    painter.drawText(name.adjusted(indentOf(row), 0, 0, 0), Qt::AlignLeft | (layout.namesAbove ? Qt::AlignTop : Qt::AlignVCenter),
                     QFontMetricsF(painter.font()).elidedText(row.name, Qt::ElideMiddle, room));
    painter.drawText(marks, Qt::AlignRight | Qt::AlignVCenter, measured ? percent(row.accuracy) : QStringLiteral("–"));
    if (row.paper) paintMark(painter, Mark::Paper, {layout.x(*row.paper), y}, theme);
    if (measured && std::isfinite(row.low) && std::isfinite(row.high)) {
        // A deviation may reach beyond what an accuracy can be.
        const double low = std::max(row.low, start), high = std::min(row.high, 1.0);
        painter.setPen(QPen(row.below ? lighter(theme) : theme.accent, 1.5));
        painter.drawLine(QPointF(layout.x(low), y), QPointF(layout.x(high), y));
        for (const double end : {low, high}) painter.drawLine(QPointF(layout.x(end), y - kDot), QPointF(layout.x(end), y + kDot));
    }
    if (row.mean) paintMark(painter, Mark::Hollow, {layout.x(*row.mean), y}, theme);
    for (const double one : row.each) paintMark(painter, Mark::Each, {layout.x(one), y + 1.5 * kDot}, theme);
    if (measured) paintMark(painter, row.below ? Mark::Below : Mark::Dot, {layout.x(row.accuracy), y}, theme);
}

void AccuracyFigure::paintLegend(QPainter& painter, const Layout& layout, const Colors& theme) const
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

void AccuracyFigure::paintChart(QPainter& painter, const Layout& layout, const Colors& theme) const
{
    const QFont font = painter.font();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    paintLegend(painter, layout, theme);
    paintAxis(painter, layout, theme);
    for (int i = 0; i < strips.size(); ++i)
        if (strips[i].kind == Strip::Kind::Line) paintLine(painter, layout, i, theme);
    for (int i = 0; i < strips.size(); ++i) {
        if (strips[i].kind == Strip::Kind::Row) paintRow(painter, layout, i, theme);
        if (strips[i].kind != Strip::Kind::Heading) continue;
        const QRectF at = layout.stripAt(i);
        const QString& group = rows[strips[i].index].group;
        painter.setFont(bold);
        painter.setPen(theme.text);
        painter.drawText(at, Qt::AlignLeft | Qt::AlignBottom, QFontMetricsF(bold).elidedText(group, Qt::ElideRight, at.width()));
        painter.setFont(font);
    }
}

void AccuracyFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    if (!rows.isEmpty()) paintChart(painter, layoutFor(area.adjusted(2, 2, -2, -2), painter.font(), false), theme);
}

}  // namespace sonoglyph
