#include "ui/widgets/latent_panel.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double kStep = 0.1, kFineStep = 0.01;  // one arrow key or notch of the wheel
constexpr double kFine = 0.1;                    // share of the pointer's way with Shift
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
    const auto n = qsizetype(std::min(mean.size(), sigma.size()));
    mean_ = QVector<float>(mean.begin(), mean.begin() + n);
    sigma_ = QVector<float>(sigma.begin(), sigma.begin() + n);
    values_ = mean_;
    zeroed_ = QVector<bool>(n, false);
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

void LatentPanel::setValue(int dimension, double value)
{
    if (dimension < 0 || dimension >= count() || !std::isfinite(value)) return;
    values_[dimension] = float(value);
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

void LatentPanel::setZeroed(int dimension, bool zeroed)
{
    if (dimension < 0 || dimension >= count()) return;
    zeroed_[dimension] = zeroed;
    describe();
    update();
}

bool LatentPanel::isDead(int dimension) const { return klToPrior(double(mean_[dimension]), double(sigma_[dimension])) < kDeadNats; }

QVector<float> LatentPanel::effectiveValues() const
{
    QVector<float> values = values_;
    for (int i = 0; i < count(); ++i) {
        if (zeroed_[i]) values[i] = 0;
    }
    return values;
}

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
    const int column = dimension / grid.rows, row = dimension % grid.rows;
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
    QFont struck = font;
    struck.setStrikeOut(true);
    const QFontMetricsF metrics(font);
    const double unit = metrics.height() / 18;  // figures are drawn with smaller letters, and then everything is
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < count(); ++i) {
        const Cell c = cell(grid, i);
        const bool zeroed = zeroed_[i], dead = isDead(i);
        const double y = c.all.center().y();
        const QColor color = dead ? mixed(theme.window, theme.secondaryText, 0.7) : theme.accent;
        if (!print && i == current_ && hasFocus()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.accentSoft);
            painter.drawRoundedRect(c.all.adjusted(-3, 0.5, 3, -0.5), 4, 4);
        }

        QRectF chip(0, 0, c.number.width(), std::min(c.number.height() - 1, metrics.height() + 1));
        chip.moveCenter(c.number.center());
        if (zeroed || (!print && i == hover_ && overSwitch_)) {
            painter.setPen(zeroed ? Qt::NoPen : QPen(theme.secondaryText, 1));
            painter.setBrush(zeroed ? QBrush(theme.secondaryText) : QBrush(Qt::NoBrush));
            painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        }
        painter.setFont(zeroed ? struck : font);
        painter.setPen(zeroed ? theme.window : theme.secondaryText);
        painter.drawText(chip, Qt::AlignCenter, QString::number(i));

        // From below: the track, the spread round the mean, zero, the way from the mean, the mean, the value.
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.hairline);
        painter.drawRoundedRect(QRectF(c.track.left(), y - unit, c.track.width(), 2 * unit), unit, unit);
        const double mean = double(mean_[i]), sigma = double(sigma_[i]);
        QColor spread = color;
        spread.setAlphaF(zeroed ? 0.10f : 0.24f);
        painter.setBrush(spread);
        const double band = 5 * unit;
        painter.drawRoundedRect(QRectF(QPointF(valueToX(c, mean - sigma), y - band), QPointF(valueToX(c, mean + sigma), y + band)),
                                2 * unit, 2 * unit);
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
        const double radius = (i == hover_ || i == dragged_ ? 6 : 5) * unit;
        painter.setPen(QPen(zeroed ? theme.secondaryText : theme.window, 1.5 * unit));
        painter.setBrush(zeroed ? theme.window : color);
        painter.drawEllipse(QPointF(at, y), radius, radius);

        if (c.value.width() > 0) {
            const bool moved = !zeroed && std::abs(value - mean) > 5e-3;
            painter.setFont(font);
            painter.setPen(zeroed || (dead && !moved) ? theme.secondaryText : moved ? theme.accent : theme.text);
            painter.drawText(c.value, Qt::AlignRight | Qt::AlignVCenter, numberText(value, 2));
        }
    }
    painter.setFont(font);
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
    QString csv = QStringLiteral("dimension,mean,sigma,value,zeroed,kl_nats\n");
    for (int i = 0; i < count(); ++i) {
        csv += QStringLiteral("%1,%2,%3,%4,%5,%6\n")
                   .arg(i)
                   .arg(double(mean_[i]), 0, 'g', 7)
                   .arg(double(sigma_[i]), 0, 'g', 7)
                   .arg(double(values_[i]), 0, 'g', 7)
                   .arg(zeroed_[i] ? 1 : 0)
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

void LatentPanel::change(int dimension, double value)
{
    const double limited = std::clamp(value, -scale_, scale_);
    const bool wasZeroed = zeroed_[dimension];
    if (wasZeroed) {  // moving a feature switches it on again
        zeroed_[dimension] = false;
        Q_EMIT zeroToggled(dimension, false);
    }
    if (!wasZeroed && float(limited) == values_[dimension]) return;
    values_[dimension] = float(limited);
    describe();
    update();
    Q_EMIT valueChanged(dimension, limited);
}

void LatentPanel::finish(int dimension, double before)
{
    updateScale();
    if (float(before) != values_[dimension]) Q_EMIT editingFinished(dimension, before, double(values_[dimension]));
}

void LatentPanel::toggleZero(int dimension)
{
    zeroed_[dimension] = !zeroed_[dimension];
    describe();
    update();
    Q_EMIT zeroToggled(dimension, zeroed_[dimension]);
}

void LatentPanel::reset(int dimension)
{
    const double before = double(values_[dimension]);
    change(dimension, double(mean_[dimension]));
    finish(dimension, before);
}

void LatentPanel::mousePressEvent(QMouseEvent* event)
{
    const int dimension = dimensionAt(event->position());
    if (event->button() != Qt::LeftButton || dimension < 0) return;
    setCurrentDimension(dimension);
    const Cell c = cell(gridFor(inside(), smallNumberFont()), dimension);
    if (event->position().x() < c.track.left() - 6) {
        toggleZero(dimension);
        return;
    }
    if (event->position().x() > c.track.right() + 6) {
        startTyping(QString());
        return;
    }
    dragged_ = dimension;
    dragBefore_ = double(values_[dimension]);
    // Held by its knob, a value does not jump; pressed elsewhere, it comes to the pointer.
    const double shown = zeroed_[dimension] ? 0 : dragBefore_;
    dragFrom_ = event->position().x();
    dragValue_ = shown;
    if (std::abs(event->position().x() - valueToX(c, shown)) > 8 && !(event->modifiers() & Qt::ShiftModifier)) {
        dragValue_ = xToValue(c, event->position().x());
        change(dimension, dragValue_);
    }
}

void LatentPanel::mouseMoveEvent(QMouseEvent* event)
{
    if (dragged_ >= 0) {
        const Cell c = cell(gridFor(inside(), smallNumberFont()), dragged_);
        const double way = (event->position().x() - dragFrom_) / c.track.width() * 2 * scale_;
        const bool fine = event->modifiers() & Qt::ShiftModifier;
        // Step by step, so that Shift can be pressed and let go on the way.
        dragValue_ += way * (fine ? kFine : 1);
        dragFrom_ = event->position().x();
        if (way != 0) change(dragged_, dragValue_);
        return;
    }
    const int dimension = dimensionAt(event->position());
    bool over = false;
    if (dimension >= 0) over = event->position().x() < cell(gridFor(inside(), smallNumberFont()), dimension).track.left() - 6;
    if (dimension == hover_ && over == overSwitch_) return;
    hover_ = dimension;
    overSwitch_ = over;
    setCursor(dimension >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void LatentPanel::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || dragged_ < 0) return;
    const int dimension = std::exchange(dragged_, -1);
    finish(dimension, dragBefore_);
    update();
}

void LatentPanel::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int dimension = dimensionAt(event->position());
    if (event->button() != Qt::LeftButton || dimension < 0) return;
    const Cell c = cell(gridFor(inside(), smallNumberFont()), dimension);
    if (event->position().x() < c.track.left() - 6)
        toggleZero(dimension);  // two quick clicks on a switch are two clicks
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
    const double before = double(values_[dimension]);
    const double from = zeroed_[dimension] ? 0 : before;
    change(dimension, from + turn / 120.0 * (event->modifiers() & Qt::ShiftModifier ? kFineStep : kStep));
    finish(dimension, before);
}

