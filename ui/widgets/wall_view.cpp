#include "ui/widgets/wall_view.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>

#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double rowHeads = 11 * kGrid, gap = kGrid, smallest = 28, largest = 168, mark = 3;
constexpr int headLines = 2;

/// Samples stand in a square.
int perSide(qsizetype images) { return std::max(1, int(std::ceil(std::sqrt(double(images))))); }

}  // namespace

WallView::WallView(QWidget* parent) : FigureView(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    describe();
}

QString WallView::kindOfFigure() const { return tr("Alpha wall"); }

void WallView::setHeads(const QList<WallHead>& rows, const QList<WallHead>& columns)
{
    const bool others = rows.size() != rows_.size() || columns.size() != columns_.size();
    rows_ = rows;
    columns_ = columns;
    if (others) {
        endDrag();
        cells_ = QList<WallCell>(rows.size() * columns.size());
        updateGeometry();
    }
    const auto inside = [this](QPoint cell) { return cell.x() < columnCount() && cell.y() < rowCount(); };
    if (!inside(current_)) current_ = {-1, -1};
    if (!inside(hover_)) hover_ = {-1, -1};
    describe();
    update();
}

void WallView::setCell(int row, int column, const WallCell& cell)
{
    WallCell& kept = cells_[row * columnCount() + column];
    kept = cell;
    for (QImage& image : kept.images) image = toGrey(image);
    const Layout layout = layoutFor(rect(), smallNumberFont());
    const QRectF place = cellIn(layout, row, column);
    update((place | readingIn(layout, place)).adjusted(-2, -2, 2, 2).toAlignedRect());
    if (QPoint(column, row) == current_) describe();
}

void WallView::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

void WallView::setCurrentCell(QPoint cell)
{
    if (cell.x() >= columnCount() || cell.y() >= rowCount()) cell = {-1, -1};
    current_ = cell;
    describe();
    update();
}

WallView::Layout WallView::layoutFor(const QRectF& area, const QFont& font) const
{
    Layout layout;
    layout.line = QFontMetricsF(font).height();
    const double heads = headLines * layout.line + mark + kGrid;
    const int columns = std::max(1, columnCount()), rows = std::max(1, rowCount());
    const double wide = (area.width() - rowHeads - 4) / columns - gap;
    const double high = (area.height() - heads - 4) / rows - gap / 2;
    // The digit at least; its probability where there is room for it.
    const double reading = QFontMetricsF(font).horizontalAdvance(QStringLiteral("8 ✕")) + gap;
    // Where rows are low and columns wide, images are larger with the readings beside them.
    const double below = std::min(wide, high - layout.line), next = std::min(wide - reading, high);
    layout.beside = next > below;
    layout.side = std::floor(std::clamp(std::max(below, next), smallest, largest));
    // Headings get what room there is.
    const double least = layout.side + (layout.beside ? reading : 0) + gap;
    layout.stepX = std::clamp(wide + gap, least, std::max(least, 2.4 * layout.side + gap));
    layout.stepY = std::max(layout.side + (layout.beside ? 0 : layout.line) + gap / 2, headLines * layout.line);
    layout.origin = area.topLeft() + QPointF(rowHeads, heads);
    return layout;
}

QRectF WallView::cellIn(const Layout& layout, int row, int column)
{
    return {layout.origin.x() + column * layout.stepX, layout.origin.y() + row * layout.stepY, layout.side, layout.side};
}

QRectF WallView::readingIn(const Layout& layout, const QRectF& cell)
{
    if (!layout.beside) return {cell.left(), cell.bottom() + 1, layout.stepX - gap, layout.line};
    return {cell.right() + gap / 2, cell.top(), layout.stepX - cell.width() - gap, cell.height()};
}

QRectF WallView::cellRect(int row, int column) const { return cellIn(layoutFor(rect(), smallNumberFont()), row, column); }

QRectF WallView::columnHeadRect(int column) const
{
    const Layout layout = layoutFor(rect(), smallNumberFont());
    const QRectF first = cellIn(layout, 0, column);
    return {first.left(), 0, layout.stepX - gap, first.top()};
}

