#include "ui/widgets/confusion_view.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMouseEvent>

namespace sonoglyph {

namespace {

constexpr QPoint nowhere{-1, -1};
constexpr double gap = 4;

}  // namespace

ConfusionView::ConfusionView(QWidget* parent) : FigureView(parent), emptyText_(tr("The table appears when a model has been evaluated."))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setToolTip(tr("How LeNet-5 reads the images of each spoken label. Arrow keys choose a cell."));
    describe();
}

QString ConfusionView::kindOfFigure() const { return tr("Confusion of labels"); }

void ConfusionView::setCounts(const ConfusionCounts& counts, const QStringList& labels)
{
    figure_.counts = counts;
    figure_.labels = labels;
    figure_.sums.assign(figure_.counts.size(), 0);
    figure_.total = figure_.right = 0;
    if (!figure_.isLabel(chosen_.y()) || !figure_.isLabel(chosen_.x())) chosen_ = nowhere;
    hover_ = nowhere;
    for (std::size_t spoken = 0; spoken < figure_.counts.size(); ++spoken) {
        for (std::int64_t& count : figure_.counts[spoken]) {
            count = std::max<std::int64_t>(count, 0);
            figure_.sums[spoken] += count;
        }
        figure_.total += figure_.sums[spoken];
        figure_.right += figure_.counts[spoken][spoken];
    }
    describe();
    update();
}

void ConfusionView::setNumbers(Numbers numbers)
{
    figure_.numbers = numbers;
    update();
}

void ConfusionView::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

void ConfusionView::choose(int spoken, int read)
{
    chosen_ = figure_.isLabel(spoken) && figure_.isLabel(read) ? QPoint(read, spoken) : nowhere;
    describe();
    update();
}

QString ConfusionView::told() const
{
    const QPoint cell = hover_ != nowhere ? hover_ : chosen_;
    if (cell != nowhere) return figure_.readout(cell.y(), cell.x());
    return figure_.summary();
}

ConfusionFigure::Layout ConfusionView::onScreen() const
{
    return figure_.layoutFor(QRectF(rect()).adjusted(gap, gap, -gap, -gap), smallNumberFont(), true);
}

QRectF ConfusionView::cellRect(int spoken, int read) const { return onScreen().cell(spoken, read); }

void ConfusionView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallNumberFont());
    const Colors& theme = colors();
    if (figure_.isEmpty()) {
        paintEmpty(painter, rect(), emptyText_, theme);
    } else {
        const ConfusionFigure::Layout layout = onScreen();
        painter.setPen(theme.text);
        painter.drawText(layout.told, Qt::AlignCenter | Qt::TextWordWrap, told());
        figure_.paintTable(painter, layout, theme);
        painter.setBrush(Qt::NoBrush);
        for (const QPoint& cell : {hover_, chosen_}) {
            if (cell == nowhere) continue;
            painter.setPen(QPen(theme.text, cell == chosen_ ? 2 : 1));
            painter.drawRect(layout.cell(cell.y(), cell.x()).adjusted(1, 1, -1, -1));
        }
    }
    paintFocus(painter, rect());
}

QPoint ConfusionView::cellAt(const QPointF& position) const
{
    const QRectF cells = onScreen().cells;
    if (figure_.isEmpty() || !cells.contains(position)) return nowhere;
    const QPointF at = (position - cells.topLeft()) / cells.width() * figure_.labelCount();
    return {std::min(int(at.x()), figure_.labelCount() - 1), std::min(int(at.y()), figure_.labelCount() - 1)};
}

void ConfusionView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint cell = cellAt(event->position());
    if (cell == hover_) return;
    hover_ = cell;
    setCursor(cell == nowhere ? Qt::ArrowCursor : Qt::PointingHandCursor);
    describe();
    update();
}

void ConfusionView::leaveEvent(QEvent*)
{
    hover_ = nowhere;
    describe();
    update();
}

void ConfusionView::mousePressEvent(QMouseEvent* event)
{
    const QPoint cell = cellAt(event->position());
    if (event->button() != Qt::LeftButton || cell == nowhere) return;
    choose(cell.y(), cell.x());
    Q_EMIT cellChosen(spoken(), read());
}

void ConfusionView::keyPressEvent(QKeyEvent* event)
{
    QPoint cell = chosen_ == nowhere ? QPoint(0, 0) : chosen_;
    switch (event->key()) {
    case Qt::Key_Left:
        --cell.rx();
        break;
    case Qt::Key_Right:
        ++cell.rx();
        break;
    case Qt::Key_Up:
        --cell.ry();
        break;
    case Qt::Key_Down:
        ++cell.ry();
        break;
    case Qt::Key_Home:
        cell.setX(0);
        break;
    case Qt::Key_End:
        cell.setX(figure_.labelCount() - 1);
        break;
    default:
        return FigureView::keyPressEvent(event);
    }
    if (figure_.isEmpty()) return FigureView::keyPressEvent(event);
    // The first key shows where one is.
    if (chosen_ == nowhere) cell = {0, 0};
    cell = {std::clamp(cell.x(), 0, figure_.labelCount() - 1), std::clamp(cell.y(), 0, figure_.labelCount() - 1)};
    if (cell == chosen_) return;
    hover_ = nowhere;
    choose(cell.y(), cell.x());
    Q_EMIT cellChosen(spoken(), read());
}

void ConfusionView::describe()
{
    setAccessibleName(figureTitle());
    setAccessibleDescription(figure_.isEmpty() ? emptyText_ : told());
}

}  // namespace sonoglyph
