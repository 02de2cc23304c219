// Has all recordings of a data set heard by a model; what was mapped last is kept. GUI thread only.
#pragma once

#include "core/session/engine.h"
#include "ui/logic/study_job.h"

namespace sonoglyph {

class CodeMapper : public StudyJob {
    Q_OBJECT
public:
    using StudyJob::StudyJob;

    void map(Engine& engine, const MapRequest& request);
    /// The map too.
    void forget();
    /// Null until there is one.
    const std::shared_ptr<const LatentMap>& result() const { return map_; }

private:
    std::shared_ptr<const LatentMap> map_;
};

}  // namespace sonoglyph
