#include "ui/widgets/results_table.h"

#include <algorithm>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include "core/base/atomic_file.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

/// Whether a column names things: it holds a word.
bool isText(const Table& table, int column)
{
    return column == 0 || std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
               const QString cell = QString::fromStdString(row[std::size_t(column)]);
               return std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isLetter(); }) > 2;
           });
}

}  // namespace

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
    save_->setToolTip(tr("As CSV, Markdown or LaTeX"));
    connect(copyMarkdown_, &QAction::triggered, this, [this] { copy(toMarkdown(table_)); });
    connect(copyLatex_, &QAction::triggered, this, [this] { copy(toLatex(table_)); });
    connect(save_, &QAction::triggered, this, &ResultsTable::askAndSave);
}

void ResultsTable::show(const Table& table)
{
    const int current = currentRow();
    table_ = table;
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
            item->setTextAlignment(align);
            setItem(r, c, item);
        }
    }
    resizeColumnsToContents();
    for (int c = 0; c < columnCount(); ++c) setColumnWidth(c, columnWidth(c) + 2 * kGrid);
    if (current >= 0 && current < rowCount()) selectRow(current);
    updateGeometry();
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
    QTableWidget::keyPressEvent(event);
}

}  // namespace sonoglyph
