#include "ui/widgets/zeroing_chart.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>

namespace sonoglyph {

namespace {

constexpr double gap = 4;

}  // namespace

ZeroingChart::ZeroingChart(QWidget* parent) : FigureView(parent), emptyText_(tr("The curves appear when a model has been measured."))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setToolTip(tr("How well LeNet-5 reads the images when features are set to zero. Arrow keys move the cursor, Return chooses."));
    describe();
}

QString ZeroingChart::kindOfFigure() const { return tr("Accuracy with features zeroed"); }

void ZeroingChart::setCurves(std::vector<NamedZeroingCurve> curves)
{
    figure_.curves = std::move(curves);
    figure_.latent = 0;
    for (NamedZeroingCurve& named : figure_.curves) {
        std::erase_if(named.curve.points, [](const ZeroingPoint& p) {
            return !std::isfinite(p.accuracy) || !std::isfinite(p.lowest) || !std::isfinite(p.highest) || !std::isfinite(p.deviation);
        });
        if (!named.curve.points.empty()) figure_.latent = std::max({figure_.latent, named.curve.latent, named.curve.points.back().zeroed});
    }
    moveCursor(figure_.cursor);
}

void ZeroingChart::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

void ZeroingChart::carryCursor(int zeroed)
{
    const int before = figure_.cursor;
    moveCursor(zeroed);
    if (figure_.cursor != before) Q_EMIT cursorMoved(figure_.cursor);
}

void ZeroingChart::moveCursor(int zeroed)
{
    figure_.cursor = std::clamp(zeroed, 0, figure_.latent);
    describe();
    update();
}

ZeroingFigure::Layout ZeroingChart::onScreen() const
{
    return figure_.layoutFor(QRectF(rect()).adjusted(gap, gap, -gap, -gap), smallNumberFont(), ZeroingFigure::On::Screen);
}

QPointF ZeroingChart::placeOf(int zeroed, double accuracy) const { return onScreen().place(zeroed, accuracy); }

void ZeroingChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallNumberFont());
    if (figure_.isEmpty()) {
        paintEmpty(painter, rect(), emptyText_, colors());
    } else {
        const ZeroingFigure::Layout layout = onScreen();
        figure_.paintChart(painter, layout, ZeroingFigure::On::Screen, colors());
        figure_.paintCursor(painter, layout, colors());
    }
    paintFocus(painter, rect());
}

int ZeroingChart::positionAt(const QPointF& position) const
{
    const QRectF plot = onScreen().plot;
    return int(std::lround(figure_.latent * std::clamp((position.x() - plot.left()) / std::max(plot.width(), 1.0), 0.0, 1.0)));
}

void ZeroingChart::mouseMoveEvent(QMouseEvent* event)
{
    if (!figure_.isEmpty()) carryCursor(positionAt(event->position()));
}

void ZeroingChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || figure_.isEmpty()) return;
    carryCursor(positionAt(event->position()));
    Q_EMIT positionChosen(figure_.cursor);
}

void ZeroingChart::keyPressEvent(QKeyEvent* event)
{
    if (figure_.isEmpty()) return FigureView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return carryCursor(figure_.cursor - 1);
    case Qt::Key_Right:
        return carryCursor(figure_.cursor + 1);
    case Qt::Key_PageUp:
        return carryCursor(figure_.cursor + 10);
    case Qt::Key_PageDown:
        return carryCursor(figure_.cursor - 10);
    case Qt::Key_Home:
        return carryCursor(0);
    case Qt::Key_End:
        return carryCursor(figure_.latent);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT positionChosen(figure_.cursor);
        return;
    default:
        FigureView::keyPressEvent(event);
    }
}

void ZeroingChart::describe()
{
    setAccessibleName(figureTitle());
    QStringList parts;
    for (int i = 0; i < int(figure_.curves.size()); ++i) parts << tr("%1: %2").arg(figure_.curves[std::size_t(i)].name, figure_.readout(i));
    setAccessibleDescription(figure_.isEmpty() ? emptyText_
                                               : tr("%1 of %2 zeroed").arg(figure_.cursor).arg(figure_.latent) + QStringLiteral("; ") +
                                                     parts.join(QStringLiteral("; ")));
}

}  // namespace sonoglyph
