#include "ui/widgets/wall_view.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include "ui/widgets/pixel_scale.h"

namespace sonoglyph {

WallView::WallView(QWidget* parent) : FigureView(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    describe();
}

QString WallView::kindOfFigure() const { return tr("Alpha wall"); }

void WallView::setHeads(const QList<WallHead>& rows, const QList<WallHead>& columns)
{
    const bool others = rows.size() != figure_.rows.size() || columns.size() != figure_.columns.size();
    figure_.rows = rows;
    figure_.columns = columns;
    if (others) {
        endDrag();
        figure_.cells = QList<WallCell>(rows.size() * columns.size());
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
    WallCell& kept = figure_.cells[row * columnCount() + column];
    kept = cell;
    for (QImage& image : kept.images) image = toGrey(image);
    const WallFigure::Layout layout = figure_.layoutFor(rect(), smallNumberFont());
    const QRectF place = WallFigure::cellIn(layout, row, column);
    update((place | WallFigure::readingIn(layout, place)).adjusted(-2, -2, 2, 2).toAlignedRect());
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

QRectF WallView::cellRect(int row, int column) const
{
    return WallFigure::cellIn(figure_.layoutFor(rect(), smallNumberFont()), row, column);
}

QRectF WallView::columnHeadRect(int column) const
{
    const WallFigure::Layout layout = figure_.layoutFor(rect(), smallNumberFont());
    const QRectF first = WallFigure::cellIn(layout, 0, column);
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
    return {int(rowHeads + std::max(1, columnCount()) * (WallFigure::smallest + reading + gap)) + 4,
            int(WallFigure::headLines * line + WallFigure::mark + kGrid + std::max(1, rowCount()) * (WallFigure::smallest + gap / 2)) + 4};
}

void WallView::paintMarked(QPainter& painter) const
{
    const Colors& theme = colors();
    figure_.paintWall(painter, rect(), theme, dropGap_ >= 0 ? pressedHead_ : -1, false);
    if (dropGap_ >= 0) {
        const WallFigure::Layout layout = figure_.layoutFor(rect(), painter.font());
        const double x = layout.origin.x() + dropGap_ * layout.stepX - gap / 2;
        painter.setPen(QPen(theme.accent, 2));
        painter.drawLine(QPointF(x, 2), QPointF(x, cellRect(rowCount() - 1, 0).bottom()));
    }
    const auto frame = [&](QPoint at, const QColor& color) {
        if (at.x() < 0) return;
        painter.setPen(QPen(color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cellRect(at.y(), at.x()).adjusted(-1, -1, 1, 1));
    };
    frame(hover_, theme.secondaryText);
    frame(current_, theme.accent);
}

void WallView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    if (figure_.rows.isEmpty() || figure_.columns.isEmpty())
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        paintMarked(painter);
    paintFocus(painter, rect());
}

QPoint WallView::cellAt(const QPointF& position) const
{
    const WallFigure::Layout layout = figure_.layoutFor(rect(), smallNumberFont());
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column)
            if (const QRectF place = WallFigure::cellIn(layout, row, column);
                (place | WallFigure::readingIn(layout, place)).contains(position))
                return {column, row};
    return {-1, -1};
}

int WallView::columnAt(const QPointF& position) const
{
    for (int column = 0; column < columnCount() && !figure_.rows.isEmpty(); ++column)
        if (columnHeadRect(column).contains(position)) return column;
    return -1;
}

int WallView::rowAt(const QPointF& position) const
{
    for (int row = 0; row < rowCount() && !figure_.columns.isEmpty(); ++row)
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
    const WallFigure::Layout layout = figure_.layoutFor(rect(), smallNumberFont());
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
    if (figure_.rows.isEmpty() || figure_.columns.isEmpty()) return FigureView::keyPressEvent(event);
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
        text = figure_.columns[column].toolTip;
    else if (const int row = rowAt(help->pos()); row >= 0)
        text = figure_.rows[row].toolTip;
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

void WallView::describe()
{
    setAccessibleName(figureTitle());
    if (figure_.rows.isEmpty() || figure_.columns.isEmpty()) return setAccessibleDescription(emptyText_);
    QString text = tr("%n sound(s)", nullptr, rowCount()) + QStringLiteral(", ") + tr("%n model(s)", nullptr, columnCount());
    if (current_.x() >= 0) {
        const WallCell& at = cell(current_.y(), current_.x());
        const WallHead& row = figure_.rows[current_.y()];
        text = tr("%1 %2 by %3").arg(row.title, row.detail, figure_.columns[current_.x()].title) + QStringLiteral(": ");
        text += !at.read.isEmpty() ? tr("LeNet-5 reads %1").arg(at.read) : at.trouble.isEmpty() ? tr("not drawn yet") : at.trouble;
    }
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
