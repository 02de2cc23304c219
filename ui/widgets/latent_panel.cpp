#include "ui/widgets/latent_panel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double kDeadNats = 0.01;
constexpr double kWidestCell = 260, kLowestCell = 20, kTallestCell = 44;

double klToPrior(double mean, double sigma)
{
    const double variance = std::max(sigma * sigma, 1e-12);
    return 0.5 * (mean * mean + variance - std::log(variance) - 1);
}

}  // namespace

LatentPanel::LatentPanel(QWidget* parent) : FigureView(parent), emptyText_(tr("The features of a sound appear here."))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

QString LatentPanel::kindOfFigure() const { return tr("Audio-visual features"); }

void LatentPanel::setCode(std::span<const float> mean, std::span<const float> sigma)
{
    stopTyping(false);
    dragged_ = hover_ = -1;
    sweep_ = Sweep::None;
    const auto n = qsizetype(std::min(mean.size(), sigma.size()));
    mean_ = QVector<float>(mean.begin(), mean.begin() + n);
    sigma_ = QVector<float>(sigma.begin(), sigma.begin() + n);
    values_ = mean_;
    zeroed_ = locked_ = selected_ = QVector<bool>(n, false);
    setOrder(order_);
    if (measure_.size() != n) measure_.clear();
    current_ = n > 0 ? std::clamp(current_, 0, int(n) - 1) : 0;
    updateScale();
    describe();
    update();
}

void LatentPanel::clear() { setCode({}, {}); }

void LatentPanel::setValues(std::span<const float> values)
{
    if (qsizetype(values.size()) != values_.size()) return;
    values_ = QVector<float>(values.begin(), values.end());
    updateScale();
    describe();
    update();
}

void LatentPanel::setZeroed(const QVector<bool>& zeroed)
{
    if (zeroed.size() != zeroed_.size()) return;
    zeroed_ = zeroed;
    describe();
    update();
}

void LatentPanel::setLocked(const QVector<bool>& locked)
{
    if (locked.size() != locked_.size()) return;
    locked_ = locked;
    describe();
    update();
}

void LatentPanel::setOrder(const QVector<int>& order)
{
    QVector<int> byNumber(count());
    std::iota(byNumber.begin(), byNumber.end(), 0);
    order_ = order.size() == count() && std::is_permutation(order.begin(), order.end(), byNumber.begin()) ? order : byNumber;
    update();
}

void LatentPanel::setMeasure(const QVector<double>& measure, const QString& text)
{
    measure_ = measure.size() == count() ? measure : QVector<double>();
    measureText_ = text;
    update();
}

bool LatentPanel::isDead(int dimension) const { return klToPrior(double(mean_[dimension]), double(sigma_[dimension])) < kDeadNats; }

void LatentPanel::setCurrentDimension(int dimension)
{
    if (count() == 0) return;
    const int next = std::clamp(dimension, 0, count() - 1);
    if (next == current_) return;
    stopTyping(true);
    current_ = next;
    describe();
    update();
    Q_EMIT currentChanged(current_);
}

void LatentPanel::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

void LatentPanel::updateScale()
{
    // Not while a slider is held: it would run away from under the pointer.
    if (dragged_ >= 0) return;
    double widest = 4;
    for (int i = 0; i < count(); ++i) widest = std::max({widest, double(std::abs(values_[i])), double(std::abs(mean_[i]))});
    scale_ = std::ceil(widest);
}

LatentPanel::Grid LatentPanel::gridFor(const QRectF& area, const QFont& font) const
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

LatentPanel::Cell LatentPanel::cell(const Grid& grid, int dimension) const
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

QRectF LatentPanel::cellRect(int dimension) const { return cell(gridFor(inside(), smallNumberFont()), dimension).all; }
QRectF LatentPanel::trackRect(int dimension) const { return cell(gridFor(inside(), smallNumberFont()), dimension).track; }
QRectF LatentPanel::switchRect(int dimension) const { return cell(gridFor(inside(), smallNumberFont()), dimension).number; }

double LatentPanel::valueToX(const Cell& cell, double value) const
{
    return cell.track.left() + (std::clamp(value / scale_, -1.0, 1.0) + 1) / 2 * cell.track.width();
}

