#include "ui/pages/listen/posterior_area.h"

#include <algorithm>

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/logic/posterior_controller.h"
#include "ui/logic/settings.h"
#include "ui/widgets/fine_slider.h"
#include "ui/widgets/posterior_view.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

const QString spreadKey = QStringLiteral("listen/spread");
constexpr double posteriorItself = 1;

}  // namespace

PosteriorArea::PosteriorArea(DecoderController& decoder, Settings& settings, QWidget* parent)
    : QWidget(parent), posterior_(new PosteriorController(decoder, this)), view_(new PosteriorView(this)),
      spread_(new FineSlider(0, PosteriorController::widestSpread, posteriorItself, this)),
      redraw_(new QAction(icon(QStringLiteral("dice")), tr("Draw others from the posterior"), this))
{
    redraw_->setToolTip(tr("Draw 16 other images around the mean of z (of the next seed)"));
    connect(redraw_, &QAction::triggered, posterior_, &PosteriorController::redraw);
    spread_->setName(
        tr("Spread of the draws"),
        tr("How far the draws go from the mean, in standard deviations of the posterior: 1 is the posterior itself, at 0 all are "
           "the mean's image. A double click goes back to 1."));
    spread_->setValue(settings.value(spreadKey, posteriorItself).toDouble());
    posterior_->setSpread(spread_->value());
    connect(spread_, &FineSlider::valueChanged, this, [this, &settings](double spread) {
        settings.setValue(spreadKey, spread);
        posterior_->setSpread(spread);
    });
    view_->setFigureTitle(tr("Posterior of the sound"));
    connect(posterior_, &PosteriorController::pictureChanged, this, &PosteriorArea::showPicture);
    connect(view_, &PosteriorView::chosen, this, [this] {
        wantedDraw_ = -1;
        Q_EMIT drawChosen();
    });
    connect(view_, &PosteriorView::hovered, this, &PosteriorArea::statusChanged);

    auto* dice = new QToolButton(this);
    dice->setDefaultAction(redraw_);
    dice->setToolButtonStyle(Qt::ToolButtonIconOnly);
    dice->setAutoRaise(true);
    dice->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(quietLabel(tr("Spread"), this));
    row->addWidget(spread_, 1);
    row->addWidget(dice);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(view_, 1);
    layout->addLayout(row);
}

void PosteriorArea::setCode(const LatentCode& code, bool live) { posterior_->setCode(code, live); }

void PosteriorArea::clear() { posterior_->clear(); }

void PosteriorArea::setWatched(bool watched)
{
    posterior_->setWatched(watched);
    if (watched) return;
    wantedDraw_ = -1;
    if (view_->current() < 0) return;
    view_->setCurrent(-1);
    Q_EMIT drawChosen();
}

std::optional<Drawing> PosteriorArea::chosenDraw() const
{
    const auto& picture = posterior_->picture();
    const int draw = view_->current();
    if (!picture || draw < 0 || draw >= int(picture->draws.size())) return std::nullopt;
    return picture->draws[std::size_t(draw)];
}

QJsonObject PosteriorArea::state() const
{
    return {{QStringLiteral("spread"), posterior_->spread()},
            {QStringLiteral("seed"), double(posterior_->seed())},
            {QStringLiteral("draw"), view_->current()}};
}

void PosteriorArea::restore(const QJsonObject& state)
{
    const double spread = state[QStringLiteral("spread")].toDouble(posteriorItself);
    spread_->setValue(spread);
    posterior_->setSpread(spread_->value());
    posterior_->setSeed(std::uint64_t(std::max<qint64>(0, state[QStringLiteral("seed")].toInteger(1))));
    wantedDraw_ = state[QStringLiteral("draw")].toInt(-1);
    view_->setCurrent(wantedDraw_);
    Q_EMIT drawChosen();
}

void PosteriorArea::showPicture()
{
    if (const auto& picture = posterior_->picture()) {
        view_->setPicture(*picture);
        if (wantedDraw_ >= 0) view_->setCurrent(wantedDraw_);
        if (view_->current() >= 0) Q_EMIT drawChosen();
    } else {
        view_->clear();
    }
}

}  // namespace sonoglyph
