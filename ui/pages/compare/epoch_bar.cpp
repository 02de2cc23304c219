#include "ui/pages/compare/epoch_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <chrono>

#include "ui/widgets/quiet.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr std::chrono::milliseconds perEpoch{400};

}  // namespace

EpochBar::EpochBar(QWidget* parent)
    : QWidget(parent), play_(new QAction(icon(QStringLiteral("play")), tr("Play the epochs"), this)),
      slider_(new QSlider(Qt::Horizontal, this)), text_(quietLabel({}, this))
{
    play_->setCheckable(true);
    connect(play_, &QAction::toggled, this, &EpochBar::setPlaying);
    auto* button = quietButton(play_, this);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    slider_->setAccessibleName(tr("Epoch of every column"));
    slider_->setToolTip(tr("The epoch that every column shows: of its kept weights the last that are not later"));
    slider_->setPageStep(1);
    slider_->installEventFilter(this);
    text_->setFont(smallNumberFont());
    text_->setMinimumWidth(
        text_->fontMetrics().horizontalAdvance(tr("Epoch %1 of %2").arg(QStringLiteral("0000"), QStringLiteral("0000"))));
    connect(slider_, &QSlider::valueChanged, this, [this](int place) {
        showText();
        Q_EMIT placeChanged(place);
    });
    timer_.setInterval(perEpoch);
    connect(&timer_, &QTimer::timeout, this, &EpochBar::advance);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(button);
    layout->addWidget(slider_, 1);
    layout->addWidget(text_);
    setEpochs({}, 0);
    setPlaying(false);
}

void EpochBar::setEpochs(const std::vector<int>& epochs, int place)
{
    epochs_ = epochs;
    const QSignalBlocker quiet(slider_);
    slider_->setRange(0, int(epochs_.size()));
    slider_->setValue(place);
    slider_->setEnabled(epochs_.size() > 1);
    play_->setEnabled(epochs_.size() > 1);
    if (epochs_.size() < 2) play_->setChecked(false);
    showText();
}

void EpochBar::setPlaying(bool playing)
{
    play_->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
    play_->setToolTip(playing ? tr("Hold the epochs here") : tr("Play all columns from their first epoch to the last"));
    if (!playing) return timer_.stop();
    if (slider_->value() >= slider_->maximum()) slider_->setValue(0);
    timer_.start();
}

void EpochBar::advance()
{
    if (waiting_) return;
    if (slider_->value() >= slider_->maximum()) return play_->setChecked(false);
    slider_->setValue(slider_->value() + 1);
}

void EpochBar::showText()
{
    const auto place = std::size_t(slider_->value());
    text_->setText(epochs_.empty()           ? QString()
                   : epochs_.size() == 1     ? tr("Epoch %1").arg(epochs_.front())
                   : place >= epochs_.size() ? tr("Newest weights")
                   : epochs_[place] == 0     ? tr("Within epoch 1")
                                             : tr("Epoch %1 of %2").arg(epochs_[place]).arg(epochs_.back()));
}

bool EpochBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == slider_ && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        play_->trigger();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace sonoglyph
