// A training step as a chain of stages with a sentence each: what Slow motion shows of a StepTrace. GUI thread only.
#pragma once

#include <QList>
#include <QString>

#include "core/session/step_trace.h"
#include "ui/widgets/step_flow.h"

namespace sonoglyph {

struct StoryStage {
    FlowStage stage;
    QString sentence;  ///< what happens there, with its numbers
};

/// Eight stages; where there is no discriminator, the one about it says why.
QList<StoryStage> stepStory(const StepTrace& trace);

}  // namespace sonoglyph
