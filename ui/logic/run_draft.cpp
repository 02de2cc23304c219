#include "ui/logic/run_draft.h"

#include <algorithm>
#include <cmath>

#include <QDate>
#include <QDir>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include "core/data/pairing.h"
#include "core/data/synthetic_digits.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace {

constexpr std::size_t mostRuns = 500;
constexpr double trainShare = 0.9;  // of the split "random" (core/data/split.h)

RunDraft::Choices only(const RunConfig& config) { return {{config.data.name}, {config.model}, {config.alpha}, {config.seed}}; }

template <class Value>
bool hasTwice(const std::vector<Value>& values)
{
    for (auto it = values.begin(); it != values.end(); ++it)
        if (std::find(it + 1, values.end(), *it) != values.end()) return true;
    return false;
}

QString textOf(const std::string& text) { return QString::fromStdString(text); }

}  // namespace

RunDraft::RunDraft(QObject* parent) : QObject(parent), config_(paperPreset()), choices_(only(config_)) { update(); }

RunConfig RunDraft::paperPreset() { return {}; }

RunConfig RunDraft::paperScdPreset()
{
    RunConfig config;
    config.data.name = "scd";
    return config;
}

RunConfig RunDraft::microphonePreset()
{
    RunConfig config;
    config.data.name = "mixed";
    config.data.split = "speakers";
    config.data.spectrogram.timeMode = TimeMode::Pad;
    config.augmentation = microphoneAugmentation();
    config.alpha = 4;
    config.klWarmup = 1000;
    config.rateSchedule = RateSchedule::Cosine;
    config.epochs = 12;
    return config;
}

RunConfig RunDraft::quickPreset() const
{
    RunConfig config;
    config.epochs = 1;
    config.maxSteps = 300;
    if (survey_ && !survey_->canUse(config.data.name)) {
        config.data.name = syntheticName;
        config.epochs = 4;  // of fewer images
    }
    return config;
}

void RunDraft::setConfig(const RunConfig& config)
{
    config_ = config;
    choices_ = only(config_);
    update();
}

void RunDraft::edit(const std::function<void(RunConfig&)>& change)
{
    const Choices before = only(config_);
    change(config_);
    if (only(config_) != before) choices_ = only(config_);
    update();
}

void RunDraft::choose(const std::function<void(Choices&)>& change)
{
    change(choices_);
    config_.data.name = choices_.dataSets.front();
    config_.model = choices_.models.front();
    config_.alpha = choices_.alphas.front();
    config_.seed = choices_.seeds.front();
    update();
}

nlohmann::json RunDraft::toJson() const
{
    nlohmann::json models = nlohmann::json::array();
    for (const ModelKind model : choices_.models) models.push_back(sonoglyph::nameOf(model));
    return {{"config", sonoglyph::toJson(config_)},
            {"dataSets", choices_.dataSets},
            {"models", models},
            {"alphas", choices_.alphas},
            {"seeds", choices_.seeds}};
}

void RunDraft::fromJson(const nlohmann::json& json)
{
    const auto config = runConfigFromJson(json.value("config", json));
    if (!config) return;
    setConfig(*config);
    try {
        Choices all{json.at("dataSets"), {}, json.at("alphas"), json.at("seeds")};
        for (const std::string& name : json.at("models").get<std::vector<std::string>>())
            if (const auto model = modelKind(name)) all.models.push_back(*model);
        if (all.dataSets.empty() || all.models.empty() || all.alphas.empty() || all.seeds.empty()) return;
        choose([&](Choices& choices) { choices = all; });
    } catch (const nlohmann::json::exception&) {
        return;  // of another version: the configuration alone
    }
}

std::size_t RunDraft::count() const
{
    return choices_.dataSets.size() * choices_.models.size() * choices_.alphas.size() * choices_.seeds.size();
}

std::vector<QueuedRun> RunDraft::runs() const { return runsNamed(name()); }

std::vector<QueuedRun> RunDraft::runsNamed(const QString& base) const
{
    const auto& [dataSets, models, alphas, seeds] = choices_;
    std::vector<QueuedRun> runs;
    for (const std::string& dataSet : dataSets)
        for (const ModelKind model : models)
            for (const std::uint64_t seed : seeds)
                for (const double alpha : alphas) {
                    RunConfig config = config_;
                    config.data.name = dataSet;
                    config.model = model;
                    config.seed = seed;
                    config.alpha = alpha;
                    QStringList name{base};
                    if (dataSets.size() > 1) name << textOf(dataSet);
                    if (models.size() > 1) name << textOf(nameOf(model));
                    if (alphas.size() > 1) name << QStringLiteral("alpha-%1").arg(QString::number(alpha, 'g', 10));
                    if (seeds.size() > 1) name << QStringLiteral("seed-%1").arg(seed);
                    runs.push_back({name.join(u'-'), std::move(config)});
                }
    return runs;
}

void RunDraft::setTaken(const QStringList& names)
{
    taken_ = names;
    update();
}

bool RunDraft::anyTaken(const std::vector<QueuedRun>& runs) const
{
    const QDir folder(runsFolder_);
    return std::ranges::any_of(runs, [&](const QueuedRun& run) {
        return taken_.contains(run.name) || (!runsFolder_.isEmpty() && QFileInfo::exists(folder.filePath(run.name)));
    });
}

void RunDraft::setRunsFolder(const QString& folder)
{
    runsFolder_ = folder;
    update();
}

