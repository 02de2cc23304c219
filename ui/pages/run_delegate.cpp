#include "ui/pages/run_delegate.h"

#include <QPainter>

#include "ui/logic/run_list.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

QSize RunDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {20 * kGrid, QFontMetrics(option.font).height() + QFontMetrics(smallFont()).height() + kGrid};
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem empty = option;
    initStyleOption(&empty, index);
    const QString name = empty.text;
    empty.text.clear();
    empty.widget->style()->drawControl(QStyle::CE_ItemViewItem, &empty, painter, empty.widget);

    const QRect area = option.rect.adjusted(kGrid, kGrid / 2, -kGrid, -kGrid / 2);
    const auto write = [&](const QFont& font, const QColor& color, const QString& text, Qt::Alignment where) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(area, where | Qt::AlignLeft, QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width()));
    };
    painter->save();
    write(option.font, colors().text, name, Qt::AlignTop);
    write(smallFont(), colors().secondaryText, index.data(RunList::DetailRole).toString(), Qt::AlignBottom);
    painter->restore();
}

}  // namespace sonoglyph
