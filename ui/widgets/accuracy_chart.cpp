#include "ui/widgets/accuracy_chart.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QResizeEvent>

#include "ui/widgets/legend_flow.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

AccuracyChart::AccuracyChart(QWidget* parent) : FigureView(parent), emptyText_(tr("The accuracies appear when a model has been evaluated."))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    setToolTip(tr("How many images LeNet-5 reads right. Arrow keys move, Return chooses a row."));
    describe();
}

QString AccuracyChart::percent(double share) { return tr("%1 %").arg(QLocale().toString(100 * share, 'f', 1)).replace(u' ', QChar::Nbsp); }

QString AccuracyChart::kindOfFigure() const { return tr("Accuracy of the models"); }

void AccuracyChart::setRows(const QList<AccuracyRow>& rows, const QList<AccuracyLine>& lines)
{
    rows_ = rows;
    lines_ = lines;
    arrange();
    hover_ = -1;
    setCurrent(current_);
    updateGeometry();
}

void AccuracyChart::arrange()
{
    strips_.clear();
    double lowest = 1;
    const auto take = [&lowest](double value) {
        if (std::isfinite(value)) lowest = std::min(lowest, value);
    };
    const auto addLines = [&](const QString& group) {
        for (int i = 0; i < lines_.size(); ++i) {
            if (lines_[i].group != group || !std::isfinite(lines_[i].accuracy)) continue;
            strips_ << Strip{Strip::Kind::Line, i};
            take(lines_[i].accuracy);
        }
    };
    if (!rows_.isEmpty()) addLines({});
    for (int i = 0; i < rows_.size(); ++i) {
        const AccuracyRow& row = rows_[i];
        if (!row.group.isEmpty() && (i == 0 || rows_[i - 1].group != row.group)) {
            strips_ << Strip{Strip::Kind::Heading, i};
            addLines(row.group);
        }
        strips_ << Strip{Strip::Kind::Row, i};
        for (const double value : {row.accuracy, row.low, row.mean.value_or(1), row.paper.value_or(1)}) take(value);
    }
    lowest = std::clamp(lowest, 0.0, 0.98);
    const double step = niceStep(100 * (1 - lowest), 5) / 100;
    start_ = std::max(0.0, std::floor(lowest / step + 1e-9) * step);
}

void AccuracyChart::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

void AccuracyChart::setCurrent(int row)
{
    current_ = row >= 0 && row < rows_.size() ? row : -1;
    describe();
    update();
}

QString AccuracyChart::readout(int row) const
{
    const AccuracyRow& r = rows_[row];
    QString text = r.group.isEmpty() ? r.name : tr("%1, %2").arg(r.group, r.name);
    text +=
        QStringLiteral(": ") +
        (std::isfinite(r.accuracy) ? tr("%1 (%2 to %3)").arg(percent(r.accuracy), percent(r.low), percent(r.high)) : tr("not measured"));
    if (r.mean) text += QStringLiteral(", ") + tr("from means %1").arg(percent(*r.mean));
    if (r.paper) text += QStringLiteral(", ") + tr("paper %1").arg(percent(*r.paper));
    return text;
}

QString AccuracyChart::told() const
{
    const int row = hover_ >= 0 ? hover_ : current_;
    return row >= 0 ? readout(row) : tr("Accuracy, with its 95 % interval");
}

QList<AccuracyChart::LegendEntry> AccuracyChart::legend() const
{
    QList<LegendEntry> entries{{Mark::Dot, tr("from samples")}};
    if (std::any_of(rows_.begin(), rows_.end(), [](const AccuracyRow& r) { return r.mean.has_value(); }))
        entries << LegendEntry{Mark::Hollow, tr("from means")};
    if (std::any_of(rows_.begin(), rows_.end(), [](const AccuracyRow& r) { return r.paper.has_value(); }))
        entries << LegendEntry{Mark::Paper, tr("paper")};
    return entries;
}

double AccuracyChart::legendWidth(const QFontMetricsF& metrics) const
{
    double widest = 0;
    for (const auto& [mark, text] : legend()) widest = std::max(widest, metrics.horizontalAdvance(text));
    return widest + kSample + 2 * kGap;
}

QRectF AccuracyChart::Layout::stripAt(int i) const
{
    const double top = i > 0 ? ends[i - 1] : 0;
    return {left, plot.top() + top * strip, right - left, (ends[i] - top) * strip};
}