double LatentPanel::xToValue(const Cell& cell, double x) const
{
    return std::clamp(((x - cell.track.left()) / cell.track.width() * 2 - 1) * scale_, -scale_, scale_);
}

void LatentPanel::paintPanel(QPainter& painter, const QRectF& area, const Colors& theme, bool print) const
{
    const Grid grid = gridFor(area, painter.font());
    const QFont font = painter.font();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < count(); ++i) {
        paintFeature(painter, cell(grid, i), i, theme, print);
        painter.setFont(font);
    }
}

void LatentPanel::paintFeature(QPainter& painter, const Cell& c, int i, const Colors& theme, bool print) const
{
    const QFont font = painter.font();
    const QFontMetricsF metrics(font);
    const double unit = metrics.height() / 18;  // figures are drawn with smaller letters, and then everything is
    const bool zeroed = zeroed_[i], dead = isDead(i);
    const double y = c.all.center().y();
    const QColor color = dead ? mixed(theme.window, theme.secondaryText, 0.7) : theme.accent;
    if (!print && (selected_[i] || (i == current_ && hasFocus()))) {
        painter.setPen(selected_[i] ? QPen(theme.accent, 1) : Qt::NoPen);
        painter.setBrush(theme.accentSoft);
        painter.drawRoundedRect(c.all.adjusted(-3, 0.5, 3, -0.5), 4, 4);
    }

    QRectF chip(0, 0, c.number.width(), std::min(c.number.height() - 1, metrics.height() + 1));
    chip.moveCenter(c.number.center());
    if (zeroed || locked_[i] || (!print && i == hover_ && overSwitch_)) {
        painter.setPen(zeroed && !locked_[i] ? Qt::NoPen : QPen(locked_[i] ? theme.text : theme.secondaryText, locked_[i] ? 1.5 : 1));
        painter.setBrush(zeroed ? QBrush(theme.secondaryText) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
    QFont struck = font;
    struck.setStrikeOut(zeroed);
    painter.setFont(struck);
    painter.setPen(zeroed ? theme.window : theme.secondaryText);
    painter.drawText(chip, Qt::AlignCenter, QString::number(i));
    painter.setFont(font);

    // From below: the measure, the track, the spread round the mean, zero, the way from the mean, the mean, the value.
    painter.setPen(Qt::NoPen);
    if (const double largest = measure_.isEmpty() ? 0 : *std::max_element(measure_.begin(), measure_.end()); largest > 0) {
        painter.setBrush(mixed(theme.window, theme.secondaryText, 0.55));
        painter.drawRect(
            QRectF(c.track.left(), c.all.bottom() - 3 * unit, c.track.width() * std::max(0.0, measure_[i]) / largest, 2 * unit));
    }
    painter.setBrush(theme.hairline);
    painter.drawRoundedRect(QRectF(c.track.left(), y - unit, c.track.width(), 2 * unit), unit, unit);
    const double mean = double(mean_[i]), sigma = double(sigma_[i]);
    QColor spread = color;
    spread.setAlphaF(zeroed ? 0.10f : 0.24f);
    painter.setBrush(spread);
    const double band = 5 * unit;
    painter.drawRoundedRect(QRectF(QPointF(valueToX(c, mean - sigma), y - band), QPointF(valueToX(c, mean + sigma), y + band)), 2 * unit,
                            2 * unit);
    painter.setBrush(theme.secondaryText);
    painter.drawRect(QRectF(valueToX(c, 0) - unit / 2, y - 3 * unit, unit, 6 * unit));
    const double value = zeroed ? 0 : double(values_[i]);
    const double at = valueToX(c, value);
    if (!zeroed) {
        painter.setBrush(color);
        const double from = valueToX(c, mean);
        painter.drawRect(QRectF(QPointF(std::min(from, at), y - unit), QPointF(std::max(from, at), y + unit)));
        painter.setBrush(dead ? color : theme.text);
        painter.drawRect(QRectF(from - 0.75 * unit, y - band, 1.5 * unit, 2 * band));
    }
    const double radius = (!print && (i == hover_ || i == dragged_) ? 6 : 5) * unit;
    painter.setPen(QPen(zeroed ? theme.secondaryText : theme.window, 1.5 * unit));
    painter.setBrush(zeroed ? theme.window : color);
    if (locked_[i])
        painter.drawRect(QRectF(at - radius, y - radius, 2 * radius, 2 * radius));
    else
        painter.drawEllipse(QPointF(at, y), radius, radius);

    if (c.value.width() <= 0) return;
    const bool moved = !zeroed && std::abs(value - mean) > 5e-3;
    painter.setPen(zeroed || (dead && !moved) ? theme.secondaryText : moved ? theme.accent : theme.text);
    painter.drawText(c.value, Qt::AlignRight | Qt::AlignVCenter, numberText(value, 2));
}

void LatentPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    if (count() == 0)
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        paintPanel(painter, inside(), colors(), false);
    if (count() == 0) paintFocus(painter, rect());
}

void LatentPanel::paintFigure(QPainter& painter, const QRectF& area) const
{
    if (count() > 0) paintPanel(painter, area.adjusted(4, 4, -4, -4), printColors(), true);
}

QString LatentPanel::figureCsv() const
{
    if (count() == 0) return {};
    QString csv = QStringLiteral("dimension,mean,sigma,value,zeroed,locked,kl_nats\n");
    for (int i = 0; i < count(); ++i) {
        csv += QStringLiteral("%1,%2,%3,%4,%5,%6,%7\n")
                   .arg(i)
                   .arg(double(mean_[i]), 0, 'g', 7)
                   .arg(double(sigma_[i]), 0, 'g', 7)
                   .arg(double(values_[i]), 0, 'g', 7)
                   .arg(zeroed_[i] ? 1 : 0)
                   .arg(locked_[i] ? 1 : 0)
                   .arg(klToPrior(double(mean_[i]), double(sigma_[i])), 0, 'g', 5);
    }
    return csv;
}

int LatentPanel::dimensionAt(const QPointF& position) const
{
    const Grid grid = gridFor(inside(), smallNumberFont());
    for (int i = 0; i < count(); ++i) {
        if (cell(grid, i).all.adjusted(-4, 0, 4, 0).contains(position)) return i;
    }
    return -1;
}

void LatentPanel::leaveEvent(QEvent*)
{
    hover_ = -1;
    overSwitch_ = false;
    update();
}

void LatentPanel::resizeEvent(QResizeEvent* event)
{
    FigureView::resizeEvent(event);
    stopTyping(false);
}

bool LatentPanel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int dimension = dimensionAt(help->pos());
        if (dimension >= 0)
            QToolTip::showText(help->globalPos(), toolTipFor(dimension), this, cellRect(dimension).toRect());
        else
            QToolTip::hideText();
        return true;
    }
    return FigureView::event(event);
}

