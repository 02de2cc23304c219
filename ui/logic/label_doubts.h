// Possible label errors of a data set, found by a model that reads every recording. GUI thread only.
#pragma once

#include <memory>
#include <vector>

#include "core/data/recordings.h"
#include "core/session/doubtful_labels.h"
#include "ui/logic/study_job.h"

namespace sonoglyph {

class EngineLoader;
class Settings;

/// What was found, and who read.
struct LabelDoubtList {
    QString model;
    bool classifier = false;
    std::vector<DoubtfulLabel> doubts;  ///< the surest first
};

class LabelDoubts : public StudyJob {
    Q_OBJECT
public:
    /// Both must outlive it.
    LabelDoubts(EngineLoader& engine, Settings& settings, QObject* parent = nullptr);

    bool possible() const;
    /// The newest run of a classifier that knows the labels reads (the best judge: it hears and draws nothing); without one, for digits,
    /// the built-in model of many voices. Answered by changed() or failed().
    void find(const RecordingSet& set);
    /// Of another data set nothing is known.
    void forget();
    /// Null until something was found out.
    const std::shared_ptr<const LabelDoubtList>& found() const { return found_; }

private:
    EngineLoader& engine_;
    Settings& settings_;
    std::shared_ptr<const LabelDoubtList> found_;
};

}  // namespace sonoglyph
