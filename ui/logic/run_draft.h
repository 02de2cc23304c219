// What the form is about to start: one run, or one for each of several data sets, models, seeds and values of alpha. Its configuration, its
// name, and what is wrong with them, said as a person types.
//
// GUI thread only. Fields are named like the keys of config.json ("batch", "data.split"); the run's name is the field "name", what is wrong
// with the data set itself is told under "data.name".
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include <QHash>
#include <QObject>
#include <QString>

#include <nlohmann/json_fwd.hpp>

#include "core/data/survey.h"
#include "core/train/run_config.h"
#include "ui/logic/run_queue.h"

namespace sonoglyph {

class RunDraft : public QObject {
    Q_OBJECT
public:
    explicit RunDraft(QObject* parent = nullptr);

    /// The values of one run each; there is always one.
    struct Choices {
        std::vector<std::string> dataSets;
        std::vector<ModelKind> models;
        std::vector<double> alphas;
        std::vector<std::uint64_t> seeds;

        bool operator==(const Choices&) const = default;
    };

    /// Of the first run; the others differ by choices() alone.
    const RunConfig& config() const { return config_; }
    /// One run.
    void setConfig(const RunConfig& config);
    /// What it changes of data set, model, alpha and seed is the only choice from then on.
    void edit(const std::function<void(RunConfig&)>& change);

    const Choices& choices() const { return choices_; }
    void choose(const std::function<void(Choices&)>& change);
    /// The form as a person left it, with all choices.
    nlohmann::json toJson() const;
    /// What toJson() wrote, or a configuration alone; anything else is left out.
    void fromJson(const nlohmann::json& json);
    /// How many runs().
    std::size_t count() const;
    /// All of them, alpha changing fastest: of one seed they have the same pairs, batches and first weights. Where there are several, names
    /// say how they differ.
    std::vector<QueuedRun> runs() const;

    /// The paper's recipe on MNIST-FSDD with our three deviations (see Initialisation, standardise, klWarmup): 100 epochs.
    static RunConfig paperPreset();
    /// The paper's other data set: MNIST and Speech Commands, one-to-one.
    static RunConfig paperScdPreset();
    /// The paper's, ended after 300 steps: digits can be told apart, not more. On synthetic digits where MNIST-FSDD is not there.
    RunConfig quickPreset() const;
    /// For the microphone: many voices, some of which are held out, in changing rooms (how the built-in aivae-voice was trained).
    static RunConfig microphonePreset();

    /// The folder in which the run's own folder is made.
    void setRunsFolder(const QString& folder);
    /// Follows the model, the data set and the day ("aivae-fsdd-2026-11-23-1") until a person types one; an empty name follows again.
    QString name() const;
    void setName(const QString& name);
    bool nameIsOurs() const { return ownName_.isEmpty(); }
    std::filesystem::path folder() const;
    /// Names of runs that are not on the disk yet.
    void setTaken(const QStringList& names);

    /// What the data folder holds; absent: not known yet, which is no error.
    void setSurvey(std::optional<DataSurvey> survey);
    const std::optional<DataSurvey>& survey() const { return survey_; }
    /// The chosen data set cannot be used: error("data.name") says why.
    bool dataMissing() const;
    /// For training, about: the split decides. Absent where the data set is not known or cannot be used.
    std::optional<std::int64_t> trainPairs() const;

    /// Empty where the field is all right.
    QString error(const QString& field) const { return errors_.value(field); }
    const QHash<QString, QString>& errors() const { return errors_; }
    bool valid() const { return errors_.isEmpty(); }

    /// Steps to the end of all runs(), about, epochs and maxSteps considered; absent while a data set's size or the batch is not known.
    std::optional<std::int64_t> steps() const;
    std::optional<std::int64_t> stepsOf(const RunConfig& config) const;
    /// How many checkpoints a run leaves behind (RunFolder::removeOldCheckpoints()), about.
    int checkpointsOf(const RunConfig& config) const;

Q_SIGNALS:
    void changed();

private:
    void update();
    void check();
    std::vector<QueuedRun> runsNamed(const QString& base) const;
    bool anyTaken(const std::vector<QueuedRun>& runs) const;
    std::optional<std::int64_t> trainPairs(const std::string& dataSet) const;
    QString dataTrouble() const;

    RunConfig config_;
    Choices choices_;
    QStringList taken_;
    QString runsFolder_;
    QString ownName_;
    QString ourName_;
    std::optional<DataSurvey> survey_;
    QHash<QString, QString> errors_;
};

}  // namespace sonoglyph
