#include "ui/logic/evaluation_list.h"

#include <algorithm>
#include <utility>

#include "ui/logic/engine_loader.h"

namespace sonoglyph {

namespace {

std::optional<PairedDifference> differenceOf(const Evaluation& first, const Evaluation& other)
{
    if (!first.details || !other.details || !samePairs(*first.details, *other.details)) return std::nullopt;
    return difference(*first.details, *other.details);
}

}  // namespace

EvaluationList::EvaluationList(EngineLoader& engine, QObject* parent) : StudyJob(parent), engine_(engine)
{
    connect(&engine_, &EngineLoader::ready, this, &EvaluationList::next);
    connect(this, &StudyJob::failed, this, [this](const QString& text) { fail(text); });
}

QSet<QString> EvaluationList::keys() const
{
    QSet<QString> keys;
    for (const EvaluatedModel& model : models_) keys << model.key;
    return keys;
}

EvaluatedModel* EvaluationList::find(const QString& key)
{
    const auto found = std::find_if(models_.begin(), models_.end(), [&](const EvaluatedModel& m) { return m.key == key; });
    return found == models_.end() ? nullptr : &*found;
}

void EvaluationList::toggle(const QString& key, const QString& title)
{
    const auto is = [&](const EvaluatedModel& m) { return m.key == key; };
    if (const auto there = std::find_if(models_.begin(), models_.end(), is); there != models_.end()) {
        if (there->state == EvaluatedModel::State::Done) kept_.push_back(std::move(*there));
        models_.erase(there);
        if (running_ == key) {
            running_.clear();
            cancel();
        }
    } else if (const auto kept = std::find_if(kept_.begin(), kept_.end(), is); kept != kept_.end()) {
        models_.push_back(std::move(*kept));
        kept_.erase(kept);
    } else {
        models_.push_back({key, title});
    }
    Q_EMIT modelsChanged();
    next();
}

void EvaluationList::refresh()
{
    kept_.clear();
    lenet_.reset();
    differences_.clear();
    for (EvaluatedModel& model : models_) model = {model.key, model.title};
    running_.clear();
    cancel();
    Q_EMIT modelsChanged();
    next();
}

void EvaluationList::next()
{
    Engine* engine = engine_.engine();
    if (!engine || !running_.isEmpty()) return;
    const auto waiting =
        std::find_if(models_.begin(), models_.end(), [](const EvaluatedModel& m) { return m.state == EvaluatedModel::State::Waiting; });
    if (waiting == models_.end()) return;
    waiting->state = EvaluatedModel::State::Running;
    running_ = waiting->key;
    EvaluationRequest request;
    request.model = waiting->key.toStdString();
    request.folder = folder_.toStdString();
    request.details = true;
    start<Measured>(
        [engine, request, lenet = lenet_, first = models_[0].result](const Progress& progress, std::stop_token stop) -> Result<Measured> {
            auto evaluation = engine->evaluate(request, progress, std::move(stop));
            if (!evaluation) return evaluation.error();
            Measured out{std::move(*evaluation), lenet, {}};
            if (first) out.toFirst = differenceOf(*first, out.evaluation);
            if (!out.lenet)
                if (auto report = engine->evaluateLenet({}, request.folder, out.evaluation.details->dataset)) out.lenet = *report;
            return out;
        },
        [this, key = running_, first = models_[0].result ? models_[0].key : QString()](const std::shared_ptr<const Measured>& measured) {
            if (!first.isEmpty()) differences_[{first, key}] = measured->toFirst;
            take(key, measured);
        });
    Q_EMIT modelsChanged();
}

void EvaluationList::take(const QString& key, const std::shared_ptr<const Measured>& measured)
{
    running_.clear();
    lenet_ = measured->lenet;
    if (EvaluatedModel* model = find(key)) {
        model->state = EvaluatedModel::State::Done;
        model->result = std::shared_ptr<const Evaluation>(measured, &measured->evaluation);
    }
    Q_EMIT modelsChanged();
    next();
}

void EvaluationList::fail(const QString& text)
{
    if (EvaluatedModel* model = find(std::exchange(running_, {}))) {
        model->state = EvaluatedModel::State::Failed;
        model->trouble = text;
    }
    Q_EMIT modelsChanged();
    next();
}

std::optional<PairedDifference> EvaluationList::differenceToFirst(std::size_t i)
{
    if (i == 0 || i >= models_.size() || !models_[0].result || !models_[i].result) return std::nullopt;
    const auto [known, isNew] = differences_.try_emplace({models_[0].key, models_[i].key});
    if (isNew) known->second = differenceOf(*models_[0].result, *models_[i].result);
    return known->second;
}

}  // namespace sonoglyph
