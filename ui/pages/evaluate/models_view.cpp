#include "ui/pages/evaluate/models_view.h"

#include <cmath>

#include <QLabel>
#include <QLocale>
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

namespace {

QString percent(double share) { return QLocale().toString(100 * share, 'f', 1); }
QString points(double difference) { return (difference >= 0 ? QStringLiteral("+") : QStringLiteral("−")) + percent(std::abs(difference)); }

std::string text(const QString& s) { return s.toStdString(); }

QString splitTitle(const QString& split)
{
    if (split == QLatin1String("random")) return ModelsView::tr("random");
    if (split == QLatin1String("official")) return ModelsView::tr("official");
    if (split == QLatin1String("speakers")) return ModelsView::tr("speakers held out");
    return ModelsView::tr("%1 left out").arg(split.section(u':', 1));
}

QString progressText(double progress) { return ModelsView::tr("being read, %1 %").arg(int(100 * progress)); }

/// Voices of the test that were heard in training say nothing about a new one.
bool newVoices(const EvaluationDetails& details) { return details.split.starts_with("speaker"); }

}  // namespace

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
        if (row != before) Q_EMIT currentChanged(row);
    });
    connect(chart_, &AccuracyChart::rowChosen, this, [this](int row) {
        // The chart shows those alone that are measured.
        for (int i = 0, shown = -1; i < int(models_.models().size()); ++i)
            if (models_.models()[std::size_t(i)].result && ++shown == row) return table_->selectRow(i);
    });
    refresh();
}

int ModelsView::current() const { return table_->currentRow(); }

void ModelsView::setCurrent(int model) { table_->selectRow(model); }

void ModelsView::setOtherSplits(const QString& sentence)
{
    otherSplits_ = sentence;
    refresh();
}

void ModelsView::showProgress()
{
    const auto& models = models_.models();
    for (std::size_t i = 0; i < models.size(); ++i)
        if (models[i].state == EvaluatedModel::State::Running)
            if (QTableWidgetItem* cell = table_->item(int(i), 1)) cell->setText(progressText(models_.progress()));
}

void ModelsView::refresh()
{
    const auto& models = models_.models();
    stack_->setCurrentIndex(models.empty() ? 0 : 1);
    Table table{"models", text(tr("Accuracy of the models")), {}, {}, {}};
    for (const QString& column : {tr("Model"), tr("Data, split"), tr("Accuracy"), tr("95 % interval"), tr("From means"), tr("Diversity"),
                                  tr("Feature diversity"), tr("To archetype"), tr("To the first"), tr("p")})
        table.columns.push_back(text(column));
    QList<AccuracyRow> rows;
    QStringList notes;
    for (std::size_t i = 0; i < models.size(); ++i) {
        const EvaluatedModel& model = models[i];
        std::vector<std::string> row(table.columns.size(), "–");
        row[0] = text(model.title);
        if (!model.result) {
            row[1] = text(model.state == EvaluatedModel::State::Failed    ? model.trouble
                          : model.state == EvaluatedModel::State::Running ? progressText(models_.progress())
                                                                          : tr("waiting"));
            table.rows.push_back(std::move(row));
            continue;
        }
        const Evaluation& e = *model.result;
        const EvaluationDetails& d = *e.details;
        row[1] = text(QStringLiteral("%1, %2").arg(QString::fromStdString(d.dataset), splitTitle(QString::fromStdString(d.split))));
        row[2] = text(percent(e.accuracy));
        row[3] = text(QStringLiteral("%1 – %2").arg(percent(e.interval[0]), percent(e.interval[1])));
        row[4] = text(percent(e.accuracyMean));
        row[5] = text(QLocale().toString(e.diversity, 'f', 4));
        row[6] = text(QLocale().toString(d.featureDiversity, 'f', 3));
        row[7] = text(QLocale().toString(d.archetypeDistance, 'f', 3));
        if (const auto difference = models_.differenceToFirst(i)) {
            row[8] = text(points(-difference->difference));
            row[9] = text(difference->p < 0.001 ? QStringLiteral("<%1").arg(QLocale().toString(0.001))
                                                : QLocale().toString(difference->p, 'f', 3));
        }
        table.rows.push_back(std::move(row));
        const QString set = QString::fromStdString(d.dataset);
        rows.push_back({{}, QStringLiteral("%1 (%2)").arg(model.title, set), e.accuracy, e.interval[0], e.interval[1], e.accuracyMean, {}});
        if (!newVoices(d)) {
            const QString note =
                tr("%1, %2 split: every voice of the test was heard in training; such a score says nothing about a new voice.")
                    .arg(set, splitTitle(QString::fromStdString(d.split)));
            if (d.dataset == "fsdd" && !notes.contains(note)) notes << note << otherSplits_;
            if (d.dataset != "fsdd" && d.dataset != "scd" && !notes.contains(note)) notes << note;
        }
    }
    notes << tr(
        "Percent of images that LeNet-5 reads right, drawn for held-out pairs from samples of z. Diversity: deviation of a pixel and of a "
        "feature of LeNet-5 among images of one digit. To archetype: distance to the mean training image. To the first: points, tested "
        "recording by recording, where both were read on the same pairs.");
    note_->setText(notes.join(u'\n'));
    table.note = text(note_->text());
    {
        const QSignalBlocker blocker(table_);
        table_->show(table);
    }
    QList<AccuracyLine> lines;
    if (models_.lenet()) lines << AccuracyLine{tr("LeNet-5 on real images"), models_.lenet()->accuracy, {}};
    chart_->setVisible(!rows.empty());
    chart_->setRows(rows, lines);
}

}  // namespace sonoglyph