QRectF WallView::rowHeadRect(int row) const
{
    const QRectF first = cellRect(row, 0);
    return {0, first.top(), rowHeads - kGrid, first.height()};
}

QSize WallView::minimumSizeHint() const
{
    const double line = QFontMetricsF(smallNumberFont()).height();
    const double reading = QFontMetricsF(smallNumberFont()).horizontalAdvance(QStringLiteral("8 ✕")) + gap;
    return {int(rowHeads + std::max(1, columnCount()) * (smallest + reading + gap)) + 4,
            int(headLines * line + mark + kGrid + std::max(1, rowCount()) * (smallest + gap / 2)) + 4};
}

void WallView::paintCell(QPainter& painter, const QRectF& place, const WallCell& cell, const Colors& theme, bool print) const
{
    if (cell.images.isEmpty()) {
        painter.fillRect(place, theme.mat);
        painter.setPen(theme.onMat);
        painter.drawText(place, Qt::AlignCenter, cell.trouble.isEmpty() ? QStringLiteral("…") : QStringLiteral("–"));
        return;
    }
    painter.save();
    if (cell.waiting && !print) painter.setOpacity(0.55);
    const int side = perSide(cell.images.size());
    const double between = side > 1 ? 1 : 0, small = (place.width() - between * (side - 1)) / side;
    if (side > 1) painter.fillRect(place, theme.mat);
    for (int i = 0; i < cell.images.size(); ++i) {
        const QRectF where(place.left() + (i % side) * (small + between), place.top() + (i / side) * (small + between), small, small);
        painter.drawImage(where, print ? enlarged(cell.images[i], 8) : cell.images[i]);
    }
    painter.restore();
}

void WallView::paintReading(QPainter& painter, const QRectF& line, const WallCell& cell, const Colors& theme) const
{
    if (cell.read.isEmpty() || cell.images.isEmpty()) return;
    const QFont font = painter.font();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    // Never by colour alone: what is read wrongly is also crossed.
    painter.setPen(cell.wrong ? theme.warning : theme.text);
    const QString digit = cell.wrong ? tr("%1 ✕").arg(cell.read) : cell.read;
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, digit);
    const double used = QFontMetricsF(bold).horizontalAdvance(digit) + 5;
    painter.setFont(font);
    painter.setPen(theme.secondaryText);
    const QString sure = tr("%1 %").arg(QLocale().toString(std::lround(100 * cell.sure)));
    if (used + QFontMetricsF(font).horizontalAdvance(sure) <= line.width())
        painter.drawText(line.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, sure);
}

