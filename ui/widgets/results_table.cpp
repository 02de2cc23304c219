#include "ui/widgets/results_table.h"

#include <algorithm>
#include <utility>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include "core/base/atomic_file.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

/// Whether a column names things: it holds a word, and no number alone.
bool isText(const Table& table, int column)
{
    bool words = column == 0;
    for (const auto& row : table.rows) {
        const QString cell = QString::fromStdString(row[std::size_t(column)]);
        const auto letters = std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isLetter(); });
        const bool digits = std::any_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
        if (column > 0 && digits && letters == 0) return false;
        words = words || letters > 2;
    }
    return words;
}

constexpr int kIndent = 2 * kGrid;
constexpr int kWidestName = 45 * kGrid, kWidest = 35 * kGrid;

}  // namespace

/// The first column: indented, with an arrow where rows can be folded away.
class ResultsTable::NameDelegate : public QStyledItemDelegate {
public:
    explicit NameDelegate(ResultsTable& table) : QStyledItemDelegate(&table), table_(table) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const int row = index.row();
        QStyleOptionViewItem shifted = option;
        initStyleOption(&shifted, index);
        // The whole cell is lit where it is selected, only its text moves.
        const QWidget* view = option.widget;
        QStyle* style = view->style();
        const QString text = std::exchange(shifted.text, {});
        style->drawControl(QStyle::CE_ItemViewItem, &shifted, painter, view);
        shifted.text = text;
        shifted.rect.setLeft(shifted.rect.left() + before(row));
        shifted.backgroundBrush = Qt::NoBrush;
        shifted.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus | QStyle::State_MouseOver);
        style->drawControl(QStyle::CE_ItemViewItem, &shifted, painter, view);
        const QRect arrow = table_.arrowRect(row);
        if (arrow.isEmpty()) return;
        QStyleOption mark;
        mark.initFrom(view);
        mark.rect = arrow;
        style->drawPrimitive(*table_.lookOf(row).open ? QStyle::PE_IndicatorArrowDown : QStyle::PE_IndicatorArrowRight, &mark, painter,
                             view);
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + before(index.row()), size.height()};
    }

private:
    /// What stands before the text of a row.
    int before(int row) const
    {
        const bool foldable = std::any_of(table_.rows_.begin(), table_.rows_.end(), [](const Row& r) { return r.open.has_value(); });
        return (depthOf(table_.table_, std::size_t(row)) + int(foldable)) * kIndent;
    }

    const ResultsTable& table_;
};

ResultsTable::ResultsTable(QWidget* parent)
    : QTableWidget(parent), copyMarkdown_(new QAction(tr("Copy table as Markdown"), this)),
      copyLatex_(new QAction(tr("Copy table as LaTeX"), this)), save_(new QAction(icon(QStringLiteral("export")), tr("Save table…"), this))
{
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setFont(numberFont());
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegateForColumn(0, new NameDelegate(*this));
    setMouseTracking(true);
    save_->setToolTip(tr("As CSV, Markdown or LaTeX"));
    connect(copyMarkdown_, &QAction::triggered, this, [this] { copy(toMarkdown(table_)); });
    connect(copyLatex_, &QAction::triggered, this, [this] { copy(toLatex(table_)); });
    connect(save_, &QAction::triggered, this, &ResultsTable::askAndSave);
}

