#include "ui/pages/latent/map_view.h"

#include <algorithm>
#include <set>

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "core/audio/sound_file.h"
#include "core/audio/used_part.h"
#include "core/base/atomic_file.h"
#include "core/latent/latent_arithmetic.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/film_lane.h"
#include "ui/logic/label_text.h"
#include "ui/logic/latent_controller.h"
#include "ui/logic/sound_store.h"
#include "ui/logic/text.h"
#include "ui/pages/actions.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/voice_map_view.h"

namespace sonoglyph {

namespace {

constexpr int imageSize = 88;
enum Coloring { ByDigit, BySpeaker, ByError };

QString percent(double share) { return QLocale().toString(100 * share, 'f', 1); }

}  // namespace

MapView::MapView(LatentController& latent, DecoderController& decoder, QWidget* parent)
    : QWidget(parent), latent_(latent), decoder_(decoder),
      coloring_(
          new Segments({tr("Digit"), tr("Speaker"), tr("Error")}, {tr("Coloured by what is said"), tr("Coloured by who says it"),
                                                                   tr("Coloured by whether LeNet-5 reads in the image what is said")})),
      speaker_(new QComboBox), plane_(new VoiceMapView), image_(new DigitView), input_(new DigitView), point_(quietLabel({}, this)),
      about_(quietLabel({}, this))
{
    worker_.setMaxThreadCount(1);
    inputs_.setMaxThreadCount(1);
    const auto make = [this](const char* name, const QString& text, const QString& tip, std::function<void()> slot) {
        return makeAction(this, icon(QString::fromLatin1(name)), text, tip, {}, std::move(slot));
    };
    play_ = make("sound", tr("Play the recording"), tr("Play the recording that was chosen on the map"), [this] { play(); });
    from_ = make("first", tr("Morph from here"), tr("The recording that was chosen becomes the beginning of the morph"),
                 [this] { wantMorphEnd(0); });
    to_ = make("next", tr("Morph to here"), tr("The recording that was chosen becomes the end of the morph"), [this] { wantMorphEnd(1); });
    mean_ = make("target", tr("Mean of the surrounded"), tr("Draw the mean of the recordings that are surrounded"), [this] { useMean(); });
    table_ = make("export", tr("Save the table…"), tr("Write the surrounded recordings, or all, as CSV: as the command map writes them"),
                  [this] { saveTable(); });
    again_ =
        make("reset", tr("Map again"), tr("Hear the data set anew, e.g. after recordings were added"), [this] { Q_EMIT mapWanted(true); });
    speaker_->setAccessibleName(tr("The same digit by another speaker"));
    speaker_->setToolTip(tr("The code less the mean of its own speaker, plus the mean of this one"));
    speaker_->setFont(smallFont());
    plane_->setEmptyText(tr("The recordings of the model's data set appear here, each where the model hears it."));
    plane_->setNaming([this](int point) { return nameOf(point); });
    image_->setFigureTitle(tr("Image of the recording"));
    image_->setFixedSize(imageSize, imageSize);
    image_->setEmptyText(QStringLiteral("–"));
    input_->setFigureTitle(tr("Spectrogram of the recording"));
    input_->setFixedSize(imageSize, imageSize);
    input_->setEmptyText(QStringLiteral("–"));
    input_->setToolTip(tr("The mel spectrogram that the model hears"));
    point_->setWordWrap(true);
    about_->setWordWrap(true);

    auto* tools = new QHBoxLayout;
    tools->setSpacing(kGrid);
    tools->addWidget(coloring_);
    tools->addWidget(speaker_);
    tools->addStretch(1);
    for (QAction* action : {play_, from_, to_, mean_, table_, again_}) tools->addWidget(iconButton(action));
    auto* words = new QVBoxLayout;
    words->setSpacing(kGrid / 2);
    words->addWidget(point_);
    words->addWidget(about_);
    words->addStretch(1);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(kGrid);
    lower->addWidget(input_);
    lower->addWidget(image_);
    lower->addLayout(words, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(tools);
    layout->addWidget(plane_, 1);
    layout->addLayout(lower);

    connect(coloring_, &Segments::currentChanged, this, &MapView::showGroups);
    connect(speaker_, &QComboBox::currentIndexChanged, this, [this] {
        if (speaker_->currentIndex() > 0) changeSpeaker(speaker_->currentText());
    });
    connect(plane_, &VoiceMapView::hovered, this, &MapView::look);
    connect(plane_, &VoiceMapView::chosen, this, &MapView::choose);
    connect(plane_, &VoiceMapView::groundChosen, this, &MapView::drawPlace);
    connect(plane_, &VoiceMapView::selectionChanged, this, &MapView::showSelection);
    connect(&latent_, &LatentController::codeChanged, this, &MapView::showStar);
    connect(&latent_, &LatentController::valuesChanged, this, &MapView::showStar);
    connect(&decoder_, &DecoderController::filmDrawn, this, &MapView::takeFilm);
    connect(&player_, &SoundPlayer::failed, this, &MapView::statusChanged);
    setMap({});
}

MapView::~MapView()
{
    worker_.waitForDone();
    inputs_.waitForDone();
}

void MapView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!map_) Q_EMIT mapWanted(false);
    showStar();
}

