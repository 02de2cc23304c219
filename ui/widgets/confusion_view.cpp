#include "ui/widgets/confusion_view.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr QPoint nowhere{-1, -1};
constexpr double gap = 4, fullError = 0.2, longestLabel = 96;

QString whole(std::int64_t count) { return QLocale().toString(qlonglong(count)); }

QString percent(double share) { return ConfusionView::tr("%1 %").arg(QLocale().toString(100 * share, 'f', 1)).replace(u' ', QChar::Nbsp); }

QColor readableOn(const QColor& fill)
{
    const QColor black(Qt::black), white(Qt::white);
    return contrast(fill, black) > contrast(fill, white) ? black : white;
}

}  // namespace

ConfusionView::ConfusionView(QWidget* parent) : FigureView(parent), emptyText_(tr("The table appears when a model has been evaluated."))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setToolTip(tr("How LeNet-5 reads the images of each spoken label. Arrow keys choose a cell."));
    describe();
}

QString ConfusionView::kindOfFigure() const { return tr("Confusion of labels"); }

void ConfusionView::setCounts(const ConfusionCounts& counts, const QStringList& labels)
{
    counts_ = counts;
    labels_ = labels;
    sums_.assign(counts_.size(), 0);
    total_ = right_ = 0;
    if (!isLabel(chosen_.y()) || !isLabel(chosen_.x())) chosen_ = nowhere;
    hover_ = nowhere;
    for (std::size_t spoken = 0; spoken < counts_.size(); ++spoken) {
        for (std::int64_t& count : counts_[spoken]) {
            count = std::max<std::int64_t>(count, 0);
            sums_[spoken] += count;
        }
        total_ += sums_[spoken];
        right_ += counts_[spoken][spoken];
    }
    describe();
    update();
}

void ConfusionView::setNumbers(Numbers numbers)
{
    numbers_ = numbers;
    update();
}

void ConfusionView::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

void ConfusionView::choose(int spoken, int read)
{
    chosen_ = isLabel(spoken) && isLabel(read) ? QPoint(read, spoken) : nowhere;
    describe();
    update();
}

double ConfusionView::shareOf(int spoken, int read) const
{
    const std::int64_t sum = sums_[std::size_t(spoken)];
    return sum > 0 ? double(countOf(spoken, read)) / double(sum) : 0;
}

QString ConfusionView::readout(int spoken, int read) const
{
    return tr("a spoken %1 is read as %2: %3 of %4 (%5)")
        .arg(labels_[spoken], labels_[read], whole(countOf(spoken, read)), whole(sums_[std::size_t(spoken)]),
             percent(shareOf(spoken, read)));
}

QString ConfusionView::told() const
{
    const QPoint cell = hover_ != nowhere ? hover_ : chosen_;
    if (cell != nowhere) return readout(cell.y(), cell.x());
    return tr("read right: %1 of %2 (%3)")
        .arg(whole(right_), whole(total_), percent(double(right_) / double(std::max<std::int64_t>(total_, 1))));
}

QRectF ConfusionView::Layout::cell(int spoken, int read) const
{
    const double side = cells.width() / labels;
    return {cells.left() + read * side, cells.top() + spoken * side, side, side};
}

ConfusionView::Layout ConfusionView::layoutFor(const QRectF& area, const QFont& font, bool tells) const
{
    const QFontMetricsF metrics(font);
    Layout layout;
    layout.line = metrics.height();
    layout.labels = std::max(1, size());
    const int largest = int(std::max_element(sums_.begin(), sums_.end()) - sums_.begin());
    // As high as the longest text needs, so that the cells stay where they are.
    const double lines = !tells ? 0 : metrics.horizontalAdvance(readout(largest, largest)) > area.width() ? 2 : 1;
    layout.told = QRectF(area.left(), area.top(), area.width(), lines * layout.line);
    const double above = layout.told.height() + 2 * layout.line + gap;
    const double left = layout.line + widestLabel(font) + 2 * gap;
    const double right =
        std::max(metrics.horizontalAdvance(whole(sums_[std::size_t(largest)])), metrics.horizontalAdvance(tr("all"))) + gap;
    const double side = std::max(1.0, std::min(area.width() - left - right, area.height() - above));
    layout.cells = QRectF(area.left() + left + (area.width() - left - right - side) / 2, area.top() + above, side, side);
    return layout;
}

double ConfusionView::widestLabel(const QFont& font) const
{
    const QFontMetricsF metrics(font);
    double widest = metrics.horizontalAdvance(u'0');
    for (const QString& label : labels_) widest = std::max(widest, metrics.horizontalAdvance(label));
    return std::min(widest, longestLabel);
}

ConfusionView::Layout ConfusionView::onScreen() const
{
    return layoutFor(QRectF(rect()).adjusted(gap, gap, -gap, -gap), smallNumberFont(), true);
}

QRectF ConfusionView::cellRect(int spoken, int read) const { return onScreen().cell(spoken, read); }

QColor ConfusionView::fillOf(int spoken, int read, const Colors& theme) const
{
    const double share = shareOf(spoken, read);
    return spoken == read ? mixed(theme.surface, theme.accent, share)
                          : mixed(theme.surface, theme.negative, std::sqrt(std::min(1.0, share / fullError)));
}

QString ConfusionView::numberOf(int spoken, int read) const
{
    const std::int64_t count = countOf(spoken, read);
    if (count == 0) return {};
    if (numbers_ == Numbers::Counts) return QString::number(count);
    const double share = 100 * shareOf(spoken, read);
    return QLocale().toString(share, 'f', share >= 99.95 ? 0 : 1);
}

