#include "ui/widgets/film_view.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double headWidth = 11 * kGrid, gap = 3, rowGap = kGrid, smallest = 24, largest = 128;

}  // namespace

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
    positions_ = positions;
    describe();
    update();
}

void FilmView::setRows(const QList<FilmRow>& rows)
{
    rows_ = rows;
    for (FilmRow& row : rows_)
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

int FilmView::columns() const
{
    qsizetype most = 0;
    for (const FilmRow& row : rows_) most = std::max(most, row.frames.size());
    return int(most);
}

bool FilmView::headed() const
{
    return std::any_of(rows_.begin(), rows_.end(), [](const FilmRow& row) { return !row.title.isEmpty(); });
}

bool FilmView::mapped() const
{
    return std::any_of(rows_.begin(), rows_.end(), [](const FilmRow& row) { return !row.effect.isNull(); });
}

bool FilmView::has(QPoint frame) const
{
    return frame.y() >= 0 && frame.y() < rows_.size() && frame.x() >= 0 && frame.x() < rows_[frame.y()].frames.size();
}

FilmView::Layout FilmView::layoutFor(const QRectF& area, const QFont& font) const
{
    Layout layout;
    layout.line = QFontMetricsF(font).height();
    const double heads = headed() ? headWidth : 0, top = positions_.isEmpty() ? 0 : layout.line + 2;
    const int across = std::max(1, columns() + (mapped() ? 1 : 0)), down = std::max(1, int(rows_.size()));
    const double wide = (area.width() - heads - (mapped() ? rowGap : 0)) / across - gap;
    const double high = (area.height() - top) / down - layout.line - rowGap;
    layout.side = std::floor(std::clamp(std::min(wide, high), std::min(smallest, std::max(4.0, wide)), largest));
    layout.stepX = layout.side + gap;
    layout.stepY = layout.side + layout.line + rowGap;
    layout.origin = area.topLeft() + QPointF(heads, top);
    return layout;
}

QRectF FilmView::frameIn(const Layout& layout, int row, int column)
{
    return {layout.origin.x() + column * layout.stepX, layout.origin.y() + row * layout.stepY, layout.side, layout.side};
}

QRectF FilmView::frameRect(int row, int column) const { return frameIn(layoutFor(rect(), smallNumberFont()), row, column); }

QRectF FilmView::effectRect(int row) const { return frameRect(row, columns()).translated(rowGap, 0); }

QPoint FilmView::frameAt(const QPointF& position) const
{
    const Layout layout = layoutFor(rect(), smallNumberFont());
    for (int row = 0; row < rows_.size(); ++row)
        for (int column = 0; column < rows_[row].frames.size(); ++column)
            if (frameIn(layout, row, column).adjusted(-gap / 2, 0, gap / 2, layout.line).contains(position)) return {column, row};
    return {-1, -1};
}

void FilmView::paintHeads(QPainter& painter, const Layout& layout, const QRectF& area, const Colors& theme) const
{
    const QFont font = painter.font();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    for (int row = 0; row < rows_.size() && headed(); ++row) {
        const QRectF first = frameIn(layout, row, 0);
        const double width = headWidth - kGrid;
        QRectF line(area.left(), first.center().y() - layout.line, width, layout.line);
        painter.setFont(bold);
        painter.setPen(theme.text);
        painter.drawText(line, Qt::AlignLeft, QFontMetricsF(bold).elidedText(rows_[row].title, Qt::ElideRight, width));
        line.translate(0, layout.line);
        painter.setFont(font);
        painter.setPen(theme.secondaryText);
        painter.drawText(line, Qt::AlignLeft, QFontMetricsF(font).elidedText(rows_[row].detail, Qt::ElideRight, width));
    }
    painter.setFont(font);
    painter.setPen(theme.secondaryText);
    // Where frames are narrow only some positions have room.
    const QFontMetricsF metrics(font);
    double widest = 1;
    for (const QString& position : positions_) widest = std::max(widest, metrics.horizontalAdvance(position) + 6);
    const int every = std::max(1, int(std::ceil(widest / layout.stepX)));
    const int middle = int(positions_.size()) / 2;
    for (int column = 0; column < positions_.size(); ++column) {
        if (std::abs(column - middle) % every != 0) continue;
        const QRectF frame = frameIn(layout, 0, column);
        const QRectF place(frame.center().x() - widest / 2, area.top(), widest, layout.line);
        painter.drawText(place, Qt::AlignCenter, positions_[column]);
    }
}

void FilmView::paintFilm(QPainter& painter, const QRectF& area, const Colors& theme, bool print) const
{
    const Layout layout = layoutFor(area, painter.font());
    const QFontMetricsF metrics(painter.font());
    paintHeads(painter, layout, area, theme);
    for (int row = 0; row < rows_.size(); ++row) {
        const FilmRow& film = rows_[row];
        for (int column = 0; column < film.frames.size(); ++column) {
            const FilmFrame& frame = film.frames[column];
            const QRectF place = frameIn(layout, row, column);
            if (frame.image.isNull()) {
                painter.fillRect(place, theme.mat);
                continue;
            }
            painter.setOpacity(film.waiting && !print ? 0.55 : 1);
            painter.drawImage(place, print ? enlarged(frame.image, 8) : frame.image);
            painter.setOpacity(1);
            if (frame.read.isEmpty()) continue;
            const QString& read = frame.read;
            const QString sure = tr("%1 %").arg(QLocale().toString(std::lround(100 * frame.sure)));
            const QString both = read + u' ' + sure;
            const QRectF line(place.left(), place.bottom() + 1, place.width(), layout.line);
            painter.setPen(frame.sure >= 0.5 ? theme.text : theme.secondaryText);
            painter.drawText(line, Qt::AlignCenter, metrics.horizontalAdvance(both) <= place.width() ? both : read);
        }
        if (!film.effect.isNull()) {
            const QRectF place = frameIn(layout, row, columns()).translated(rowGap, 0);
            painter.drawImage(place, print ? enlarged(film.effect, 8) : film.effect);
        }
    }
    if (print) return;
    const auto mark = [&](QPoint at, const QColor& color) {
        if (at.x() < 0) return;
        painter.setPen(QPen(color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frameIn(layout, at.y(), at.x()).adjusted(-1, -1, 1, 1));
    };
    mark(hover_, theme.secondaryText);
    mark(current_, theme.accent);
}

void FilmView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    if (columns() == 0)
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        paintFilm(painter, rect(), colors(), false);
    paintFocus(painter, rect());
}

QSizeF FilmView::figureSize() const
{
    const int across = std::max(1, columns() + (mapped() ? 1 : 0));
    return {(headed() ? headWidth : 0) + across * 36.0 + 16, std::max(1, int(rows_.size())) * 52.0 + 20};
}

void FilmView::paintFigure(QPainter& painter, const QRectF& area) const
{
    if (columns() > 0) paintFilm(painter, area.adjusted(2, 2, -2, -2), printColors(), true);
}

QString FilmView::figureCsv() const
{
    if (columns() == 0) return {};
    QString csv = QStringLiteral("row,position,label,probability\n");
    for (const FilmRow& row : rows_)
        for (int column = 0; column < row.frames.size(); ++column)
            csv += QStringLiteral("%1,%2,%3,%4\n")
                       .arg(csvField(row.title), csvField(column < positions_.size() ? positions_[column] : QString::number(column)),
                            csvField(row.frames[column].read), QString::number(row.frames[column].sure, 'g', 6));
    return csv;
}

QString FilmView::nameOf(QPoint frame) const
{
    if (!has(frame)) return {};
    const FilmFrame& at = rows_[frame.y()].frames[frame.x()];
    QStringList parts;
    if (!rows_[frame.y()].title.isEmpty()) parts << rows_[frame.y()].title;
    if (frame.x() < positions_.size()) parts << positions_[frame.x()];
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
    if (columns() == 0) return FigureView::keyPressEvent(event);
    QPoint at = has(current_) ? current_ : QPoint(0, 0);
    const int last = int(rows_[at.y()].frames.size()) - 1;
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
    if (columns() == 0) return setAccessibleDescription(emptyText_);
    const QString frame = nameOf(current_);
    setAccessibleDescription(frame.isEmpty() ? tr("%n row(s)", nullptr, int(rows_.size())) : frame);
}

}  // namespace sonoglyph