void MapView::setNote(const QString& note)
{
    if (!map_)
        plane_->setEmptyText(note.isEmpty() ? tr("The recordings of the model's data set appear here, each where the model hears it.")
                                            : note);
}

void MapView::setMap(const std::shared_ptr<const LatentMap>& map)
{
    map_ = map;
    looked_ = chosen_ = -1;
    image_->setImage({});
    showInput(-1);
    point_->clear();
    const QSignalBlocker quiet(speaker_);
    speaker_->clear();
    speaker_->addItem(tr("Other speaker…"));
    if (map_)
        for (const std::string& speaker : map_->speakers()) speaker_->addItem(QString::fromStdString(speaker));
    speaker_->setVisible(map_ && map_->speakers().size() <= 100);
    showGroups();
    if (map_)
        plane_->setAxes(tr("axis 1, %1 % of the spread").arg(percent(map_->pca.share(0))),
                        tr("axis 2, %1 %").arg(percent(map_->pca.axes.size() > 1 ? map_->pca.share(1) : 0)));
    showStar();
    showSelection();
}

void MapView::showGroups()
{
    if (!map_) {
        plane_->setGroups({});
        return plane_->setDots(nullptr);
    }
    const std::vector<std::string> speakers = map_->speakers();
    const bool few = speakers.size() <= 10;
    QStringList names;
    if (coloring_->current() == ByDigit)
        names = labelTexts(map_->labels);
    else if (coloring_->current() == BySpeaker && few)
        for (const std::string& speaker : speakers) names << QString::fromStdString(speaker);
    else if (coloring_->current() == ByError)
        names << tr("read right") << tr("read wrong");
    const std::vector<float> plane = map_->plane();
    auto dots = std::make_shared<std::vector<MapDot>>();
    for (std::size_t i = 0; i < map_->size(); ++i) {
        const MapPoint& point = map_->points[i];
        MapDot dot{plane[2 * i], plane[2 * i + 1], 0, labelText(map_->labels, point.label).at(0).unicode()};
        if (coloring_->current() == ByDigit)
            dot.group = std::uint8_t(point.label);
        else if (coloring_->current() == ByError)
            dot.group = point.right() ? 0 : 1;
        else  // of many speakers some share a colour
            dot.group = std::uint8_t((std::lower_bound(speakers.begin(), speakers.end(), point.speaker) - speakers.begin()) % 10);
        dots->push_back(dot);
    }
    plane_->setGroups(names);
    plane_->setDots(std::move(dots));
}

void MapView::showStar()
{
    const bool fits = map_ && latent_.hasCode() && latent_.size() == map_->latent && map_->pca.axes.size() > 1;
    if (!fits) return plane_->setStar({});
    const std::vector<float> at = map_->pca.project(latent_.z(), 2);
    plane_->setStar(QPointF(double(at[0]), double(at[1])));
}

QString MapView::nameOf(int point) const
{
    if (!map_ || point < 0 || std::size_t(point) >= map_->size()) return {};
    const MapPoint& at = map_->points[std::size_t(point)];
    QString text = tr("“%1” by %2, read as %3 (%4 %)")
                       .arg(labelText(map_->labels, at.label), QString::fromStdString(at.speaker), labelText(map_->labels, at.read),
                            percent(double(at.probability)));
    if (at.heldOut) text += QStringLiteral(" · ") + tr("held out");
    return text;
}

void MapView::look(int point)
{
    looked_ = point >= 0 ? point : chosen_;
    point_->setText(nameOf(looked_));
    showInput(looked_);
    if (looked_ < 0) return image_->setImage({});
    const auto mean = map_->mean(std::size_t(looked_));
    request_ = decoder_.drawFilm({int(FilmLane::Map), {{mean.begin(), mean.end()}}});
}

void MapView::showInput(int point)
{
    input_->setImage({});
    const int number = ++heard_;
    if (point < 0 || !decoder_.model()) return;
    inputs_.clear();  // whoever goes over many points waits for none of them
    inputs_.start([this, number, file = map_->folder / map_->points[std::size_t(point)].recording, params = decoder_.model()->spectrogram] {
        const auto sound = readSoundFile(file);
        if (!sound) return;
        const QImage picture = toImage(networkInput(cut(*sound, usedPart(*sound).bounds), params));
        QMetaObject::invokeMethod(
            this,
            [this, number, picture] {
                if (number == heard_) input_->setImage(picture);
            },
            Qt::QueuedConnection);
    });
}

void MapView::takeFilm(const Film& film)
{
    if (request_ != 0 && film.request == request_) image_->setImage(toQImage(film.frames.front().image));
}