void WallView::paintWall(QPainter& painter, const QRectF& area, const Colors& theme, bool print) const
{
    const Layout layout = layoutFor(area, painter.font());
    const QFont font = painter.font();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font), boldMetrics(bold);
    for (int column = 0; column < columnCount(); ++column) {
        const WallHead& head = columns_[column];
        const QRectF first = cellIn(layout, 0, column);
        const double width = layout.stepX - gap, top = first.top() - kGrid / 2 - mark;
        if (head.color.isValid()) painter.fillRect(QRectF(first.left(), top, head.pinned ? width : layout.side, mark), head.color);
        QRectF line(first.left(), top - headLines * layout.line, width, layout.line);
        painter.setFont(bold);
        painter.setPen(head.pinned || (column == pressedHead_ && dropGap_ >= 0) ? theme.accent : theme.text);
        painter.drawText(line, Qt::AlignLeft, boldMetrics.elidedText(head.title, Qt::ElideMiddle, width));
        line.translate(0, layout.line);
        painter.setFont(font);
        painter.setPen(head.live ? theme.accent : theme.secondaryText);
        painter.drawText(line, Qt::AlignLeft, metrics.elidedText(head.detail, Qt::ElideRight, width));
    }
    for (int row = 0; row < rowCount(); ++row) {
        const WallHead& head = rows_[row];
        const QRectF first = cellIn(layout, row, 0);
        const double width = rowHeads - kGrid;
        QRectF line(area.left(), first.center().y() - layout.line, width, layout.line);
        painter.setFont(bold);
        painter.setPen(theme.text);
        painter.drawText(line, Qt::AlignLeft, boldMetrics.elidedText(head.title, Qt::ElideRight, width));
        line.translate(0, layout.line);
        painter.setFont(font);
        painter.setPen(theme.secondaryText);
        painter.drawText(line, Qt::AlignLeft, metrics.elidedText(head.detail, Qt::ElideRight, width));
        for (int column = 0; column < columnCount(); ++column) {
            const QRectF place = cellIn(layout, row, column);
            paintCell(painter, place, cell(row, column), theme, print);
            paintReading(painter, readingIn(layout, place), cell(row, column), theme);
            painter.setFont(font);
        }
    }
    if (print) return;
    if (dropGap_ >= 0) {
        const double x = layout.origin.x() + dropGap_ * layout.stepX - gap / 2;
        painter.setPen(QPen(theme.accent, 2));
        painter.drawLine(QPointF(x, area.top() + 2), QPointF(x, cellIn(layout, rowCount() - 1, 0).bottom()));
    }
    const auto frame = [&](QPoint at, const QColor& color) {
        if (at.x() < 0) return;
        painter.setPen(QPen(color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cellIn(layout, at.y(), at.x()).adjusted(-1, -1, 1, 1));
    };
    frame(hover_, theme.secondaryText);
    frame(current_, theme.accent);
}

void WallView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    if (rows_.isEmpty() || columns_.isEmpty())
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        paintWall(painter, rect(), colors(), false);
    paintFocus(painter, rect());
}

QSizeF WallView::figureSize() const
{
    return {rowHeads + std::max(1, columnCount()) * (56.0 + gap) + 8, std::max(1, rowCount()) * 72.0 + 48};
}

void WallView::paintFigure(QPainter& painter, const QRectF& area) const
{
    paintWall(painter, area.adjusted(2, 2, -2, -2), printColors(), true);
}

QString WallView::figureCsv() const
{
    if (rows_.isEmpty() || columns_.isEmpty()) return {};
    QString csv = QStringLiteral("sound,model,label,probability\n");
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            const WallCell& shown = cell(row, column);
            if (shown.read.isEmpty()) continue;
            const WallHead& head = rows_[row];
            csv += QStringLiteral("%1,%2,%3,%4\n")
                       .arg(csvField(QStringLiteral("%1 %2").arg(head.title, head.detail).trimmed()), csvField(columns_[column].title),
                            csvField(shown.read), QString::number(shown.sure, 'g', 6));
        }
    }
    return csv;
}

QPoint WallView::cellAt(const QPointF& position) const
{
    const Layout layout = layoutFor(rect(), smallNumberFont());
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column)
            if (const QRectF place = cellIn(layout, row, column); (place | readingIn(layout, place)).contains(position))
                return {column, row};
    return {-1, -1};
}

int WallView::columnAt(const QPointF& position) const
{
    for (int column = 0; column < columnCount() && !rows_.isEmpty(); ++column)
        if (columnHeadRect(column).contains(position)) return column;
    return -1;
}

int WallView::rowAt(const QPointF& position) const
{
    for (int row = 0; row < rowCount() && !columns_.isEmpty(); ++row)
        if (rowHeadRect(row).contains(position)) return row;
    return -1;
}

void WallView::setHover(QPoint cell)
{
    if (cell == hover_) return;
    hover_ = cell;
    update();
    Q_EMIT looked(cell);
}

void WallView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    pressed_ = true;
    pressedAt_ = event->position();
    pressedHead_ = columnAt(pressedAt_);
}

int WallView::gapAt(double x) const
{
    const Layout layout = layoutFor(rect(), smallNumberFont());
    return std::clamp(int(std::lround((x - layout.origin.x() + gap / 2) / layout.stepX)), 0, columnCount());
}

