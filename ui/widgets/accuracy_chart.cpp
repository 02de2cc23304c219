#include "ui/widgets/accuracy_chart.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QResizeEvent>

namespace sonoglyph {

AccuracyChart::AccuracyChart(QWidget* parent) : FigureView(parent), emptyText_(tr("The accuracies appear when a model has been evaluated."))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    setToolTip(tr("How many images LeNet-5 reads right. Arrow keys move, Return chooses a row."));
    describe();
}

QString AccuracyChart::kindOfFigure() const { return tr("Accuracy of the models"); }

void AccuracyChart::setRows(const QList<AccuracyRow>& rows, const QList<AccuracyLine>& lines)
{
    figure_.rows = rows;
    figure_.lines = lines;
    figure_.arrange();
    hover_ = -1;
    setCurrent(current_);
    updateGeometry();
}

void AccuracyChart::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

void AccuracyChart::setCurrent(int row)
{
    current_ = row >= 0 && row < figure_.rows.size() ? row : -1;
    describe();
    update();
}

QString AccuracyChart::told() const
{
    const int row = hover_ >= 0 ? hover_ : current_;
    return row >= 0 ? figure_.readout(row) : tr("Accuracy, with its 95 % interval");
}

AccuracyFigure::Layout AccuracyChart::onScreen() const
{
    return figure_.layoutFor(QRectF(rect()).adjusted(kGap, kGap, -kGap, -kGap), smallNumberFont(), true);
}

QRectF AccuracyChart::rowRect(int row) const { return onScreen().stripAt(figure_.stripOf(row)); }

QPointF AccuracyChart::placeOf(int row, double accuracy) const
{
    const AccuracyFigure::Layout layout = onScreen();
    return {layout.x(accuracy), layout.marksAt(figure_.stripOf(row))};
}

QSize AccuracyChart::minimumSizeHint() const
{
    constexpr int narrow = 260;
    const AccuracyFigure::Layout layout =
        figure_.layoutFor(QRectF(kGap, kGap, std::max(narrow, width()) - 2 * kGap, 0), smallNumberFont(), true);
    const double rows = layout.ends.isEmpty() ? 4 : layout.ends.last();
    return {narrow, int(std::ceil(layout.plot.top() + (1.1 * rows + 1) * layout.line + 2 * kGap))};
}

QSize AccuracyChart::sizeHint() const
{
    return {560, minimumSizeHint().height() + int(0.4 * double(figure_.strips.size()) * QFontMetricsF(smallNumberFont()).height())};
}

void AccuracyChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallNumberFont());
    const Colors& theme = colors();
    if (figure_.rows.isEmpty()) {
        paintEmpty(painter, rect(), emptyText_, theme);
    } else {
        const AccuracyFigure::Layout layout = onScreen();
        painter.setPen(theme.text);
        painter.drawText(layout.told, Qt::AlignLeft | Qt::TextWordWrap, told());
        if (hover_ >= 0) painter.fillRect(layout.stripAt(figure_.stripOf(hover_)), mixed(theme.window, theme.hairline, 0.4));
        if (current_ >= 0) painter.fillRect(layout.stripAt(figure_.stripOf(current_)), theme.accentSoft);
        figure_.paintChart(painter, layout, theme);
    }
    paintFocus(painter, rect());
}

int AccuracyChart::rowAt(const QPointF& position) const
{
    const AccuracyFigure::Layout layout = onScreen();
    for (int i = 0; i < figure_.strips.size(); ++i)
        if (figure_.strips[i].kind == AccuracyFigure::Strip::Kind::Row && layout.stripAt(i).contains(position))
            return figure_.strips[i].index;
    return -1;
}

void AccuracyChart::resizeEvent(QResizeEvent* event)
{
    // Narrower, texts take more lines.
    if (event->oldSize().width() != event->size().width()) updateGeometry();
}

void AccuracyChart::mouseMoveEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position());
    if (row == hover_) return;
    hover_ = row;
    setCursor(row < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    describe();
    update();
}

void AccuracyChart::leaveEvent(QEvent*)
{
    hover_ = -1;
    describe();
    update();
}

void AccuracyChart::mousePressEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position());
    if (event->button() != Qt::LeftButton || row < 0) return;
    setCurrent(row);
    Q_EMIT rowChosen(row);
}

void AccuracyChart::keyPressEvent(QKeyEvent* event)
{
    if (figure_.rows.isEmpty()) return FigureView::keyPressEvent(event);
    const int last = int(figure_.rows.size()) - 1;
    hover_ = -1;
    switch (event->key()) {
    case Qt::Key_Up:
        return setCurrent(std::max(current_ - 1, 0));
    case Qt::Key_Down:
        return setCurrent(std::min(current_ + 1, last));
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current_ >= 0) Q_EMIT rowChosen(current_);
        return;
    default:
        FigureView::keyPressEvent(event);
    }
}

void AccuracyChart::describe()
{
    setAccessibleName(figureTitle());
    setAccessibleDescription(figure_.rows.isEmpty() ? emptyText_ : told());
}

}  // namespace sonoglyph
