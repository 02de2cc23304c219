#include "ui/widgets/film_figure.h"

#include <algorithm>
#include <cmath>

#include <QLocale>

#include "ui/widgets/color_map.h"
#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double headWidth = 11 * kGrid, smallest = 24, largest = 128;

}  // namespace

int FilmFigure::columns() const
{
    qsizetype most = 0;
    for (const FilmRow& row : rows) most = std::max(most, row.frames.size());
    return int(most);
}

bool FilmFigure::headed() const
{
    return std::any_of(rows.begin(), rows.end(), [](const FilmRow& row) { return !row.title.isEmpty(); });
}

bool FilmFigure::mapped() const
{
    return std::any_of(rows.begin(), rows.end(), [](const FilmRow& row) { return !row.effect.isNull(); });
}

FilmFigure::Layout FilmFigure::layoutFor(const QRectF& area, const QFont& font) const
{
    Layout layout;
    layout.line = QFontMetricsF(font).height();
    const double heads = headed() ? headWidth : 0, top = positions.isEmpty() ? 0 : layout.line + 2;
    const int across = std::max(1, columns() + (mapped() ? 1 : 0)), down = std::max(1, int(rows.size()));
    const double wide = (area.width() - heads - (mapped() ? rowGap : 0)) / across - gap;
    const double high = (area.height() - top) / down - layout.line - rowGap;
    layout.side = std::floor(std::clamp(std::min(wide, high), std::min(smallest, std::max(4.0, wide)), largest));
    layout.stepX = layout.side + gap;
    layout.stepY = layout.side + layout.line + rowGap;
    layout.origin = area.topLeft() + QPointF(heads, top);
    return layout;
}

QRectF FilmFigure::frameIn(const Layout& layout, int row, int column)
{
    return {layout.origin.x() + column * layout.stepX, layout.origin.y() + row * layout.stepY, layout.side, layout.side};
}

void FilmFigure::paintHeads(QPainter& painter, const Layout& layout, const QRectF& area, const Colors& theme) const
{
    const QFont font = painter.font();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    for (int row = 0; row < rows.size() && headed(); ++row) {
        const QRectF first = frameIn(layout, row, 0);
        const double width = headWidth - kGrid;
        QRectF line(area.left(), first.center().y() - layout.line, width, layout.line);
        painter.setFont(bold);
        painter.setPen(theme.text);
        painter.drawText(line, Qt::AlignLeft, QFontMetricsF(bold).elidedText(rows[row].title, Qt::ElideRight, width));
        line.translate(0, layout.line);
        painter.setFont(font);
        painter.setPen(theme.secondaryText);
        painter.drawText(line, Qt::AlignLeft, QFontMetricsF(font).elidedText(rows[row].detail, Qt::ElideRight, width));
    }
    painter.setFont(font);
    painter.setPen(theme.secondaryText);
    // Where frames are narrow only some positions have room.
    const QFontMetricsF metrics(font);
    double widest = 1;
    for (const QString& position : positions) widest = std::max(widest, metrics.horizontalAdvance(position) + 6);
    const int every = std::max(1, int(std::ceil(widest / layout.stepX)));
    const int middle = int(positions.size()) / 2;
    for (int column = 0; column < positions.size(); ++column) {
        if (std::abs(column - middle) % every != 0) continue;
        const QRectF frame = frameIn(layout, 0, column);
        const QRectF place(frame.center().x() - widest / 2, area.top(), widest, layout.line);
        painter.drawText(place, Qt::AlignCenter, positions[column]);
    }
}

void FilmFigure::paintFilm(QPainter& painter, const QRectF& area, const Colors& theme, bool print) const
{
    const Layout layout = layoutFor(area, painter.font());
    const QFontMetricsF metrics(painter.font());
    paintHeads(painter, layout, area, theme);
    for (int row = 0; row < rows.size(); ++row) {
        const FilmRow& film = rows[row];
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
            painter.drawImage(place, enlarged(withoutHue(film.effect, theme), print ? 8 : 1));
        }
    }
}

QSizeF FilmFigure::size() const
{
    const int across = std::max(1, columns() + (mapped() ? 1 : 0));
    return {(headed() ? headWidth : 0) + across * 36.0 + 16, std::max(1, int(rows.size())) * 52.0 + 20};
}

void FilmFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    if (columns() > 0) paintFilm(painter, area.adjusted(2, 2, -2, -2), theme, true);
}

QString FilmFigure::csv() const
{
    if (columns() == 0) return {};
    QString csv = QStringLiteral("row,position,label,probability\n");
    for (const FilmRow& row : rows)
        for (int column = 0; column < row.frames.size(); ++column)
            csv += QStringLiteral("%1,%2,%3,%4\n")
                       .arg(csvField(row.title), csvField(column < positions.size() ? positions[column] : QString::number(column)),
                            csvField(row.frames[column].read), QString::number(row.frames[column].sure, 'g', 6));
    return csv;
}

}  // namespace sonoglyph
