#include "ui/logic/word_across_models.h"

#include <algorithm>
#include <utility>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/model_catalog.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace {

constexpr std::size_t memory = 800'000'000;  // nine models of the paper's size
constexpr const char* chosenKey = "listen/models";

}  // namespace

WordAcrossModels::WordAcrossModels(DecoderController& decoder, const ModelCatalog& catalog, Settings* settings, QObject* parent)
    : QObject(parent), decoder_(decoder), catalog_(catalog), settings_(settings)
{
    if (settings_) chosen_ = settings_->value(QString::fromLatin1(chosenKey)).toStringList();
    connect(&decoder.story(), &SoundStory::soundChanged, this, [this] {
        const auto& heard = decoder_.story().sound();
        // Another model hears the same word: nothing changes here.
        if (heard && std::exchange(word_, heard->number) == heard->number) return;
        for (Cell& cell : cells_) {
            cell.drawing.reset();
            cell.trouble.clear();
        }
        Q_EMIT cellsChanged();
        ask();
    });
    connect(&decoder, &DecoderController::stateChanged, this, &WordAcrossModels::arrange);
    connect(&catalog, &ModelCatalog::modelReset, this, &WordAcrossModels::arrange);
    arrange();
}

WordAcrossModels::~WordAcrossModels() = default;

void WordAcrossModels::setChosen(const QString& key, bool chosen)
{
    if (chosen == chosen_.contains(key)) return;
    if (chosen)
        chosen_ << key;
    else
        chosen_.removeAll(key);
    if (settings_) settings_->setValue(QString::fromLatin1(chosenKey), chosen_);
    arrange();
}

void WordAcrossModels::renew(const QString& key)
{
    ++versions_[key];
    if (chosen_.contains(key)) ask();
}

void WordAcrossModels::setWatched(bool watched)
{
    watched_ = watched;
    if (watched && stale_) ask();
}

void WordAcrossModels::arrange()
{
    std::vector<Cell> next;
    const auto add = [&](const QString& key) {
        const auto known = std::find_if(cells_.begin(), cells_.end(), [&](const Cell& cell) { return cell.key == key; });
        Cell cell = known == cells_.end() ? Cell{key, {}, {}, {}} : *known;
        cell.title = catalog_.titleOf(key);
        next.push_back(std::move(cell));
    };
    for (const BuiltinModel& builtin : decoder_.builtinModels()) add(QString::fromStdString(builtin.name));
    for (const QString& key : chosen_) add(key);
    const auto keys = [](const std::vector<Cell>& cells) {
        QStringList all;
        for (const Cell& cell : cells) all << cell.key;
        return all;
    };
    const bool others = keys(next) != keys(cells_);
    cells_ = std::move(next);
    Q_EMIT cellsChanged();
    if (others) ask();
}

void WordAcrossModels::ask()
{
    const auto& heard = decoder_.story().sound();
    stale_ = !watched_ || !heard || !decoder_.engine();
    if (stale_ || cells_.empty()) return;
    if (!pool_) {
        Engine* engine = decoder_.engine();
        ModelPoolListener& listener = *this;
        pool_ = std::make_unique<ModelPool>(
            listener, [engine](const std::string& model) { return engine->openModel(model); }, memory);
    }
    PoolRequest request;
    request.words.push_back({cut(heard->sound, heard->word), {}});
    for (const Cell& cell : cells_) {
        const auto version = versions_.find(cell.key);
        request.tasks.push_back({cell.key.toStdString(), version == versions_.end() ? 0 : version->second, {0}});
    }
    request_ = pool_->draw(std::move(request));
}

void WordAcrossModels::onPooled(std::uint64_t request, const std::string& model, std::size_t, const Result<PooledDrawing>& drawing)
{
    QMetaObject::invokeMethod(
        this, [this, request, model, drawing] { take(request, model, drawing); }, Qt::QueuedConnection);
}

void WordAcrossModels::take(std::uint64_t request, const std::string& model, const Result<PooledDrawing>& drawing)
{
    if (request != request_) return;
    const auto cell = std::find_if(cells_.begin(), cells_.end(), [&](const Cell& c) { return c.key.toStdString() == model; });
    if (cell == cells_.end()) return;
    cell->drawing.reset();
    cell->trouble.clear();
    if (drawing)
        cell->drawing = drawing->mean;
    else
        cell->trouble = toText(drawing.error());
    Q_EMIT cellsChanged();
}

}  // namespace sonoglyph