/// What was chosen becomes the present code, with its posterior.
void MapView::choose(int point)
{
    chosen_ = point;
    for (QAction* action : {play_, from_, to_}) action->setEnabled(true);
    look(point);
    const auto mean = map_->mean(std::size_t(point)), logVariance = map_->logVariance(std::size_t(point));
    LatentPlacement placement;
    placement.sound = QString::fromUtf8(map_->points[std::size_t(point)].name());
    placement.mean = placement.values = {mean.begin(), mean.end()};
    placement.deviation = deviationsOf(logVariance);
    placement.zeroed.assign(mean.size(), false);
    placement.locked = placement.zeroed;
    latent_.restore(placement);
    play();
}

void MapView::drawPlace(const QPointF& plane)
{
    const std::vector<float> at{float(plane.x()), float(plane.y())};
    latent_.setValues(map_->pca.restore(at));
    latent_.commit();
}

void MapView::play()
{
    if (!map_ || chosen_ < 0) return;
    worker_.start([this, number = ++sound_, file = map_->folder / map_->points[std::size_t(chosen_)].recording] {
        const auto sound = readSoundFile(file);
        QMetaObject::invokeMethod(
            this,
            [this, number, sound] {
                if (number != sound_) return;
                if (sound)
                    player_.play(*sound);
                else
                    Q_EMIT statusChanged(toText(sound.error()));
            },
            Qt::QueuedConnection);
    });
}

void MapView::wantMorphEnd(int end)
{
    if (!map_ || chosen_ < 0) return;
    const MapPoint& point = map_->points[std::size_t(chosen_)];
    const auto mean = map_->mean(std::size_t(chosen_));
    Q_EMIT morphEndWanted(
        end, {QString::fromStdString(point.recording), tr("Recording"), QString::fromUtf8(point.name()), {mean.begin(), mean.end()}});
}

void MapView::useMean()
{
    if (!map_ || plane_->selection().isEmpty()) return;
    const std::vector<std::uint32_t> which(plane_->selection().begin(), plane_->selection().end());
    latent_.setValues(map_->meanOf(which));
    latent_.commit();
}

void MapView::changeSpeaker(const QString& speaker)
{
    const QSignalBlocker quiet(speaker_);
    speaker_->setCurrentIndex(0);
    if (!map_ || !latent_.hasCode()) return;
    // Whose voice it is now: that of the nearest recording.
    const auto nearest = map_->nearest(latent_.z());
    if (!nearest) return;
    const std::vector<float> own = map_->speakerMean(map_->points[*nearest].speaker), other = map_->speakerMean(speaker.toStdString());
    const auto changed = analogy(latent_.z(), own, other);
    if (!changed) return Q_EMIT statusChanged(toText(changed.error()));
    latent_.setValues(*changed);
    latent_.commit();
    Q_EMIT statusChanged(tr("From the voice of %1 to that of %2").arg(QString::fromStdString(map_->points[*nearest].speaker), speaker));
}

void MapView::saveTable()
{
    if (!map_) return;
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the table"), tr("map") + QStringLiteral(".csv"), tr("CSV (*.csv)"));
    if (file.isEmpty()) return;
    const std::vector<std::uint32_t> which(plane_->selection().begin(), plane_->selection().end());
    const std::string csv = which.empty() ? toCsv(*map_) : toCsv(*map_, 0, 1, which);
    worker_.start([this, file, csv] {
        const auto written = replaceFile(file.toStdString(), csv);
        QMetaObject::invokeMethod(
            this, [this, text = written ? MapView::tr("Saved as %1").arg(file) : toText(written.error())] { Q_EMIT statusChanged(text); },
            Qt::QueuedConnection);
    });
}

void MapView::showSelection()
{
    const QVector<int>& selection = plane_->selection();
    mean_->setEnabled(!selection.isEmpty());
    table_->setEnabled(bool(map_));
    again_->setEnabled(bool(map_));
    for (QAction* action : {play_, from_, to_}) action->setEnabled(chosen_ >= 0);
    if (!map_) return about_->clear();
    std::set<std::string> speakers;
    int right = 0;
    std::vector<int> said(map_->labels.size());
    for (const int i : selection) {
        const MapPoint& point = map_->points[std::size_t(i)];
        speakers.insert(point.speaker);
        right += point.right() ? 1 : 0;
        ++said[std::size_t(point.label)];
    }
    if (selection.isEmpty())
        return about_->setText(tr("%1 recordings, %2 % of their images are read right. Shift and a drag surrounds some.")
                                   .arg(QLocale().toString(qlonglong(map_->size())), percent(map_->accuracy())));
    QStringList counts;
    for (int label = 0; label < int(said.size()); ++label)
        if (said[std::size_t(label)] > 0) counts << tr("%1: %2").arg(labelText(map_->labels, label)).arg(said[std::size_t(label)]);
    about_->setText(tr("%1 surrounded, by %2 speakers, %3 % read right. %4")
                        .arg(QString::number(selection.size()), QString::number(speakers.size()),
                             percent(double(right) / double(selection.size())), counts.join(QStringLiteral(", "))));
}

}  // namespace sonoglyph
