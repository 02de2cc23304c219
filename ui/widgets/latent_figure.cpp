#include "ui/widgets/latent_figure.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double kDeadNats = 0.01;
constexpr double kWidestCell = 260, kLowestCell = 20, kTallestCell = 44;

}  // namespace

double LatentFigure::kl(int dimension) const
{
    const double mu = double(mean[dimension]), variance = std::max(double(sigma[dimension]) * double(sigma[dimension]), 1e-12);
    return 0.5 * (mu * mu + variance - std::log(variance) - 1);
}

bool LatentFigure::isDead(int dimension) const { return kl(dimension) < kDeadNats; }

LatentFigure::Grid LatentFigure::gridFor(const QRectF& area, const QFont& font) const
{
    Grid grid;
    const QFontMetricsF metrics(font);
    const QString widestNumber(QString::number(std::max(99, count() - 1)).size(), QLatin1Char('0'));
    grid.numberWidth = metrics.horizontalAdvance(widestNumber) + metrics.height() * 0.5;
    grid.valueWidth = metrics.horizontalAdvance(QStringLiteral("−0.00")) + 4;
    const double gap = metrics.height() * 1.1;
    const double least = grid.numberWidth + grid.valueWidth + metrics.height() * 3;
    // The fewest columns that leave every feature its height; wider tracks are easier to hold.
    const double lowest = std::max(kLowestCell, metrics.height() + 3) * (metrics.height() < kLowestCell * 0.7 ? 0.6 : 1);
    const int most = std::max(1, int((area.width() + gap) / (least + gap)));
    for (grid.columns = 1; grid.columns < most; ++grid.columns) {
        const int rows = (count() + grid.columns - 1) / grid.columns;
        const bool high = rows * lowest <= area.height();
        const bool narrow = (area.width() + gap) / grid.columns - gap <= kWidestCell;
        if (high && narrow) break;
    }
    grid.rows = std::max(1, (count() + grid.columns - 1) / grid.columns);
    grid.height = std::min(area.height() / grid.rows, kTallestCell);
    grid.gap = gap;
    grid.width = (area.width() + gap) / grid.columns - gap;
    grid.origin = area.topLeft();
    return grid;
}

LatentFigure::Cell LatentFigure::cell(const Grid& grid, int dimension) const
{
    const int place = placeOf(dimension), column = place / grid.rows, row = place % grid.rows;
    Cell cell;
    cell.all = QRectF(grid.origin.x() + column * (grid.width + grid.gap), grid.origin.y() + row * grid.height, grid.width, grid.height);
    cell.number = QRectF(cell.all.left(), cell.all.top(), grid.numberWidth, grid.height);
    const bool roomy = grid.width > grid.numberWidth + grid.valueWidth + 40;
    cell.value = QRectF(cell.all.right() - (roomy ? grid.valueWidth : 0), cell.all.top(), roomy ? grid.valueWidth : 0, grid.height);
    cell.track = QRectF(QPointF(cell.number.right() + 8, cell.all.top()), QPointF(cell.value.left() - 8, cell.all.bottom()));
    return cell;
}

double LatentFigure::valueToX(const Cell& cell, double value) const
{
    return cell.track.left() + (std::clamp(value / scale, -1.0, 1.0) + 1) / 2 * cell.track.width();
}

double LatentFigure::xToValue(const Cell& cell, double x) const
{
    return std::clamp(((x - cell.track.left()) / cell.track.width() * 2 - 1) * scale, -scale, scale);
}

