#include "ui/widgets/model_strip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

#include "ui/widgets/pixel_scale.h"

namespace sonoglyph {

ModelStrip::ModelStrip(QWidget* parent) : FigureView(parent)
{
    setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Expanding);
    describe();
}

QString ModelStrip::kindOfFigure() const { return tr("The word through all models"); }

void ModelStrip::setCells(const QList<ModelCell>& cells)
{
    const bool others = cells.size() != figure_.cells.size();
    figure_.cells = cells;
    for (ModelCell& cell : figure_.cells) cell.image = toGrey(cell.image);
    if (marked_ >= count()) marked_ = -1;
    if (figure_.current >= count()) figure_.current = -1;
    if (others) updateGeometry();
    describe();
    update();
}

void ModelStrip::setCurrent(int cell)
{
    figure_.current = cell >= 0 && cell < count() ? cell : -1;
    describe();
    update();
}

QRectF ModelStrip::imageRect(int cell) const { return figure_.imageIn(rect(), QFontMetricsF(smallFont()).height(), cell); }

QSize ModelStrip::minimumSizeHint() const
{
    const double line = QFontMetricsF(smallFont()).height();
    const double side = ModelsFigure::sideFor(std::max(height(), 1), line);
    return {int(count() * (side + ModelsFigure::gap)) + 4, int(ModelsFigure::smallest + ModelsFigure::textLines * line) + 8};
}

QSize ModelStrip::sizeHint() const { return minimumSizeHint(); }

void ModelStrip::resizeEvent(QResizeEvent* event)
{
    FigureView::resizeEvent(event);
    if (event->oldSize().height() != height()) updateGeometry();
}

void ModelStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallFont());
    figure_.paintCells(painter, rect(), colors(), false);
    const auto frame = [&](int cell, const QColor& color) {
        if (cell < 0) return;
        painter.setPen(QPen(color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(imageRect(cell).adjusted(-1, -1, 1, 1));
    };
    frame(figure_.current, colors().accent);
    frame(hover_, colors().secondaryText);
    if (hasFocus() && marked_ != figure_.current) frame(marked_, colors().secondaryText);
    paintFocus(painter, rect());
}

int ModelStrip::cellAt(const QPointF& position) const
{
    for (int i = 0; i < count(); ++i) {
        const QRectF image = imageRect(i);
        if (QRectF(image.left(), 0, image.width(), height()).contains(position)) return i;
    }
    return -1;
}

void ModelStrip::mouseMoveEvent(QMouseEvent* event)
{
    const int cell = cellAt(event->position());
    if (cell == hover_) return;
    hover_ = cell;
    setCursor(cell >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void ModelStrip::leaveEvent(QEvent*)
{
    hover_ = -1;
    update();
}

void ModelStrip::mouseReleaseEvent(QMouseEvent* event)
{
    const int cell = cellAt(event->position());
    if (event->button() != Qt::LeftButton || cell < 0) return;
    marked_ = cell;
    Q_EMIT chosen(cell);
}

void ModelStrip::keyPressEvent(QKeyEvent* event)
{
    if (figure_.cells.isEmpty()) return FigureView::keyPressEvent(event);
    const int from = marked_ >= 0 ? marked_ : std::max(figure_.current, 0);
    switch (event->key()) {
    case Qt::Key_Left:
        marked_ = std::max(from - 1, 0);
        break;
    case Qt::Key_Right:
        marked_ = std::min(from + 1, count() - 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT chosen(from);
        return;
    default:
        return FigureView::keyPressEvent(event);
    }
    describe();
    update();
}

bool ModelStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return FigureView::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int cell = cellAt(help->pos());
    if (cell < 0) {
        QToolTip::hideText();
        return true;
    }
    const ModelCell& shown = figure_.cells[cell];
    QToolTip::showText(help->globalPos(),
                       QStringList{shown.title, shown.trouble.isEmpty() ? tr("A click uses this model.") : shown.trouble}.join(u'\n'),
                       this);
    return true;
}

void ModelStrip::describe()
{
    setAccessibleName(figureTitle());
    QStringList parts;
    for (int i = 0; i < count(); ++i) {
        const ModelCell& cell = figure_.cells[i];
        parts << (cell.read.isEmpty() ? cell.title : tr("%1 reads %2").arg(cell.title, cell.read));
    }
    if (marked_ >= 0 && marked_ < count()) parts.prepend(tr("At %1.").arg(figure_.cells[marked_].title));
    setAccessibleDescription(parts.isEmpty() ? tr("No models yet.") : parts.join(QStringLiteral("; ")));
}

}  // namespace sonoglyph
