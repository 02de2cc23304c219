#include "ui/pages/evaluate/confusion_panel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLocale>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "ui/logic/label_text.h"
#include "ui/logic/text.h"
#include "ui/pages/scrolled.h"
#include "ui/widgets/confusion_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/results_table.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int examplesOfARow = 6;
constexpr std::size_t mostSpeakers = 30;

std::string percent(double share) { return QLocale().toString(100 * share, 'f', 1).toStdString(); }

std::vector<std::string> rowOf(const std::string& name, const LabelReading& r)
{
    const auto interval = wilsonInterval(r.right, r.examples);
    return {name, std::to_string(r.recordings), percent(r.accuracy()), percent(interval[0]) + " – " + percent(interval[1]),
            percent(r.accuracyMean())};
}

std::vector<std::string> headsOf(const QString& first)
{
    return {first.toStdString(), ConfusionPanel::tr("Recordings").toStdString(), ConfusionPanel::tr("Accuracy").toStdString(),
            ConfusionPanel::tr("95 % interval").toStdString(), ConfusionPanel::tr("From means").toStdString()};
}

}  // namespace

ConfusionPanel::ConfusionPanel(QWidget* parent)
    : QWidget(parent), empty_(new EmptyState(QStringLiteral("evaluate"), {})), matrix_(new ConfusionView),
      numbers_(new Segments({tr("Percent"), tr("Counts")}, {tr("Shares of what was spoken"), tr("Numbers of images")})),
      examples_(new ImageGrid), labels_(new ResultsTable), speakers_(new ResultsTable)
{
    examples_->setEmptyText(tr("Choose a cell to see images that were read so."));
    examples_->setFigureTitle(tr("Examples of a reading"));
    labels_->setWhole(true);
    speakers_->setWhole(true);
    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(kGrid);
    leftColumn->addWidget(numbers_, 0, Qt::AlignLeft);
    leftColumn->addWidget(matrix_, 1);
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, kGrid, 0);
    column->setSpacing(kGrid);
    column->addWidget(examples_);
    column->addSpacing(kGrid);
    column->addWidget(labels_);
    column->addSpacing(kGrid);
    column->addWidget(speakers_);
    column->addStretch(1);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(2 * kGrid);
    splitter->addWidget(left);
    splitter->addWidget(scrolled(right, tr("Examples, labels and voices")));
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    stack_ = new QStackedLayout(this);
    stack_->addWidget(empty_);
    stack_->addWidget(splitter);
    connect(numbers_, &Segments::currentChanged, this,
            [this](int index) { matrix_->setNumbers(index == 0 ? ConfusionView::Numbers::Shares : ConfusionView::Numbers::Counts); });
    connect(matrix_, &ConfusionView::cellChosen, this, &ConfusionPanel::showCell);
}

void ConfusionPanel::show(const QString& model, const std::shared_ptr<const Evaluation>& evaluation, const QString& reason)
{
    stack_->setCurrentIndex(evaluation ? 1 : 0);
    empty_->setSentence(reason);
    if (evaluation == evaluation_) return;
    evaluation_ = evaluation;
    model_ = model;
    if (!evaluation_) return matrix_->setCounts({}, {});
    matrix_->setFigureTitle(tr("%1: spoken and read").arg(model));
    matrix_->setCounts(evaluation_->confusion, labelTexts(evaluation_->labels));
    // The most frequent error comes first.
    int spoken = 0, read = 0;
    std::int64_t most = -1;
    const int labels = int(evaluation_->confusion.size());
    for (int s = 0; s < labels; ++s)
        for (int r = 0; r < labels; ++r)
            if (s != r && evaluation_->confusion[std::size_t(s)][std::size_t(r)] > most) {
                most = evaluation_->confusion[std::size_t(s)][std::size_t(r)];
                spoken = s;
                read = r;
            }
    if (most == 0) read = spoken;
    matrix_->choose(spoken, read);
    showCell(spoken, read);
    showTables();
}

void ConfusionPanel::showCell(int spoken, int read)
{
    if (!evaluation_ || spoken < 0) return examples_->clear();
    QList<ImageRow> rows;
    for (const ReadExample& e : evaluation_->details->examples) {
        if (e.spoken != spoken || e.read != read) continue;
        if (rows.isEmpty() || rows.last().images.size() == examplesOfARow) rows << ImageRow{};
        rows.last().images << toQImage(e.drawn);
    }
    examples_->setRows(rows);
}

void ConfusionPanel::showTables()
{
    Table labels{"labels", tr("%1: each label").arg(model_).toStdString(), {}, headsOf(tr("Label")), {}};
    for (const SetReading& set : evaluation_->sets)
        for (std::size_t d = 0; d < set.perLabel.size(); ++d)
            if (set.perLabel[d].recordings > 0)
                labels.rows.push_back(rowOf((evaluation_->sets.size() > 1 ? set.set + " " : "") + evaluation_->labels[d], set.perLabel[d]));
    labels_->show(labels);
    Table speakers{"speakers", tr("%1: each voice").arg(model_).toStdString(), {}, headsOf(tr("Voice")), {}};
    std::vector<SpeakerReading> voices = evaluation_->details->speakers;
    const bool many = voices.size() > mostSpeakers;
    if (many) {
        // Of a thousand voices those that are read worst.
        std::stable_sort(voices.begin(), voices.end(),
                         [](const SpeakerReading& a, const SpeakerReading& b) { return a.reading.accuracy() < b.reading.accuracy(); });
        speakers.columns[0] = tr("Voice (%1 of %2, the worst read)").arg(mostSpeakers).arg(voices.size()).toStdString();
        voices.resize(mostSpeakers);
    }
    for (const SpeakerReading& s : voices) speakers.rows.push_back(rowOf(s.speaker, s.reading));
    speakers_->show(speakers);
}

}  // namespace sonoglyph
