#include "ui/widgets/sound_card_delegate.h"

#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

#include "ui/widgets/color_map.h"
#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int side = 48;  // a network input has exact pixels then
constexpr int gap = kGrid / 2;
constexpr int starSide = 16;

QRect pictures(const QRect& card) { return {card.left() + kGrid, card.top() + gap, 2 * side + gap, side}; }
QRect imageRect(const QRect& card) { return {pictures(card).topLeft(), QSize(side, side)}; }
QRect inputRect(const QRect& card) { return {pictures(card).topLeft() + QPoint(side + gap, 0), QSize(side, side)}; }

QRect textRect(const QRect& card)
{
    const int top = card.top() + gap + side + 2;
    return {card.left() + kGrid, top, 2 * side + gap, card.bottom() - top};
}

QPainterPath star(const QRectF& area)
{
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const double angle = std::numbers::pi * (i / 5.0 - 0.5), radius = area.width() / 2 * (i % 2 == 0 ? 1.0 : 0.45);
        points << area.center() + QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QImage inColors(const QImage& grey)
{
    QImage image(grey.constBits(), grey.width(), grey.height(), grey.bytesPerLine(), QImage::Format_Indexed8);
    const auto& table = colorTable(ColorMap::Magma);
    image.setColorTable(QList<QRgb>(table.begin(), table.end()));
    return image.convertToFormat(QImage::Format_RGB32);
}

}  // namespace

SoundCardDelegate::SoundCardDelegate(const Roles& roles, QObject* parent) : QStyledItemDelegate(parent), roles_(roles) {}

QSize SoundCardDelegate::cardSize()
{
    return {2 * side + gap + 2 * kGrid, gap + side + 2 + QFontMetrics(smallNumberFont()).height() + gap};
}

QSize SoundCardDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return cardSize(); }

QRect SoundCardDelegate::starRect(const QRect& card)
{
    const QRect input = inputRect(card);
    return {input.right() - starSide, input.top(), starSide, starSide};
}

void SoundCardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors& c = colors();
    const QRect& card = option.rect;
    const bool selected = option.state & QStyle::State_Selected, under = option.state & QStyle::State_MouseOver;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || under) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? c.accentSoft : c.raised);
        painter->drawRoundedRect(card.adjusted(1, 0, -1, 0), 4, 4);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(c.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(card).adjusted(1.75, 0.75, -1.75, -0.75), 4, 4);
    }

    painter->setPen(Qt::NoPen);
    painter->setBrush(c.mat);
    const auto image = index.data(roles_.image).value<QImage>();
    if (image.isNull())
        painter->drawRect(imageRect(card));
    else
        painter->drawImage(imageRect(card), scaledSmoothly(image, imageRect(card).size() * painter->device()->devicePixelRatioF()));
    const auto input = index.data(roles_.input).value<QImage>();
    if (input.isNull())
        painter->drawRect(inputRect(card));
    else
        painter->drawImage(inputRect(card), inColors(input));

    const bool starred = index.data(roles_.starred).toBool();
    if (starred || under) {
        painter->setPen(QPen(QColor(0, 0, 0, 160), 1));
        painter->setBrush(starred ? QBrush(QColor(0xff, 0xd0, 0x40)) : QBrush(QColor(0, 0, 0, 96)));
        if (!starred) painter->setPen(QPen(Qt::white, 1));
        painter->drawPath(star(QRectF(starRect(card)).adjusted(2, 2, -2, -2)));
    }

    QRect text = textRect(card);
    painter->setFont(smallNumberFont());
    const QString read = painter->fontMetrics().elidedText(index.data(roles_.read).toString(), Qt::ElideRight, text.width() / 2);
    if (!read.isEmpty()) {
        painter->setPen(c.accent);
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, read);
        text.setRight(text.right() - kGrid - painter->fontMetrics().horizontalAdvance(read));
    }
    painter->setPen(selected ? c.text : c.secondaryText);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
    painter->restore();
}

QWidget* SoundCardDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const
{
    auto* editor = new QLineEdit(parent);
    editor->setFont(smallFont());
    editor->setFrame(false);
    editor->setAutoFillBackground(true);
    editor->setTextMargins(0, 0, 0, 0);
    editor->setAccessibleName(tr("Name of the sound"));
    return editor;
}

void SoundCardDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    editor->setGeometry(textRect(option.rect).adjusted(-2, -1, 2, 1));
}

}  // namespace sonoglyph