void WallView::drag(const QPointF& position)
{
    const bool far = (position - pressedAt_).manhattanLength() >= QApplication::startDragDistance();
    if (dropGap_ < 0 && !far) return;
    setCursor(Qt::ClosedHandCursor);
    dropGap_ = gapAt(position.x());
    update();
}

void WallView::endDrag()
{
    pressed_ = false;
    pressedHead_ = dropGap_ = -1;
    unsetCursor();
    update();
}

void WallView::mouseMoveEvent(QMouseEvent* event)
{
    if (pressedHead_ >= 0 && event->buttons().testFlag(Qt::LeftButton)) return drag(event->position());
    setHover(cellAt(event->position()));
    const bool press = hover_.x() >= 0 || columnAt(event->position()) >= 0 || rowAt(event->position()) >= 0;
    setCursor(press ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void WallView::leaveEvent(QEvent*) { setHover({-1, -1}); }

void WallView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !pressed_) return;
    if (dropGap_ >= 0) {
        const int from = pressedHead_, to = dropGap_ > from ? dropGap_ - 1 : dropGap_;
        endDrag();
        if (to != from && from < columnCount()) Q_EMIT columnMoved(from, to);
        return;
    }
    endDrag();
    if (const QPoint cell = cellAt(event->position()); cell.x() >= 0) {
        setCurrentCell(cell);
        Q_EMIT looked(cell);
    } else if (const int column = columnAt(event->position()); column >= 0) {
        Q_EMIT columnChosen(column);
    } else if (const int row = rowAt(event->position()); row >= 0) {
        Q_EMIT rowChosen(row);
    }
}

void WallView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && dropGap_ >= 0) return endDrag();
    if (rows_.isEmpty() || columns_.isEmpty()) return FigureView::keyPressEvent(event);
    QPoint cell = current_;
    switch (event->key()) {
    case Qt::Key_Left:
        cell.rx() -= 1;
        break;
    case Qt::Key_Right:
        cell.rx() += 1;
        break;
    case Qt::Key_Up:
        cell.ry() -= 1;
        break;
    case Qt::Key_Down:
        cell.ry() += 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current_.x() >= 0) Q_EMIT columnChosen(current_.x());
        return;
    case Qt::Key_Space:
        if (current_.y() >= 0) Q_EMIT rowChosen(current_.y());
        return;
    default:
        return FigureView::keyPressEvent(event);
    }
    setCurrentCell({std::clamp(cell.x(), 0, columnCount() - 1), std::clamp(cell.y(), 0, rowCount() - 1)});
    Q_EMIT looked(current_);
}

void WallView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int column = byKey ? -1 : columnAt(event->pos());
    if (column < 0) return FigureView::contextMenuEvent(event);
    Q_EMIT columnMenuWanted(column, event->globalPos());
}

bool WallView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return FigureView::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString text;
    if (const QPoint at = cellAt(help->pos()); at.x() >= 0)
        text = cell(at.y(), at.x()).trouble;
    else if (const int column = columnAt(help->pos()); column >= 0)
        text = columns_[column].toolTip;
    else if (const int row = rowAt(help->pos()); row >= 0)
        text = rows_[row].toolTip;
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

void WallView::describe()
{
    setAccessibleName(figureTitle());
    if (rows_.isEmpty() || columns_.isEmpty()) return setAccessibleDescription(emptyText_);
    QString text = tr("%n sound(s)", nullptr, rowCount()) + QStringLiteral(", ") + tr("%n model(s)", nullptr, columnCount());
    if (current_.x() >= 0) {
        const WallCell& at = cell(current_.y(), current_.x());
        const WallHead& row = rows_[current_.y()];
        text = tr("%1 %2 by %3").arg(row.title, row.detail, columns_[current_.x()].title) + QStringLiteral(": ");
        text += !at.read.isEmpty() ? tr("LeNet-5 reads %1").arg(at.read) : at.trouble.isEmpty() ? tr("not drawn yet") : at.trouble;
    }
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
