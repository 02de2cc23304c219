#include "ui/logic/model_finder.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "core/train/run_folder.h"
#include "ui/logic/portable_key.h"

namespace sonoglyph {

namespace fs = std::filesystem;

namespace {

struct Found {
    QString key;
    bool same = false;
};

/// Checkpoints of runs that were trained so and have come so far: of most figures one or two.
QStringList checkpointsLike(const QJsonObject& trace, const fs::path& runsFolder)
{
    QStringList files;
    const std::string dataset = trace[QLatin1String("dataset")].toString().toStdString(),
                      objective = trace[QLatin1String("objective")].toString().toStdString();
    const auto steps = trace[QLatin1String("steps")].toInteger(-1);
    for (const RunEntry& entry : findRuns(runsFolder)) {
        if (entry.config.data.name != dataset || objectiveOf(entry.config) != objective) continue;
        const auto run = RunFolder::openForReading(entry.folder);
        if (!run) continue;
        for (const CheckpointFile& checkpoint : run->checkpoints())
            if (const auto progress = run->progressAt(checkpoint.file); progress && progress->step == steps)
                files << QString::fromStdString(checkpoint.file.string());
    }
    return files;
}

}  // namespace

QJsonObject modelTrace(const ModelInfo& model, const QString& runsFolder)
{
    const QString name = QString::fromStdString(model.name);
    return {{QStringLiteral("name"), name},
            {QStringLiteral("key"), model.file.empty() ? name : portableKey(QString::fromStdString(model.file.string()), runsFolder)},
            {QStringLiteral("fingerprint"), QString::fromStdString(model.fingerprint)},
            {QStringLiteral("dataset"), QString::fromStdString(model.dataset)},
            {QStringLiteral("split"), QString::fromStdString(model.split)},
            {QStringLiteral("seed"), double(model.dataSeed)},
            {QStringLiteral("objective"), QString::fromStdString(model.objective)},
            {QStringLiteral("steps"), double(model.steps)}};
}

void ModelFinder::find(const QJsonObject& trace, Engine& engine, const QString& runsFolder, const QStringList& files)
{
    cancel();
    const QString name = trace[QLatin1String("name")].toString();
    if (name.isEmpty()) return;
    start<Found>(
        [trace, name, runsFolder, files, engine = &engine](const Progress&, std::stop_token stop) -> Result<Found> {
            const std::string fingerprint = trace[QLatin1String("fingerprint")].toString().toStdString();
            QStringList called, others;
            for (const BuiltinModel& model : engine->builtinModels())
                if (QString::fromStdString(model.name) == name) called << name;
            const QString key = keyFromPortable(trace[QLatin1String("key")].toString(), runsFolder);
            std::error_code ignored;
            if (QString::fromStdString(fs::path(key.toStdString()).filename().string()) != key && fs::exists(key.toStdString(), ignored))
                called << key;
            if (fingerprint.empty()) return Found{called.value(0), true};
            others = checkpointsLike(trace, runsFolder.toStdString());
            for (const QString& file : files)
                if (fs::exists(file.toStdString(), ignored)) others << file;
            for (const QString& candidate : called + others) {
                if (stop.stop_requested()) return cancelled();
                const auto model = engine->openModel(candidate.toStdString());
                if (model && (*model)->info().fingerprint == fingerprint) return Found{candidate, true};
            }
            return Found{called.value(0), false};
        },
        [this, name](const std::shared_ptr<const Found>& model) {
            if (model->key.isEmpty())
                Q_EMIT missing(name);
            else
                Q_EMIT found(model->key, model->same);
        });
}

}  // namespace sonoglyph
