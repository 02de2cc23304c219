#include "ui/widgets/image_grid.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

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
    const int columnsBefore = columns_;
    const auto rowsBefore = rows_.size();
    rows_ = rows;
    columns_ = 0;
    for (ImageRow& row : rows_) {
        for (QImage& image : row.images) image = toGrey(image);
        columns_ = std::max(columns_, int(row.images.size()));
    }
    if (columns_ != columnsBefore || rows_.size() != rowsBefore) updateGeometry();
    if (current_.x() >= columns_ || current_.y() >= rowCount()) current_ = {-1, -1};
    describe();
    update();
}

void ImageGrid::setCaptions(const QStringList& captions)
{
    if (captions == captions_) return;
    captions_ = captions;
    updateGeometry();
    update();
}

void ImageGrid::clear()
{
    captions_.clear();
    setRows({});
}

void ImageGrid::setSmooth(bool smooth)
{
    if (smooth == smooth_) return;
    smooth_ = smooth;
    Q_EMIT smoothChanged(smooth);
    update();
}

void ImageGrid::setCellRange(int smallest, int largest)
{
    smallest_ = std::max(8, smallest);
    largest_ = std::max(smallest_, largest);
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

ImageGrid::Layout ImageGrid::layoutFor(const QRectF& area, const QFont& font, double ratio, bool print) const
{
    Layout layout;
    const QFontMetricsF metrics(font);
    for (const ImageRow& row : rows_) {
        if (!row.heading.isEmpty()) layout.headings = std::max(layout.headings, metrics.horizontalAdvance(row.heading) + kGrid + 10);
    }
    if (!captions_.isEmpty()) layout.captions = metrics.height() + 4;
    if (columns_ == 0 || rows_.isEmpty()) return layout;
    const double wide = area.width() - layout.headings, high = area.height() - layout.captions;
    // The gap is a tenth of a cell or so, on the pixel grid.
    layout.gap = print ? 3 : std::clamp(std::floor(wide / columns_ / 12), 2.0, 8.0);
    double cell =
        std::min((wide - layout.gap * (columns_ - 1)) / columns_, (high - layout.gap * double(rows_.size() - 1)) / double(rows_.size()));
    if (!print) {
        cell = std::clamp(cell, 8.0, double(largest_));
        const QSize picture = firstImageSize();
        const double whole = std::floor(cell * ratio / picture.width()) * picture.width() / ratio;
        if (!smooth_ && whole >= 0.75 * cell) cell = whole;
        cell = std::floor(cell * ratio) / ratio;
    }
    layout.cell = cell;
    layout.origin = area.topLeft() + QPointF(layout.headings, layout.captions);
    if (print) {
        const QSizeF used(columns_ * (cell + layout.gap) - layout.gap, double(rows_.size()) * (cell + layout.gap) - layout.gap);
        layout.origin += QPointF(std::max(0.0, (wide - used.width()) / 2), std::max(0.0, (high - used.height()) / 2));
    }
    return layout;
}

QSize ImageGrid::firstImageSize() const
{
    for (const ImageRow& row : rows_) {
        for (const QImage& image : row.images) {
            if (!image.isNull()) return image.size();
        }
    }
    return {28, 28};
}

QRectF ImageGrid::cellIn(const Layout& layout, int row, int column)
{
    const double step = layout.cell + layout.gap;
    return {layout.origin.x() + column * step, layout.origin.y() + row * step, layout.cell, layout.cell};
}

QRectF ImageGrid::cellRect(int row, int column) const
{
    return cellIn(layoutFor(rect(), smallNumberFont(), devicePixelRatioF(), false), row, column);
}

void ImageGrid::paintGrid(QPainter& painter, const QRectF& area, const Colors& theme, double ratio, bool print) const
{
    const Layout layout = layoutFor(area, painter.font(), ratio, print);
    if (layout.cell < 1) return;
    const QFontMetricsF metrics(painter.font());
    painter.setPen(theme.secondaryText);
    for (int column = 0; column < std::min<int>(columns_, int(captions_.size())); ++column) {
        const QRectF cell = cellIn(layout, 0, column);
        const QString text = metrics.elidedText(captions_[column], Qt::ElideRight, cell.width() + layout.gap);
        painter.drawText(QRectF(cell.left() - layout.gap / 2, cell.top() - layout.captions, cell.width() + layout.gap, metrics.height()),
                         Qt::AlignCenter, text);
    }
    for (int r = 0; r < rowCount(); ++r) {
        const ImageRow& row = rows_[r];
        const QRectF first = cellIn(layout, r, 0);
        if (!row.heading.isEmpty()) {
            const QColor mark = row.kind == ImageRow::Ours ? theme.accent : row.kind == ImageRow::Real ? theme.real : QColor();
            if (mark.isValid()) painter.fillRect(QRectF(first.left() - layout.headings, first.top(), 3, first.height()), mark);
            painter.setPen(mark.isValid() ? mark : theme.secondaryText);
            painter.drawText(QRectF(first.left() - layout.headings + 9, first.top(), layout.headings - 9, first.height()),
                             Qt::AlignLeft | Qt::AlignVCenter, row.heading);
        }
        for (int column = 0; column < columns_; ++column) {
            const QRectF cell = cellIn(layout, r, column);
            if (column >= row.images.size() || row.images[column].isNull()) {
                painter.fillRect(cell, theme.mat);
                continue;
            }
            const QImage& image = row.images[column];
            if (print)
                painter.drawImage(cell, smooth_ ? scaledSmoothly(image, image.size() * 8) : enlarged(image, 8));
            else if (smooth_)
                painter.drawImage(cell, scaledSmoothly(image, (cell.size() * ratio).toSize()));
            else
                painter.drawImage(cell, image);
        }
    }
    if (print) return;
    const auto frame = [&](QPoint at, const QColor& color) {
        if (at.x() < 0 || at.x() >= columns_ || at.y() < 0 || at.y() >= rowCount()) return;
        painter.setPen(QPen(color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cellIn(layout, at.y(), at.x()).adjusted(-1, -1, 1, 1));
    };
    frame(hover_, theme.secondaryText);
    frame(current_, theme.accent);
}

void ImageGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    if (columns_ == 0)
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        paintGrid(painter, rect(), colors(), devicePixelRatioF(), false);
    paintFocus(painter, rect());
}

void ImageGrid::paintFigure(QPainter& painter, const QRectF& area) const
{
    paintGrid(painter, area.adjusted(2, 2, -2, -2), printColors(), 1, true);
}

QSizeF ImageGrid::figureSize() const
{
    const double cell = 28;
    const bool headings = std::any_of(rows_.begin(), rows_.end(), [](const ImageRow& row) { return !row.heading.isEmpty(); });
    return {std::max(1, columns_) * (cell + 3) + (headings ? 70 : 4),
            std::max(1, rowCount()) * (cell + 3) + (captions_.isEmpty() ? 4 : 18)};
}

QString ImageGrid::figureCsv() const
{
    if (columns_ == 0) return {};
    const QSize size = firstImageSize();
    QString csv = QStringLiteral("row,heading,column,caption");
    for (int i = 0; i < size.width() * size.height(); ++i) csv += QStringLiteral(",p%1").arg(i);
    csv += QLatin1Char('\n');
    for (int r = 0; r < rowCount(); ++r) {
        for (int c = 0; c < rows_[r].images.size(); ++c) {
            const QImage& image = rows_[r].images[c];
            if (image.isNull()) continue;
            csv += QStringLiteral("%1,%2,%3,%4")
                       .arg(QString::number(r), csvField(rows_[r].heading), QString::number(c), csvField(captions_.value(c)));
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) csv += QLatin1Char(',') + QString::number(image.constScanLine(y)[x]);
            }
            csv += QLatin1Char('\n');
        }
    }
    return csv;
}

