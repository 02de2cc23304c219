// Trains a LeNet-5 on the images of an own data set, so that what models draw on it can be read. GUI thread only.
#pragma once

#include "core/session/engine.h"
#include "ui/logic/study_job.h"

namespace sonoglyph {

class EngineLoader;

class JudgeTraining : public StudyJob {
    Q_OBJECT
public:
    /// `engine` must outlive it.
    explicit JudgeTraining(EngineLoader& engine, QObject* parent = nullptr);

    /// The core is loaded.
    bool possible() const;
    /// `folder`: the data folder. One at a time: another one takes the place of what is under way.
    void train(const QString& folder, const QString& dataset);
    /// What is trained on, or was last.
    QString dataset() const { return dataset_; }
    /// How it reads the test images; null until it is trained.
    const std::shared_ptr<const LenetReport>& report() const { return report_; }

private:
    EngineLoader& engine_;
    QString dataset_;
    std::shared_ptr<const LenetReport> report_;
};

}  // namespace sonoglyph
