#include "ui/pages/data/judge_strip.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include "ui/logic/judge_training.h"
#include "ui/pages/actions.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

JudgeStrip::JudgeStrip(JudgeTraining& training, const QString& folder, const QString& dataset, bool readable, QWidget* parent)
    : QWidget(parent), training_(training), dataset_(dataset), readable_(readable), text_(quietLabel({}, this))
{
    train_ = makeAction(
        this, icon(QStringLiteral("train")), tr("Train a LeNet-5"),
        tr("A small network that learns to read these images, some minutes: without it nobody can say how well a model draws them"), {},
        [this, folder] { training_.train(folder, dataset_); });
    stop_ =
        makeAction(this, icon(QStringLiteral("stop")), tr("Stop"), tr("Stops training the LeNet-5"), {}, [this] { training_.cancel(); });
    text_->setWordWrap(true);
    progress_ = quietProgress(tr("Training of the LeNet-5"), this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(text_);
    layout->addWidget(progress_);
    layout->addLayout(quietButtons({train_, stop_}, dataset_, this));
    connect(&training_, &StudyJob::changed, this, &JudgeStrip::show);
    connect(&training_, &StudyJob::failed, this, [this](const QString& text) {
        if (training_.dataset() == dataset_) text_->setText(text);
    });
    show();
}

void JudgeStrip::show()
{
    const bool ours = training_.dataset() == dataset_, busy = ours && training_.busy();
    const bool trained = ours && training_.report();
    if (trained)
        text_->setText(
            tr("Its LeNet-5 reads %1 % of the test images.").arg(QLocale().toString(100 * training_.report()->accuracy, 'f', 1)));
    else if (busy)
        text_->setText(tr("The LeNet-5 is learning to read the images …"));
    else
        text_->setText(readable_ ? tr("A LeNet-5 reads its images.")
                                 : tr("No LeNet-5 can read these images yet, so nobody can tell how well a model draws them."));
    progress_->setVisible(busy);
    progress_->setValue(int(1000 * training_.progress()));
    train_->setVisible(!busy && !readable_ && !trained);
    train_->setEnabled(training_.possible() && !training_.busy());
    stop_->setVisible(busy);
}

}  // namespace sonoglyph
