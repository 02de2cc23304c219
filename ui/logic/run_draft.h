// The run that the form is about to start: its configuration, its name, and what is wrong with them, said as a person types.
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

#include "core/data/survey.h"
#include "core/train/run_config.h"

namespace sonoglyph {

class RunDraft : public QObject {
    Q_OBJECT
public:
    explicit RunDraft(QObject* parent = nullptr);

    const RunConfig& config() const { return config_; }
    void setConfig(const RunConfig& config);
    void edit(const std::function<void(RunConfig&)>& change);

    /// The paper's recipe on MNIST-FSDD with our three deviations (see Initialisation, standardise, klWarmup): 100 epochs.
    static RunConfig paperPreset();
    /// The same, ended after 300 steps: digits can be told apart, not more.
    static RunConfig quickPreset();

    /// The folder in which the run's own folder is made.
    void setRunsFolder(const QString& folder);
    /// Follows the model, the data set and the day ("aivae-fsdd-2026-11-23-1") until a person types one; an empty name follows again.
    QString name() const;
    void setName(const QString& name);
    bool nameIsOurs() const { return ownName_.isEmpty(); }
    std::filesystem::path folder() const;

    /// What the data folder holds; absent: not known yet, which is no error.
    void setSurvey(std::optional<DataSurvey> survey);
    /// The chosen data set cannot be used: error("data.name") says why.
    bool dataMissing() const;
    /// For training, about: the split decides. Absent where the data set is not known or cannot be used.
    std::optional<std::int64_t> trainPairs() const;

    /// Empty where the field is all right.
    QString error(const QString& field) const { return errors_.value(field); }
    const QHash<QString, QString>& errors() const { return errors_; }
    bool valid() const { return errors_.isEmpty(); }

    /// Steps to the end, about, epochs and maxSteps considered; absent while the data set's size or the batch is not known.
    std::optional<std::int64_t> steps() const;

Q_SIGNALS:
    void changed();

private:
    void update();
    QString dataTrouble() const;

    RunConfig config_;
    QString runsFolder_;
    QString ownName_;
    QString ourName_;
    std::optional<DataSurvey> survey_;
    QHash<QString, QString> errors_;
};

}  // namespace sonoglyph
