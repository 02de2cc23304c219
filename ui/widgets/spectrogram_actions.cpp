#include "ui/widgets/spectrogram_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double closer = 0.64;  // two notches of a wheel

}  // namespace

SpectrogramActions::SpectrogramActions(SpectrogramView& view, QObject* parent)
    : QObject(parent), view_(view), scale_(makeGroup()), lowest_(makeGroup()), highest_(makeGroup()), colors_(makeGroup()),
      zoomIn_(new QAction(icon(QStringLiteral("plus")), tr("Zoom in"), this)),
      zoomOut_(new QAction(icon(QStringLiteral("search")), tr("Zoom out"), this)),
      showAll_(new QAction(icon(QStringLiteral("reset")), tr("Show all of the spectrogram"), this))
{
    choice(
        scale_, tr("Mel scale"), tr("Frequencies as the ear and the network have them: more room for the low ones"),
        [](SpectrogramLook& look) { look.scale = FrequencyScale::Mel; },
        [](const SpectrogramLook& look) { return look.scale == FrequencyScale::Mel; });
    choice(
        scale_, tr("Linear scale"),
        tr("As many hertz everywhere: the bins of the Fourier transform, before the mel filters. While a sound comes in, its mel bands."),
        [](SpectrogramLook& look) { look.scale = FrequencyScale::Linear; },
        [](const SpectrogramLook& look) { return look.scale == FrequencyScale::Linear; });
    for (const double level : {-80., -70., -60., -50., -40.})
        choice(
            lowest_, tr("Darkest at %1 dB").arg(numberText(level, 0)),
            tr("What lies this far or farther below the loudest has the first colour"),
            [level](SpectrogramLook& look) { look.lowest = level; }, [level](const SpectrogramLook& look) { return look.lowest == level; });
    for (const double level : {0., -10., -20., -30.})
        choice(
            highest_, tr("Brightest at %1 dB").arg(numberText(level, 0)),
            tr("What lies this far or less below the loudest has the last colour"),
            [level](SpectrogramLook& look) { look.highest = level; },
            [level](const SpectrogramLook& look) { return look.highest == level; });
    for (const ColorMap map : {ColorMap::Magma, ColorMap::Viridis, ColorMap::Cividis, ColorMap::Grey})
        choice(
            colors_, tr("Colours: %1").arg(colorMapName(map)),
            tr("Equal steps in decibels look equally large in each of these colour maps"), [map](SpectrogramLook& look) { look.map = map; },
            [map](const SpectrogramLook& look) { return look.map == map; });

    zoomIn_->setToolTip(tr("A closer look at the spectrogram (+). The wheel does so at the pointer: with Shift in time only, with Ctrl in "
                           "frequency only."));
    zoomOut_->setToolTip(tr("More of the spectrogram (−)"));
    showAll_->setToolTip(tr("All times and frequencies again (0, or a double click)"));
    const auto middle = [this] { return view_.plotRect().center(); };
    connect(zoomIn_, &QAction::triggered, this, [this, middle] { view_.zoom(closer, closer, middle()); });
    connect(zoomOut_, &QAction::triggered, this, [this, middle] { view_.zoom(1 / closer, 1 / closer, middle()); });
    connect(showAll_, &QAction::triggered, &view_, &SpectrogramView::showAll);
    connect(&view_, &SpectrogramView::lookChanged, this, &SpectrogramActions::follow);
    connect(&view_, &SpectrogramView::windowChanged, this, &SpectrogramActions::follow);
    follow();
}

QActionGroup* SpectrogramActions::makeGroup() { return new QActionGroup(this); }

QAction* SpectrogramActions::choice(QActionGroup* group, const QString& text, const QString& tip, const Change& change, const Shown& shown)
{
    auto* action = new QAction(text, group);
    action->setToolTip(tip);
    action->setCheckable(true);
    choices_ << Choice{action, shown};
    connect(action, &QAction::triggered, this, [this, change] {
        SpectrogramLook look = view_.look();
        change(look);
        view_.setLook(look);
    });
    return action;
}

void SpectrogramActions::follow()
{
    for (const Choice& one : choices_) one.action->setChecked(one.shown(view_.look()));
    zoomOut_->setEnabled(view_.isZoomed());
    showAll_->setEnabled(view_.isZoomed());
}

void SpectrogramActions::addTo(QMenu& menu) const
{
    if (view_.isExact()) return menu.addActions(colors_->actions());
    menu.addActions(scale_->actions());
    menu.addSeparator();
    menu.addMenu(tr("Darkest colour"))->addActions(lowest_->actions());
    menu.addMenu(tr("Brightest colour"))->addActions(highest_->actions());
    menu.addSeparator();
    menu.addActions(colors_->actions());
    menu.addSeparator();
    menu.addActions({zoomIn_, zoomOut_, showAll_});
}

QList<QAction*> SpectrogramActions::all() const
{
    return scale_->actions() + lowest_->actions() + highest_->actions() + colors_->actions() + QList<QAction*>{zoomIn_, zoomOut_, showAll_};
}

}  // namespace sonoglyph
