#include "ui/pages/latent/traversals_view.h"

#include <algorithm>

#include <QAction>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/feature_measures.h"
#include "ui/logic/film_lane.h"
#include "ui/logic/latent_controller.h"
#include "ui/logic/number_text.h"
#include "ui/logic/text.h"
#include "ui/pages/actions.h"
#include "ui/pages/latent/film_export.h"
#include "ui/widgets/color_map.h"
#include "ui/widgets/film_view.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr int rowsShown = 6;

}  // namespace

TraversalsView::TraversalsView(LatentController& latent, FeatureMeasures& measures, DecoderController& decoder, QWidget* parent)
    : QWidget(parent), latent_(latent), measures_(measures), decoder_(decoder),
      kind_(new Segments({tr("Features"), tr("Principal axes")},
                         {tr("One feature at a time, in deviations of the prior"),
                          tr("Along the directions in which the recordings of the data set differ most, in their standard deviations")})),
      which_(new QLineEdit), frames_(new QSpinBox), range_(new QDoubleSpinBox), note_(quietLabel({}, this)), film_(new FilmView)
{
    save_ = makeAction(this, icon(QStringLiteral("export")), tr("Save the film…"),
                       tr("Images as PNG, codes and readings as CSV: as the command traverse writes them"), {}, [this] { save(); });
    which_->setAccessibleName(tr("Features that are shown"));
    which_->setPlaceholderText(tr("those that move the image most"));
    which_->setToolTip(tr("Numbers of features or axes, e.g. 3, 17, 40; empty: the first ones"));
    which_->setClearButtonEnabled(true);
    which_->setFont(smallFont());
    frames_->setRange(fewestFrames, mostFrames);
    frames_->setValue(9);
    frames_->setAccessibleName(tr("Frames"));
    frames_->setToolTip(tr("Images a strip"));
    frames_->setSuffix(tr(" frames"));
    frames_->setFont(smallFont());
    range_->setRange(0.5, widestRange);
    range_->setSingleStep(0.5);
    range_->setDecimals(1);
    range_->setValue(traversalRange);
    range_->setPrefix(tr("± "));
    range_->setSuffix(tr(" σ"));
    range_->setAccessibleName(tr("Range"));
    range_->setToolTip(tr("How many standard deviations to either side"));
    range_->setFont(smallFont());
    film_->setFigureTitle(tr("Traversals"));
    film_->setEmptyText(tr("Film strips appear here as soon as a model has heard a sound."));
    note_->setWordWrap(true);

    auto* tools = new QHBoxLayout;
    tools->setSpacing(kGrid);
    tools->addWidget(kind_);
    tools->addWidget(which_, 1);
    tools->addWidget(frames_);
    tools->addWidget(range_);
    tools->addWidget(iconButton(save_));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(tools);
    layout->addWidget(note_);
    layout->addWidget(film_, 1);
    note_->hide();

    connect(kind_, &Segments::currentChanged, this, [this](int kind) {
        if (kind == 1 && !map_) Q_EMIT mapWanted();
        ask();
    });
    connect(which_, &QLineEdit::textChanged, this, &TraversalsView::ask);
    connect(frames_, &QSpinBox::valueChanged, this, &TraversalsView::ask);
    connect(range_, &QDoubleSpinBox::valueChanged, this, &TraversalsView::ask);
    connect(&latent_, &LatentController::codeChanged, this, &TraversalsView::ask);
    connect(&latent_, &LatentController::valuesChanged, this, &TraversalsView::ask);
    connect(&measures_, &FeatureMeasures::changed, this, &TraversalsView::ask);
    connect(&decoder_, &DecoderController::filmDrawn, this, &TraversalsView::takeFilm);
    connect(film_, &FilmView::hovered, this, &TraversalsView::statusChanged);
    connect(film_, &FilmView::chosen, this, [this](int row, int column) {
        latent_.setValues(shown_[std::size_t(row)].path.codes[std::size_t(column)]);
        latent_.commit();
    });
    show(false);
}

void TraversalsView::setMap(const std::shared_ptr<const LatentMap>& map)
{
    map_ = map;
    ask();
}

void TraversalsView::setNote(const QString& note)
{
    note_->setText(note);
    note_->setVisible(!note.isEmpty() && kind_->current() == 1);
}

void TraversalsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    ask();
}