void ResultsTable::show(const Table& table, const std::vector<Row>& rows)
{
    const int current = currentRow();
    table_ = table;
    rows_ = rows;
    setAccessibleName(QString::fromStdString(table.title));
    setColumnCount(int(table.columns.size()));
    setRowCount(int(table.rows.size()));
    QStringList heads;
    for (const std::string& column : table.columns) heads << QString::fromStdString(column);
    setHorizontalHeaderLabels(heads);
    for (int c = 0; c < columnCount(); ++c) {
        const auto align = (isText(table, c) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
        horizontalHeaderItem(c)->setTextAlignment(align);
        for (int r = 0; r < rowCount(); ++r) {
            auto* item = new QTableWidgetItem(QString::fromStdString(table.rows[std::size_t(r)][std::size_t(c)]));
            const Row& look = lookOf(r);
            item->setTextAlignment(align);
            item->setToolTip(look.tip);
            if (look.quiet) item->setForeground(palette().brush(QPalette::PlaceholderText));
            if (look.link == c) {
                QFont font = item->font();
                font.setUnderline(true);
                item->setFont(font);
                item->setForeground(palette().brush(QPalette::Link));
            }
            setItem(r, c, item);
        }
    }
    resizeColumnsToContents();
    for (int c = 0; c < columnCount(); ++c) {
        const int wanted = columnWidth(c) + 2 * kGrid, most = c == 0 ? kWidestName : kWidest;
        setColumnWidth(c, std::min(wanted, most));
        // A sentence must not push the numbers out of sight.
        for (int r = 0; wanted > most && r < rowCount(); ++r)
            if (item(r, c)->toolTip().isEmpty()) item(r, c)->setToolTip(item(r, c)->text());
    }
    if (current >= 0 && current < rowCount()) selectRow(current);
    updateGeometry();
}

const ResultsTable::Row& ResultsTable::lookOf(int row) const
{
    static const Row plain;
    return row >= 0 && row < int(rows_.size()) ? rows_[std::size_t(row)] : plain;
}

QRect ResultsTable::arrowRect(int row) const
{
    if (!lookOf(row).open) return {};
    const QRect cell = visualRect(model()->index(row, 0));
    return {cell.left() + depthOf(table_, std::size_t(row)) * kIndent + kGrid / 2, cell.center().y() - kGrid / 2, kIndent - kGrid / 2,
            kGrid};
}

bool ResultsTable::isLinkAt(const QPoint& position) const
{
    const QModelIndex cell = indexAt(position);
    return cell.isValid() && lookOf(cell.row()).link == cell.column();
}

void ResultsTable::setWhole(bool whole)
{
    whole_ = whole;
    setVerticalScrollBarPolicy(whole ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, whole ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

QSize ResultsTable::sizeHint() const
{
    if (!whole_) return QTableWidget::sizeHint();
    const int bar = horizontalHeader()->length() > viewport()->width() ? horizontalScrollBar()->sizeHint().height() : 0;
    return {QTableWidget::sizeHint().width(), horizontalHeader()->sizeHint().height() + verticalHeader()->length() + bar + 2};
}

QSize ResultsTable::minimumSizeHint() const { return whole_ ? QSize(160, sizeHint().height()) : QSize(160, 96); }

void ResultsTable::copy(const std::string& text) { QApplication::clipboard()->setText(QString::fromStdString(text)); }

Result<void> ResultsTable::saveAs(const QString& file) const
{
    const QString ending = QFileInfo(file).suffix().toLower();
    const auto text = [&]() -> std::optional<std::string> {
        if (ending == QLatin1String("csv")) return toCsv(table_);
        if (ending == QLatin1String("tex")) return toLatex(table_);
        if (ending == QLatin1String("md")) return toMarkdown(table_);
        return std::nullopt;
    }();
    if (!text)
        return Error{
            Errc::BadOption,
            {SONOGLYPH_TEXT("core", "%1 has none of the endings .csv, .tex or .md, so the format is not known."), {file.toStdString()}}};
    return replaceFile(file.toStdString(), *text);
}

void ResultsTable::askAndSave()
{
    const QString name = QString::fromStdString(table_.name.empty() ? "table" : table_.name);
    QString filter;
    QString file = QFileDialog::getSaveFileName(this, tr("Save table"), name + QStringLiteral(".csv"),
                                                QStringLiteral("CSV (*.csv);;LaTeX (*.tex);;Markdown (*.md)"), &filter);
    if (file.isEmpty()) return;
    if (QFileInfo(file).suffix().isEmpty()) file += filter.section(u'*', 1).section(u')', 0, 0);
    if (const auto saved = saveAs(file); !saved) Q_EMIT failed(saved.error());
}

void ResultsTable::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addActions(commands());
    menu.exec(event->globalPos());
}

void ResultsTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) return copy(toMarkdown(table_));
    const Row& row = lookOf(currentRow());
    if (row.open && (event->key() == Qt::Key_Right || event->key() == Qt::Key_Left)) {
        const bool open = event->key() == Qt::Key_Right;
        if (open != *row.open) return Q_EMIT foldWanted(currentRow(), open);
    }
    if (row.link >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) return Q_EMIT linkActivated(currentRow());
    QTableWidget::keyPressEvent(event);
}

void ResultsTable::mousePressEvent(QMouseEvent* event)
{
    QTableWidget::mousePressEvent(event);
    if (event->button() != Qt::LeftButton) return;
    const QPoint at = event->position().toPoint();
    const int row = indexAt(at).row();
    if (arrowRect(row).marginsAdded({kGrid, kGrid, kGrid / 2, kGrid}).contains(at)) return Q_EMIT foldWanted(row, !*lookOf(row).open);
    if (isLinkAt(at)) Q_EMIT linkActivated(row);
}

void ResultsTable::mouseMoveEvent(QMouseEvent* event)
{
    QTableWidget::mouseMoveEvent(event);
    viewport()->setCursor(isLinkAt(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

}  // namespace sonoglyph
