// What a training run tells, carried from its thread to the GUI thread without either waiting for the other.
//
// Numbers, notices and the plan are all kept, in the order in which they were told; of previews and of preparation progress only the newest
// survives. The TrainObserver functions are called on the training thread, everything else on the GUI thread. One observer serves one run.
#pragma once

#include <functional>
#include <optional>
#include <tuple>
#include <variant>
#include <vector>

#include "core/base/mailbox.h"
#include "core/session/training.h"

namespace sonoglyph {

struct TrainPreparation {
    Message phase;
    double fraction = 0;
};

/// Nothing is trained any more until somebody asks for it.
struct TrainPaused {
    std::int64_t step = 0;
};

using TrainEvent = std::variant<TrainPlan, StepMetrics, EpochMetrics, TrainNotice, RunChange, TrainPaused>;

struct TrainMail {
    std::optional<TrainPreparation> preparation;
    std::vector<TrainEvent> events;
    std::optional<TrainPreview> preview;
};

class TrainingObserver final : public TrainObserver {
public:
    using End = std::function<void(const Result<TrainSummary>&)>;

    /// `end` is called on the training thread, once, after everything else is in the mailbox.
    explicit TrainingObserver(End end);

    /// Everything that came since the last call.
    TrainMail drain();

    void onPreparing(const Message& phase, double fraction) override;
    void onPlan(const TrainPlan& plan) override;
    void onStep(const StepMetrics& metrics) override;
    void onEpoch(const EpochMetrics& metrics) override;
    void onPreview(const TrainPreview& preview) override;
    void onNotice(const TrainNotice& notice) override;
    void onChange(const RunChange& change) override;
    void onPaused(std::int64_t step) override;
    void onFinished(const Result<TrainSummary>& result) override;

private:
    Mailbox<TrainEvent, TrainPreview> told_;
    Mailbox<std::monostate, TrainPreparation> preparing_;
    End end_;
};

}  // namespace sonoglyph
