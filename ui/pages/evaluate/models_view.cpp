#include "ui/pages/evaluate/models_view.h"

#include <algorithm>
#include <utility>

#include <QLabel>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "ui/logic/evaluation_list.h"
#include "ui/pages/scrolled.h"
#include "ui/widgets/accuracy_chart.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/results_table.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

ModelsView::ModelsView(EvaluationList& models, QWidget* parent)
    : QWidget(parent), models_(models), table_(new ResultsTable), chart_(new AccuracyChart), note_(new QLabel)
{
    auto* empty =
        new EmptyState(QStringLiteral("evaluate"),
                       tr("Choose models, and LeNet-5 reads what they draw for sounds they never learned from."), tr("Add models…"));
    connect(empty, &EmptyState::actionTriggered, this, &ModelsView::addWanted);
    note_->setWordWrap(true);
    note_->setFont(smallFont());
    note_->setForegroundRole(QPalette::PlaceholderText);
    table_->setWhole(true);
    chart_->setFigureTitle(tr("Accuracy of the models"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, kGrid, 0);
    column->setSpacing(kMargin);
    column->addWidget(table_);
    column->addWidget(note_);
    column->addWidget(chart_);
    column->addStretch(1);
    stack_ = new QStackedLayout(this);
    stack_->addWidget(empty);
    stack_->addWidget(scrolled(content, tr("Models")));
    connect(&models_, &EvaluationList::modelsChanged, this, &ModelsView::refresh);
    connect(&models_, &StudyJob::changed, this, &ModelsView::showProgress);
    connect(table_, &QTableWidget::currentCellChanged, this, [this](int row, int, int before, int) {
        if (row != before) Q_EMIT currentChanged(current());
    });
    connect(table_, &ResultsTable::foldWanted, this, [this](int row, bool open) {
        const QString key = models_.models()[rows_[std::size_t(row)].model].key;
        if (open)
            unfolded_.insert(key);
        else
            unfolded_.remove(key);
        refresh();
    });
    connect(table_, &ResultsTable::linkActivated, this, [this](int row) {
        if (rows_[std::size_t(row)].canReproduce)
            Q_EMIT reproductionWanted();
        else
            Q_EMIT trainingWanted();
    });
    connect(chart_, &AccuracyChart::rowChosen, this, [this](int row) {
        for (int i = 0, charted = -1; i < int(rows_.size()); ++i)
            if (rows_[std::size_t(i)].isCharted() && ++charted == row) return table_->selectRow(i);
    });
    refresh();
}

int ModelsView::current() const
{
    const int row = table_->currentRow();
    return row >= 0 && row < int(rows_.size()) ? int(rows_[std::size_t(row)].model) : -1;
}

int ModelsView::rowOf(int model) const
{
    // The row of several seeds names the first of them, which also stands below it.
    const auto found = std::find_if(rows_.begin(), rows_.end(), [model](const ModelRow& row) { return int(row.model) == model; });
    return found == rows_.end() ? -1 : int(found - rows_.begin());
}

void ModelsView::setCurrent(int model)
{
    if (model >= 0 && model < int(models_.models().size()) && rowOf(model) < 0) {
        for (const ModelRow& row : rows_)
            if (row.open) unfolded_.insert(models_.models()[row.model].key);
        refresh();
    }
    table_->selectRow(rowOf(model));
}

void ModelsView::setReproduction(std::shared_ptr<const Reproduction> reproduction)
{
    reproduction_ = std::move(reproduction);
    refresh();
}

void ModelsView::setUnfolded(const QSet<QString>& keys)
{
    unfolded_ = keys;
    refresh();
}

void ModelsView::showProgress()
{
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (models_.models()[rows_[i].model].state == EvaluatedModel::State::Running)
            if (QTableWidgetItem* cell = table_->item(int(i), 1)) cell->setText(progressText(models_.progress()));
}

QStringList ModelsView::notes() const
{
    QStringList notes;
    for (const EvaluatedModel& model : models_.models()) {
        if (!model.result || !model.result->details) continue;
        const EvaluationDetails& details = *model.result->details;
        if (details.split.starts_with("speaker") || details.dataset == "scd") continue;
        const QString note = tr("%1, %2 split: every voice of the test was heard in training; such a score says nothing about a new voice.")
                                 .arg(QString::fromStdString(details.dataset), splitTitle(QString::fromStdString(details.split)));
        if (!notes.contains(note)) notes << note;
    }
    if (std::any_of(rows_.begin(), rows_.end(), [](const ModelRow& row) { return row.kind == ModelRow::Kind::OtherSplit; }))
        notes << tr("Below such a model: the same model and settings, trained with other splits; how long it learned may differ.");
    notes << tr(
        "Percent of images that LeNet-5 reads right, drawn for held-out pairs from samples of z. Diversity: deviation of a pixel and of a "
        "feature of LeNet-5 among images of one digit. To archetype: distance to the mean training image. To the first: points, tested "
        "recording by recording, where both were read on the same pairs.");
    return notes;
}

void ModelsView::refresh()
{
    const int before = current();
    stack_->setCurrentIndex(models_.models().empty() ? 0 : 1);
    rows_ = modelRows(models_, reproduction_.get(), unfolded_);
    note_->setText(notes().join(u'\n'));
    Table table = tableOf(rows_);
    table.note = note_->text().toStdString();
    {
        const QSignalBlocker blocker(table_);
        table_->show(table, looksOf(rows_));
        // Rows may have come above it.
        if (current() != before && rowOf(before) >= 0) table_->selectRow(rowOf(before));
    }
    QList<AccuracyLine> lines;
    if (models_.lenet()) lines << AccuracyLine{tr("LeNet-5 on real images"), models_.lenet()->accuracy, {}};
    const QList<AccuracyRow> charted = chartRowsOf(rows_);
    chart_->setVisible(!charted.empty());
    chart_->setRows(charted, lines);
}

}  // namespace sonoglyph
