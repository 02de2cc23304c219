#include "ui/pages/run_view.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/logic/duration_text.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/pages/action_button.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/loss_chart.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int imageSide = 28;
const auto splitterName = QStringLiteral("train/charts");

QString number(std::int64_t value) { return QLocale().toString(qlonglong(value)); }

QString percent(double share) { return QLocale().toString(share * 100, 'f', 1) + QStringLiteral(" %"); }

QList<ImageRow> rowsOf(const QList<QImage>& real, const QList<QImage>& generated)
{
    return {{RunView::tr("real"), ImageRow::Real, real}, {RunView::tr("generated"), ImageRow::Ours, generated}};
}

/// A name that gives way to the buttons beside it.
class NameLabel : public QLabel {
protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideMiddle, width()));
    }
};

/// The two rows of images of a grid as core/base/image_grid.h lays them out.
QList<ImageRow> cut(const QImage& grid)
{
    const int gap = grid.height() - 2 * imageSide;
    if (gap < 0) return {};
    QList<QImage> rows[2];
    for (int row = 0; row < 2; ++row) {
        for (int x = 0; x + imageSide <= grid.width(); x += imageSide + gap)
            rows[row].append(grid.copy(x, row * (imageSide + gap), imageSide, imageSide));
    }
    return rowsOf(rows[0], rows[1]);
}

QString stateText(const TrainingController& training)
{
    switch (training.state()) {
    case TrainingController::State::Idle:
        return {};
    case TrainingController::State::Preparing:
        return RunView::tr("Preparing");
    case TrainingController::State::Running:
        return RunView::tr("Running");
    case TrainingController::State::Paused:
        return RunView::tr("Paused");
    case TrainingController::State::Stopping:
        return RunView::tr("Stopping, writing a checkpoint");
    case TrainingController::State::Finished:
        return training.summary()->stopped ? RunView::tr("Stopped, can be resumed") : RunView::tr("Finished");
    case TrainingController::State::Failed:
        return RunView::tr("Failed");
    }
    return {};
}

QString stateText(RunItem::State state)
{
    switch (state) {
    case RunItem::State::Finished:
        return RunView::tr("Finished");
    case RunItem::State::Resumable:
        return RunView::tr("Stopped, can be resumed");
    case RunItem::State::Running:
        return RunView::tr("Running");
    case RunItem::State::Empty:
        return RunView::tr("Ended before its first checkpoint");
    }
    return {};
}

}  // namespace

