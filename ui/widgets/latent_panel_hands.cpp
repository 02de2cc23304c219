#include "ui/widgets/latent_panel.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace sonoglyph {

namespace {

constexpr double kStep = 0.1, kFineStep = 0.01;  // one arrow key or notch of the wheel
constexpr double kFine = 0.1;                    // share of the pointer's way with Shift

}  // namespace

QVector<int> LatentPanel::handled(int dimension) const
{
    QVector<int> all;
    for (int i = 0; i < count(); ++i)
        if ((i == dimension || (selected_[dimension] && selected_[i])) && !figure_.locked[i]) all << i;
    return all;
}

void LatentPanel::change(int dimension, double value)
{
    const double from = figure_.zeroed[dimension] ? 0 : double(figure_.values[dimension]);
    const double by = std::clamp(value, -figure_.scale, figure_.scale) - from;
    bool moved = false;
    QVector<int> awake;
    for (const int i : handled(dimension)) {
        const double old = figure_.zeroed[i] ? 0 : double(figure_.values[i]);
        const auto next = float(std::clamp(old + by, -figure_.scale, figure_.scale));
        if (figure_.zeroed[i]) awake << i;  // moving a feature switches it on again
        if (!figure_.zeroed[i] && next == figure_.values[i]) continue;
        figure_.values[i] = next;
        moved = true;
    }
    setZeroed(awake, false);
    if (!moved) return;
    describe();
    update();
    Q_EMIT valuesMoved();
}

void LatentPanel::finish()
{
    updateScale();
    if (before_ != figure_.values) Q_EMIT editingFinished();
}

void LatentPanel::setZeroed(const QVector<int>& dimensions, bool zeroed)
{
    bool changed = false;
    for (const int i : dimensions) changed |= std::exchange(figure_.zeroed[i], zeroed) != zeroed;
    if (!changed) return;
    describe();
    update();
    Q_EMIT zeroedChanged();
}

void LatentPanel::toggleZero(int dimension) { setZeroed(handled(dimension), !figure_.zeroed[dimension]); }

void LatentPanel::toggleLock(int dimension)
{
    const bool locked = !figure_.locked[dimension];
    for (int i = 0; i < count(); ++i)
        if (i == dimension || (selected_[dimension] && selected_[i])) figure_.locked[i] = locked;
    describe();
    update();
    Q_EMIT lockedChanged();
}

void LatentPanel::reset(int dimension)
{
    before_ = figure_.values;
    const QVector<int> all = handled(dimension);
    setZeroed(all, false);
    for (const int i : all) figure_.values[i] = figure_.mean[i];
    describe();
    update();
    if (before_ == figure_.values) return;
    Q_EMIT valuesMoved();
    finish();
}

void LatentPanel::select(int dimension, bool alone)
{
    if (alone) selected_.fill(false);
    selected_[dimension] = alone || !selected_[dimension];
    anchor_ = dimension;
    describe();
    update();
}

void LatentPanel::selectTo(int dimension)
{
    selected_.fill(false);
    const auto [first, last] = std::minmax({figure_.placeOf(anchor_), figure_.placeOf(dimension)});
    for (int place = first; place <= last; ++place) selected_[figure_.order[place]] = true;
    describe();
    update();
}

void LatentPanel::selectNone()
{
    selected_.fill(false);
    describe();
    update();
}

void LatentPanel::pressNumber(int dimension, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::ControlModifier) return select(dimension, false);
    if (modifiers & Qt::ShiftModifier) {
        sweep_ = Sweep::Select;
        anchor_ = dimension;
        return selectTo(dimension);
    }
    toggleZero(dimension);
    if (selected_[dimension]) return;
    sweep_ = figure_.zeroed[dimension] ? Sweep::Zero : Sweep::Unzero;
}

void LatentPanel::goTo(int place, bool selecting)
{
    if (!selecting || selected_.count(true) == 0) anchor_ = current_;
    setCurrentDimension(figure_.order[std::clamp(place, 0, count() - 1)]);
    if (selecting)
        selectTo(current_);
    else if (selected_.count(true) > 0)
        selectNone();
}

