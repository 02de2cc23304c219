// Whether a run is well: reads the numbers of its steps and epochs and says in plain words what has gone wrong, with the step at which it
// began. Knows no LibTorch, computes nothing itself.
//
// What is recognised, and from where on:
//   divergence        a loss or a gradient that is no finite number. The run ends there (finite() says which and where).
//   exploding         the length of a gradient above 100 times its usual value, through 10 steps in a row. Usual is the geometric mean over
//                     about the last 50 steps, once 100 have been seen: a single wild batch is none, and neither is a slow growth.
//   collapse          no active dimension through 50 steps in a row, and over them a reconstruction that is on average no better than 3 %
//                     below that of the mean image. A batch's reconstruction alone varies by more than that.
//   discriminator     D(real) above 0.95 and D(drawn) below 0.05 through 100 steps in a row: the saturating term then keeps less than a
//                     twentieth of its gradient, and 100 steps are longer than a batch's luck.
//   mode collapse     at an epoch, a diversity within the classes of less than half the highest so far.
// Each is said once, and again only after it was over: for as many steps as it takes to be recognised, or for an epoch.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/session/training.h"

namespace sonoglyph {

/// A condition that must hold through many steps in a row.
struct Streak {
    std::int64_t on = 0, off = 0;  ///< steps in a row
    bool said = false;

    /// True in the step in which it has held `enough` times for the first time since it was said last and then over.
    bool add(bool holds, std::int64_t enough);
    bool operator==(const Streak&) const = default;
};

/// Everything that decides what will be said.
struct HealthState {
    struct Gradient {
        double logMean = 0;  ///< natural logarithm of the usual length
        std::int64_t seen = 0;
        Streak exploding;
        bool operator==(const Gradient&) const = default;
    };
    std::array<Gradient, 2> gradients;  ///< generator (or the only network), discriminator
    Streak collapsed, won, alike;
    double inactiveReconstruction = 0;  ///< sum over the steps in a row without an active dimension
    double bestDiversity = 0;
    int bestDiversityEpoch = 0;

    bool operator==(const HealthState&) const = default;
};

nlohmann::json toJson(const HealthState& state);
/// What toJson() wrote; none where it is not that.
std::optional<HealthState> healthFromJson(const nlohmann::json& json);

/// Not thread-safe.
class Health {
public:
    /// `meanImageNats`: the reconstruction loss of the image that suits all pairs best.
    explicit Health(double meanImageNats, HealthState state = {}) : meanImageNats_(meanImageNats), state_(state) {}

    /// What is no finite number in this step, as a sentence for people; none where all is well.
    static std::optional<Message> divergence(const StepMetrics& m);
    /// The same of an evaluation: the update of a step that was well itself can ruin the weights.
    static std::optional<Message> divergence(const EpochMetrics& m);

    /// In the order of the run; steps without a divergence.
    std::vector<TrainNotice> add(const StepMetrics& m);
    std::vector<TrainNotice> add(const EpochMetrics& m);
    /// The objective is another from the next step on: how long its gradient usually is has to be seen anew.
    void forgetUsualGradients() { state_.gradients = {}; }

    const HealthState& state() const { return state_; }

private:
    double meanImageNats_;
    HealthState state_;
};

}  // namespace sonoglyph
