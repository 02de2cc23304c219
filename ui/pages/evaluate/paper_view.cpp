#include "ui/pages/evaluate/paper_view.h"

#include <utility>

#include <QAction>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QUrl>
#include <QVBoxLayout>

#include "core/report/reproduction_tables.h"
#include "ui/logic/duration_text.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/pages/action_button.h"
#include "ui/pages/actions.h"
#include "ui/pages/evaluate/report_rows.h"
#include "ui/pages/scrolled.h"
#include "ui/widgets/accuracy_chart.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/results_table.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr const char *folderKey = "evaluate/reproduction", *epochsKey = "evaluate/epochs";
constexpr const char* reportFile = "report.html";

QString key(const char* name) { return QString::fromLatin1(name); }

/// What sonoglyph-cli says a stage is, in the language of the window.
QString stageText(const QString& stage)
{
    if (stage == QLatin1String("training")) return PaperView::tr("is trained");
    if (stage == QLatin1String("reading its images")) return PaperView::tr("its images are read");
    if (stage == QLatin1String("zeroing dimensions")) return PaperView::tr("its features are zeroed");
    if (stage == QLatin1String("done")) return PaperView::tr("is done");
    if (stage == QLatin1String("failed")) return PaperView::tr("failed");
    return stage;
}

}  // namespace

PaperView::PaperView(Settings& settings, QWidget* parent)
    : QWidget(parent), settings_(settings), epochs_(new QComboBox), folder_(new QLabel), state_(new QLabel), note_(new QLabel),
      progress_(new QProgressBar), chart_(new AccuracyChart)
{
    begin_ = makeAction(this, icon(QStringLiteral("play")), tr("Reproduce"),
                        tr("Train and measure everything the paper reports, or go on where it was stopped"), {}, [this] { begin(); });
    openReport_ = makeAction(this, icon(QStringLiteral("open")), tr("Open the report"), tr("In the browser"), {},
                             [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QDir(folder()).filePath(key(reportFile)))); });
    openFolder_ = makeAction(this, icon(QStringLiteral("folder")), tr("Show its folder"), tr("Tables, figures and runs"), {},
                             [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder())); });
    chooseFolder_ = makeAction(this, icon(QStringLiteral("folder")), tr("Choose its folder…"),
                               tr("An empty folder, or that of a reproduction to look at or go on with"), {}, [this] {
                                   const QString chosen =
                                       QFileDialog::getExistingDirectory(this, tr("Folder of the reproduction"), folder());
                                   if (!chosen.isEmpty()) setFolder(chosen);
                               });

    // Times of two cores of a laptop: sonoglyph-cli reproduce tells those of this machine as it goes.
    epochs_->addItem(tr("The paper's 100 epochs: days on a laptop"), QStringLiteral("100"));
    epochs_->addItem(tr("Short: a few hours"), QStringLiteral("1,scd=10,fsdd/aivae=8,scd/aivae=20,lenet=8,splits=2"));
    epochs_->addItem(tr("A first look: one epoch of each"), QStringLiteral("1"));
    epochs_->setEditable(true);
    epochs_->setInsertPolicy(QComboBox::NoInsert);
    epochs_->setAccessibleName(tr("Epochs"));
    epochs_->lineEdit()->setAccessibleName(epochs_->accessibleName());
    epochs_->setToolTip(tr("How often every pair is seen: a number, then exceptions: 100, or 1,scd=10,fsdd/aivae=8,lenet=5,splits=2"));
    const int known = epochs_->findData(settings_.value(key(epochsKey), QStringLiteral("100")));
    if (known >= 0)
        epochs_->setCurrentIndex(known);
    else
        epochs_->setEditText(settings_.value(key(epochsKey)).toString());

    folder_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    folder_->setWordWrap(true);
    folder_->setAccessibleName(tr("Folder of the reproduction"));
    state_->setWordWrap(true);
    note_->setWordWrap(true);
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(4);
    chart_->setFigureTitle(tr("Ours beside the paper's"));

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, kGrid, 0);
    column->setSpacing(kGrid);
    auto* intro = new QLabel(tr(
        "The paper's section 5.2 anew: LeNet-5, AIVAE on both data sets, AIVAEGAN for four alphas on both, the classifier as the ceiling, "
        "other splits, and features zeroed. What is done is kept; it can be stopped and goes on where it was."));
    intro->setWordWrap(true);
    column->addWidget(intro);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(new ActionButton(*begin_));
    row->addWidget(epochs_, 1);
    row->addWidget(new ActionButton(*openReport_));
    row->addWidget(new ActionButton(*openFolder_));
    column->addLayout(row);
    auto* place = new QHBoxLayout;
    place->setSpacing(kGrid);
    place->addWidget(folder_, 1);
    place->addWidget(new ActionButton(*chooseFolder_));
    column->addLayout(place);
    column->addWidget(progress_);
    column->addWidget(state_);
    column->addWidget(note_);
    column->addWidget(chart_);
    tables_ = new QVBoxLayout;
    tables_->setSpacing(kMargin);
    column->addLayout(tables_);
    column->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolled(content, tr("The paper reproduced")));

    connect(&job_, &ReproductionJob::changed, this, &PaperView::showState);
    connect(&job_, &ReproductionJob::resultsChanged, this, &PaperView::showResults);
    connect(&job_, &ReproductionJob::ended, this, [this](const QString& trouble) {
        if (!trouble.isEmpty()) Q_EMIT failed(trouble);
        Q_EMIT statusChanged({});
    });
    setFolder(folder());
    showState();
    showResults();
}