QString LatentPanel::toolTipFor(int dimension) const
{
    QString text = tr("Feature %1: mean %2, spread %3 (sigma)")
                       .arg(dimension)
                       .arg(numberText(double(mean_[dimension]), 2), numberText(double(sigma_[dimension]), 2));
    text += QLatin1Char('\n');
    text += isDead(dimension) ? tr("Says nothing of this sound (KL below 0.01 nat).")
                              : tr("Says %1 nats of this sound (KL to the prior).")
                                    .arg(numberText(klToPrior(double(mean_[dimension]), double(sigma_[dimension])), 2));
    if (!measure_.isEmpty() && !measureText_.isEmpty()) text += QLatin1Char('\n') + measureText_.arg(numberText(measure_[dimension], 3));
    if (locked_[dimension]) text += QLatin1Char('\n') + tr("Locked: it stays as it is (L unlocks it).");
    text += QLatin1Char('\n');
    text += tr("Drag or turn the wheel (Shift: fine), double-click to reset, click the number to zero it (Z), click the value to type. "
               "Shift and a drag over numbers selects several.");
    return text;
}

void LatentPanel::describe()
{
    setAccessibleName(kindOfFigure());
    if (count() == 0) {
        setAccessibleDescription(emptyText_);
        return;
    }
    const int i = current_;
    QString text = tr("Feature %1 of %2: value %3, mean %4, spread %5.")
                       .arg(i)
                       .arg(count())
                       .arg(numberText(double(values_[i]), 2), numberText(double(mean_[i]), 2), numberText(double(sigma_[i]), 2));
    if (zeroed_[i]) text += tr(" Set to zero.");
    if (locked_[i]) text += tr(" Locked.");
    if (const auto selected = selected_.count(true); selected > 0) text += tr(" %n feature(s) selected.", nullptr, int(selected));
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
