#include "ui/widgets/latent_panel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

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
    figure_.mean = QVector<float>(mean.begin(), mean.begin() + n);
    figure_.sigma = QVector<float>(sigma.begin(), sigma.begin() + n);
    figure_.values = figure_.mean;
    figure_.zeroed = figure_.locked = selected_ = QVector<bool>(n, false);
    setOrder(figure_.order);
    if (figure_.measure.size() != n) figure_.measure.clear();
    current_ = n > 0 ? std::clamp(current_, 0, int(n) - 1) : 0;
    updateScale();
    describe();
    update();
}

void LatentPanel::clear() { setCode({}, {}); }

void LatentPanel::setValues(std::span<const float> values)
{
    if (qsizetype(values.size()) != figure_.values.size()) return;
    figure_.values = QVector<float>(values.begin(), values.end());
    updateScale();
    describe();
    update();
}

void LatentPanel::setZeroed(const QVector<bool>& zeroed)
{
    if (zeroed.size() != figure_.zeroed.size()) return;
    figure_.zeroed = zeroed;
    describe();
    update();
}

void LatentPanel::setLocked(const QVector<bool>& locked)
{
    if (locked.size() != figure_.locked.size()) return;
    figure_.locked = locked;
    describe();
    update();
}

void LatentPanel::setOrder(const QVector<int>& order)
{
    QVector<int> byNumber(count());
    std::iota(byNumber.begin(), byNumber.end(), 0);
    figure_.order = order.size() == count() && std::is_permutation(order.begin(), order.end(), byNumber.begin()) ? order : byNumber;
    update();
}

void LatentPanel::setMeasure(const QVector<double>& measure, const QString& text)
{
    figure_.measure = measure.size() == count() ? measure : QVector<double>();
    measureText_ = text;
    update();
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
    for (int i = 0; i < count(); ++i) widest = std::max({widest, double(std::abs(figure_.values[i])), double(std::abs(figure_.mean[i]))});
    figure_.scale = std::ceil(widest);
}

QRectF LatentPanel::cellRect(int dimension) const { return figure_.cell(figure_.gridFor(inside(), smallNumberFont()), dimension).all; }
QRectF LatentPanel::trackRect(int dimension) const { return figure_.cell(figure_.gridFor(inside(), smallNumberFont()), dimension).track; }
QRectF LatentPanel::switchRect(int dimension) const { return figure_.cell(figure_.gridFor(inside(), smallNumberFont()), dimension).number; }

void LatentPanel::paintPanel(QPainter& painter) const
{
    const Colors& theme = colors();
    const LatentFigure::Grid grid = figure_.gridFor(inside(), painter.font());
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < count(); ++i) {
        const LatentFigure::Cell cell = figure_.cell(grid, i);
        if (selected_[i] || (i == current_ && hasFocus())) {
            painter.setPen(selected_[i] ? QPen(theme.accent, 1) : Qt::NoPen);
            painter.setBrush(theme.accentSoft);
            painter.drawRoundedRect(cell.all.adjusted(-3, 0.5, 3, -0.5), 4, 4);
        }
        using Touch = LatentFigure::Touch;
        const bool touched = i == hover_ || i == dragged_;
        figure_.paintFeature(painter, cell, i, theme, i == hover_ && overSwitch_ ? Touch::Switch : touched ? Touch::Slider : Touch::None);
    }
}

void LatentPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    if (count() == 0)
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        paintPanel(painter);
    if (count() == 0) paintFocus(painter, rect());
}

int LatentPanel::dimensionAt(const QPointF& position) const
{
    const LatentFigure::Grid grid = figure_.gridFor(inside(), smallNumberFont());
    for (int i = 0; i < count(); ++i) {
        if (figure_.cell(grid, i).all.adjusted(-4, 0, 4, 0).contains(position)) return i;
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
                       .arg(numberText(double(figure_.mean[dimension]), 2), numberText(double(figure_.sigma[dimension]), 2));
    text += QLatin1Char('\n');
    text += figure_.isDead(dimension) ? tr("Says nothing of this sound (KL below 0.01 nat).")
                                      : tr("Says %1 nats of this sound (KL to the prior).").arg(numberText(figure_.kl(dimension), 2));
    if (!figure_.measure.isEmpty() && !measureText_.isEmpty())
        text += QLatin1Char('\n') + measureText_.arg(numberText(figure_.measure[dimension], 3));
    if (figure_.locked[dimension]) text += QLatin1Char('\n') + tr("Locked: it stays as it is (L unlocks it).");
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
    QString text =
        tr("Feature %1 of %2: value %3, mean %4, spread %5.")
            .arg(i)
            .arg(count())
            .arg(numberText(double(figure_.values[i]), 2), numberText(double(figure_.mean[i]), 2), numberText(double(figure_.sigma[i]), 2));
    if (figure_.zeroed[i]) text += tr(" Set to zero.");
    if (figure_.locked[i]) text += tr(" Locked.");
    if (const auto selected = selected_.count(true); selected > 0) text += tr(" %n feature(s) selected.", nullptr, int(selected));
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