QString PaperView::folder() const
{
    // Beside the runs, but not among them: its runs are many.
    const QString fallback = QFileInfo(settings_.runsFolder()).dir().filePath(QStringLiteral("reproduction"));
    return settings_.value(key(folderKey), fallback).toString();
}

void PaperView::setFolder(const QString& folder)
{
    settings_.setValue(key(folderKey), folder);
    folder_->setText(QDir::toNativeSeparators(folder));
    job_.read(folder);
}

void PaperView::begin()
{
    if (job_.running()) return job_.stop();
    const int chosen = epochs_->currentIndex();
    const bool typed = chosen < 0 || epochs_->currentText() != epochs_->itemText(chosen);
    const QString epochs = typed ? epochs_->currentText().trimmed() : epochs_->currentData().toString();
    if (const auto plan = EpochPlan::parse(epochs.toStdString()); !plan) return Q_EMIT failed(toText(plan.error()));
    settings_.setValue(key(epochsKey), epochs);
    job_.start(settings_.dataFolder(), folder(), epochs);
}

void PaperView::showState()
{
    const bool running = job_.running();
    begin_->setText(running ? tr("Stop") : tr("Reproduce"));
    begin_->setIcon(icon(running ? QStringLiteral("stop") : QStringLiteral("play")));
    begin_->setEnabled(!job_.stopping());
    epochs_->setEnabled(!running);
    chooseFolder_->setEnabled(!running);
    openReport_->setEnabled(QFileInfo::exists(QDir(folder()).filePath(key(reportFile))));
    openFolder_->setEnabled(QFileInfo::exists(folder()));
    const ReproductionState& s = job_.state();
    progress_->setVisible(running);
    state_->setVisible(running);
    if (!running) return;
    if (s.items == 0) {
        progress_->setRange(0, 0);
        state_->setText(job_.stopping() ? tr("Stopping …") : tr("Reading the data …"));
        return;
    }
    progress_->setRange(0, 1000);
    progress_->setValue(int(1000 * (s.done + (s.stage == QLatin1String("training") ? s.fraction : 0)) / s.items));
    QString text = tr("%1 of %2 done; %3 %4, %5 %")
                       .arg(QString::number(s.done), QString::number(s.items), s.item, stageText(s.stage))
                       .arg(int(100 * s.fraction));
    if (s.secondsLeft) text += tr("; about %1 of training left").arg(durationText(*s.secondsLeft));
    if (job_.stopping()) text = tr("Stopping …");
    state_->setText(text);
    Q_EMIT statusChanged(text);
}

void PaperView::showResults()
{
    const auto results = job_.results();
    while (QLayoutItem* item = tables_->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    chart_->setVisible(results && !results->runs.empty());
    showState();
    if (!results) return note_->setText(tr("Nothing is measured in this folder yet."));
    QStringList notes{tr("%1 of %2 trainings are measured; epochs: %3.")
                          .arg(results->runs.size())
                          .arg(results->planned.size())
                          .arg(QString::fromStdString(results->epochs))};
    for (const auto& [set, facts] : results->data)
        if (const std::string note = incompleteNote(*results, set); !note.empty()) notes << QString::fromStdString(note);
    note_->setText(notes.join(u'\n'));
    // Going on means the same epochs; what a person types since stays.
    if (const QString epochs = QString::fromStdString(results->epochs);
        std::exchange(epochsOf_, folder()) != folder() && !epochs.isEmpty()) {
        const int known = epochs_->findData(epochs);
        epochs_->setCurrentIndex(known);
        if (known < 0) epochs_->setEditText(epochs);
    }
    chart_->setRows(accuracyRows(*results), ceilingLines(*results));
    for (const Table& table : job_.tables()) {
        auto* title = new QLabel(QString::fromStdString(table.title));
        QFont font = bodyFont();
        font.setWeight(QFont::DemiBold);
        title->setFont(font);
        auto* view = new ResultsTable;
        view->setWhole(true);
        view->show(table);
        auto* note = new QLabel(QString::fromStdString(table.note));
        note->setWordWrap(true);
        note->setFont(smallFont());
        note->setForegroundRole(QPalette::PlaceholderText);
        tables_->addWidget(title);
        tables_->addWidget(view);
        if (!table.note.empty())
            tables_->addWidget(note);
        else
            delete note;
        connect(view, &ResultsTable::failed, this, [this](const Error& error) { Q_EMIT failed(toText(error)); });
    }
}

void PaperView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!job_.running()) job_.read(folder());
}

}  // namespace sonoglyph
