#include "ui/widgets/input_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

InputView::InputView(QWidget* parent) : SpectrogramView(parent)
{
    setExact(true);
    setAxesVisible(false);
}

QString InputView::kindOfFigure() const { return shownEffects() ? tr("What hiding each place does") : SpectrogramView::kindOfFigure(); }

void InputView::setBrush(std::optional<Brush> brush)
{
    brush_ = brush;
    begun_.reset();
    marked_.reset();
    setCursor(brush ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

QString InputView::readOut(const Cell& cell) const
{
    const QString text = SpectrogramView::readOut(cell);
    const EffectMap* map = shownEffects();
    if (!map) return text;
    const double effect = double(map->cells[std::size_t(cell.row * map->size + cell.column)]);
    if (map->effect == Effect::Change) return text + QStringLiteral("   ") + tr("hidden: image changes by %1").arg(numberText(effect, 3));
    const QString sign = effect < 0 ? QStringLiteral("+") : QString();
    return text + QStringLiteral("   ") + tr("hidden: brightness %1").arg(sign + numberText(-effect, 3));
}

void InputView::strokeTo(const Cell& cell)
{
    const int band = std::min(begun_->row, cell.row), frame = std::min(begun_->column, cell.column);
    Q_EMIT stroked(*brush_, {band, frame, std::abs(begun_->row - cell.row) + 1, std::abs(begun_->column - cell.column) + 1});
}

void InputView::mousePressEvent(QMouseEvent* event)
{
    marked_.reset();
    const auto cell = cellAt(event->position());
    if (event->button() != Qt::LeftButton || !brush_ || !cell) return SpectrogramView::mousePressEvent(event);
    begun_ = cell;
    strokeTo(*cell);
}

void InputView::mouseMoveEvent(QMouseEvent* event)
{
    SpectrogramView::mouseMoveEvent(event);
    if (begun_ && brush_) strokeTo(nearestCell(event->position()));
}

void InputView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !begun_) return SpectrogramView::mouseReleaseEvent(event);
    begun_.reset();
    Q_EMIT strokeEnded();
}

void InputView::mouseDoubleClickEvent(QMouseEvent* event) { mousePressEvent(event); }

// Arrows move the brush, with Shift they draw the patch larger, Return applies it.
void InputView::keyPressEvent(QKeyEvent* event)
{
    const bool apply = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QPoint step(int(event->key() == Qt::Key_Right) - int(event->key() == Qt::Key_Left),
                      int(event->key() == Qt::Key_Up) - int(event->key() == Qt::Key_Down));
    if (!brush_ || frames() == 0 || (!apply && step.isNull())) return SpectrogramView::keyPressEvent(event);
    if (!marked_) {
        marked_ = begun_ = Cell{frames() / 2, frames() / 2};
    } else if (!apply) {
        marked_ = Cell{std::clamp(marked_->column + step.x(), 0, frames() - 1), std::clamp(marked_->row + step.y(), 0, frames() - 1)};
        if (!(event->modifiers() & Qt::ShiftModifier) || !begun_) begun_ = marked_;
    }
    if (apply) {
        if (!begun_) begun_ = marked_;
        strokeTo(*marked_);
        begun_.reset();
        Q_EMIT strokeEnded();
    }
    Q_EMIT hovered(readOut(*marked_));
    update();
}

void InputView::paintEvent(QPaintEvent* event)
{
    SpectrogramView::paintEvent(event);
    if (!marked_ || !hasFocus() || frames() == 0) return;
    const Cell from = begun_.value_or(*marked_);
    const Cell first{std::min(from.column, marked_->column), std::min(from.row, marked_->row)};
    QPainter painter(this);
    painter.setPen(QPen(Qt::white, 1.5, Qt::DashLine));
    painter.drawRect(cellsRect(first, std::abs(from.column - marked_->column) + 1, std::abs(from.row - marked_->row) + 1));
}

}  // namespace sonoglyph
