#include "ui/logic/wall_column.h"

#include <algorithm>

#include "core/base/file_lock.h"
#include "core/train/metrics_csv.h"
#include "core/train/run_folder.h"
#include "core/train/run_history.h"

namespace sonoglyph {

namespace {

QString text(const std::string& s) { return QString::fromStdString(s); }

/// The last of `values`, which ascend by epoch, that is not after `epoch`; null where there is none.
template <class T>
const T* lastUntil(const std::vector<T>& values, int epoch)
{
    const auto after = std::upper_bound(values.begin(), values.end(), epoch, [](int e, const T& value) { return e < value.epoch; });
    return after == values.begin() ? nullptr : &*std::prev(after);
}

std::vector<WallModel> modelsOf(const RunFolder& run)
{
    std::vector<WallModel> models;
    for (const CheckpointFile& file : run.checkpoints())
        if (file.epoch > 0) models.push_back({file.epoch, text(file.file.string())});
    for (const HistoryFile& file : historyFiles(run.folder())) models.push_back({file.epoch, text(file.file.string())});
    // Of an epoch's two the checkpoint, whose weights are whole, comes first.
    std::stable_sort(models.begin(), models.end(), [](const WallModel& a, const WallModel& b) { return a.epoch < b.epoch; });
    const auto same = [](const WallModel& a, const WallModel& b) { return a.epoch == b.epoch; };
    models.erase(std::unique(models.begin(), models.end(), same), models.end());
    // A run that has not ended an epoch yet, or was stopped inside one.
    if (const auto latest = run.latest(); latest && latest->filename().string().starts_with("step-"))
        models.push_back({models.empty() ? 0 : models.back().epoch, text(latest->string())});
    return models;
}

}  // namespace

const WallModel* WallColumn::at(int epoch) const
{
    if (models.empty()) return nullptr;
    const WallModel* found = lastUntil(models, epoch);
    return found ? found : &models.front();
}

const WallPoint* WallColumn::pointAt(int epoch) const { return lastUntil(trail, epoch); }

WallColumn wallColumn(const BuiltinModel& model)
{
    const ModelInfo& info = model.info;
    WallColumn column;
    column.key = column.title = text(model.name);
    column.kind = info.kind;
    column.alpha = info.alpha;
    column.dataset = text(info.dataset);
    column.objective = text(info.objective);
    column.data.name = info.dataset;
    column.data.split = info.split;
    column.data.seed = info.dataSeed;
    column.models = {{info.epoch, column.key}};
    if (info.measured && info.measured->diversity > 0) column.trail = {{info.epoch, *info.measured}};
    column.examples = info.examples;
    return column;
}

std::optional<WallColumn> readWallColumn(const std::filesystem::path& folder)
{
    const auto run = RunFolder::openForReading(folder);
    if (!run || run->config().model == ModelKind::Classifier) return std::nullopt;
    const RunConfig& config = run->config();
    WallColumn column;
    column.key = text(folder.string());
    column.title = text(folder.filename().string());
    column.kind = config.model;
    column.alpha = config.alpha;
    column.seed = config.seed;
    column.dataset = text(config.data.name);
    column.objective = text(objectiveOf(config));
    column.data = config.data;
    column.models = modelsOf(*run);
    column.running = FileLock::held(run->folder() / "lock");
    if (const auto metrics = readMetricsCsv(run->metricsFile())) {
        for (const EpochMetrics& m : metrics->epochs)
            if (m.diversity) column.trail.push_back({m.epoch, {m.accuracy, m.accuracyMean, *m.diversity}});
    }
    return column;
}

}  // namespace sonoglyph