void ConfusionView::paintNumbers(QPainter& painter, const Layout& layout, const Colors& theme) const
{
    const QFont font = painter.font();
    const QFontMetricsF metrics(font);
    double widest = 1;
    const int n = size();
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

void ConfusionView::paintTable(QPainter& painter, const Layout& layout, const Colors& theme) const
{
    const QRectF& cells = layout.cells;
    const double line = layout.line, room = 1000;
    painter.setPen(theme.secondaryText);
    painter.drawText(QRectF(cells.left(), cells.top() - 2 * line - gap, cells.width(), line), Qt::AlignCenter, tr("read"));
    painter.drawText(QRectF(cells.right() + gap, cells.top() - line - gap / 2, room, line), Qt::AlignLeft | Qt::AlignVCenter, tr("all"));
    const int n = size();
    const QFontMetricsF metrics(painter.font());
    for (int label = 0; label < n; ++label) {
        const QRectF above = layout.cell(0, label), beside = layout.cell(label, 0);
        painter.drawText(QRectF(above.left(), cells.top() - line - gap / 2, above.width(), line), Qt::AlignCenter,
                         metrics.elidedText(labels_[label], Qt::ElideRight, above.width()));
        painter.drawText(QRectF(cells.left() - gap - room, beside.top(), room, beside.height()), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(labels_[label], Qt::ElideRight, longestLabel));
        painter.drawText(QRectF(cells.right() + gap, beside.top(), room, beside.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         whole(sums_[std::size_t(label)]));
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

void ConfusionView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallNumberFont());
    const Colors& theme = colors();
    if (isEmpty()) {
        paintEmpty(painter, rect(), emptyText_, theme);
    } else {
        const Layout layout = onScreen();
        painter.setPen(theme.text);
        painter.drawText(layout.told, Qt::AlignCenter | Qt::TextWordWrap, told());
        paintTable(painter, layout, theme);
        painter.setBrush(Qt::NoBrush);
        for (const QPoint& cell : {hover_, chosen_}) {
            if (cell == nowhere) continue;
            painter.setPen(QPen(theme.text, cell == chosen_ ? 2 : 1));
            painter.drawRect(layout.cell(cell.y(), cell.x()).adjusted(1, 1, -1, -1));
        }
    }
    paintFocus(painter, rect());
}

void ConfusionView::paintFigure(QPainter& painter, const QRectF& area) const
{
    if (!isEmpty()) paintTable(painter, layoutFor(area.adjusted(2, 2, -2, -2), painter.font(), false), printColors());
}

QString ConfusionView::figureCsv() const
{
    if (isEmpty()) return {};
    QString csv = QStringLiteral("spoken,read,count,share\n");
    const int n = size();
    for (int i = 0; i < n * n; ++i)
        csv += QStringLiteral("%1,%2,%3,%4\n")
                   .arg(csvField(labels_[i / n]), csvField(labels_[i % n]))
                   .arg(countOf(i / n, i % n))
                   .arg(shareOf(i / n, i % n), 0, 'g', 7);
    return csv;
}

QPoint ConfusionView::cellAt(const QPointF& position) const
{
    const QRectF cells = onScreen().cells;
    if (isEmpty() || !cells.contains(position)) return nowhere;
    const QPointF at = (position - cells.topLeft()) / cells.width() * size();
    return {std::min(int(at.x()), size() - 1), std::min(int(at.y()), size() - 1)};
}

void ConfusionView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint cell = cellAt(event->position());
    if (cell == hover_) return;
    hover_ = cell;
    setCursor(cell == nowhere ? Qt::ArrowCursor : Qt::PointingHandCursor);
    describe();
    update();
}

void ConfusionView::leaveEvent(QEvent*)
{
    hover_ = nowhere;
    describe();
    update();
}

void ConfusionView::mousePressEvent(QMouseEvent* event)
{
    const QPoint cell = cellAt(event->position());
    if (event->button() != Qt::LeftButton || cell == nowhere) return;
    choose(cell.y(), cell.x());
    Q_EMIT cellChosen(spoken(), read());
}

void ConfusionView::keyPressEvent(QKeyEvent* event)
{
    QPoint cell = chosen_ == nowhere ? QPoint(0, 0) : chosen_;
    switch (event->key()) {
    case Qt::Key_Left:
        --cell.rx();
        break;
    case Qt::Key_Right:
        ++cell.rx();
        break;
    case Qt::Key_Up:
        --cell.ry();
        break;
    case Qt::Key_Down:
        ++cell.ry();
        break;
    case Qt::Key_Home:
        cell.setX(0);
        break;
    case Qt::Key_End:
        cell.setX(size() - 1);
        break;
    default:
        return FigureView::keyPressEvent(event);
    }
    if (isEmpty()) return FigureView::keyPressEvent(event);
    // The first key shows where one is.
    if (chosen_ == nowhere) cell = {0, 0};
    cell = {std::clamp(cell.x(), 0, size() - 1), std::clamp(cell.y(), 0, size() - 1)};
    if (cell == chosen_) return;
    hover_ = nowhere;
    choose(cell.y(), cell.x());
    Q_EMIT cellChosen(spoken(), read());
}

void ConfusionView::describe()
{
    setAccessibleName(figureTitle());
    setAccessibleDescription(isEmpty() ? emptyText_ : told());
}

}  // namespace sonoglyph
