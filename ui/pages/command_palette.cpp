#include "ui/pages/command_palette.h"

#include <algorithm>

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int rowHeight = 32;
constexpr int rowsShown = 10;

/// The action's words left, where it lives and its shortcut right and quieter.
class CommandDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override { return {option.rect.width(), rowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen) painter->fillRect(option.rect, option.palette.highlight());
        const QColor strong = option.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text);
        QColor quiet = option.palette.color(chosen ? QPalette::HighlightedText : QPalette::PlaceholderText);
        if (chosen) quiet.setAlphaF(0.85F);
        QRect rect = option.rect.adjusted(12, 0, -12, 0);
        const QString shortcut = index.data(CommandRegistry::ShortcutRole).toString();
        const QString checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? QStringLiteral("\u2713 ") : QString();
        const int shortcutWidth = shortcut.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(shortcut) + 16;
        painter->setPen(quiet);
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, shortcut);
        rect.setRight(rect.right() - shortcutWidth);
        const QString place = index.data(CommandRegistry::PlaceRole).toString();
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, place);
        rect.setRight(rect.right() - option.fontMetrics.horizontalAdvance(place) - 16);
        painter->setPen(strong);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(checked + index.data().toString(), Qt::ElideRight, rect.width()));
    }
};

}  // namespace

CommandPalette::CommandPalette(QWidget* window) : QWidget(window)
{
    hide();
    setAccessibleName(tr("Command palette"));

    search_ = new QLineEdit(this);
    search_->setPlaceholderText(tr("Type a few letters of an action"));
    search_->setAccessibleName(tr("Search actions"));
    search_->setFrame(false);
    search_->setMinimumHeight(40);
    search_->setTextMargins(6, 0, 6, 0);
    search_->installEventFilter(this);

    list_ = new QListView(this);
    list_->setModel(&commands_);
    list_->setItemDelegate(new CommandDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setMouseTracking(true);
    list_->setAccessibleName(tr("Actions found"));

    empty_ = new QLabel(tr("No action has these letters."), this);
    empty_->setMargin(12);
    empty_->setForegroundRole(QPalette::PlaceholderText);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 8);
    layout->setSpacing(0);
    layout->addWidget(search_);
    layout->addWidget(list_, 1);
    layout->addWidget(empty_);

    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        commands_.setTyped(text.trimmed());
        select(0);
        place();
    });
    connect(list_, &QListView::entered, this, [this](const QModelIndex& index) { select(index.row()); });
    connect(list_, &QListView::clicked, this, &CommandPalette::chooseSelected);
    window->installEventFilter(this);
}

void CommandPalette::open(std::vector<Command> commands)
{
    if (!isVisible()) focusBefore_ = window()->focusWidget();
    commands_.setTyped({});
    commands_.setCommands(std::move(commands));
    search_->clear();
    select(0);
    place();
    show();
    raise();
    search_->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close()
{
    if (!isVisible()) return;
    hide();
    if (focusBefore_) focusBefore_->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(colors().hairline);
    painter.setBrush(palette().base());
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CommandPalette::place()
{
    const int rows = commands_.rowCount();
    empty_->setVisible(rows == 0);
    list_->setVisible(rows > 0);
    const QWidget* parent = parentWidget();
    const int width = std::min(640, parent->width() - 64);
    const int below = rows > 0 ? std::min(rows, rowsShown) * rowHeight : empty_->sizeHint().height();
    setGeometry((parent->width() - width) / 2, 64, width, std::min(search_->minimumHeight() + below + 9, parent->height() - 96));
}

void CommandPalette::select(int row)
{
    const QModelIndex index = commands_.index(row, 0);
    list_->setCurrentIndex(index);
    list_->scrollTo(index);
}

void CommandPalette::chooseSelected()
{
    QPointer<QAction> action = commands_.action(list_->currentIndex().row());
    close();
    if (action) Q_EMIT chosen(action);
}

bool CommandPalette::focusNextPrevChild(bool) { return true; }  // Tab must not leave an open palette

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) place();
    if (watched != search_) return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason) {
        hide();
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress) return false;
    const int rows = commands_.rowCount(), row = list_->currentIndex().row();
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        chooseSelected();
        return true;
    case Qt::Key_Down:
        if (rows > 0) select((row + 1) % rows);
        return true;
    case Qt::Key_Up:
        if (rows > 0) select((row + rows - 1) % rows);
        return true;
    case Qt::Key_PageDown:
        select(std::min(row + rowsShown, rows - 1));
        return true;
    case Qt::Key_PageUp:
        select(std::max(row - rowsShown, 0));
        return true;
    default:
        return false;
    }
}

}  // namespace sonoglyph
