#include "ui/pages/latent/morph_view.h"

#include <cmath>

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/film_lane.h"
#include "ui/logic/latent_controller.h"
#include "ui/logic/text.h"
#include "ui/pages/actions.h"
#include "ui/pages/choice_popup.h"
#include "ui/pages/latent/film_export.h"
#include "ui/widgets/film_view.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr int places = 200;  // of the slider
constexpr std::chrono::milliseconds playEvery{20};

}  // namespace

MorphView::MorphView(LatentController& latent, DecoderController& decoder, NamedCodes& codes, QWidget* parent)
    : QWidget(parent), latent_(latent), decoder_(decoder), codes_(codes),
      kind_(new Segments({tr("Linear"), tr("Spherical")},
                         {tr("Straight from one code to the other"),
                          tr("Along the great circle: codes in between are about as long as the ends, as sounds have them")})),
      frames_(new QSpinBox), slider_(new QSlider(Qt::Horizontal)), film_(new FilmView)
{
    play_ = makeAction(this, icon(QStringLiteral("play")), tr("Play the morph"), tr("Go to and fro between the two"), {},
                       [this] { setPlaying(play_->isChecked()); });
    play_->setCheckable(true);
    swap_ = makeAction(this, icon(QStringLiteral("reset")), tr("Swap the ends"), tr("Begin where it ends"), {}, [this] {
        if (!ends_[0] || !ends_[1]) return;
        const NamedCode first = *ends_[0];
        setEnd(0, *ends_[1]);
        setEnd(1, first);
    });
    save_ = makeAction(this, icon(QStringLiteral("export")), tr("Save the film…"),
                       tr("Images as PNG, codes and readings as CSV: as the command morph writes them"), {}, [this] { save(); });
    frames_->setRange(fewestMorphFrames, mostFrames);
    frames_->setValue(11);
    frames_->setSuffix(tr(" frames"));
    frames_->setAccessibleName(tr("Frames"));
    frames_->setToolTip(tr("Images a strip"));
    frames_->setFont(smallFont());
    slider_->setRange(0, places);
    slider_->setAccessibleName(tr("Place between the two"));
    slider_->setToolTip(tr("From the one on the left to the one on the right"));
    film_->setFigureTitle(tr("Morph"));
    film_->setEmptyText(tr("Choose two: the images on the way from one to the other appear here."));

    auto* ends = new QHBoxLayout;
    ends->setSpacing(kGrid);
    for (int end = 0; end < 2; ++end) {
        buttons_[std::size_t(end)] = new QPushButton;
        buttons_[std::size_t(end)]->setObjectName(end == 0 ? QStringLiteral("from") : QStringLiteral("to"));
        buttons_[std::size_t(end)]->setToolTip(end == 0 ? tr("Where the morph begins") : tr("Where the morph ends"));
        popups_[std::size_t(end)] = new ChoicePopup(
            codes_, false, {tr("Search words, states and recordings"), tr("Codes"), {}, tr("Nothing has these words in its name.")}, this);
        connect(buttons_[std::size_t(end)], &QPushButton::clicked, this, [this, end] { choose(end); });
        connect(popups_[std::size_t(end)], &ChoicePopup::chosen, this, [this, end](const QString& key) {
            if (const auto code = codes_.find(key)) setEnd(end, *code);
        });
    }
    ends->addWidget(buttons_[0], 1);
    ends->addWidget(quietLabel(QStringLiteral("→"), this));
    ends->addWidget(buttons_[1], 1);
    ends->addWidget(iconButton(swap_));
    auto* tools = new QHBoxLayout;
    tools->setSpacing(kGrid);
    tools->addWidget(kind_);
    tools->addWidget(frames_);
    tools->addStretch(1);
    tools->addWidget(iconButton(save_));
    auto* way = new QHBoxLayout;
    way->setSpacing(kGrid);
    way->addWidget(iconButton(play_));
    way->addWidget(slider_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(ends);
    layout->addLayout(tools);
    layout->addLayout(way);
    layout->addWidget(film_, 1);

    timer_.setInterval(playEvery);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &MorphView::go);
    connect(kind_, &Segments::currentChanged, this, [this] {
        ask();
        moveTo(position());
        latent_.commit();
    });
    connect(frames_, &QSpinBox::valueChanged, this, &MorphView::ask);
    connect(slider_, &QSlider::valueChanged, this, [this] {
        moveTo(position());
        if (!slider_->isSliderDown() && !timer_.isActive()) latent_.commit();
    });
    connect(slider_, &QSlider::sliderPressed, this, [this] { setPlaying(false); });
    connect(slider_, &QSlider::sliderReleased, &latent_, &LatentController::commit);
    connect(&latent_, &LatentController::codeChanged, this, &MorphView::forget);
    connect(&decoder_, &DecoderController::filmDrawn, this, &MorphView::takeFilm);
    connect(film_, &FilmView::hovered, this, &MorphView::statusChanged);
    connect(film_, &FilmView::chosen, this, [this](int, int frame) {
        setPlaying(false);
        slider_->setValue(int(std::lround(asked_.positions[std::size_t(frame)] * places)));
    });
    show(false);
}

