#include "ui/pages/explain/slow_motion_panel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/settings.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr std::chrono::milliseconds perStage{2500};
constexpr int sentenceLines = 3;

}  // namespace

SlowMotionPanel::SlowMotionPanel(const AppContext& context, QWidget* parent)
    : QWidget(parent), context_(context), banner_(new Banner(this)), title_(new QLabel(this)), sentence_(new QLabel(this)),
      digit_(new QComboBox(this)), flow_(new StepFlow(this))
{
    const auto make = [this](const QString& iconName, const QString& text, const QString& tip, auto slot) {
        auto* action = new QAction(icon(iconName), text, this);
        action->setToolTip(tip);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    back_ =
        make(QStringLiteral("previous"), tr("Back"), tr("The stage before (Left)"), [this] { flow_->setCurrent(flow_->current() - 1); });
    next_ = make(QStringLiteral("next"), tr("Next"), tr("The next stage (Right)"), [this] { flow_->setCurrent(flow_->current() + 1); });
    play_ = make(QStringLiteral("play"), tr("Play"), tr("One stage after another (Space)"), [] {});
    play_->setCheckable(true);
    other_ = make(QStringLiteral("dice"), tr("Another pair"), tr("Another recording, another image, other noise"), [this] {
        ++seed_;
        trace();
    });
    close_ = make(QStringLiteral("close"), tr("End slow motion"), tr("Back to the wall (Escape)"), [this] { leave(); });
    layOut();
    flow_->setEmptyText(tr("One training step appears here, stage by stage."));
    connect(flow_, &StepFlow::currentChanged, this, &SlowMotionPanel::showStage);
    connect(digit_, &QComboBox::currentIndexChanged, this, &SlowMotionPanel::trace);
    connect(&tracer_, &StepTracer::traced, this, &SlowMotionPanel::take);
    connect(&tracer_, &StepTracer::progressed, this, [this](const QString& phase) { sentence_->setText(phase); });
    connect(&tracer_, &StepTracer::failed, this, [this](const QString& text, const QString& details) {
        sentence_->clear();
        banner_->showMessage(Banner::Trouble, text, details, tr("Data sets"));
    });
    connect(banner_, &Banner::actionTriggered, this, &SlowMotionPanel::dataPageWanted);
    timer_.setInterval(perStage);
    connect(&timer_, &QTimer::timeout, this, [this] {
        if (flow_->current() + 1 < int(story_.size()))
            flow_->setCurrent(flow_->current() + 1);
        else
            play_->setChecked(false);
    });
    connect(play_, &QAction::toggled, this, &SlowMotionPanel::setPlaying);
    showStage(-1);
}

void SlowMotionPanel::layOut()
{
    digit_->addItem(tr("Any digit"), -1);
    for (int digit = 0; digit < 10; ++digit) digit_->addItem(tr("Digit %1").arg(digit), digit);
    digit_->setAccessibleName(tr("Digit of the pair"));
    digit_->setToolTip(tr("Which digit the pair shows"));
    digit_->setFont(smallFont());
    title_->setFont(titleFont());
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    sentence_->setWordWrap(true);
    sentence_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    sentence_->setMinimumHeight(sentenceLines * sentence_->fontMetrics().lineSpacing());
    auto* heading = new QHBoxLayout;
    heading->addWidget(title_, 1);
    heading->addWidget(digit_);
    heading->addWidget(quietButton(other_, this));
    heading->addWidget(quietButton(close_, this));
    auto* buttons = new QHBoxLayout;
    for (QAction* action : {back_, next_, play_}) buttons->addWidget(quietButton(action, this));
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(heading);
    layout->addWidget(banner_);
    layout->addWidget(flow_, 1);
    layout->addWidget(sentence_);
    layout->addLayout(buttons);
}

void SlowMotionPanel::start(const QString& model, const QString& title)
{
    model_ = model;
    title_->setText(tr("One step of %1").arg(title));
    flow_->setStages({});
    show();
    flow_->setFocus();
    trace();
}

void SlowMotionPanel::leave()
{
    play_->setChecked(false);
    tracer_.cancel();
    hide();
    Q_EMIT closed();
}

void SlowMotionPanel::trace()
{
    Engine* engine = context_.decoder->engine();
    if (!engine || model_.isEmpty()) return;
    banner_->hide();
    StepTraceRequest request;
    request.model = model_.toStdString();
    request.folder = context_.settings->dataFolder().toStdString();
    request.seed = seed_;
    request.digit = digit_->currentData().toInt();
    tracer_.trace(*engine, request);
}

void SlowMotionPanel::take(const StepTrace& trace)
{
    story_ = stepStory(trace);
    QList<FlowStage> stages;
    for (const StoryStage& stage : story_) stages << stage.stage;
    flow_->setStages(stages);
    showStage(flow_->current());
}

void SlowMotionPanel::showStage(int stage)
{
    const bool there = stage >= 0 && stage < story_.size();
    sentence_->setText(there ? story_[stage].sentence : QString());
    back_->setEnabled(there && stage > 0);
    next_->setEnabled(there && stage + 1 < story_.size());
    play_->setEnabled(there);
}

void SlowMotionPanel::setPlaying(bool playing)
{
    play_->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
    if (!playing) return timer_.stop();
    if (flow_->current() + 1 >= int(story_.size())) flow_->setCurrent(0);
    timer_.start();
}

void SlowMotionPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return leave();
    if (event->key() == Qt::Key_Space && play_->isEnabled()) return play_->toggle();
    QWidget::keyPressEvent(event);
}

}  // namespace sonoglyph
