#include "ui/widgets/film_view.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include "ui/widgets/pixel_scale.h"

namespace sonoglyph {

FilmView::FilmView(QWidget* parent) : FigureView(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    describe();
}

QString FilmView::kindOfFigure() const { return tr("Film strip"); }

void FilmView::setPositions(const QStringList& positions)
{
    figure_.positions = positions;
    describe();
    update();
}

void FilmView::setRows(const QList<FilmRow>& rows)
{
    figure_.rows = rows;
    for (FilmRow& row : figure_.rows)
        for (FilmFrame& frame : row.frames)
            if (!frame.image.isNull()) frame.image = toGrey(frame.image);
    if (!has(current_)) current_ = {-1, -1};
    if (!has(hover_)) hover_ = {-1, -1};
    describe();
    update();
}

void FilmView::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

void FilmView::setCurrentFrame(QPoint frame)
{
    current_ = has(frame) ? frame : QPoint(-1, -1);
    describe();
    update();
}

bool FilmView::has(QPoint frame) const
{
    return frame.y() >= 0 && frame.y() < figure_.rows.size() && frame.x() >= 0 && frame.x() < figure_.rows[frame.y()].frames.size();
}

QRectF FilmView::frameRect(int row, int column) const
{
    return FilmFigure::frameIn(figure_.layoutFor(rect(), smallNumberFont()), row, column);
}

QRectF FilmView::effectRect(int row) const { return frameRect(row, figure_.columns()).translated(FilmFigure::rowGap, 0); }

QPoint FilmView::frameAt(const QPointF& position) const
{
    const FilmFigure::Layout layout = figure_.layoutFor(rect(), smallNumberFont());
    for (int row = 0; row < figure_.rows.size(); ++row)
        for (int column = 0; column < figure_.rows[row].frames.size(); ++column)
            if (FilmFigure::frameIn(layout, row, column)
                    .adjusted(-FilmFigure::gap / 2, 0, FilmFigure::gap / 2, layout.line)
                    .contains(position))
                return {column, row};
    return {-1, -1};
}

void FilmView::paintMarked(QPainter& painter) const
{
    figure_.paintFilm(painter, rect(), colors(), false);
    const auto mark = [&](QPoint at, const QColor& color) {
        if (at.x() < 0) return;
        painter.setPen(QPen(color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frameRect(at.y(), at.x()).adjusted(-1, -1, 1, 1));
    };
    mark(hover_, colors().secondaryText);
    mark(current_, colors().accent);
}

void FilmView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    if (figure_.columns() == 0)
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        paintMarked(painter);
    paintFocus(painter, rect());
}

QString FilmView::nameOf(QPoint frame) const
{
    if (!has(frame)) return {};
    const FilmFrame& at = figure_.rows[frame.y()].frames[frame.x()];
    QStringList parts;
    if (!figure_.rows[frame.y()].title.isEmpty()) parts << figure_.rows[frame.y()].title;
    if (frame.x() < figure_.positions.size()) parts << figure_.positions[frame.x()];
    QString text = parts.join(QStringLiteral(", "));
    if (!at.read.isEmpty())
        text += QStringLiteral(": ") + tr("LeNet-5 reads %1 (%2 %)").arg(at.read, QLocale().toString(100 * at.sure, 'f', 1));
    return text;
}

void FilmView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint at = frameAt(event->position());
    setCursor(at.x() >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (at == hover_) return;
    hover_ = at;
    update();
    Q_EMIT hovered(nameOf(at));
}

void FilmView::leaveEvent(QEvent*)
{
    hover_ = {-1, -1};
    update();
    Q_EMIT hovered({});
}

void FilmView::mouseReleaseEvent(QMouseEvent* event)
{
    const QPoint at = frameAt(event->position());
    if (event->button() != Qt::LeftButton || at.x() < 0) return;
    setCurrentFrame(at);
    Q_EMIT chosen(at.y(), at.x());
}

void FilmView::keyPressEvent(QKeyEvent* event)
{
    if (figure_.columns() == 0) return FigureView::keyPressEvent(event);
    QPoint at = has(current_) ? current_ : QPoint(0, 0);
    const int last = int(figure_.rows[at.y()].frames.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        at.rx() -= 1;
        break;
    case Qt::Key_Right:
        at.rx() += 1;
        break;
    case Qt::Key_Up:
        at.ry() -= 1;
        break;
    case Qt::Key_Down:
        at.ry() += 1;
        break;
    case Qt::Key_Home:
        at.setX(0);
        break;
    case Qt::Key_End:
        at.setX(last);
        break;
    default:
        return FigureView::keyPressEvent(event);
    }
    if (!has(at)) return;
    setCurrentFrame(at);
    Q_EMIT chosen(at.y(), at.x());
}

void FilmView::describe()
{
    setAccessibleName(figureTitle());
    if (figure_.columns() == 0) return setAccessibleDescription(emptyText_);
    const QString frame = nameOf(current_);
    setAccessibleDescription(frame.isEmpty() ? tr("%n row(s)", nullptr, int(figure_.rows.size())) : frame);
}

}  // namespace sonoglyph