void LatentPanel::mousePressEvent(QMouseEvent* event)
{
    const int dimension = dimensionAt(event->position());
    if (event->button() != Qt::LeftButton || dimension < 0) return;
    setCurrentDimension(dimension);
    const LatentFigure::Cell c = figure_.cell(figure_.gridFor(inside(), smallNumberFont()), dimension);
    if (event->position().x() < c.track.left() - 6) return pressNumber(dimension, event->modifiers());
    if (!selected_[dimension]) selectNone();
    if (event->position().x() > c.track.right() + 6) return startTyping(QString());
    dragged_ = dimension;
    before_ = figure_.values;
    // Held by its knob, a value does not jump; pressed elsewhere, it comes to the pointer.
    const double shown = figure_.zeroed[dimension] ? 0 : double(figure_.values[dimension]);
    dragFrom_ = event->position().x();
    dragValue_ = shown;
    if (std::abs(event->position().x() - figure_.valueToX(c, shown)) > 8 && !(event->modifiers() & Qt::ShiftModifier)) {
        dragValue_ = figure_.xToValue(c, event->position().x());
        change(dimension, dragValue_);
    }
}

void LatentPanel::mouseMoveEvent(QMouseEvent* event)
{
    if (dragged_ >= 0) {
        const LatentFigure::Cell c = figure_.cell(figure_.gridFor(inside(), smallNumberFont()), dragged_);
        const double way = (event->position().x() - dragFrom_) / c.track.width() * 2 * figure_.scale;
        const bool fine = event->modifiers() & Qt::ShiftModifier;
        // Step by step, so that Shift can be pressed and let go on the way.
        dragValue_ += way * (fine ? kFine : 1);
        dragFrom_ = event->position().x();
        if (way != 0) change(dragged_, dragValue_);
        return;
    }
    const int dimension = dimensionAt(event->position());
    if (sweep_ != Sweep::None && (event->buttons() & Qt::LeftButton)) {
        if (dimension < 0) return;
        if (sweep_ == Sweep::Select)
            selectTo(dimension);
        else if (!figure_.locked[dimension])
            setZeroed({dimension}, sweep_ == Sweep::Zero);
        return;
    }
    bool over = false;
    if (dimension >= 0)
        over = event->position().x() < figure_.cell(figure_.gridFor(inside(), smallNumberFont()), dimension).track.left() - 6;
    if (dimension == hover_ && over == overSwitch_) return;
    hover_ = dimension;
    overSwitch_ = over;
    setCursor(dimension >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void LatentPanel::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    sweep_ = Sweep::None;
    if (std::exchange(dragged_, -1) < 0) return;
    finish();
    update();
}

void LatentPanel::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int dimension = dimensionAt(event->position());
    if (event->button() != Qt::LeftButton || dimension < 0) return;
    const LatentFigure::Cell c = figure_.cell(figure_.gridFor(inside(), smallNumberFont()), dimension);
    if (event->position().x() < c.track.left() - 6)
        pressNumber(dimension, event->modifiers());  // two quick clicks on a switch are two clicks
    else if (event->position().x() <= c.track.right() + 6)
        reset(dimension);
}

void LatentPanel::wheelEvent(QWheelEvent* event)
{
    const int dimension = dimensionAt(event->position());
    // With Shift or Alt some desktops turn the wheel sideways.
    const int turn = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (dimension < 0 || turn == 0) {
        event->ignore();
        return;
    }
    event->accept();
    before_ = figure_.values;
    const double from = figure_.zeroed[dimension] ? 0 : double(figure_.values[dimension]);
    change(dimension, from + turn / 120.0 * (event->modifiers() & Qt::ShiftModifier ? kFineStep : kStep));
    finish();
}

