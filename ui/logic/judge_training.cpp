#include "ui/logic/judge_training.h"

#include "ui/logic/engine_loader.h"

namespace sonoglyph {

JudgeTraining::JudgeTraining(EngineLoader& engine, QObject* parent) : StudyJob(parent), engine_(engine)
{
    connect(&engine_, &EngineLoader::ready, this, &StudyJob::changed);
}

bool JudgeTraining::possible() const { return engine_.engine() != nullptr; }

void JudgeTraining::train(const QString& folder, const QString& dataset)
{
    Engine* engine = engine_.engine();
    if (!engine) return;
    dataset_ = dataset;
    report_.reset();
    LenetRequest request;
    request.folder = folder.toStdString();
    request.dataset = dataset.toStdString();
    start<LenetReport>([engine, request](const Progress& progress,
                                         std::stop_token stop) { return engine->trainLenet(request, progress, std::move(stop)); },
                       [this](const std::shared_ptr<const LenetReport>& report) {
                           report_ = report;
                           Q_EMIT changed();
                       });
}

}  // namespace sonoglyph
