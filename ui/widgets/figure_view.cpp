#include "ui/widgets/figure_view.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

#include "ui/widgets/figure_export.h"

namespace sonoglyph {

FigureView::FigureView(QWidget* parent) : QWidget(parent), export_(exportAction(*this, *this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void FigureView::setFigureTitle(const QString& title) { title_ = title; }

QString FigureView::figureTitle() const { return title_.isEmpty() ? kindOfFigure() : title_; }

void FigureView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    addMenuItems(menu);
    if (!menu.isEmpty()) menu.addSeparator();
    menu.addAction(export_);
    QAction* copy = menu.addAction(icon(QStringLiteral("copy")), tr("Copy picture"));
    connect(copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setPixmap(grab()); });
    menu.exec(event->globalPos());
}

void FigureView::focusInEvent(QFocusEvent* event)
{
    const Qt::FocusReason reason = event->reason();
    focusByKeyboard_ = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    QWidget::focusInEvent(event);
    update();
}

void FigureView::focusOutEvent(QFocusEvent* event)
{
    focusByKeyboard_ = false;
    QWidget::focusOutEvent(event);
    update();
}

void FigureView::paintFocus(QPainter& painter, const QRectF& area) const
{
    if (!focusByKeyboard_ || !hasFocus()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors().accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4);
    painter.restore();
}

void FigureView::paintEmpty(QPainter& painter, const QRectF& area, const QString& text, const Colors& theme)
{
    painter.save();
    painter.setPen(theme.secondaryText);
    painter.drawText(area.adjusted(kGrid, kGrid, -kGrid, -kGrid), Qt::AlignCenter | Qt::TextWordWrap, text);
    painter.restore();
}

}  // namespace sonoglyph