void LatentPanel::keyPressEvent(QKeyEvent* event)
{
    if (count() == 0) return FigureView::keyPressEvent(event);
    const bool fine = event->modifiers() & Qt::ShiftModifier;
    const auto move = [&](double by) {
        const double before = double(values_[current_]);
        change(current_, (zeroed_[current_] ? 0 : before) + by);
        finish(current_, before);
    };
    const int rows = gridFor(inside(), smallNumberFont()).rows;
    switch (event->key()) {
    case Qt::Key_Left:
        move(fine ? -kFineStep : -kStep);
        return;
    case Qt::Key_Right:
        move(fine ? kFineStep : kStep);
        return;
    case Qt::Key_Up:
        setCurrentDimension(current_ - 1);
        return;
    case Qt::Key_Down:
        setCurrentDimension(current_ + 1);
        return;
    case Qt::Key_PageUp:
        setCurrentDimension(current_ - rows);
        return;
    case Qt::Key_PageDown:
        setCurrentDimension(current_ + rows);
        return;
    case Qt::Key_Home:
        setCurrentDimension(0);
        return;
    case Qt::Key_End:
        setCurrentDimension(count() - 1);
        return;
    case Qt::Key_Z:
        toggleZero(current_);
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_R:
        reset(current_);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        startTyping(QString());
        return;
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
    const Cell c = cell(gridFor(inside(), smallNumberFont()), current_);
    typed_ = new QLineEdit(this);
    typed_->setFont(smallNumberFont());
    typed_->setAlignment(Qt::AlignRight);
    typed_->setFrame(true);
    typed_->setAccessibleName(tr("Value of feature %1").arg(current_));
    const int high = QFontMetrics(typed_->font()).height() + 8;
    const int wide = std::max(72, int(c.value.width()) + 16);
    typed_->setGeometry(int(c.all.right()) - wide, int(c.all.center().y()) - high / 2, wide, high);
    typed_->setText(text.isEmpty() ? QString::number(double(values_[current_]), 'f', 3) : text);
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
    const double before = double(values_[current_]);
    if (std::abs(value - before) < 5e-4) return;
    scale_ = std::max(scale_, std::ceil(std::min(std::abs(value), 99.0)));
    change(current_, value);
    finish(current_, before);
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
    text += QLatin1Char('\n');
    text += tr("Drag or turn the wheel (Shift: fine), double-click to reset, click the number to zero it (Z), click the value to type.");
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
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
