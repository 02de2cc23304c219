#include "ui/pages/latent/zero_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/latent/zeroing.h"
#include "ui/logic/feature_measures.h"
#include "ui/logic/latent_controller.h"
#include "ui/pages/actions.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

ZeroBar::ZeroBar(LatentController& latent, FeatureMeasures& measures, QWidget* parent)
    : QWidget(parent), latent_(latent), measures_(measures)
{
    const auto make = [this](const QString& text, const QString& tip, const QKeySequence& key, std::function<void()> slot) {
        QAction* action = makeAction(this, icon(QStringLiteral("dice")), text, tip, key, std::move(slot));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        return action;
    };
    redraw_ = make(tr("Redraw"), tr("Zero as many features, but others"), Qt::CTRL | Qt::Key_D, [this] {
        if (slider_->value() == 0) slider_->setValue(std::min(8, slider_->maximum()));
        seed_->setValue(seed_->value() + 1);
    });
    sample_ = make(tr("Sample z"), tr("Draw every feature from its posterior: the spread of what the model thinks of this sound"),
                   Qt::CTRL | Qt::Key_M, [this] { sample(); });
    order_ =
        new Segments({tr("Random"), tr("Most important"), tr("Least important")},
                     {tr("Features drawn at random, as in the paper: with the same seed they are the same ones"),
                      tr("First the features that say most (KL to the prior): over the data set where it was mapped, else of this sound"),
                      tr("First the features that say least")});
    base_ = new Segments({tr("Mean"), tr("Sample")}, {tr("Every feature at the mean of its posterior"),
                                                      tr("Every feature drawn from its posterior; once more: Sample z (Ctrl+M)")});
    slider_ = new QSlider(Qt::Horizontal);
    slider_->setAccessibleName(tr("How many features are zero"));
    slider_->setToolTip(tr("So many features are set to zero. Drag it from one end to the other: when is the digit lost?"));
    count_ = quietLabel({}, this);
    seed_ = new QSpinBox;
    seed_->setRange(1, 999'999);
    seed_->setAccessibleName(tr("Seed of the random choice"));
    seed_->setToolTip(tr("The seed of the random choice: the same seed zeroes the same features"));
    seed_->setFont(smallFont());
    QToolButton* dice = quietButton(redraw_, this);
    dice->setToolButtonStyle(Qt::ToolButtonIconOnly);
    QToolButton* again = quietButton(sample_, this);
    again->setToolButtonStyle(Qt::ToolButtonIconOnly);

    auto* upper = new QHBoxLayout;
    upper->setSpacing(kGrid);
    upper->addWidget(quietLabel(tr("Zero"), this));
    upper->addWidget(order_);
    upper->addWidget(seed_);
    upper->addWidget(dice);
    upper->addStretch(1);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(kGrid);
    lower->addWidget(slider_, 1);
    lower->addWidget(count_);
    lower->addWidget(base_);
    lower->addWidget(again);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    layout->addLayout(upper);
    layout->addLayout(lower);

    connect(order_, &Segments::currentChanged, this, [this](int order) {
        seed_->setEnabled(order == 0);
        zero(slider_->value(), true);
        Q_EMIT changed();
    });
    connect(seed_, &QSpinBox::valueChanged, this, [this] { zero(slider_->value(), true); });
    connect(slider_, &QSlider::valueChanged, this, [this](int count) { zero(count, !slider_->isSliderDown()); });
    connect(slider_, &QSlider::sliderReleased, &latent_, &LatentController::commit);
    connect(base_, &Segments::currentChanged, this, [this](int base) {
        if (following_) return;
        if (base == 1) return sample();
        latent_.useMean();
    });
    connect(&latent_, &LatentController::codeChanged, this, &ZeroBar::follow);
    connect(&latent_, &LatentController::valuesChanged, this, &ZeroBar::follow);
    follow();
}

ZeroOrder ZeroBar::order() const { return ZeroOrder(order_->current()); }

bool ZeroBar::samples() const { return base_->current() == 1; }

void ZeroBar::setCount(int count, bool done) { zero(count, done); }

void ZeroBar::zero(int count, bool done)
{
    if (following_ || !latent_.hasCode()) return;
    const auto which = zeroingOrder(order(), measures_.importance(), std::uint64_t(seed_->value()));
    latent_.setZeroed(zeroedFlags(which, count), done);
}

void ZeroBar::sample() { latent_.sample(++sampleSeed_); }

void ZeroBar::follow()
{
    const QScopedValueRollback<bool> following(following_, true);
    const bool any = latent_.hasCode();
    slider_->setRange(0, latent_.size());
    if (!slider_->isSliderDown()) slider_->setValue(latent_.zeroedCount());
    count_->setText(tr("%1 of %2").arg(latent_.zeroedCount()).arg(latent_.size()));
    base_->setCurrent(latent_.placement().sampled ? 1 : 0);
    for (QWidget* widget : {static_cast<QWidget*>(order_), static_cast<QWidget*>(base_), static_cast<QWidget*>(slider_)})
        widget->setEnabled(any);
    redraw_->setEnabled(any && order_->current() == 0);
    sample_->setEnabled(any);
    Q_EMIT changed();
}

}  // namespace sonoglyph
