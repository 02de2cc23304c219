// Measures how well the images of a model are read while k features are zero: the paper's figure 8, small enough to wait for. What was
// measured is kept, a curve for each order and for means and samples. GUI thread only.
#pragma once

#include <map>
#include <utility>

#include "core/session/engine.h"
#include "ui/logic/study_job.h"

namespace sonoglyph {

class ZeroingMeter : public StudyJob {
    Q_OBJECT
public:
    using StudyJob::StudyJob;

    /// `data`: the model and where its data lie.
    void measure(Engine& engine, const MapRequest& data, ZeroOrder order, bool samples);
    /// All curves.
    void forget();
    /// Null where it was not measured.
    std::shared_ptr<const ZeroingCurve> curve(ZeroOrder order, bool samples) const;

private:
    std::map<std::pair<ZeroOrder, bool>, std::shared_ptr<const ZeroingCurve>> curves_;
};

}  // namespace sonoglyph