MorphKind MorphView::kind() const { return kind_->current() == 1 ? MorphKind::Spherical : MorphKind::Linear; }

double MorphView::position() const { return double(slider_->value()) / places; }

void MorphView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    chooseFirstEnds();
    ask();
}

void MorphView::hideEvent(QHideEvent* event)
{
    setPlaying(false);
    QWidget::hideEvent(event);
}

void MorphView::choose(int end)
{
    codes_.refresh();
    popups_[std::size_t(end)]->setTicked(ends_[std::size_t(end)] ? QSet<QString>{ends_[std::size_t(end)]->key} : QSet<QString>());
    popups_[std::size_t(end)]->openBelow(*buttons_[std::size_t(end)]);
}

/// The present sound, and whatever comes next: something moves at once.
void MorphView::chooseFirstEnds()
{
    if (!latent_.hasCode() || (ends_[0] && ends_[1])) return;
    codes_.refresh();
    for (int row = 0, end = 0; row < codes_.rowCount() && end < 2; ++row) {
        const auto code = codes_.find(codes_.index(row).data(Qt::UserRole).toString());
        if (!code || (end == 1 && code->code == ends_[0]->code)) continue;
        if (!ends_[std::size_t(end)]) ends_[std::size_t(end)] = code;
        ++end;
    }
    show(false);
}

/// Of another size they belong to another model.
void MorphView::forget()
{
    for (auto& end : ends_)
        if (end && end->code.size() != latent_.mean().size()) end.reset();
    setPlaying(false);
    if (!isVisible()) return;
    chooseFirstEnds();
    ask();
}

void MorphView::setEnd(int end, const NamedCode& code)
{
    ends_[std::size_t(end)] = code;
    ask();
    moveTo(position());
    latent_.commit();
}

void MorphView::moveTo(double position)
{
    if (!ends_[0] || !ends_[1] || !isVisible()) return;
    latent_.setValues(morphed(ends_[0]->code, ends_[1]->code, kind(), position));
    const int last = int(asked_.positions.size()) - 1;
    film_->setCurrentFrame({int(std::lround(position * last)), 0});
}

void MorphView::setPlaying(bool playing)
{
    playing = playing && ends_[0] && ends_[1];
    play_->setChecked(playing);
    play_->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
    if (playing == timer_.isActive()) return;
    if (playing) return timer_.start();
    timer_.stop();
    latent_.commit();
}

void MorphView::go()
{
    if (slider_->value() + step_ < 0 || slider_->value() + step_ > places) step_ = -step_;
    slider_->setValue(slider_->value() + step_);
}

void MorphView::ask()
{
    if (!isVisible()) return;
    auto path = ends_[0] && ends_[1] ? morph(ends_[0]->code, ends_[1]->code, kind(), frames_->value()) : Result<LatentPath>(LatentPath());
    asked_ = path ? std::move(*path) : LatentPath();
    request_ = asked_.codes.empty() ? 0 : decoder_.drawFilm({int(FilmLane::Morph), asked_.codes});
    show(request_ != 0);
}

void MorphView::takeFilm(const Film& film)
{
    if (request_ == 0 || film.request != request_) return;
    drawn_ = {"morph", asked_.positions, film.frames};
    show(false);
}

void MorphView::show(bool waiting)
{
    for (std::size_t end = 0; end < 2; ++end) {
        const QString title = ends_[end] ? ends_[end]->title() : tr("Choose…");
        buttons_[end]->setText(title);
        buttons_[end]->setAccessibleName(end == 0 ? tr("From %1").arg(title) : tr("To %1").arg(title));
        buttons_[end]->setEnabled(latent_.hasCode());
    }
    const bool both = ends_[0] && ends_[1];
    slider_->setEnabled(both);
    for (QAction* action : {play_, swap_}) action->setEnabled(both);
    save_->setEnabled(both && !drawn_.frames.empty() && !waiting);
    if (!both) return film_->setRows({});
    FilmRow row{{}, {}, {}, {}, waiting};
    for (const Drawing& drawing : drawn_.frames) {
        row.frames << FilmFrame{toQImage(drawing.image), QString::fromStdString(drawing.reading.name()), drawing.reading.sure()};
    }
    QStringList positions;
    for (const double position : drawn_.positions) positions << numberText(position, 2);
    film_->setPositions(positions);
    film_->setRows({row});
}

void MorphView::save()
{
    const FilmStrip strip = drawn_;
    const QString model = QString::fromStdString(decoder_.model() ? decoder_.model()->name : std::string());
    if (const QString stem = askFilmStem(this, tr("morph")); !stem.isEmpty()) Q_EMIT statusChanged(writeFilmText(stem, {strip}, model));
}

}  // namespace sonoglyph
