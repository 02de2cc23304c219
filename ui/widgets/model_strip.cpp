#include "ui/widgets/model_strip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double smallest = 44, largest = 168, gap = kGrid;
constexpr int textLines = 3;  // the reading, and two of the name

}  // namespace

ModelStrip::ModelStrip(QWidget* parent) : FigureView(parent)
{
    setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Expanding);
    describe();
}

QString ModelStrip::kindOfFigure() const { return tr("The word through all models"); }

void ModelStrip::setCells(const QList<ModelCell>& cells)
{
    const bool others = cells.size() != cells_.size();
    cells_ = cells;
    for (ModelCell& cell : cells_) cell.image = toGrey(cell.image);
    if (marked_ >= count()) marked_ = -1;
    if (current_ >= count()) current_ = -1;
    if (others) updateGeometry();
    describe();
    update();
}

void ModelStrip::setCurrent(int cell)
{
    current_ = cell >= 0 && cell < count() ? cell : -1;
    describe();
    update();
}

double ModelStrip::sideFor(double height, double line) const
{
    return std::floor(std::clamp(height - textLines * line - 6, smallest, largest));
}

QRectF ModelStrip::imageIn(const QRectF& area, double line, int cell) const
{
    const double side = sideFor(area.height(), line);
    return {area.left() + 2 + cell * stepFor(area, side), area.top() + 2, side, side};
}

/// From one image to the next: names get what room there is.
double ModelStrip::stepFor(const QRectF& area, double side) const
{
    return std::clamp((area.width() - 4) / std::max(1, count()), side + gap, 2 * side + gap);
}

QRectF ModelStrip::imageRect(int cell) const { return imageIn(rect(), QFontMetricsF(smallFont()).height(), cell); }

QSize ModelStrip::minimumSizeHint() const
{
    const double line = QFontMetricsF(smallFont()).height();
    const double side = sideFor(std::max(height(), 1), line);
    return {int(count() * (side + gap)) + 4, int(smallest + textLines * line) + 8};
}

QSize ModelStrip::sizeHint() const { return minimumSizeHint(); }

void ModelStrip::resizeEvent(QResizeEvent* event)
{
    FigureView::resizeEvent(event);
    if (event->oldSize().height() != height()) updateGeometry();
}

void ModelStrip::paintCells(QPainter& painter, const QRectF& area, const Colors& theme, bool print) const
{
    const QFont font = painter.font();
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    for (int i = 0; i < count(); ++i) {
        const ModelCell& cell = cells_[i];
        const QRectF where = imageIn(area, line, i);
        if (cell.image.isNull()) {
            painter.fillRect(where, theme.mat);
            painter.setPen(theme.onMat);
            painter.drawText(where.adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap,
                             cell.trouble.isEmpty() ? QStringLiteral("…") : tr("no image"));
        } else {
            painter.drawImage(where, print ? enlarged(cell.image, 8) : cell.image);
        }
        QRectF text(where.left(), where.bottom() + 4, stepFor(area, where.width()) - gap, line);
        if (!cell.read.isEmpty()) {
            painter.setFont(bold);
            painter.setPen(theme.text);
            painter.drawText(text, Qt::AlignLeft, cell.read);
            painter.setFont(font);
            painter.setPen(theme.secondaryText);
            painter.drawText(text.adjusted(QFontMetricsF(bold).horizontalAdvance(cell.read) + 6, 0, 0, 0), Qt::AlignLeft,
                             tr("%1 %").arg(std::lround(100 * cell.sure)));
        }
        text.translate(0, line);
        painter.setFont(i == current_ ? bold : font);
        painter.setPen(i == current_ ? theme.accent : theme.secondaryText);
        // The name's two parts: which run, and which of its checkpoints.
        const QString run = cell.title.section(QStringLiteral(", "), 0, 0), which = cell.title.section(QStringLiteral(", "), 1);
        const QFontMetricsF own(painter.font());
        painter.drawText(text, Qt::AlignLeft, own.elidedText(run, Qt::ElideMiddle, text.width()));
        text.translate(0, line);
        painter.drawText(text, Qt::AlignLeft, own.elidedText(which, Qt::ElideRight, text.width()));
        painter.setFont(font);
    }
    if (print) return;
    const auto frame = [&](int cell, const QColor& color) {
        if (cell < 0) return;
        painter.setPen(QPen(color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(imageIn(area, line, cell).adjusted(-1, -1, 1, 1));
    };
    frame(current_, theme.accent);
    frame(hover_, theme.secondaryText);
    if (hasFocus() && marked_ != current_) frame(marked_, theme.secondaryText);
}

void ModelStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallFont());
    paintCells(painter, rect(), colors(), false);
    paintFocus(painter, rect());
}

QSizeF ModelStrip::figureSize() const { return {std::max(1, count()) * (84.0 + gap) + 8, 84.0 + 52}; }

void ModelStrip::paintFigure(QPainter& painter, const QRectF& area) const
{
    paintCells(painter, area.adjusted(2, 2, -2, -2), printColors(), true);
}

QString ModelStrip::figureCsv() const
{
    if (cells_.isEmpty()) return {};
    QString csv = QStringLiteral("model,label,probability\n");
    for (const ModelCell& cell : cells_) {
        if (cell.read.isEmpty()) continue;
        csv += QStringLiteral("%1,%2,%3\n").arg(csvField(cell.title), csvField(cell.read), QString::number(cell.sure, 'g', 6));
    }
    return csv;
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
    if (cells_.isEmpty()) return FigureView::keyPressEvent(event);
    const int from = marked_ >= 0 ? marked_ : std::max(current_, 0);
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
    const ModelCell& shown = cells_[cell];
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
        const ModelCell& cell = cells_[i];
        parts << (cell.read.isEmpty() ? cell.title : tr("%1 reads %2").arg(cell.title, cell.read));
    }
    if (marked_ >= 0 && marked_ < count()) parts.prepend(tr("At %1.").arg(cells_[marked_].title));
    setAccessibleDescription(parts.isEmpty() ? tr("No models yet.") : parts.join(QStringLiteral("; ")));
}

}  // namespace sonoglyph