QSize ImageGrid::sizeHint() const
{
    if (columns_ == 0) return {480, 160};
    const int cell = std::clamp(56, smallest_, largest_);
    const Layout layout = layoutFor(QRectF(0, 0, 480, 160), smallNumberFont(), 1, false);
    const int width = int(layout.headings) + columns_ * (cell + 4);
    return {width, heightForWidth(width)};
}

QSize ImageGrid::minimumSizeHint() const
{
    if (columns_ == 0) return {160, 96};
    const Layout layout = layoutFor(QRectF(0, 0, 480, 160), smallNumberFont(), 1, false);
    return {int(layout.headings) + columns_ * (smallest_ + 2), int(layout.captions) + rowCount() * (smallest_ + 2)};
}

int ImageGrid::heightForWidth(int width) const
{
    if (columns_ == 0) return 96;
    const Layout layout = layoutFor(QRectF(0, 0, width, 1e6), smallNumberFont(), devicePixelRatioF(), false);
    return int(std::ceil(layout.captions + rowCount() * (layout.cell + layout.gap)));
}

QPoint ImageGrid::cellAt(const QPointF& position) const
{
    const Layout layout = layoutFor(rect(), smallNumberFont(), devicePixelRatioF(), false);
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < rows_[row].images.size(); ++column) {
            if (!rows_[row].images[column].isNull() && cellIn(layout, row, column).contains(position)) return {column, row};
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
    if (columns_ == 0) return FigureView::keyPressEvent(event);
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
    setCurrentCell({std::clamp(cell.x(), 0, columns_ - 1), std::clamp(cell.y(), 0, rowCount() - 1)});
}

void ImageGrid::addMenuItems(QMenu& menu)
{
    QAction* smooth = menu.addAction(tr("Smooth pixels"));
    smooth->setCheckable(true);
    smooth->setChecked(smooth_);
    connect(smooth, &QAction::toggled, this, &ImageGrid::setSmooth);
}

void ImageGrid::describe()
{
    setAccessibleName(figureTitle());
    if (columns_ == 0) {
        setAccessibleDescription(emptyText_);
        return;
    }
    QString text = tr("%1 rows of %2 images.").arg(rowCount()).arg(columns_);
    if (current_.x() >= 0) {
        text += tr(" Row %1, column %2").arg(current_.y() + 1).arg(current_.x() + 1);
        const QString heading = rows_.value(current_.y()).heading, caption = captions_.value(current_.x());
        if (!heading.isEmpty() || !caption.isEmpty()) text += QStringLiteral(": %1 %2").arg(heading, caption);
    }
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
