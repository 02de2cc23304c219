#include "ui/logic/model_catalog.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include "core/train/run_folder.h"
#include "ui/logic/choice_role.h"

namespace sonoglyph {

namespace fs = std::filesystem;

namespace {

QString text(const fs::path& path) { return QString::fromStdString(path.string()); }

/// "epoch 7", "step 1234" or "snapshot, step 1234", of a checkpoint's file name; empty for any other file.
QString momentOf(const fs::path& file)
{
    const QString stem = text(file.stem());
    bool numbered = false;
    const qlonglong number = stem.section(u'-', 1).toLongLong(&numbered);
    if (!numbered) return {};
    if (stem.startsWith(QLatin1String("epoch-"))) return ModelCatalog::tr("epoch %1").arg(number);
    if (stem.startsWith(QLatin1String("step-"))) return ModelCatalog::tr("step %1").arg(QLocale().toString(number));
    if (stem.startsWith(QLatin1String("snapshot-"))) return ModelCatalog::tr("snapshot, step %1").arg(QLocale().toString(number));
    return {};
}

double accuracyOf(const RunFolder& run, const fs::path& file)
{
    const auto progress = run.progressAt(file);
    return progress ? progress->accuracy : 0;
}

void addChoices(const RunEntry& entry, const QString& name, std::vector<ModelChoice>& out)
{
    if (entry.config.model == ModelKind::Classifier) return;
    const auto run = RunFolder::openForReading(entry.folder);
    if (!run) return;
    const auto best = run->best(), latest = run->latest();
    const auto add = [&](ModelChoice::Kind kind, const fs::path& file, const QString& label) {
        out.push_back({kind, text(file), file, name, label, accuracyOf(*run, file)});
    };
    const bool one = best && latest && *best == *latest;
    if (best)
        add(ModelChoice::Kind::Best, *best,
            (one ? ModelCatalog::tr("best and latest, %1") : ModelCatalog::tr("best, %1")).arg(momentOf(*best)));
    if (latest && !one) add(ModelChoice::Kind::Latest, *latest, ModelCatalog::tr("latest, %1").arg(momentOf(*latest)));
    auto others = run->checkpoints();
    std::reverse(others.begin(), others.end());
    for (const CheckpointFile& other : others) {
        if ((best && other.file == *best) || (latest && other.file == *latest)) continue;
        add(ModelChoice::Kind::Checkpoint, other.file, momentOf(other.file));
    }
}

QString nameWithin(const fs::path& run, const fs::path& folder)
{
    const fs::path relative = run.lexically_relative(folder);
    return text(relative.empty() || *relative.begin() == ".." ? run.filename() : relative);
}

}  // namespace

QString modelTitle(const ModelInfo& model)
{
    const QString moment = momentOf(model.file);
    if (!moment.isEmpty() && model.file.parent_path().filename() == "checkpoints")
        return QStringLiteral("%1, %2").arg(text(model.file.parent_path().parent_path().filename()), moment);
    if (!model.file.empty() && model.file.extension() != ".safetensors")
        return ModelCatalog::tr("%1, live").arg(QString::fromStdString(model.name));
    return model.name.empty() ? text(model.file.filename()) : QString::fromStdString(model.name);
}

ModelCatalog::ModelCatalog(QObject* parent) : QAbstractListModel(parent) { worker_.setMaxThreadCount(1); }

ModelCatalog::~ModelCatalog() { worker_.waitForDone(); }

void ModelCatalog::refresh(const QString& runsFolder)
{
    worker_.clear();
    worker_.start([this, folder = fs::path(runsFolder.toStdString()), request = ++request_]() mutable {
        std::error_code ignored;
        folder = fs::weakly_canonical(folder, ignored);
        auto runs = read(folder);
        QMetaObject::invokeMethod(
            this,
            [this, runs = std::move(runs), folder, request]() mutable {
                if (request != request_) return;
                runs_ = std::move(runs);
                runsFolder_ = folder;
                loaded_ = true;
                assemble();
                Q_EMIT refreshed();
            },
            Qt::QueuedConnection);
    });
}

void ModelCatalog::setBuiltin(const std::vector<BuiltinModel>& models)
{
    builtin_.clear();
    for (const BuiltinModel& model : models) {
        const QString name = QString::fromStdString(model.name);
        builtin_.push_back({ModelChoice::Kind::Builtin, name, model.file, {}, name, 0});
    }
    assemble();
}

void ModelCatalog::setLive(const fs::path& run)
{
    std::error_code ignored;
    const fs::path live = run.empty() ? run : fs::weakly_canonical(run, ignored);
    if (live == live_) return;
    live_ = live;
    assemble();
}

std::vector<ModelChoice> ModelCatalog::read(const fs::path& runsFolder)
{
    std::vector<ModelChoice> out;
    for (const RunEntry& entry : findRuns(runsFolder)) addChoices(entry, nameWithin(entry.folder, runsFolder), out);
    return out;
}

void ModelCatalog::assemble()
{
    auto next = builtin_;
    const auto ofLive = [this](const ModelChoice& choice) { return choice.file.parent_path().parent_path() == live_; };
    if (!live_.empty()) {
        // The run that trains comes first, whenever it was begun.
        next.push_back({ModelChoice::Kind::Live, text(live_), live_, nameWithin(live_, runsFolder_), tr("live, as it trains"), 0});
        std::copy_if(runs_.begin(), runs_.end(), std::back_inserter(next), ofLive);
    }
    std::copy_if(runs_.begin(), runs_.end(), std::back_inserter(next),
                 [&](const ModelChoice& choice) { return live_.empty() || !ofLive(choice); });
    beginResetModel();
    choices_ = std::move(next);
    endResetModel();
}

QString ModelCatalog::liveKey() const { return text(live_); }

int ModelCatalog::rowOf(const ModelInfo& model) const
{
    const auto found = std::find_if(choices_.begin(), choices_.end(), [&](const ModelChoice& c) {
        return model.file.empty() ? c.label == QString::fromStdString(model.name) : c.file == model.file;
    });
    return found == choices_.end() ? -1 : int(found - choices_.begin());
}

int ModelCatalog::rowOf(const QString& key) const
{
    const auto found = std::find_if(choices_.begin(), choices_.end(), [&](const ModelChoice& c) { return c.key == key; });
    return found == choices_.end() ? -1 : int(found - choices_.begin());
}

QString ModelCatalog::titleOf(const QString& key) const
{
    if (const int row = rowOf(key); row >= 0) return data(index(row), Qt::DisplayRole).toString();
    ModelInfo info;
    info.file = key.toStdString();
    if (info.file.extension() == ".safetensors") return modelTitle(info);
    // A built-in name, or the folder of a run, which stands for its best checkpoint.
    return info.file.has_parent_path() ? tr("%1, best").arg(text(info.file.filename())) : key;
}

int ModelCatalog::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(choices_.size()); }

QVariant ModelCatalog::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const ModelChoice& choice = choices_[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case ChoiceRole::Search:
        return choice.run.isEmpty() ? choice.label : QStringLiteral("%1, %2").arg(choice.run, choice.label);
    case Qt::ToolTipRole:
        return text(choice.file);
    case ChoiceRole::Key:
        return choice.key;
    case ChoiceRole::Group:
        return choice.run;
    case ChoiceRole::Label:
        return choice.label;
    case ChoiceRole::Value:
        return choice.accuracy > 0 ? tr("%1 %").arg(QLocale().toString(100 * choice.accuracy, 'f', 1)) : QString();
    case ChoiceRole::Live:
        return choice.kind == ModelChoice::Kind::Live;
    default:
        return {};
    }
}

}  // namespace sonoglyph
