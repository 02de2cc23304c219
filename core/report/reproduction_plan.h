// What has to be trained and measured to reproduce the paper's section 5.2, as a list. Reads no data, trains nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/train/run_config.h"

namespace sonoglyph {

/// How often every pair is seen: "100", or for a machine with less time "1,scd=10,fsdd/aivae=3,lenet=5": a number for all, then exceptions
/// for a data set, a model, a model on a data set, or for everything with another than the random split ("splits=2"); the last that fits
/// holds.
class EpochPlan {
public:
    EpochPlan() = default;
    /// Errors: BadOption (says which part is wrong).
    static Result<EpochPlan> parse(const std::string& text);

    /// `model`: aivae, aivaegan, classifier or lenet; `set`: fsdd, scd, or empty for lenet.
    int of(const std::string& model, const std::string& set, bool otherSplit = false) const;
    std::string text() const;

private:
    std::vector<std::pair<std::string, int>> rules_{{"", 100}};
};

struct ReproductionConfig {
    std::filesystem::path data;  ///< holds mnist/, fsdd/recordings/, scd/
    std::vector<std::string> sets{"fsdd", "scd"};
    std::vector<double> alphas{0.2, 0.5, 1, 2};
    std::vector<std::uint64_t> seeds{1};
    EpochPlan epochs;
    bool splits = true;  ///< also the official split and every speaker of FSDD left out in turn, with AIVAE
    int repeats = 20;    ///< random orders of the zeroing curve
    std::string device = "cpu";
    int threads = 0;  ///< 0: as many as there are cores
};

/// One training with everything that is measured of it.
struct PlannedRun {
    std::string name;  ///< of its folder and files, e.g. fsdd-aivaegan-0.5-seed-1
    RunConfig config;
    bool zeroing = false;  ///< figure 8: with the paper's split, AIVAE
};

/// In the order they are worked off: for each data set the classifier (the ceiling), AIVAE, AIVAEGAN for every alpha; the other splits
/// come last. The KL weight rises over half the steps, at most 2,000 (README, notes on reproduction): `pairsOf(set)` tells how many pairs
/// its random split trains on. Errors: BadOption (no data set, a value twice or out of range).
Result<std::vector<PlannedRun>> planReproduction(const ReproductionConfig& config,
                                                 const std::vector<std::pair<std::string, std::size_t>>& pairs);

/// Whether a run that is there already is the planned one: everything that changes its result is equal. Where the data lie, the number of
/// threads, the device and how often it is looked at may differ.
bool sameTraining(const RunConfig& a, const RunConfig& b);

/// How long a step of each model takes, AIVAE's being 1: measured on two cores (`sonoglyph-cli bench train`). For the time that is left
/// before the program has seen a step of that model.
double relativeStepCost(ModelKind model);

}  // namespace sonoglyph