void LatentPanel::keyPressEvent(QKeyEvent* event)
{
    if (count() == 0) return FigureView::keyPressEvent(event);
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const auto move = [&](double by) {
        before_ = figure_.values;
        change(current_, (figure_.zeroed[current_] ? 0 : double(figure_.values[current_])) + by);
        finish();
    };
    const int rows = figure_.gridFor(inside(), smallNumberFont()).rows, place = figure_.placeOf(current_);
    switch (event->key()) {
    case Qt::Key_Left:
        return move(shift ? -kFineStep : -kStep);
    case Qt::Key_Right:
        return move(shift ? kFineStep : kStep);
    case Qt::Key_Up:
        return goTo(place - 1, shift);
    case Qt::Key_Down:
        return goTo(place + 1, shift);
    case Qt::Key_PageUp:
        return goTo(place - rows, shift);
    case Qt::Key_PageDown:
        return goTo(place + rows, shift);
    case Qt::Key_Home:
        return goTo(0, shift);
    case Qt::Key_End:
        return goTo(count() - 1, shift);
    case Qt::Key_A:
        if (!(event->modifiers() & Qt::ControlModifier)) break;
        anchor_ = figure_.order.front();
        return selectTo(figure_.order.back());
    case Qt::Key_Escape:
        if (selected_.count(true) == 0) break;
        return selectNone();
    case Qt::Key_L:
        return toggleLock(current_);
    case Qt::Key_Z:
        return toggleZero(current_);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_R:
        return reset(current_);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        return startTyping(QString());
    default:
        break;
    }
    const QString text = event->text();
    const bool command = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (!command && text.size() == 1 && (text[0].isDigit() || QStringLiteral("-.,").contains(text[0])))
        startTyping(text);
    else
        FigureView::keyPressEvent(event);
}

void LatentPanel::startTyping(const QString& text)
{
    stopTyping(true);
    if (figure_.locked[current_]) return;
    const LatentFigure::Cell c = figure_.cell(figure_.gridFor(inside(), smallNumberFont()), current_);
    typed_ = new QLineEdit(this);
    typed_->setFont(smallNumberFont());
    typed_->setAlignment(Qt::AlignRight);
    typed_->setFrame(true);
    typed_->setAccessibleName(tr("Value of feature %1").arg(current_));
    const int high = QFontMetrics(typed_->font()).height() + 8;
    const int wide = std::max(72, int(c.value.width()) + 16);
    typed_->setGeometry(int(c.all.right()) - wide, int(c.all.center().y()) - high / 2, wide, high);
    typed_->setText(text.isEmpty() ? QString::number(double(figure_.values[current_]), 'f', 3) : text);
    if (text.isEmpty()) typed_->selectAll();
    connect(typed_, &QLineEdit::editingFinished, this, [this] { stopTyping(true); });
    typed_->installEventFilter(this);
    typed_->show();
    typed_->setFocus();
}

void LatentPanel::stopTyping(bool take)
{
    if (!typed_) return;
    QLineEdit* field = std::exchange(typed_, nullptr);
    const bool hadFocus = field->hasFocus();
    field->disconnect(this);
    field->hide();
    field->deleteLater();
    if (hadFocus) setFocus();
    bool good = false;
    const double value =
        field->text().trimmed().replace(QLatin1Char(','), QLatin1Char('.')).replace(QChar(0x2212), QLatin1Char('-')).toDouble(&good);
    if (!take || !good || !std::isfinite(value) || current_ >= count()) return;
    if (std::abs(value - double(figure_.values[current_])) < 5e-4) return;
    before_ = figure_.values;
    figure_.scale = std::max(figure_.scale, std::ceil(std::min(std::abs(value), 99.0)));
    change(current_, value);
    finish();
}

bool LatentPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == typed_ && event->type() == QEvent::KeyPress) {
        // A line edit passes Return on to its parent, where it would open the next one.
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            stopTyping(key != Qt::Key_Escape);
            return true;
        }
    }
    return FigureView::eventFilter(watched, event);
}

}  // namespace sonoglyph
