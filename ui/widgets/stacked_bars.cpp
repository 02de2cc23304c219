#include "ui/widgets/stacked_bars.h"

#include <algorithm>

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

namespace sonoglyph {

StackedBars::StackedBars(QWidget* parent) : FigureView(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
}

void StackedBars::setBars(const QString& axis, const QStringList& names, std::vector<Series> series)
{
    figure_.axis = axis;
    figure_.names = names;
    figure_.series = std::move(series);
    setAccessibleName(figureTitle());
    QStringList parts;
    for (int bar = 0; bar < count(); ++bar) parts << told(bar);
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
    update();
}

QString StackedBars::told(int bar) const
{
    const QLocale locale;
    QStringList parts;
    for (const Series& series : figure_.series)
        parts << QStringLiteral("%1: %2").arg(series.name, locale.toString(series.values[std::size_t(bar)], 'f', 0));
    return QStringLiteral("%1 %2, %3").arg(figure_.axis, figure_.names[bar], parts.join(QStringLiteral(", ")));
}

void StackedBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    figure_.paintBars(painter, rect(), smallNumberFont(), figureTitle(), colors());
    paintFocus(painter, rect());
}

void StackedBars::mouseMoveEvent(QMouseEvent* event)
{
    const int bar = int(event->position().x() / std::max(1, width()) * count());
    setToolTip(bar >= 0 && bar < count() ? told(bar) : QString());
}

}  // namespace sonoglyph
