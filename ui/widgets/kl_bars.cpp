#include "ui/widgets/kl_bars.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/widgets/curve_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

KlBars::KlBars(QWidget* parent) : FigureView(parent), emptyText_(tr("The bars appear here."))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(figureTitle());
    setAccessibleDescription(emptyText_);
}

QString KlBars::kindOfFigure() const { return tr("KL per dimension"); }

int KlBars::active() const
{
    return int(std::count_if(nats_.begin(), nats_.end(), [this](double value) { return value > dead_; }));
}

void KlBars::setValues(const std::vector<double>& nats, double dead)
{
    if (nats == nats_ && dead == dead_) return;
    nats_ = nats;
    dead_ = dead;
    CurveExtent extent;
    for (const double value : nats_) {
        if (std::isfinite(value)) extent.take(value);
    }
    // Room to move without the axis jumping at every step.
    top_ = extent.empty() || !(extent.high > 0) ? 1 : growingRange({0, extent.high * 1.05}, false).high;
    if (current_ >= int(nats_.size())) current_ = -1;
    setAccessibleDescription(nats_.empty() ? emptyText_ : heading());
    update();
}

void KlBars::setEmptyText(const QString& text)
{
    emptyText_ = text;
    if (nats_.empty()) setAccessibleDescription(text);
    update();
}

QString KlBars::heading() const
{
    if (current_ >= 0) return tr("dimension %1: %2 nats").arg(QString::number(current_), significantText(nats_[std::size_t(current_)], 4));
    double sum = 0;
    for (const double value : nats_) sum += value;
    return tr("%1 of %2 active, %3 nats in all").arg(QString::number(active()), QString::number(nats_.size()), significantText(sum, 4));
}

QRectF KlBars::plotArea(const QRectF& area, const QFont& font) const
{
    const QFontMetricsF metrics(font);
    const double left = metrics.horizontalAdvance(tickText(top_, top_ / 2)) + 6;
    return area.adjusted(left, metrics.height() + 4, -2, -metrics.height() - 3);
}

QRectF KlBars::bar(int dimension, const QRectF& plot) const
{
    const double slot = plot.width() / double(std::max<std::size_t>(1, nats_.size())), value = nats_[std::size_t(dimension)];
    const double height = std::isfinite(value) ? std::clamp(value / top_, 0.0, 1.0) * plot.height() : 0;
    const double gap = slot > 3 ? 1 : 0;
    // What says nothing keeps a sliver to be seen and hovered.
    const double shown = std::max(height, 1.5);
    return {plot.left() + dimension * slot, plot.bottom() - shown, std::max(0.5, slot - gap), shown};
}

QRectF KlBars::barRect(int dimension) const { return bar(dimension, plotArea(rect(), smallNumberFont())); }

void KlBars::paintBars(QPainter& painter, const QRectF& area, const QFont& font, const Colors& theme) const
{
    const QRectF plot = plotArea(area, font);
    const QFontMetricsF metrics(font);
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), figureTitle());
    const double wide = QFontMetricsF(bold).horizontalAdvance(figureTitle()) + kGrid;
    painter.setFont(font);
    painter.setPen(theme.secondaryText);
    const QRectF rest(area.left() + wide, area.top(), area.width() - wide, metrics.height());
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(heading(), Qt::ElideRight, rest.width()));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const double tick : {0.0, top_ / 2, top_}) {
        const double y = std::round(plot.bottom() - tick / top_ * plot.height());
        painter.setPen(QPen(mixed(theme.surface, theme.hairline, 0.7), 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        const QString text = tickText(tick, top_ / 2);
        painter.setPen(theme.secondaryText);
        painter.drawText(QPointF(plot.left() - 4 - metrics.horizontalAdvance(text), y + metrics.capHeight() / 2), text);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < int(nats_.size()); ++i) {
        const bool dead = !(nats_[std::size_t(i)] > dead_);
        QColor color = dead ? mixed(theme.window, theme.real, 0.6) : theme.accent;
        if (i == current_) color = theme.text;
        painter.fillRect(bar(i, plot), color);
    }
    painter.setPen(theme.secondaryText);
    const double slot = plot.width() / double(std::max<std::size_t>(1, nats_.size()));
    const double step =
        niceStep(double(nats_.size()), std::max(2, int(plot.width() / (metrics.horizontalAdvance(QStringLiteral("000")) * 2))));
    for (double i = 0; i < double(nats_.size()); i += std::max(1.0, step)) {
        const QString text = QString::number(int(i));
        painter.drawText(
            QPointF(plot.left() + (i + 0.5) * slot - metrics.horizontalAdvance(text) / 2, plot.bottom() + 2 + metrics.ascent()), text);
    }
}

void KlBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (nats_.empty()) {
        painter.setFont(smallFont());
        paintEmpty(painter, rect(), emptyText_, colors());
    } else {
        paintBars(painter, rect(), smallNumberFont(), colors());
    }
    paintFocus(painter, rect());
}

void KlBars::setCurrent(int dimension)
{
    if (dimension == current_) return;
    current_ = dimension;
    if (!nats_.empty()) setAccessibleDescription(heading());
    update();
}

void KlBars::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF plot = plotArea(rect(), smallNumberFont());
    const double x = event->position().x();
    const bool inside = !nats_.empty() && x >= plot.left() && x < plot.right();
    setCurrent(inside ? std::min(int((x - plot.left()) / plot.width() * double(nats_.size())), int(nats_.size()) - 1) : -1);
}

void KlBars::leaveEvent(QEvent*) { setCurrent(-1); }

void KlBars::keyPressEvent(QKeyEvent* event)
{
    const int direction = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (direction == 0 || nats_.empty()) return FigureView::keyPressEvent(event);
    const int last = int(nats_.size()) - 1;
    setCurrent(current_ < 0 ? (direction > 0 ? 0 : last) : std::clamp(current_ + direction, 0, last));
}

void KlBars::paintFigure(QPainter& painter, const QRectF& area) const
{
    if (!nats_.empty()) paintBars(painter, area.adjusted(4, 4, -4, -2), painter.font(), printColors());
}

QString KlBars::figureCsv() const
{
    if (nats_.empty()) return {};
    QString csv = QStringLiteral("dimension,kl [nat]\n");
    for (std::size_t i = 0; i < nats_.size(); ++i) csv += QStringLiteral("%1,%2\n").arg(i).arg(nats_[i], 0, 'g', 9);
    return csv;
}

}  // namespace sonoglyph
