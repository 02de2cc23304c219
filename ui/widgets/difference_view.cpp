#include "ui/widgets/difference_view.h"

#include <QMouseEvent>
#include <QPainter>

#include "ui/widgets/color_map.h"
#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

DifferenceView::DifferenceView(QWidget* parent) : FigureView(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(kindOfFigure());
}

QString DifferenceView::kindOfFigure() const { return tr("Difference"); }

void DifferenceView::setValues(int width, int height, std::span<const float> values)
{
    figure_.values.clear();
    figure_.image = QImage();
    if (!values.empty() && values.size() == std::size_t(width) * std::size_t(height)) {
        figure_.values = QList<float>(values.begin(), values.end());
        figure_.image = mapped(ColorMap::Difference, width, height,
                               [&](int x, int y) { return (values[std::size_t(y) * std::size_t(width) + std::size_t(x)] + 1) / 2; });
    }
    update();
}

void DifferenceView::setEmptyText(const QString& text)
{
    emptyText_ = text;
    update();
}

QRectF DifferenceView::gridArea() const { return fitted(figure_.image.size(), QRectF(rect()), true, devicePixelRatioF()); }

void DifferenceView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallFont());
    if (figure_.image.isNull())
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        painter.drawImage(gridArea(), figure_.image);
    paintFocus(painter, rect());
}

void DifferenceView::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF area = gridArea();
    if (figure_.image.isNull() || !area.contains(event->position())) return Q_EMIT hovered({});
    const double cell = area.width() / figure_.image.width();
    const int x = std::min(figure_.image.width() - 1, int((event->position().x() - area.left()) / cell));
    const int y = std::min(figure_.image.height() - 1, int((event->position().y() - area.top()) / cell));
    const double value = double(figure_.values[y * figure_.image.width() + x]);
    Q_EMIT hovered(tr("row %1, column %2: %3").arg(y).arg(x).arg((value > 0 ? QStringLiteral("+") : QString()) + numberText(value, 2)));
}

void DifferenceView::leaveEvent(QEvent*) { Q_EMIT hovered({}); }

}  // namespace sonoglyph
