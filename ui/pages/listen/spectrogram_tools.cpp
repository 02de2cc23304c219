#include "ui/pages/listen/spectrogram_tools.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <cmath>

#include "ui/logic/settings.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/spectrogram_actions.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

const QString linearKey = QStringLiteral("listen/spectrogramLinear");
const QString lowestKey = QStringLiteral("listen/spectrogramLowest");
const QString highestKey = QStringLiteral("listen/spectrogramHighest");
const QString coloursKey = QStringLiteral("listen/spectrogramColours");

SpectrogramLook remembered(const Settings& settings)
{
    SpectrogramLook look;
    if (settings.value(linearKey).toBool()) look.scale = FrequencyScale::Linear;
    look.lowest = settings.value(lowestKey, look.lowest).toDouble();
    look.highest = settings.value(highestKey, look.highest).toDouble();
    const int map = settings.value(coloursKey, int(look.map)).toInt();
    if (map >= int(ColorMap::Magma) && map <= int(ColorMap::Grey)) look.map = ColorMap(map);
    return look;
}

}  // namespace

SpectrogramTools::SpectrogramTools(SpectrogramView& view, Settings& settings, QWidget* parent)
    : QWidget(parent), view_(view), settings_(settings), actions_(new SpectrogramActions(view, this)), look_(new QToolButton(this)),
      part_(quietLabel({}, this)), all_(quietButton(actions_->showAll(), this))
{
    view.setLook(remembered(settings));
    auto* menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    actions_->addTo(*menu);
    look_->setMenu(menu);
    look_->setPopupMode(QToolButton::InstantPopup);
    look_->setAutoRaise(true);
    look_->setFont(smallFont());
    look_->setFocusPolicy(Qt::TabFocus);
    look_->setAccessibleName(tr("How the spectrogram is shown"));
    look_->setToolTip(tr("Scale, levels and colours of the spectrogram. The wheel zooms at the pointer, dragging moves, a double click "
                         "shows all again."));
    all_->setToolButtonStyle(Qt::ToolButtonIconOnly);  // beside it there is little room
    part_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(look_);
    layout->addWidget(part_, 1);
    layout->addWidget(all_);
    connect(&view, &SpectrogramView::lookChanged, this, [this] {
        const SpectrogramLook& look = view_.look();
        settings_.setValue(linearKey, look.scale == FrequencyScale::Linear);
        settings_.setValue(lowestKey, look.lowest);
        settings_.setValue(highestKey, look.highest);
        settings_.setValue(coloursKey, int(look.map));
        showLook();
    });
    connect(&view, &SpectrogramView::windowChanged, this, &SpectrogramTools::showWindow);
    showLook();
    showWindow();
}

QList<QAction*> SpectrogramTools::commands() const { return actions_->all(); }

void SpectrogramTools::showLook()
{
    const SpectrogramLook& look = view_.look();
    const QString scale = look.scale == FrequencyScale::Mel ? tr("Mel scale") : tr("Linear scale");
    look_->setText(tr("%1, %2 to %3 dB").arg(scale, numberText(look.lowest, 0), numberText(look.highest, 0)));
}

void SpectrogramTools::showWindow()
{
    const bool zoomed = view_.isZoomed();
    all_->setVisible(zoomed);
    if (!zoomed) return part_->clear();
    const auto [left, right] = view_.timeRange();
    const auto [low, high] = view_.hertzRange();
    part_->setText(
        tr("%1 to %2 s, %3 to %4 Hz").arg(numberText(left, 2), numberText(right, 2)).arg(std::lround(low)).arg(std::lround(high)));
}

}  // namespace sonoglyph
