// Zeroing curves of several models and orders, measured one after another in the background (the paper's figure 8). GUI thread only.
#pragma once

#include <memory>
#include <vector>

#include <QString>

#include "core/session/engine.h"
#include "ui/logic/study_job.h"

namespace sonoglyph {

struct StudiedZeroing {
    QString key;    ///< of the model, for Engine::zeroingCurve()
    QString title;  ///< of the model, for people
    ZeroOrder order = ZeroOrder::Random;
    std::shared_ptr<const ZeroingCurve> curve;  ///< null until it is measured
};

class ZeroingStudy : public StudyJob {
    Q_OBJECT
public:
    using StudyJob::StudyJob;

    /// Measures what is not there yet; `repeats` of random orders. `folder` of the data; empty: each model's own.
    void measure(Engine& engine, const std::vector<StudiedZeroing>& wanted, const QString& folder, int repeats);
    /// Those that were wanted last, in their order, measured or not.
    const std::vector<StudiedZeroing>& curves() const { return wanted_; }
    /// How many are still to come.
    int waiting() const;
    /// All together.
    double seconds() const;

private:
    void next();

    Engine* engine_ = nullptr;
    QString folder_;
    int repeats_ = 20;
    std::vector<StudiedZeroing> wanted_, known_;
};

}  // namespace sonoglyph
