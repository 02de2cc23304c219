#include "ui/pages/status_line.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/duration_text.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/training_controller.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

QLabel* quietLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setFont(smallNumberFont());
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

}  // namespace

StatusLine::StatusLine(const AppContext& context, QWidget* parent) : QWidget(parent), context_(context)
{
    page_ = quietLabel(this);
    page_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    page_->setAccessibleName(tr("What the page says"));

    running_ = new QToolButton(this);
    running_->setAutoRaise(true);
    running_->setFont(smallNumberFont());
    running_->setToolTip(tr("A training is under way. Show the Train page."));
    running_->hide();
    progress_ = new QProgressBar(this);
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setFixedSize(96, 6);
    progress_->setAccessibleName(tr("Progress of the training"));
    progress_->hide();

    model_ = quietLabel(this);
    time_ = quietLabel(this);
    time_->setToolTip(
        tr("Sound to image: from the arrival of the last sample from the sound system to the image on the screen, over the last second."));
    time_->hide();
    engine_ = quietLabel(this);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kMargin, 4, kMargin, 4);
    layout->setSpacing(kMargin);
    layout->addWidget(page_, 1);
    layout->addWidget(running_);
    layout->addWidget(progress_);
    layout->addWidget(time_);
    layout->addWidget(model_);
    layout->addWidget(engine_);

    if (context_.engine) {
        connect(context_.engine, &EngineLoader::ready, this, &StatusLine::showEngine);
        connect(context_.engine, &EngineLoader::failed, this, &StatusLine::showEngine);
        showEngine();
    }
    if (context_.decoder) {
        connect(context_.decoder, &DecoderController::stateChanged, this, &StatusLine::showModel);
        connect(context_.decoder, &DecoderController::modelChanged, this, &StatusLine::showModel);
        showModel();
    }
    if (context_.training) {
        connect(running_, &QToolButton::clicked, this, [this] { Q_EMIT pageWanted(QStringLiteral("train")); });
        connect(context_.training, &TrainingController::stateChanged, this, &StatusLine::showTraining);
        connect(context_.training, &TrainingController::preparing, this, &StatusLine::showTraining);
        connect(context_.training, &TrainingController::metricsArrived, this, &StatusLine::showTraining);
        showTraining();
    }
}

void StatusLine::setPageText(const QString& text)
{
    page_->setText(text);
    page_->setToolTip(text);
}

void StatusLine::setSoundToImage(double milliseconds)
{
    time_->setText(tr("Sound to image %1 ms").arg(QLocale().toString(milliseconds, 'f', 0)));
    time_->show();
}

void StatusLine::showEngine()
{
    const Engine* engine = context_.engine->engine();
    if (!engine) {
        const bool failed = context_.engine->state() == EngineLoader::State::Failed;
        engine_->setText(failed ? tr("LibTorch is missing") : tr("Loading LibTorch…"));
        engine_->setToolTip(failed ? context_.engine->failure() : tr("The networks are computed with LibTorch, which is being loaded."));
        return;
    }
    const EngineInfo info = engine->info();
    const bool cuda = std::find(info.devices.begin(), info.devices.end(), "cuda") != info.devices.end();
    engine_->setText(tr("%1, %Ln thread(s)", nullptr, info.threads).arg(cuda ? tr("CPU and GPU") : tr("CPU")));
    engine_->setToolTip(tr("What the networks are computed with: LibTorch %1, matrices by %2.")
                            .arg(QString::fromStdString(info.torchVersion), QString::fromStdString(info.blas)));
}

void StatusLine::showModel()
{
    const auto& model = context_.decoder->model();
    switch (context_.decoder->state()) {
    case DecoderController::State::WaitingForEngine:
    case DecoderController::State::LoadingModel:
        model_->setText(tr("Loading the model…"));
        model_->setToolTip({});
        return;
    case DecoderController::State::NoModel:
        model_->setText(tr("No model"));
        model_->setToolTip({});
        return;
    case DecoderController::State::Ready:
        break;
    }
    if (!model) return;
    model_->setText(QString::fromStdString(model->name));
    model_->setToolTip(
        tr("The model that draws: %1\n%2").arg(QString::fromStdString(model->file.string()), QString::fromStdString(model->note)));
}

void StatusLine::showTraining()
{
    const TrainingController& training = *context_.training;
    running_->setVisible(training.active());
    progress_->setVisible(training.active());
    if (!training.active()) return;
    progress_->setValue(int(training.fraction() * 1000));
    const QString percent = tr("%1 %").arg(int(training.fraction() * 100));
    QString text;
    switch (training.state()) {
    case TrainingController::State::Preparing:
        text = tr("Preparing the training, %1").arg(percent);
        break;
    case TrainingController::State::Paused:
        text = tr("Training paused at %1").arg(percent);
        break;
    case TrainingController::State::Stopping:
        text = tr("Stopping the training…");
        break;
    default:
        text = tr("Training, %1").arg(percent);
        if (const auto left = training.secondsLeft()) text = tr("Training, %1, %2 left").arg(percent, durationText(*left));
    }
    running_->setText(text);
}

}  // namespace sonoglyph
