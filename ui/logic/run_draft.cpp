#include "ui/logic/run_draft.h"

#include <algorithm>
#include <cmath>

#include <QDate>
#include <QDir>
#include <QFileInfo>

#include "core/data/pairing.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace {

constexpr double trainShare = 0.9;  // of the split "random" (core/data/split.h)

}  // namespace

RunDraft::RunDraft(QObject* parent) : QObject(parent), config_(paperPreset()) { update(); }

RunConfig RunDraft::paperPreset() { return {}; }

RunConfig RunDraft::quickPreset()
{
    RunConfig config;
    config.epochs = 1;
    config.maxSteps = 300;
    return config;
}

void RunDraft::setConfig(const RunConfig& config)
{
    config_ = config;
    update();
}

void RunDraft::edit(const std::function<void(RunConfig&)>& change)
{
    change(config_);
    update();
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

bool RunDraft::dataMissing() const { return survey_ && !survey_->canUse(config_.data.name); }

std::optional<std::int64_t> RunDraft::trainPairs() const
{
    if (!survey_ || dataMissing()) return std::nullopt;
    const std::int64_t images = survey_->mnist.train;
    if (alignmentOf(config_.data.name) == Alignment::ManyToOne) return images;
    std::int64_t pairs = 0;
    for (const int recordings : survey_->scd.perDigit) pairs += std::min(std::int64_t(std::lround(recordings * trainShare)), images / 10);
    return pairs;
}

std::optional<std::int64_t> RunDraft::steps() const
{
    if (config_.batch < 1 || config_.epochs < 1) return std::nullopt;
    const auto pairs = trainPairs();
    if (!pairs) return config_.maxSteps > 0 ? std::optional(config_.maxSteps) : std::nullopt;
    const auto all = (*pairs + config_.batch - 1) / config_.batch * config_.epochs;
    return config_.maxSteps > 0 ? std::min(all, config_.maxSteps) : all;
}

QString RunDraft::dataTrouble() const
{
    if (!dataMissing()) return {};
    if (!survey_->folderThere)
        return tr("There is no data folder at %1. Choose it on the Data page.").arg(QString::fromStdString(survey_->folder.string()));
    const std::string& name = config_.data.name;
    std::optional<Message> problem = survey_->mnist.problem;
    if (!problem && name != "scd") problem = survey_->fsdd.problem;
    if (!problem && (name == "scd" || name == "mixed")) problem = survey_->scd.problem;
    return problem ? toText(*problem) : tr("This data set is not complete. The Data page shows what is missing.");
}

void RunDraft::update()
{
    const QString stem = QStringLiteral("%1-%2-%3")
                             .arg(QString::fromStdString(nameOf(config_.model)), QString::fromStdString(config_.data.name),
                                  QDate::currentDate().toString(Qt::ISODate));
    const QDir runs(runsFolder_);
    for (int number = 1;; ++number) {
        ourName_ = QStringLiteral("%1-%2").arg(stem).arg(number);
        if (runsFolder_.isEmpty() || !QFileInfo::exists(runs.filePath(ourName_))) break;
    }

    errors_.clear();
    for (const FieldError& error : validate(config_)) errors_.insert(QString::fromStdString(error.field), toText(error.message));
    if (dataMissing()) errors_.insert(QStringLiteral("data.name"), dataTrouble());
    if (ownName_.contains(u'/') || ownName_ == QStringLiteral(".") || ownName_ == QStringLiteral(".."))
        errors_.insert(QStringLiteral("name"), tr("A name is the name of one folder: leave out the slash."));
    else if (!ownName_.isEmpty() && QFileInfo::exists(runs.filePath(ownName_)))
        errors_.insert(QStringLiteral("name"), tr("There is a run of this name already. Choose another name."));
    Q_EMIT changed();
}

}  // namespace sonoglyph
