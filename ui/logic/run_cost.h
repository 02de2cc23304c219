// What runs cost on this machine: time, memory and disk. Known from a short measurement on random pairs, made on demand and remembered for
// each model, batch, code size and number of threads; the time also from runs that have been trained. GUI thread only; it is measured on a
// worker thread.
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include "core/train/run_config.h"

namespace sonoglyph {

class EngineLoader;
class RunDraft;
class Settings;
class TrainingController;

class RunCost : public QObject {
    Q_OBJECT
public:
    struct Known {
        double samplesPerSecond = 0;
        bool ofARun = false;                       ///< of the last run of this kind, else measured
        std::optional<qint64> memory, checkpoint;  ///< bytes: of the program while it trains, of one checkpoint; once measured
    };

    /// All of them must outlive it.
    RunCost(EngineLoader& engine, Settings& settings, TrainingController& training, QObject* parent = nullptr);
    /// Ends a measurement at its next step.
    ~RunCost() override;

    std::optional<Known> known(const RunConfig& config) const;
    /// The speed of a run that has trained for long enough.
    void remember(const RunConfig& config, double samplesPerSecond);

    /// A few steps of each that has not been measured; some ten seconds. Ends when a training starts. Ignored while it measures or
    /// something trains.
    void measure(const std::vector<RunConfig>& configs);
    /// The same for those of which nothing is known, each once a session.
    void measureUnknown(const std::vector<RunConfig>& configs);
    bool measuring() const { return measuring_; }

Q_SIGNALS:
    /// known() or measuring() has changed.
    void changed();
    void failed(const QString& text);

private:
    void begin();
    void take(const RunConfig& config, const QString& trouble);

    EngineLoader& engine_;
    Settings& settings_;
    TrainingController& training_;
    std::vector<RunConfig> waiting_;
    QStringList tried_;  ///< unasked
    bool measuring_ = false;
    std::stop_source stop_;
    QThreadPool worker_;  ///< one thread
};

/// One line about all runs of a draft that is valid: how many steps, how long, how much memory and disk, and where that comes from. What is
/// not known is left out. Empty where nothing is.
QString estimateText(const RunDraft& draft, const RunCost& cost);

}  // namespace sonoglyph
