#include "ui/widgets/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int kControlHeight = 32;
constexpr int kScrollBar = 12;
constexpr double kRadius = 5;

bool enabled(const QStyleOption* option) { return option->state & QStyle::State_Enabled; }
bool hovered(const QStyleOption* option) { return enabled(option) && (option->state & QStyle::State_MouseOver); }
bool pressed(const QStyleOption* option) { return enabled(option) && (option->state & QStyle::State_Sunken); }
bool focused(const QStyleOption* option) { return enabled(option) && (option->state & QStyle::State_HasFocus); }

QColor fieldLine() { return mixed(colors().hairline, colors().secondaryText, 0.45); }

// Text and signs of a control that cannot be used: faint, but still to be read by those who look for it.
QColor faint() { return mixed(colors().window, colors().secondaryText, 0.6); }

void drawBox(QPainter* painter, const QRectF& area, const QColor& fill, const QColor& line, double width = 1, double radius = kRadius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    const double inset = line.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void drawField(QPainter* painter, const QRectF& area, const QStyleOption* option)
{
    const Colors& c = colors();
    const bool focus = focused(option);
    const QColor line = !enabled(option) ? c.hairline : focus ? c.accent : hovered(option) ? mixed(fieldLine(), c.text, 0.3) : fieldLine();
    drawBox(painter, area, enabled(option) ? c.surface : c.window, line, focus ? 2 : 1);
}

enum class Chevron { Up, Down, Right };

void drawChevron(QPainter* painter, const QPointF& centre, double size, Chevron direction, const QColor& color)
{
    QPolygonF line{{-size, -size / 2}, {0, size / 2}, {size, -size / 2}};
    QTransform turn;
    turn.translate(centre.x(), centre.y());
    turn.rotate(direction == Chevron::Up ? 180 : direction == Chevron::Right ? -90 : 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(turn.map(line));
    painter->restore();
}

bool isDefault(const QStyleOptionButton* button) { return button->features & QStyleOptionButton::DefaultButton; }

void drawButton(QPainter* painter, const QStyleOptionButton* button)
{
    const Colors& c = colors();
    const bool on = button->state & QStyle::State_On;
    const bool flat = button->features & QStyleOptionButton::Flat;
    QColor fill = c.raised, line = fieldLine();
    if (!enabled(button)) {
        fill = c.window;
        line = c.hairline;
    } else if (isDefault(button)) {
        fill = c.accent;
        line = QColor();
    } else if (on) {
        fill = c.accentSoft;
        line = c.accent;
    }
    if (flat && !on && !isDefault(button)) {
        fill = hovered(button) ? c.window : QColor();
        line = QColor();
    }
    if (fill.isValid() && pressed(button))
        fill = mixed(fill, c.text, 0.14);
    else if (fill.isValid() && hovered(button))
        fill = mixed(fill, c.text, 0.06);
    drawBox(painter, button->rect, fill, line);
    if (focused(button) && (button->state & QStyle::State_KeyboardFocusChange)) {
        if (isDefault(button))
            drawBox(painter, QRectF(button->rect).adjusted(2, 2, -2, -2), QColor(), c.onAccent, 1.5, kRadius - 2);
        else
            drawBox(painter, button->rect, QColor(), c.accent, 2);
    }
}

void drawButtonLabel(QPainter* painter, const QStyleOptionButton* button, const QStyle* style, const QWidget* widget)
{
    const Colors& c = colors();
    const bool accent = isDefault(button) && enabled(button);
    const QColor color = !enabled(button) ? faint() : accent ? c.onAccent : button->palette.color(QPalette::ButtonText);
    const int gap = button->icon.isNull() || button->text.isEmpty() ? 0 : 6;
    const int iconWidth = button->icon.isNull() ? 0 : button->iconSize.width();
    const int flags = Qt::TextShowMnemonic | Qt::AlignVCenter | Qt::AlignLeft;
    const int arrow = button->features & QStyleOptionButton::HasMenu ? 18 : 0;
    const int textWidth = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
    const QRect room = button->rect.adjusted(8, 0, -8 - arrow, 0);
    int x = room.left() + std::max(0, (room.width() - iconWidth - gap - textWidth) / 2);
    if (iconWidth > 0) {
        const QRect where(x, room.center().y() - iconWidth / 2, iconWidth, iconWidth);
        const QIcon::Mode mode = !enabled(button) ? QIcon::Disabled : accent ? QIcon::Selected : QIcon::Normal;
        button->icon.paint(painter, where, Qt::AlignCenter, mode, button->state & QStyle::State_On ? QIcon::On : QIcon::Off);
        x += iconWidth + gap;
    }
    painter->save();
    painter->setPen(color);
    QRect where = room;
    where.setLeft(x);
    style->drawItemText(painter, where, flags, button->palette, enabled(button), button->text);
    painter->restore();
    if (arrow > 0) drawChevron(painter, QPointF(button->rect.right() - 14, button->rect.center().y() + 1), 4, Chevron::Down, color);
    Q_UNUSED(widget)
}

void drawCheck(QPainter* painter, const QStyleOption* option, bool round)
{
    const Colors& c = colors();
    const bool on = option->state & QStyle::State_On, part = option->state & QStyle::State_NoChange;
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const double radius = round ? box.width() / 2 : 4;
    QColor fill = on || part ? c.accent : c.surface, line = on || part ? c.accent : fieldLine();
    if (!enabled(option)) {
        fill = on || part ? c.hairline : c.window;
        line = c.hairline;
    } else if (hovered(option)) {
        line = mixed(line, c.text, 0.3);
    }
    if (focused(option) && (option->state & QStyle::State_KeyboardFocusChange))
        drawBox(painter, box.adjusted(-2.5, -2.5, 2.5, 2.5), QColor(), c.accent, 1.5, radius + 2);
    drawBox(painter, box, fill, line, 1, radius);
    const QColor sign = enabled(option) ? c.onAccent : c.secondaryText;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (round && on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(sign);
        painter->drawEllipse(box.center(), box.width() * 0.2, box.width() * 0.2);
    } else if (on || part) {
        painter->setPen(QPen(sign, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&box](double x, double y) { return QPointF(box.left() + x * box.width(), box.top() + y * box.height()); };
        if (part)
            painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
        else
            painter->drawPolyline(QPolygonF{at(0.25, 0.53), at(0.43, 0.70), at(0.76, 0.32)});
    }
    painter->restore();
}

void softenSelection(QPalette& palette)
{
    palette.setColor(QPalette::Highlight, colors().accentSoft);
    palette.setColor(QPalette::HighlightedText, colors().text);
}

void drawSlider(QPainter* painter, const QStyleOptionSlider* slider, const QRect& groove, const QRect& handle)
{
    const Colors& c = colors();
    const bool across = slider->orientation == Qt::Horizontal;
    const QPointF centre = QRectF(handle).center();
    QRectF track =
        across ? QRectF(groove.left(), centre.y() - 2, groove.width(), 4) : QRectF(centre.x() - 2, groove.top(), 4, groove.height());
    drawBox(painter, track, c.hairline, QColor(), 0, 2);
    const QColor color = enabled(slider) ? c.accent : faint();
    QRectF filled = track;
    if (across)
        slider->upsideDown ? filled.setLeft(centre.x()) : filled.setRight(centre.x());
    else
        slider->upsideDown ? filled.setTop(centre.y()) : filled.setBottom(centre.y());
    drawBox(painter, filled, color, QColor(), 0, 2);
    const double radius = pressed(slider) || hovered(slider) ? 8 : 7;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(c.window, 2));
    painter->setBrush(color);
    painter->drawEllipse(centre, radius, radius);
    if (focused(slider) && (slider->state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(c.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(centre, radius + 1.5, radius + 1.5);
    }
    painter->restore();
}

}  // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return 18;
    case PM_ToolBarIconSize:
        return 20;
    case PM_ScrollBarExtent:
        return kScrollBar;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
        return 18;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return kMargin;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return kGrid;
    case PM_SplitterWidth:
        return kGrid;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ButtonDefaultIndicator:
        return 0;
    case PM_FocusFrameHMargin:
        return 6;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_EtchDisabledText:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_Widget_Animation_Duration:
        return 0;  // nothing moves by itself
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ComboBox_Popup:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            const int icon = button->icon.isNull() ? 0 : button->iconSize.width() + (button->text.isEmpty() ? 0 : 6);
            const int text = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
            const int arrow = button->features & QStyleOptionButton::HasMenu ? 18 : 0;
            const int padding = button->text.isEmpty() ? 2 * 7 : 2 * 16;
            size = {icon + text + arrow + padding, kControlHeight};
            size.setHeight(std::max(size.height(), button->fontMetrics.height() + 10));
        }
        break;
    case CT_LineEdit:
    case CT_SpinBox:
    case CT_ComboBox:
        size.setHeight(std::max(kControlHeight, option->fontMetrics.height() + 10));
        if (type == CT_ComboBox) size.rwidth() += 16;
        if (type == CT_SpinBox) size.rwidth() += 8;
        break;
    case CT_ItemViewItem:
        size.rheight() += 6;
        break;
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            size += QSize(16, 6);
        break;
    case CT_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
            button && button->toolButtonStyle == Qt::ToolButtonIconOnly)
            size = size.expandedTo({kControlHeight, kControlHeight});
        else
            size = size.expandedTo({kControlHeight, kControlHeight}) + QSize(8, 0);
        break;
    case CT_ProgressBar:
        size.setHeight(std::max(contents.height(), 16));
        break;
    default:
        break;
    }
    return size;
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
    if (bar && (element == SE_ProgressBarGroove || element == SE_ProgressBarContents || element == SE_ProgressBarLabel)) {
        // The text stands beside the bar, where it can be read whatever the progress is.
        const int text = bar->textVisible ? std::max(bar->fontMetrics.horizontalAdvance(bar->text),
                                                     bar->fontMetrics.horizontalAdvance(QStringLiteral("100%"))) +
                                                kGrid
                                          : 0;
        if (element == SE_ProgressBarLabel) return bar->rect.adjusted(bar->rect.width() - text, 0, 0, 0);
        const QRect groove = bar->rect.adjusted(0, 0, -text, 0);
        return QRect(groove.left(), groove.center().y() - 3, groove.width(), 6);
    }
    if (element == SE_LineEditContents) return QProxyStyle::subElementRect(element, option, widget).adjusted(4, 0, -4, 0);
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (!bar) return {};
        const bool across = bar->orientation == Qt::Horizontal;
        const int length = across ? bar->rect.width() : bar->rect.height();
        const int range = bar->maximum - bar->minimum;
        int handle = length;
        if (range > 0) handle = std::clamp(int(qint64(bar->pageStep) * length / (range + bar->pageStep)), std::min(32, length), length);
        const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
        const auto along = [&](int from, int size) {
            return across ? QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height())
                          : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size);
        };
        switch (part) {
        case SC_ScrollBarGroove:
            return bar->rect;
        case SC_ScrollBarSlider:
            return along(at, handle);
        case SC_ScrollBarSubPage:
            return along(0, at);
        case SC_ScrollBarAddPage:
            return along(at + handle, length - at - handle);
        default:
            return {};
        }
    }
    if (control == CC_SpinBox) {
        const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (!box) return {};
        const QRect r = box->rect;
        const int buttons = box->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : 22;
        switch (part) {
        case SC_SpinBoxUp:
            return buttons ? QRect(r.right() - buttons, r.top() + 2, buttons, r.height() / 2 - 2) : QRect();
        case SC_SpinBoxDown:
            return buttons ? QRect(r.right() - buttons, r.center().y() + 1, buttons, r.height() / 2 - 2) : QRect();
        case SC_SpinBoxEditField:
            return r.adjusted(3, 2, -buttons - 2, -2);
        case SC_SpinBoxFrame:
            return r;
        default:
            return {};
        }
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) return option->rect.adjusted(8, 2, -26, -2);
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return QRect(option->rect.right() - 26, option->rect.top(), 26, option->rect.height());
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const Colors& c = colors();
    switch (element) {
    case PE_PanelLineEdit:
        // The field inside a spin box or combo box has no frame of its own.
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            drawField(painter, option->rect, option);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange) drawBox(painter, option->rect, QColor(), c.accent, 1.5, 3);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(painter, option, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheck(painter, option, true);
        return;
    case PE_Frame:
        drawBox(painter, option->rect, QColor(), c.hairline, 1, 3);
        return;
    case PE_FrameMenu:
        drawBox(painter, option->rect, QColor(), fieldLine(), 1, 0);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, c.raised);
        return;
    case PE_PanelTipLabel:
        drawBox(painter, option->rect, c.raised, fieldLine(), 1, 0);
        return;
    case PE_PanelButtonTool: {
        const bool on = option->state & State_On;
        QColor fill = on ? c.accentSoft : QColor();
        if (pressed(option))
            fill = mixed(c.window, c.text, 0.14);
        else if (hovered(option))
            fill = on ? mixed(fill, c.text, 0.06) : mixed(c.window, c.text, 0.07);
        const bool ring = focused(option) && (option->state & State_KeyboardFocusChange);
        drawBox(painter, option->rect, fill, ring ? c.accent : QColor(), 2);
        return;
    }
    case PE_IndicatorArrowDown:
        drawChevron(painter, QRectF(option->rect).center(), 4, Chevron::Down, enabled(option) ? c.secondaryText : faint());
        return;
    case PE_IndicatorArrowUp:
        drawChevron(painter, QRectF(option->rect).center(), 4, Chevron::Up, enabled(option) ? c.secondaryText : faint());
        return;
    case PE_IndicatorArrowRight:
        drawChevron(painter, QRectF(option->rect).center(), 4, Chevron::Right, enabled(option) ? c.secondaryText : faint());
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const Colors& c = colors();
    switch (element) {
    case CE_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            drawButton(painter, button);
            drawButtonLabel(painter, button, this, widget);
        }
        return;
    case CE_PushButtonBevel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) drawButton(painter, button);
        return;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) drawButtonLabel(painter, button, this, widget);
        return;
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            QStyleOptionProgressBar part(*bar);
            part.rect = subElementRect(SE_ProgressBarGroove, bar, widget);
            drawControl(CE_ProgressBarGroove, &part, painter, widget);
            drawControl(CE_ProgressBarContents, &part, painter, widget);
            if (!bar->textVisible) return;
            part.rect = subElementRect(SE_ProgressBarLabel, bar, widget);
            drawControl(CE_ProgressBarLabel, &part, painter, widget);
        }
        return;
    case CE_ProgressBarGroove:
        drawBox(painter, option->rect, c.hairline, QColor(), 0, 3);
        return;
    case CE_ProgressBarContents:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            QRectF filled = bar->rect;
            if (bar->maximum > bar->minimum) {
                const double share = double(bar->progress - bar->minimum) / (double(bar->maximum) - bar->minimum);
                filled.setWidth(std::clamp(share, 0.0, 1.0) * filled.width());
                if (filled.width() > 0)
                    drawBox(painter, filled, enabled(option) ? c.accent : faint(), QColor(), 0, std::min(3.0, filled.width() / 2));
            } else {
                // How far is not known: a quiet middle piece that stands still.
                drawBox(painter, filled, mixed(c.hairline, c.accent, 0.45), QColor(), 0, 3);
            }
        }
        return;
    case CE_ProgressBarLabel:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            painter->setPen(enabled(option) ? c.text : faint());
            painter->drawText(bar->rect, Qt::AlignRight | Qt::AlignVCenter, bar->text);
        }
        return;
    case CE_ItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            QStyleOptionViewItem soft(*item);
            softenSelection(soft.palette);
            QProxyStyle::drawControl(element, &soft, painter, widget);
        }
        return;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            QStyleOptionMenuItem soft(*item);
            softenSelection(soft.palette);
            QProxyStyle::drawControl(element, &soft, painter, widget);
        }
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, c.window);
        return;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            painter->fillRect(item->rect, c.window);
            if (item->state & (State_Selected | State_Sunken))
                drawBox(painter, QRectF(item->rect).adjusted(0, 2, 0, -2), c.accentSoft, QColor());
            painter->setPen(enabled(item) ? c.text : faint());
            int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
            if (!styleHint(SH_UnderlineShortcut, item, widget, nullptr)) flags |= Qt::TextHideMnemonic;
            painter->drawText(item->rect, flags, item->text);
        }
        return;
    case CE_HeaderSection:
        painter->fillRect(option->rect, c.window);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.hairline);
        return;
    case CE_Splitter: {
        const QPointF centre = QRectF(option->rect).center();
        const bool across = option->rect.height() > option->rect.width();
        const QRectF line = across ? QRectF(centre.x() - 0.5, option->rect.top(), 1, option->rect.height())
                                   : QRectF(option->rect.left(), centre.y() - 0.5, option->rect.width(), 1);
        painter->fillRect(line, hovered(option) ? c.accent : c.hairline);
        return;
    }
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const Colors& c = colors();
    switch (control) {
    case CC_ComboBox: {
        drawField(painter, option->rect, option);
        const QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
        drawChevron(painter, QRectF(arrow).center() + QPointF(-1, 0.5), 4, Chevron::Down, enabled(option) ? c.secondaryText : faint());
        return;
    }
    case CC_SpinBox:
        if (const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
            if (box->frame) drawField(painter, box->rect, box);
            if (box->buttonSymbols == QAbstractSpinBox::NoButtons) return;
            const auto arrow = [&](SubControl part, Chevron direction, QAbstractSpinBox::StepEnabledFlag step) {
                const QRectF where = subControlRect(control, option, part, widget);
                const bool can = enabled(option) && (box->stepEnabled & step);
                const bool over = (box->activeSubControls & part) && hovered(option);
                drawChevron(painter, where.center() + QPointF(-2, direction == Chevron::Up ? 1.5 : -1.5), 3.5, direction,
                            !can   ? faint()
                            : over ? c.accent
                                   : c.secondaryText);
            };
            arrow(SC_SpinBoxUp, Chevron::Up, QAbstractSpinBox::StepUpEnabled);
            arrow(SC_SpinBoxDown, Chevron::Down, QAbstractSpinBox::StepDownEnabled);
        }
        return;
    case CC_Slider:
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            if (slider->tickPosition != 0) {
                QStyleOptionSlider ticks(*slider);
                ticks.subControls = SC_SliderTickmarks;
                QProxyStyle::drawComplexControl(control, &ticks, painter, widget);
            }
            drawSlider(painter, slider, subControlRect(control, option, SC_SliderGroove, widget),
                       subControlRect(control, option, SC_SliderHandle, widget));
        }
        return;
    case CC_ScrollBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            if (bar->maximum <= bar->minimum) return;
            const QRectF handle = QRectF(subControlRect(control, option, SC_ScrollBarSlider, widget)).adjusted(3, 3, -3, -3);
            const bool active = hovered(option) || pressed(option);
            drawBox(painter, handle, mixed(c.hairline, c.secondaryText, active ? 0.7 : 0.35), QColor(), 0,
                    std::min(handle.width(), handle.height()) / 2);
        }
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

}  // namespace sonoglyph