RunView::RunView(const QList<QAction*>& actions, Settings& settings, QWidget* parent) : QWidget(parent), settings_(settings)
{
    name_ = new NameLabel;
    name_->setObjectName(QStringLiteral("runName"));
    name_->setFont(titleFont());
    name_->setMinimumWidth(0);
    name_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    state_ = new QLabel;
    state_->setObjectName(QStringLiteral("runState"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    for (QAction* action : actions) buttons->addWidget(new ActionButton(*action));
    auto* head = new QHBoxLayout;
    head->setSpacing(2 * kGrid);
    head->addWidget(name_, 1);
    head->addLayout(buttons);

    progress_ = new QProgressBar;
    progress_->setObjectName(QStringLiteral("progress"));
    progress_->setAccessibleName(tr("Progress of the run"));
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(kGrid);
    facts_ = new QLabel;
    facts_->setObjectName(QStringLiteral("facts"));
    facts_->setFont(numberFont());
    facts_->setWordWrap(true);
    epoch_ = new QLabel;
    epoch_->setObjectName(QStringLiteral("epoch"));
    epoch_->setFont(numberFont());
    epoch_->setWordWrap(true);
    epoch_->setToolTip(
        tr("On the held-out pairs of the last epoch. Accuracy: how many images, drawn from samples of the code, LeNet-5 reads as the "
           "digit that was said; in brackets from its mean. Active units: dimensions of the code that say more than 0.01 nat. Diversity: "
           "how much the images of one digit differ, as the deviation of a pixel"));
    banner_ = new Banner;

    chart_ = new LossChart;
    chart_->setObjectName(QStringLiteral("losses"));
    chart_->setTitle(tr("Losses"));
    chart_->setAxisTitles(tr("step"), tr("nats per pair"));
    chart_->setEmptyText(tr("The curves begin with the first step."));
    const QString names[] = {tr("Total"), tr("Reconstruction"), tr("KL")};
    const QString tips[] = {tr("What is minimised; hold the pointer over the run's facts for its formula"),
                            tr("How well the image is drawn, in nats a pair"),
                            tr("How much the code says beyond the prior, in nats a pair")};
    for (const QString& name : names) chart_->addSeries(tr("%1, train").arg(name));
    for (std::size_t term = 0; term < terms_.size(); ++term)
        chart_->setCounterpart(chart_->addSeries(tr("%1, held out").arg(names[term])), int(term));
    auto* choice = new QHBoxLayout;
    choice->setSpacing(2 * kGrid);
    for (std::size_t term = 0; term < terms_.size(); ++term) {
        auto* box = terms_[term] = new QCheckBox(names[term]);
        box->setToolTip(tips[term]);
        box->setChecked(settings_.value(QStringLiteral("train/term%1").arg(term), true).toBool());
        connect(box, &QCheckBox::toggled, this, [this, term](bool on) {
            settings_.setValue(QStringLiteral("train/term%1").arg(term), on);
            showTerms();
        });
        choice->addWidget(box);
    }
    logarithmic_ = new QCheckBox(tr("Logarithmic"));
    logarithmic_->setToolTip(tr("Loss on a logarithmic scale"));
    connect(logarithmic_, &QCheckBox::toggled, chart_, &LossChart::setLogarithmic);
    connect(logarithmic_, &QCheckBox::toggled, this, [this](bool on) { settings_.setValue(QStringLiteral("train/logarithmic"), on); });
    connect(chart_, &LossChart::logarithmicChanged, logarithmic_, &QCheckBox::setChecked);
    logarithmic_->setChecked(settings_.value(QStringLiteral("train/logarithmic"), false).toBool());
    choice->addStretch();
    choice->addWidget(logarithmic_);
    auto* curves = new QWidget;
    auto* curveColumn = new QVBoxLayout(curves);
    curveColumn->setContentsMargins(0, 0, 0, 0);
    curveColumn->setSpacing(kGrid);
    curveColumn->addLayout(choice);
    curveColumn->addWidget(chart_, 1);

    grid_ = new ImageGrid;
    grid_->setObjectName(QStringLiteral("reconstructions"));
    grid_->setFigureTitle(tr("Reconstructions"));
    grid_->setEmptyText(tr("Held-out images and what the model draws from their sounds appear here while it learns."));

    splitter_ = new QSplitter(Qt::Vertical);
    splitter_->addWidget(curves);
    splitter_->addWidget(grid_);
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 2);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(kGrid);
    splitter_->restoreState(settings_.splitter(splitterName));
    connect(splitter_, &QSplitter::splitterMoved, this, [this] { settings_.setSplitter(splitterName, splitter_->saveState()); });

    auto* standing = new QHBoxLayout;
    standing->setSpacing(2 * kGrid);
    standing->addWidget(state_);
    standing->addWidget(facts_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addLayout(head);
    column->addWidget(progress_);
    column->addLayout(standing);
    column->addWidget(epoch_);
    column->addWidget(banner_);
    column->addWidget(splitter_, 1);
    showTerms();
}

RunView::~RunView() = default;

void RunView::showTerms()
{
    for (std::size_t term = 0; term < terms_.size(); ++term) {
        chart_->setSeriesVisible(int(term), terms_[term]->isChecked());
        chart_->setSeriesVisible(int(term + terms_.size()), terms_[term]->isChecked());
    }
}

void RunView::showLive(const TrainingController& training)
{
    const QString name = QString::fromStdString(training.run().filename().string());
    name_->setText(name);
    name_->setToolTip(QString::fromStdString(training.run().string()));
    const bool preparing = training.state() == TrainingController::State::Preparing;
    state_->setText(preparing ? tr("%1: %2").arg(stateText(training), training.phase()) : stateText(training));
    progress_->setVisible(training.active());
    showLiveMetrics(training);
    showLivePreview(training);
}

void RunView::showLiveMetrics(const TrainingController& training)
{
    progress_->setValue(int(std::lround(training.fraction() * progress_->maximum())));
    QStringList facts;
    const auto& plan = training.plan();
    if (const auto& step = training.lastStep(); step && plan) {
        facts << tr("Epoch %1 of %2").arg(step->epoch).arg(plan->config.epochs)
              << tr("step %1 of %2").arg(number(step->step), number(plan->totalSteps));
        if (training.active() && step->samplesPerSecond > 0) facts << tr("%1 samples/s").arg(number(std::llround(step->samplesPerSecond)));
        if (const auto left = training.secondsLeft(); left && training.active()) facts << tr("%1 left").arg(durationText(*left));
    }
    if (plan) facts_->setToolTip(tr("Minimised: %1").arg(QString::fromStdString(objectiveOf(plan->config))));
    facts_->setText(facts.join(QStringLiteral("  ·  ")));
    facts_->setVisible(!facts.isEmpty());
    showMetrics(training.metrics());
}

void RunView::showLivePreview(const TrainingController& training)
{
    const auto& preview = training.preview();
    if (!preview) {
        grid_->clear();
        return;
    }
    QList<QImage> real, generated;
    QStringList digits;
    for (const ByteImage& image : preview->real) real << toQImage(image);
    for (const ByteImage& image : preview->generated) generated << toQImage(image);
    for (const int digit : preview->digits) digits << QString::number(digit);
    grid_->setCaptions(digits);
    grid_->setRows(rowsOf(real, generated));
}

void RunView::showRun(const RunItem& run)
{
    name_->setText(run.name());
    name_->setToolTip(QString::fromStdString(run.entry.folder.string()));
    state_->setText(stateText(run.state));
    progress_->hide();
    const RunConfig& config = run.entry.config;
    facts_->setText(QStringList{tr("Data set %1").arg(QString::fromStdString(config.data.name)),
                                tr("alpha %1").arg(QLocale().toString(config.alpha)), tr("step %1").arg(number(run.step))}
                        .join(QStringLiteral("  ·  ")));
    facts_->setToolTip(tr("Minimised: %1").arg(QString::fromStdString(objectiveOf(config))));
    facts_->show();
    banner_->hide();
}

void RunView::showMetrics(const MetricStore& metrics)
{
    const auto show = [this](int series, const QList<QPointF>& points) {
        const QList<QPointF>& shown = chart_->points(series);
        const auto count = shown.size();
        const bool grown = count > 0 && count <= points.size() && shown.front() == points.front() && shown.back() == points[count - 1];
        if (grown)
            chart_->appendPoints(series, points.mid(count));
        else
            chart_->setPoints(series, points);
    };
    for (const LossTerm term : lossTerms) {
        show(int(term), metrics.train(term));
        show(int(term) + int(terms_.size()), metrics.test(term));
    }
    showEpoch(metrics.epochs().empty() ? nullptr : &metrics.epochs().back());
}

void RunView::showEpoch(const EpochMetrics* epoch)
{
    epoch_->setVisible(epoch);
    if (!epoch) return;
    epoch_->setText(
        tr("After epoch %1: accuracy %2 (mean %3)  ·  active units %4")
            .arg(QString::number(epoch->epoch), percent(epoch->accuracy), percent(epoch->accuracyMean),
                 QString::number(epoch->activeUnits)) +
        (epoch->diversity ? QStringLiteral("  ·  ") + tr("diversity %1").arg(QLocale().toString(*epoch->diversity, 'f', 3)) : QString()));
}

void RunView::showPreview(const QImage& grid)
{
    grid_->setCaptions({});
    if (grid.isNull())
        grid_->clear();
    else
        grid_->setRows(cut(grid));
}

}  // namespace sonoglyph
