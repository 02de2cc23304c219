#include "ui/logic/alpha_wall.h"

#include <algorithm>
#include <utility>

#include "ui/logic/text.h"

namespace sonoglyph {

namespace {

constexpr std::size_t modelMemory = 800'000'000;  // nine models of the paper's size
constexpr qsizetype imageMemory = 64'000'000;

qsizetype bytesOf(const PooledDrawing& drawing)
{
    // The image, its code and what it was decoded from.
    return qsizetype(1 + drawing.samples.size()) * 2048;
}

}  // namespace

AlphaWall::AlphaWall(QObject* parent) : QObject(parent) { drawn_.setMaxCost(imageMemory); }

AlphaWall::~AlphaWall() = default;

void AlphaWall::setEngine(Engine& engine)
{
    engine_ = &engine;
    ModelPoolListener& listener = *this;
    pool_ = std::make_unique<ModelPool>(
        listener, [&engine](const std::string& model) { return engine.openModel(model); }, modelMemory);
    ask();
}

void AlphaWall::setColumns(std::vector<WallColumn> columns)
{
    for (auto& row : cells_) {
        std::vector<Cell> moved(columns.size());
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const auto same = [&](const WallColumn& column) { return column.key == columns_[c].key; };
            const auto to = std::find_if(columns.begin(), columns.end(), same);
            if (to != columns.end()) moved[std::size_t(to - columns.begin())] = std::move(row[c]);
        }
        row = std::move(moved);
    }
    columns_ = std::move(columns);
    arrange();
}

void AlphaWall::setSounds(std::vector<WallSound> sounds)
{
    std::vector<std::vector<Cell>> moved(sounds.size(), std::vector<Cell>(columns_.size()));
    for (std::size_t s = 0; s < sounds_.size(); ++s) {
        const auto same = [&](const WallSound& sound) { return sound.id == sounds_[s].id; };
        const auto to = std::find_if(sounds.begin(), sounds.end(), same);
        if (to != sounds.end()) moved[std::size_t(to - sounds.begin())] = std::move(cells_[s]);
    }
    cells_ = std::move(moved);
    sounds_ = std::move(sounds);
    arrange();
}

void AlphaWall::setEpoch(int epoch)
{
    if (std::exchange(epoch_, epoch) != epoch) arrange();
}

void AlphaWall::setSamples(int samples, std::uint64_t seed)
{
    if (samples == samples_ && seed == seed_) return;
    samples_ = samples;
    seed_ = seed;
    arrange();
}

void AlphaWall::setWatched(bool watched)
{
    if (!std::exchange(watched_, watched) && watched) ask();
}

void AlphaWall::setLive(const QString& column)
{
    if (column == live_) return;
    live_ = column;
    liveVersion_ = 0;
    arrange();
}

void AlphaWall::renewLive()
{
    ++liveVersion_;
    if (!live_.isEmpty() && epoch_ == newestEpoch) arrange();
}

bool AlphaWall::isLive(int column) const
{
    return epoch_ == newestEpoch && !live_.isEmpty() && columns_[std::size_t(column)].key == live_ && liveVersion_ > 0;
}

int AlphaWall::shownEpoch(int column) const
{
    const WallModel* model = columns_[std::size_t(column)].at(epoch_);
    return model ? model->epoch : 0;
}

AlphaWall::Source AlphaWall::sourceOf(const WallColumn& column) const
{
    // The folder of a run that trains here opens its present weights.
    if (epoch_ == newestEpoch && column.key == live_ && liveVersion_ > 0) return {live_, liveVersion_};
    const WallModel* model = column.at(epoch_);
    return {model ? model->key : QString(), 0};
}

QString AlphaWall::keyOf(const Source& source, const WallSound& sound) const
{
    return QStringLiteral("%1|%2|%3|%4|%5|%6")
        .arg(source.model)
        .arg(source.version)
        .arg(sound.id)
        .arg(sound.sound ? 1 : 0)
        .arg(samples_)
        .arg(samples_ > 0 ? seed_ : 0);
}

int AlphaWall::awaited() const
{
    int count = 0;
    for (const auto& row : cells_) count += int(std::count_if(row.begin(), row.end(), [](const Cell& cell) { return cell.awaited; }));
    return count;
}

void AlphaWall::arrange()
{
    // An image stays until the next one of the same sound and column is there: nothing flickers.
    ask();
    Q_EMIT rearranged();
}

void AlphaWall::ask()
{
    request_ = 0;  // answers that are under way belong to another arrangement
    PoolRequest request;
    request.samples = samples_;
    request.seed = seed_;
    for (const WallSound& sound : sounds_)
        request.words.push_back({sound.sound ? std::optional(*sound.sound) : std::nullopt, sound.recording});
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        const Source source = sourceOf(columns_[c]);
        PoolTask task{source.model.toStdString(), source.version, {}};
        for (std::size_t s = 0; s < sounds_.size(); ++s) {
            Cell& cell = cells_[s][c];
            const auto* known = drawn_.object(keyOf(source, sounds_[s]));
            cell.awaited = false;
            if (known) {
                cell = {*known, {}, false};
            } else if (source.model.isEmpty()) {
                cell = {nullptr, tr("No weights of this run have been kept yet."), false};
            } else if (!sounds_[s].sound && sounds_[s].recording.empty()) {
                cell.awaited = true;  // the sound is still being read
            } else {
                cell.awaited = true;
                cell.trouble.clear();
                task.words.push_back(s);
            }
        }
        if (!task.words.empty()) request.tasks.push_back(std::move(task));
    }
    if (!watched_ || !pool_ || request.tasks.empty()) return;
    request_ = pool_->draw(std::move(request));
}

void AlphaWall::onPooled(std::uint64_t request, const std::string& model, std::size_t word, const Result<PooledDrawing>& drawing)
{
    QMetaObject::invokeMethod(
        this, [this, request, model = QString::fromStdString(model), word, drawing] { take(request, model, word, drawing); },
        Qt::QueuedConnection);
}

void AlphaWall::take(std::uint64_t request, const QString& model, std::size_t word, const Result<PooledDrawing>& drawing)
{
    if (request != request_) return;
    const auto shared = drawing ? std::make_shared<const PooledDrawing>(*drawing) : nullptr;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        const Source source = sourceOf(columns_[c]);
        if (source.model != model) continue;
        Cell& cell = cells_[word][c];
        if (!cell.awaited) continue;
        if (shared) drawn_.insert(keyOf(source, sounds_[word]), new std::shared_ptr<const PooledDrawing>(shared), bytesOf(*shared));
        cell = {shared, drawing ? QString() : toText(drawing.error()), false};
        Q_EMIT cellChanged(int(word), int(c));
    }
}

}  // namespace sonoglyph
