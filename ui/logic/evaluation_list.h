// The models that the page Evaluate compares, each evaluated on its own held-out pairs, one after another, in the background. GUI thread
// only.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <QSet>
#include <QString>

#include "core/session/engine.h"
#include "core/session/evaluation_details.h"
#include "ui/logic/study_job.h"

namespace sonoglyph {

class EngineLoader;

struct EvaluatedModel {
    enum class State { Waiting, Running, Done, Failed };
    QString key;    ///< for Engine::evaluate(): a built-in name or a run's folder
    QString title;  ///< for people
    State state = State::Waiting;
    QString trouble{};                           ///< of Failed
    std::shared_ptr<const Evaluation> result{};  ///< of Done, with details
};

class EvaluationList : public StudyJob {
    Q_OBJECT
public:
    explicit EvaluationList(EngineLoader& engine, QObject* parent = nullptr);

    const std::vector<EvaluatedModel>& models() const { return models_; }
    QSet<QString> keys() const;
    /// Adds the model at the end, or takes it away where it is there. What is measured is kept as long as the list.
    void toggle(const QString& key, const QString& title);
    /// Measures everything anew: a run has gone on, or the data folder is another one.
    void refresh();
    /// The data folder; empty: each model's own.
    void setFolder(const QString& folder) { folder_ = folder; }
    /// How well LeNet-5 reads MNIST test; null until it is measured, once the first model is.
    const LenetReport* lenet() const { return lenet_ ? &*lenet_ : nullptr; }

    /// The first model's accuracy less that of model `i`, where both were evaluated on the same pairs.
    std::optional<PairedDifference> differenceToFirst(std::size_t i);

Q_SIGNALS:
    /// A model came, went, or is measured.
    void modelsChanged();

private:
    struct Measured {
        Evaluation evaluation;
        std::optional<LenetReport> lenet;
        std::optional<PairedDifference> toFirst;  ///< of the list as it began
    };
    void next();
    EvaluatedModel* find(const QString& key);
    void take(const QString& key, const std::shared_ptr<const Measured>& measured);
    void fail(const QString& text);

    EngineLoader& engine_;
    QString folder_, running_;
    std::vector<EvaluatedModel> models_;
    std::vector<EvaluatedModel> kept_;  ///< measured, but not in the list
    std::optional<LenetReport> lenet_;
    std::map<std::pair<QString, QString>, std::optional<PairedDifference>> differences_;  ///< by first and other: each takes milliseconds
};

}  // namespace sonoglyph
