#include "ui/widgets/kl_bars.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/widgets/curve_scale.h"

namespace sonoglyph {

KlBars::KlBars(QWidget* parent) : FigureView(parent), emptyText_(tr("The bars appear here."))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(figureTitle());
    setAccessibleDescription(emptyText_);
}

QString KlBars::kindOfFigure() const { return tr("KL per dimension"); }

void KlBars::setValues(const std::vector<double>& nats, double dead)
{
    if (nats == figure_.nats && dead == figure_.deadBelow) return;
    figure_.nats = nats;
    figure_.deadBelow = dead;
    CurveExtent extent;
    for (const double value : figure_.nats) {
        if (std::isfinite(value)) extent.take(value);
    }
    // Room to move without the axis jumping at every step.
    figure_.top = extent.empty() || !(extent.high > 0) ? 1 : growingRange({0, extent.high * 1.05}, false).high;
    if (figure_.current >= int(figure_.nats.size())) figure_.current = -1;
    setAccessibleDescription(figure_.nats.empty() ? emptyText_ : figure_.heading());
    update();
}

void KlBars::setEmptyText(const QString& text)
{
    emptyText_ = text;
    if (figure_.nats.empty()) setAccessibleDescription(text);
    update();
}

QRectF KlBars::barRect(int dimension) const { return figure_.bar(dimension, figure_.plotArea(rect(), smallNumberFont())); }

void KlBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (figure_.nats.empty()) {
        painter.setFont(smallFont());
        paintEmpty(painter, rect(), emptyText_, colors());
    } else {
        figure_.paintBars(painter, rect(), smallNumberFont(), figureTitle(), colors());
    }
    paintFocus(painter, rect());
}

void KlBars::setCurrent(int dimension)
{
    if (dimension == figure_.current) return;
    figure_.current = dimension;
    if (!figure_.nats.empty()) setAccessibleDescription(figure_.heading());
    update();
}

void KlBars::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF plot = figure_.plotArea(rect(), smallNumberFont());
    const double x = event->position().x();
    const bool inside = !figure_.nats.empty() && x >= plot.left() && x < plot.right();
    setCurrent(inside ? std::min(int((x - plot.left()) / plot.width() * double(figure_.nats.size())), int(figure_.nats.size()) - 1) : -1);
}

void KlBars::leaveEvent(QEvent*) { setCurrent(-1); }

void KlBars::keyPressEvent(QKeyEvent* event)
{
    const int direction = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (direction == 0 || figure_.nats.empty()) return FigureView::keyPressEvent(event);
    const int last = int(figure_.nats.size()) - 1;
    setCurrent(figure_.current < 0 ? (direction > 0 ? 0 : last) : std::clamp(figure_.current + direction, 0, last));
}

}  // namespace sonoglyph