void LatentFigure::paintFeature(QPainter& painter, const Cell& c, int i, const Colors& theme, Touch touch) const
{
    const QFont font = painter.font();
    const QFontMetricsF metrics(font);
    const double unit = metrics.height() / 18;  // figures are drawn with smaller letters, and then everything is
    const bool off = zeroed[i], dead = isDead(i);
    const double y = c.all.center().y();
    const QColor color = dead ? mixed(theme.window, theme.secondaryText, 0.7) : theme.accent;

    QRectF chip(0, 0, c.number.width(), std::min(c.number.height() - 1, metrics.height() + 1));
    chip.moveCenter(c.number.center());
    if (off || locked[i] || touch == Touch::Switch) {
        painter.setPen(off && !locked[i] ? Qt::NoPen : QPen(locked[i] ? theme.text : theme.secondaryText, locked[i] ? 1.5 : 1));
        painter.setBrush(off ? QBrush(theme.secondaryText) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
    QFont struck = font;
    struck.setStrikeOut(off);
    painter.setFont(struck);
    painter.setPen(off ? theme.window : theme.secondaryText);
    painter.drawText(chip, Qt::AlignCenter, QString::number(i));
    painter.setFont(font);

    // From below: the measure, the track, the spread round the mean, zero, the way from the mean, the mean, the value.
    painter.setPen(Qt::NoPen);
    if (const double largest = measure.isEmpty() ? 0 : *std::max_element(measure.begin(), measure.end()); largest > 0) {
        painter.setBrush(mixed(theme.window, theme.secondaryText, 0.55));
        painter.drawRect(
            QRectF(c.track.left(), c.all.bottom() - 3 * unit, c.track.width() * std::max(0.0, measure[i]) / largest, 2 * unit));
    }
    painter.setBrush(theme.hairline);
    painter.drawRoundedRect(QRectF(c.track.left(), y - unit, c.track.width(), 2 * unit), unit, unit);
    const double middle = double(mean[i]), deviation = double(sigma[i]);
    QColor spread = color;
    spread.setAlphaF(off ? 0.10f : 0.24f);
    painter.setBrush(spread);
    const double band = 5 * unit;
    painter.drawRoundedRect(QRectF(QPointF(valueToX(c, middle - deviation), y - band), QPointF(valueToX(c, middle + deviation), y + band)),
                            2 * unit, 2 * unit);
    painter.setBrush(theme.secondaryText);
    painter.drawRect(QRectF(valueToX(c, 0) - unit / 2, y - 3 * unit, unit, 6 * unit));
    const double value = off ? 0 : double(values[i]);
    const double at = valueToX(c, value);
    if (!off) {
        painter.setBrush(color);
        const double from = valueToX(c, middle);
        painter.drawRect(QRectF(QPointF(std::min(from, at), y - unit), QPointF(std::max(from, at), y + unit)));
        painter.setBrush(dead ? color : theme.text);
        painter.drawRect(QRectF(from - 0.75 * unit, y - band, 1.5 * unit, 2 * band));
    }
    const double radius = (touch == Touch::None ? 5 : 6) * unit;
    painter.setPen(QPen(off ? theme.secondaryText : theme.window, 1.5 * unit));
    painter.setBrush(off ? theme.window : color);
    if (locked[i])
        painter.drawRect(QRectF(at - radius, y - radius, 2 * radius, 2 * radius));
    else
        painter.drawEllipse(QPointF(at, y), radius, radius);

    if (c.value.width() <= 0) return;
    const bool moved = !off && std::abs(value - middle) > 5e-3;
    painter.setPen(off || (dead && !moved) ? theme.secondaryText : moved ? theme.accent : theme.text);
    painter.drawText(c.value, Qt::AlignRight | Qt::AlignVCenter, numberText(value, 2));
}

void LatentFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    if (count() == 0) return;
    const Grid grid = gridFor(area.adjusted(4, 4, -4, -4), painter.font());
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < count(); ++i) paintFeature(painter, cell(grid, i), i, theme);
}

QString LatentFigure::csv() const
{
    if (count() == 0) return {};
    QString csv = QStringLiteral("dimension,mean,sigma,value,zeroed,locked,kl_nats\n");
    for (int i = 0; i < count(); ++i) {
        csv += QStringLiteral("%1,%2,%3,%4,%5,%6,%7\n")
                   .arg(i)
                   .arg(double(mean[i]), 0, 'g', 7)
                   .arg(double(sigma[i]), 0, 'g', 7)
                   .arg(double(values[i]), 0, 'g', 7)
                   .arg(zeroed[i] ? 1 : 0)
                   .arg(locked[i] ? 1 : 0)
                   .arg(kl(i), 0, 'g', 5);
    }
    return csv;
}

}  // namespace sonoglyph
