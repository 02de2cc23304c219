#include "ui/pages/choice_popup.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/logic/choice_role.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int popupWidth = 380, rowHeight = 26, rowsShown = 12;

}  // namespace

/// The choices in whose names every typed word occurs, with their ticks.
class ChoicePopup::Found : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setTyped(const QString& text)
    {
        words_ = text.split(u' ', Qt::SkipEmptyParts);
        invalidateFilter();
    }
    void setTicked(const QSet<QString>& keys)
    {
        ticked_ = keys;
        if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role != Qt::CheckStateRole) return QSortFilterProxyModel::data(index, role);
        return ticked_.contains(index.data(ChoiceRole::Key).toString()) ? Qt::Checked : Qt::Unchecked;
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        const QString text = sourceModel()->index(row, 0, parent).data(ChoiceRole::Search).toString();
        return std::all_of(words_.begin(), words_.end(), [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
    }

private:
    QStringList words_;
    QSet<QString> ticked_;
};

namespace {

/// A tick, the group where another one begins, which of it, and the number right.
class ChoiceDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override { return {option.rect.width(), rowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen) painter->fillRect(option.rect, colors().accentSoft);
        const QString group = index.data(ChoiceRole::Group).toString();
        const bool begins = index.row() == 0 || index.siblingAtRow(index.row() - 1).data(ChoiceRole::Group).toString() != group;
        if (begins && index.row() > 0)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), colors().hairline);
        painter->save();
        QRect rect = option.rect.adjusted(kGrid, 0, -kGrid, 0);
        painter->setPen(colors().accent);
        if (index.data(Qt::CheckStateRole).toInt() == Qt::Checked)
            painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("✓"));
        rect.setLeft(rect.left() + 2 * kGrid);
        painter->setFont(smallNumberFont());
        painter->setPen(colors().secondaryText);
        const QString value = index.data(ChoiceRole::Value).toString();
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, value);
        rect.setRight(rect.right() - QFontMetrics(smallNumberFont()).horizontalAdvance(value) - kGrid);
        const QString label = index.data(ChoiceRole::Label).toString();
        painter->setFont(option.font);
        if (group.isEmpty()) {
            painter->setPen(colors().text);
            painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, option.fontMetrics.elidedText(label, Qt::ElideMiddle, rect.width()));
        } else {
            const QRect left(rect.left(), rect.top(), rect.width() / 2, rect.height());
            const QRect right(left.right() + kGrid, rect.top(), rect.right() - left.right() - kGrid, rect.height());
            if (begins) {
                painter->setPen(colors().text);
                painter->drawText(left, Qt::AlignLeft | Qt::AlignVCenter,
                                  option.fontMetrics.elidedText(group, Qt::ElideMiddle, left.width()));
            }
            painter->setPen(index.data(ChoiceRole::Live).toBool() ? colors().accent : colors().text);
            painter->drawText(right, Qt::AlignLeft | Qt::AlignVCenter, option.fontMetrics.elidedText(label, Qt::ElideRight, right.width()));
        }
        painter->restore();
    }
};

}  // namespace

ChoicePopup::Words ChoicePopup::modelWords()
{
    return {tr("Search models and runs"), tr("Models"), tr("The runs are being read…"), tr("No model has these words in its name.")};
}

ChoicePopup::ChoicePopup(QAbstractItemModel& choices, bool several, const Words& words, QWidget* parent)
    : QFrame(parent, Qt::Popup), found_(new Found(this)), words_(words), several_(several)
{
    setFrameShape(QFrame::StyledPanel);
    setAttribute(Qt::WA_WindowPropagation);
    found_->setSourceModel(&choices);
    search_ = new QLineEdit(this);
    search_->setPlaceholderText(words_.search);
    search_->setAccessibleName(words_.search);
    search_->setClearButtonEnabled(true);
    search_->installEventFilter(this);
    list_ = new QListView(this);
    list_->setModel(found_);
    list_->setItemDelegate(new ChoiceDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setMouseTracking(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(words_.name);
    empty_ = new QLabel(this);
    empty_->setMargin(kGrid);
    empty_->setWordWrap(true);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    layout_ = new QVBoxLayout(this);
    layout_->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout_->setSpacing(kGrid / 2);
    layout_->addWidget(search_);
    layout_->addWidget(list_, 1);
    layout_->addWidget(empty_);

    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        found_->setTyped(text);
        showFound();
    });
    connect(found_, &QAbstractItemModel::modelReset, this, &ChoicePopup::showFound);
    connect(list_, &QListView::entered, this, [this](const QModelIndex& index) { list_->setCurrentIndex(index); });
    connect(list_, &QListView::clicked, this, &ChoicePopup::choose);
    showFound();
}

void ChoicePopup::addFooter(const QList<QAction*>& actions)
{
    layout_->addWidget(new Hairline(Qt::Horizontal, this));
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid / 2);
    for (QAction* action : actions) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFont(smallFont());
        connect(action, &QAction::triggered, this, &QWidget::close);
        row->addWidget(button);
    }
    row->addStretch(1);
    layout_->addLayout(row);
}

void ChoicePopup::setTicked(const QSet<QString>& keys) { found_->setTicked(keys); }

void ChoicePopup::setReading(bool reading)
{
    reading_ = reading;
    showFound();
}

void ChoicePopup::openBelow(const QWidget& button)
{
    search_->clear();
    showFound();
    const QScreen* screen = button.screen();
    const QRect room = screen ? screen->availableGeometry() : QRect(0, 0, 1024, 700);
    const QPoint below = button.mapToGlobal(QPoint(0, button.height() + 2));
    const int footer = layout_->count() > 3 ? 48 : 0;
    const int wanted = rowsShown * rowHeight + search_->sizeHint().height() + footer + 4 * kGrid;
    const QPoint end = button.mapToGlobal(QPoint(button.width(), 0));
    const int top = std::max(room.top(), std::min(below.y(), room.bottom() - wanted));
    // Over the program rather than beside it.
    const int left = std::max(end.x() - popupWidth, button.window()->frameGeometry().left());
    setGeometry(std::clamp(left, room.left(), room.right() - popupWidth), top, popupWidth, std::min(wanted, room.bottom() - top));
    for (int row = 0; row < found_->rowCount(); ++row)
        if (found_->index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked) {
            list_->setCurrentIndex(found_->index(row, 0));
            break;
        }
    show();
    list_->scrollTo(list_->currentIndex(), QAbstractItemView::PositionAtCenter);
    search_->setFocus(Qt::PopupFocusReason);
}

void ChoicePopup::choose(const QModelIndex& index)
{
    if (!index.isValid()) return;
    const QString key = index.data(ChoiceRole::Key).toString();
    if (!several_) close();
    Q_EMIT chosen(key);
}

void ChoicePopup::showFound()
{
    const bool any = found_->rowCount() > 0;
    if (any && !list_->currentIndex().isValid()) list_->setCurrentIndex(found_->index(0, 0));
    empty_->setText(reading_ ? words_.reading : words_.none);
    empty_->setVisible(!any || reading_);
}

void ChoicePopup::move(int rows)
{
    const int count = found_->rowCount();
    if (count == 0) return;
    const QModelIndex next = found_->index(std::clamp(list_->currentIndex().row() + rows, 0, count - 1), 0);
    list_->setCurrentIndex(next);
    list_->scrollTo(next);
}

bool ChoicePopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != search_ || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(list_->currentIndex());
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(rowsShown);
        return true;
    case Qt::Key_PageUp:
        move(-rowsShown);
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

}  // namespace sonoglyph