/// Those that are typed, else those that move the image most, or say most while that is not known.
std::vector<int> TraversalsView::features() const
{
    std::vector<int> chosen;
    const int count = kind_->current() == 1 ? (map_ ? int(map_->pca.axes.size()) : 0) : latent_.size();
    const int first = kind_->current();  // axes are counted from 1
    for (const QString& item : listItems(which_->text())) {
        const auto number = readWhole(item);
        if (number && *number >= first && *number < first + count) chosen.push_back(int(*number) - first);
    }
    if (chosen.empty() && which_->text().trimmed().isEmpty()) {
        using Kind = FeatureMeasures::Kind;
        chosen = measures_.order(measures_.values(Kind::Effect).empty() ? Kind::Kl : Kind::Effect);
        if (kind_->current() == 1) {
            chosen.resize(std::size_t(count));
            for (int axis = 0; axis < count; ++axis) chosen[std::size_t(axis)] = axis;
        }
    }
    if (chosen.size() > rowsShown) chosen.resize(rowsShown);
    return chosen;
}

std::vector<TraversalsView::Strip> TraversalsView::strips() const
{
    std::vector<Strip> all;
    const std::vector<float> z = latent_.z();
    for (const int i : features()) {
        Strip strip;
        if (kind_->current() == 0) {
            strip.name = "dimension " + std::to_string(i);
            strip.title = tr("Feature %1").arg(i);
            strip.detail = tr("%1 nats").arg(numberText(measures_.values(FeatureMeasures::Kind::Kl)[std::size_t(i)], 2));
            strip.feature = i;
            strip.direction = dimensionDirection(latent_.size(), i);
        } else {
            strip.name = "axis " + std::to_string(i + 1);
            strip.title = tr("Axis %1").arg(i + 1);
            strip.detail = tr("%1 % of the spread").arg(QLocale().toString(100 * map_->pca.share(i), 'f', 1));
            strip.direction = axisDirection(map_->pca, i);
        }
        auto path = traverse(z, strip.direction, frames_->value(), range_->value());
        if (!path) continue;
        strip.path = std::move(*path);
        all.push_back(std::move(strip));
    }
    return all;
}

void TraversalsView::ask()
{
    if (!isVisible()) return;
    note_->setVisible(kind_->current() == 1 && !note_->text().isEmpty());
    asked_ = latent_.hasCode() ? strips() : std::vector<Strip>();
    FilmRequest request{int(FilmLane::Traversals), {}};
    for (const Strip& strip : asked_) request.codes.insert(request.codes.end(), strip.path.codes.begin(), strip.path.codes.end());
    if (request.codes.empty()) {
        request_ = 0;
        shown_.clear();
        drawn_.clear();
        return show(false);
    }
    request_ = decoder_.drawFilm(std::move(request));
    show(true);
}

void TraversalsView::takeFilm(const Film& film)
{
    if (request_ == 0 || film.request != request_) return;
    shown_ = asked_;
    drawn_.clear();
    std::size_t next = 0;
    for (const Strip& strip : shown_) {
        FilmStrip frames{strip.name, strip.path.positions, {}};
        for (std::size_t i = 0; i < strip.path.codes.size() && next < film.frames.size(); ++i) frames.frames.push_back(film.frames[next++]);
        drawn_.push_back(std::move(frames));
    }
    show(false);
}

QImage TraversalsView::effectOf(int feature) const
{
    const auto& effects = measures_.effects();
    if (feature < 0 || !effects || std::size_t(feature) >= effects->maps.size()) return {};
    const std::vector<float>& map = effects->maps[std::size_t(feature)];
    const auto [least, most] = std::minmax_element(map.begin(), map.end());
    const float scale = std::max({-*least, *most, 1e-3F});
    return mapped(ColorMap::Difference, effects->width, effects->height,
                  [&](int x, int y) { return (map[std::size_t(y * effects->width + x)] / scale + 1) / 2; });
}

void TraversalsView::show(bool waiting)
{
    QList<FilmRow> rows;
    for (std::size_t i = 0; i < drawn_.size(); ++i) {
        FilmRow row{shown_[i].title, shown_[i].detail, {}, effectOf(shown_[i].feature), waiting};
        for (const Drawing& drawing : drawn_[i].frames) {
            row.frames << FilmFrame{toQImage(drawing.image), QString::fromStdString(drawing.reading.name()), drawing.reading.sure()};
        }
        rows << row;
    }
    QStringList positions;
    if (!shown_.empty())
        for (const double position : shown_.front().path.positions)
            positions << (position > 0 ? QStringLiteral("+") : QString()) + significantText(position, 2);
    film_->setPositions(positions);
    film_->setRows(rows);
    save_->setEnabled(!drawn_.empty());
}

void TraversalsView::save()
{
    const std::vector<FilmStrip> strips = drawn_;
    const QString model = QString::fromStdString(decoder_.model() ? decoder_.model()->name : std::string());
    if (const QString stem = askFilmStem(this, tr("traversals")); !stem.isEmpty()) Q_EMIT statusChanged(writeFilmText(stem, strips, model));
}

}  // namespace sonoglyph
