// The model that a figure was made with, found again by its fingerprint: among the built-in ones, the checkpoints of the runs, and the
// files that were opened last. GUI thread only; files are read on a worker thread.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include "core/session/engine.h"
#include "ui/logic/study_job.h"

namespace sonoglyph {

/// What a figure tells of a model, without a path of this machine.
QJsonObject modelTrace(const ModelInfo& model, const QString& runsFolder);

class ModelFinder : public StudyJob {
    Q_OBJECT
public:
    using StudyJob::StudyJob;

    /// `trace` as modelTrace() gives it, or anything else: then nothing follows. `files`: model files that were opened before. Answered by
    /// one of the signals.
    void find(const QJsonObject& trace, Engine& engine, const QString& runsFolder, const QStringList& files);

Q_SIGNALS:
    /// For DecoderController::loadModel(). `same`: it has the weights that it had; else it is only called so.
    void found(const QString& key, bool same);
    void missing(const QString& name);
};

}  // namespace sonoglyph
