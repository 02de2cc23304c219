#include "ui/widgets/image_grid.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/widgets/pixel_scale.h"

namespace sonoglyph {

ImageGrid::ImageGrid(QWidget* parent) : FigureView(parent), emptyText_(tr("The images appear here."))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    describe();
}

QString ImageGrid::kindOfFigure() const { return tr("Images"); }

void ImageGrid::setRows(const QList<ImageRow>& rows)
{
    const int columnsBefore = figure_.columns;
    const auto rowsBefore = figure_.rows.size();
    figure_.rows = rows;
    figure_.columns = 0;
    for (ImageRow& row : figure_.rows) {
        for (QImage& image : row.images) image = toGrey(image);
        figure_.columns = std::max(figure_.columns, int(row.images.size()));
    }
    if (figure_.columns != columnsBefore || figure_.rows.size() != rowsBefore) updateGeometry();
    if (current_.x() >= figure_.columns || current_.y() >= rowCount()) current_ = {-1, -1};
    describe();
    update();
}

void ImageGrid::setCaptions(const QStringList& captions)
{
    if (captions == figure_.captions) return;
    figure_.captions = captions;
    updateGeometry();
    update();
}

void ImageGrid::clear()
{
    figure_.captions.clear();
    setRows({});
}

void ImageGrid::setSmooth(bool smooth)
{
    if (smooth == figure_.smooth) return;
    figure_.smooth = smooth;
    Q_EMIT smoothChanged(smooth);
    update();
}

void ImageGrid::setCellRange(int smallest, int largest)
{
    smallest_ = std::max(8, smallest);
    figure_.largest = std::max(smallest_, largest);
    updateGeometry();
    update();
}

void ImageGrid::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

void ImageGrid::setCurrentCell(QPoint cell)
{
    current_ = cell;
    describe();
    update();
}

QRectF ImageGrid::cellRect(int row, int column) const
{
    return GridFigure::cellIn(figure_.layoutFor(rect(), smallNumberFont(), devicePixelRatioF(), false), row, column);
}

void ImageGrid::paintMarked(QPainter& painter) const
{
    figure_.paintGrid(painter, rect(), colors(), devicePixelRatioF(), false);
    const auto frame = [&](QPoint at, const QColor& color) {
        if (at.x() < 0 || at.x() >= columnCount() || at.y() < 0 || at.y() >= rowCount()) return;
        painter.setPen(QPen(color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cellRect(at.y(), at.x()).adjusted(-1, -1, 1, 1));
    };
    frame(hover_, colors().secondaryText);
    frame(current_, colors().accent);
}

void ImageGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    if (figure_.columns == 0)
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        paintMarked(painter);
    paintFocus(painter, rect());
}

QSize ImageGrid::sizeHint() const
{
    if (figure_.columns == 0) return {480, 160};
    const int cell = std::clamp(56, smallest_, figure_.largest);
    const GridFigure::Layout layout = figure_.layoutFor(QRectF(0, 0, 480, 160), smallNumberFont(), 1, false);
    const int width = int(layout.headings) + figure_.columns * (cell + 4);
    return {width, heightForWidth(width)};
}

QSize ImageGrid::minimumSizeHint() const
{
    if (figure_.columns == 0) return {160, 96};
    const GridFigure::Layout layout = figure_.layoutFor(QRectF(0, 0, 480, 160), smallNumberFont(), 1, false);
    return {int(layout.headings) + figure_.columns * (smallest_ + 2), int(layout.captions) + rowCount() * (smallest_ + 2)};
}

int ImageGrid::heightForWidth(int width) const
{
    if (figure_.columns == 0) return 96;
    const GridFigure::Layout layout = figure_.layoutFor(QRectF(0, 0, width, 1e6), smallNumberFont(), devicePixelRatioF(), false);
    return int(std::ceil(layout.captions + rowCount() * (layout.cell + layout.gap)));
}

QPoint ImageGrid::cellAt(const QPointF& position) const
{
    const GridFigure::Layout layout = figure_.layoutFor(rect(), smallNumberFont(), devicePixelRatioF(), false);
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < figure_.rows[row].images.size(); ++column) {
            if (!figure_.rows[row].images[column].isNull() && GridFigure::cellIn(layout, row, column).contains(position))
                return {column, row};
        }
    }
    return {-1, -1};
}

void ImageGrid::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint cell = cellAt(event->position());
    if (cell == hover_) return;
    hover_ = cell;
    setCursor(cell.x() >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void ImageGrid::leaveEvent(QEvent*)
{
    hover_ = {-1, -1};
    update();
}

void ImageGrid::mouseReleaseEvent(QMouseEvent* event)
{
    const QPoint cell = cellAt(event->position());
    if (event->button() != Qt::LeftButton || cell.x() < 0) return;
    setCurrentCell(cell);
    Q_EMIT cellClicked(cell.y(), cell.x());
}

void ImageGrid::keyPressEvent(QKeyEvent* event)
{
    if (figure_.columns == 0) return FigureView::keyPressEvent(event);
    QPoint cell = current_.x() < 0 ? QPoint(0, 0) : current_;
    switch (event->key()) {
    case Qt::Key_Left:
        cell.rx() -= current_.x() < 0 ? 0 : 1;
        break;
    case Qt::Key_Right:
        cell.rx() += current_.x() < 0 ? 0 : 1;
        break;
    case Qt::Key_Up:
        cell.ry() -= current_.x() < 0 ? 0 : 1;
        break;
    case Qt::Key_Down:
        cell.ry() += current_.x() < 0 ? 0 : 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current_.x() >= 0) Q_EMIT cellClicked(current_.y(), current_.x());
        return;
    default:
        return FigureView::keyPressEvent(event);
    }
    setCurrentCell({std::clamp(cell.x(), 0, figure_.columns - 1), std::clamp(cell.y(), 0, rowCount() - 1)});
}

void ImageGrid::addMenuItems(QMenu& menu)
{
    QAction* smooth = menu.addAction(tr("Smooth pixels"));
    smooth->setCheckable(true);
    smooth->setChecked(figure_.smooth);
    connect(smooth, &QAction::toggled, this, &ImageGrid::setSmooth);
}

void ImageGrid::describe()
{
    setAccessibleName(figureTitle());
    if (figure_.columns == 0) {
        setAccessibleDescription(emptyText_);
        return;
    }
    QString text = tr("%1 rows of %2 images.").arg(rowCount()).arg(figure_.columns);
    if (current_.x() >= 0) {
        text += tr(" Row %1, column %2").arg(current_.y() + 1).arg(current_.x() + 1);
        const QString heading = figure_.rows.value(current_.y()).heading, caption = figure_.captions.value(current_.x());
        if (!heading.isEmpty() || !caption.isEmpty()) text += QStringLiteral(": %1 %2").arg(heading, caption);
    }
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