QString RunDraft::name() const { return ownName_.isEmpty() ? ourName_ : ownName_; }

void RunDraft::setName(const QString& name)
{
    ownName_ = name.trimmed() == ourName_ ? QString() : name.trimmed();
    update();
}

std::filesystem::path RunDraft::folder() const { return QDir(runsFolder_).filePath(name()).toStdString(); }

void RunDraft::setSurvey(std::optional<DataSurvey> survey)
{
    survey_ = std::move(survey);
    update();
}

bool RunDraft::dataMissing() const
{
    return survey_ && !std::ranges::all_of(choices_.dataSets, [this](const std::string& name) { return survey_->canUse(name); });
}

std::optional<std::int64_t> RunDraft::trainPairs() const { return trainPairs(config_.data.name); }

std::optional<std::int64_t> RunDraft::trainPairs(const std::string& dataSet) const
{
    if (dataSet == syntheticName) return syntheticTrainImages;
    if (!survey_ || !survey_->canUse(dataSet)) return std::nullopt;
    const RecordingSurvey* own = survey_->ownNamed(dataSet);
    const std::int64_t images = own ? own->trainImages : survey_->mnist.train;
    if ((own ? own->alignment : alignmentOf(dataSet)) == Alignment::ManyToOne) return images;
    const std::vector<int>& perLabel = (own ? *own : survey_->scd).perLabel;
    std::int64_t pairs = 0;
    for (const int recordings : perLabel)
        pairs += std::min(std::int64_t(std::lround(recordings * trainShare)), images / std::int64_t(perLabel.size()));
    return pairs;
}

std::optional<std::int64_t> RunDraft::stepsOf(const RunConfig& config) const
{
    if (config.batch < 1 || config.epochs < 1) return std::nullopt;
    const auto pairs = trainPairs(config.data.name);
    if (!pairs) return config.maxSteps > 0 ? std::optional(config.maxSteps) : std::nullopt;
    const auto all = (*pairs + config.batch - 1) / config.batch * config.epochs;
    return config.maxSteps > 0 ? std::min(all, config.maxSteps) : all;
}

int RunDraft::checkpointsOf(const RunConfig& config) const
{
    const auto steps = stepsOf(config), pairs = trainPairs(config.data.name);
    if (!steps || !pairs) return 1;
    const std::int64_t anEpoch = (*pairs + config.batch - 1) / config.batch, epochs = *steps / std::max<std::int64_t>(anEpoch, 1);
    return int(std::min<std::int64_t>(epochs, 3)) + (epochs > 3 ? 1 : 0) + (*steps % anEpoch != 0 ? 1 : 0);
}

std::optional<std::int64_t> RunDraft::steps() const
{
    if (count() > mostRuns) return std::nullopt;
    std::int64_t sum = 0;
    for (const QueuedRun& run : runs()) {
        const auto steps = stepsOf(run.config);
        if (!steps) return std::nullopt;
        sum += *steps;
    }
    return sum;
}

QString RunDraft::dataTrouble() const
{
    if (!dataMissing()) return {};
    if (!survey_->folderThere)
        return tr("There is no data folder at %1. Choose it on the Data page.").arg(QString::fromStdString(survey_->folder.string()));
    const std::string& name = *std::ranges::find_if(choices_.dataSets, [this](const std::string& n) { return !survey_->canUse(n); });
    if (const RecordingSurvey* own = survey_->ownNamed(name))
        return own->problem ? toText(*own->problem) : tr("This data set is not complete. The Data page shows what is missing.");
    std::optional<Message> problem = survey_->mnist.problem;
    if (!problem && name != "scd") problem = survey_->fsdd.problem;
    if (!problem && (name == "scd" || name == "mixed")) problem = survey_->scd.problem;
    return problem ? toText(*problem) : tr("This data set is not complete. The Data page shows what is missing.");
}

void RunDraft::update()
{
    const QString stem = QStringLiteral("%1-%2-%3")
                             .arg(textOf(nameOf(config_.model)), textOf(config_.data.name), QDate::currentDate().toString(Qt::ISODate));
    for (int number = 1;; ++number) {
        ourName_ = QStringLiteral("%1-%2").arg(stem).arg(number);
        if (count() > mostRuns || !anyTaken(runsNamed(ourName_))) break;
    }
    check();
    Q_EMIT changed();
}

void RunDraft::check()
{
    errors_.clear();
    if (count() > mostRuns) {
        errors_.insert(QStringLiteral("alpha"), tr("That would be %n runs, too many at once.", nullptr, int(count())));
        return;
    }
    const auto all = runs();
    for (const QueuedRun& run : all)
        for (const FieldError& error : validate(run.config)) errors_.insert(textOf(error.field), toText(error.message));
    const QString twice = tr("Each value once.");
    if (hasTwice(choices_.alphas)) errors_.insert(QStringLiteral("alpha"), twice);
    if (hasTwice(choices_.seeds)) errors_.insert(QStringLiteral("seed"), twice);
    if (dataMissing()) errors_.insert(QStringLiteral("data.name"), dataTrouble());
    if (ownName_.contains(u'/') || ownName_ == QStringLiteral(".") || ownName_ == QStringLiteral(".."))
        errors_.insert(QStringLiteral("name"), tr("A name is the name of one folder: leave out the slash."));
    else if (!ownName_.isEmpty() && anyTaken(all))
        errors_.insert(QStringLiteral("name"), tr("There is a run of this name already. Choose another name."));
}

}  // namespace sonoglyph
