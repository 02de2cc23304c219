#include "ui/widgets/step_flow.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMouseEvent>

namespace sonoglyph {

StepFlow::StepFlow(QWidget* parent) : FigureView(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    describe();
}

QString StepFlow::kindOfFigure() const { return tr("One training step"); }

void StepFlow::setStages(const QList<FlowStage>& stages)
{
    const bool same = stages.size() == figure_.stages.size();
    figure_.stages = stages;
    if (!same) current_ = figure_.stages.isEmpty() ? -1 : 0;
    describe();
    update();
    if (!same) Q_EMIT currentChanged(current_);
}

void StepFlow::setCurrent(int stage)
{
    stage = std::clamp(stage, figure_.stages.isEmpty() ? -1 : 0, int(figure_.stages.size()) - 1);
    if (stage == current_) return;
    current_ = stage;
    describe();
    update();
    Q_EMIT currentChanged(current_);
}

void StepFlow::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

QRectF StepFlow::stageRect(int stage) const { return figure_.stageIn(QRectF(rect()).adjusted(2, 2, -2, -2), stage); }

void StepFlow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallNumberFont());
    if (figure_.stages.isEmpty())
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        figure_.paintFlow(painter, QRectF(rect()).adjusted(2, 2, -2, -6), colors(), current_, current_, false);
    paintFocus(painter, rect());
}

void StepFlow::mouseReleaseEvent(QMouseEvent* event)
{
    for (int i = 0; i < figure_.stages.size() && event->button() == Qt::LeftButton; ++i)
        if (stageRect(i).contains(event->position())) return setCurrent(i);
}

void StepFlow::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrent(current_ - 1);
    case Qt::Key_Right:
        return setCurrent(current_ + 1);
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(int(figure_.stages.size()) - 1);
    default:
        FigureView::keyPressEvent(event);
    }
}

void StepFlow::describe()
{
    setAccessibleName(figureTitle());
    if (current_ < 0) return setAccessibleDescription(emptyText_);
    const FlowStage& stage = figure_.stages[current_];
    setAccessibleDescription(
        tr("Stage %1 of %2: %3, %4").arg(QString::number(current_ + 1), QString::number(figure_.stages.size()), stage.title, stage.value));
}

}  // namespace sonoglyph