AccuracyChart::Layout AccuracyChart::layoutFor(const QRectF& area, const QFont& font, bool tells) const
{
    const QFontMetricsF metrics(font);
    Layout layout;
    layout.start = start_;
    layout.line = metrics.height();
    layout.left = area.left();
    layout.right = area.right();
    double told = 0, name = 0;
    for (int i = 0; i < rows_.size(); ++i) {
        name = std::max(name, metrics.horizontalAdvance(rows_[i].name));
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
    for (const Strip& strip : strips_) layout.ends << (end += layout.namesAbove && strip.kind == Strip::Kind::Row ? 1.8 : 1);
    layout.strip = std::clamp(layout.plot.height() / std::max(1.0, end), 1.0, 1.8 * layout.line);
    layout.plot.setHeight(layout.strip * end);
    return layout;
}

int AccuracyChart::stripOf(int row) const
{
    const auto at =
        std::find_if(strips_.begin(), strips_.end(), [row](const Strip& s) { return s.kind == Strip::Kind::Row && s.index == row; });
    return int(at - strips_.begin());
}

AccuracyChart::Layout AccuracyChart::onScreen() const
{
    return layoutFor(QRectF(rect()).adjusted(kGap, kGap, -kGap, -kGap), smallNumberFont(), true);
}

QRectF AccuracyChart::rowRect(int row) const { return onScreen().stripAt(stripOf(row)); }

QPointF AccuracyChart::placeOf(int row, double accuracy) const
{
    const Layout layout = onScreen();
    return {layout.x(accuracy), layout.marksAt(stripOf(row))};
}

QSizeF AccuracyChart::figureSize() const { return {320, 50 + 13.0 * double(std::max<qsizetype>(strips_.size(), 4))}; }

QSize AccuracyChart::minimumSizeHint() const
{
    constexpr int narrow = 260;
    const Layout layout = layoutFor(QRectF(kGap, kGap, std::max(narrow, width()) - 2 * kGap, 0), smallNumberFont(), true);
    const double rows = layout.ends.isEmpty() ? 4 : layout.ends.last();
    return {narrow, int(std::ceil(layout.plot.top() + (1.1 * rows + 1) * layout.line + 2 * kGap))};
}

QSize AccuracyChart::sizeHint() const
{
    return {560, minimumSizeHint().height() + int(0.4 * double(strips_.size()) * QFontMetricsF(smallNumberFont()).height())};
}

QString AccuracyChart::figureCsv() const
{
    if (rows_.isEmpty()) return {};
    const auto number = [](double value) { return std::isfinite(value) ? QString::number(value, 'g', 7) : QString(); };
    const auto maybe = [&number](const std::optional<double>& value) { return value ? number(*value) : QString(); };
    QString csv = QStringLiteral("group,name,accuracy,low,high,mean,paper\n");
    const auto add = [&csv](const QStringList& fields) { csv += fields.join(QLatin1Char(',')) + QLatin1Char('\n'); };
    for (const AccuracyRow& r : rows_)
        add({csvField(r.group), csvField(r.name), number(r.accuracy), number(r.low), number(r.high), maybe(r.mean), maybe(r.paper)});
    for (const Strip& strip : strips_) {
        if (strip.kind != Strip::Kind::Line) continue;
        const AccuracyLine& line = lines_[strip.index];
        add({csvField(line.group), csvField(line.name), number(line.accuracy), {}, {}, {}, {}});
    }
    return csv;
}

int AccuracyChart::rowAt(const QPointF& position) const
{
    const Layout layout = onScreen();
    for (int i = 0; i < strips_.size(); ++i)
        if (strips_[i].kind == Strip::Kind::Row && layout.stripAt(i).contains(position)) return strips_[i].index;
    return -1;
}

void AccuracyChart::resizeEvent(QResizeEvent* event)
{
    // Narrower, texts take more lines.
    if (event->oldSize().width() != event->size().width()) updateGeometry();
}

void AccuracyChart::mouseMoveEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position());
    if (row == hover_) return;
    hover_ = row;
    setCursor(row < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    describe();
    update();
}

void AccuracyChart::leaveEvent(QEvent*)
{
    hover_ = -1;
    describe();
    update();
}

void AccuracyChart::mousePressEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position());
    if (event->button() != Qt::LeftButton || row < 0) return;
    setCurrent(row);
    Q_EMIT rowChosen(row);
}

void AccuracyChart::keyPressEvent(QKeyEvent* event)
{
    if (rows_.isEmpty()) return FigureView::keyPressEvent(event);
    const int last = int(rows_.size()) - 1;
    hover_ = -1;
    switch (event->key()) {
    case Qt::Key_Up:
        return setCurrent(std::max(current_ - 1, 0));
    case Qt::Key_Down:
        return setCurrent(std::min(current_ + 1, last));
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current_ >= 0) Q_EMIT rowChosen(current_);
        return;
    default:
        FigureView::keyPressEvent(event);
    }
}

void AccuracyChart::describe()
{
    setAccessibleName(figureTitle());
    setAccessibleDescription(rows_.isEmpty() ? emptyText_ : told());
}

}  // namespace sonoglyph
