// The folder of a reproduction of the paper, and what is read back from it.
//
//     reproduction.json            what was asked for, and how large the data sets are
//     lenet5.safetensors           the judge
//     runs/NAME/                   a training run (core/train/run_folder.h)
//     results/lenet5.json          how the judge reads MNIST test
//     results/NAME.json            what was measured of a run: evaluation, zeroing curves
//     pictures/NAME-learned.png    two rows: real images of training pairs, what the model draws for them
//     pictures/NAME-held-out.png   the same of held-out pairs
//     pictures/NAME-archetypes.png three rows of ten digits: mean training image, mean drawn image, nearest training image
//     tables/, figures/, report.html   made from all that, anew after every run
// Every file is replaced whole. Any thread.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/latent/zeroing_curve.h"
#include "core/report/reproduction_plan.h"
#include "core/session/engine.h"
#include "core/session/evaluation_details.h"

namespace sonoglyph {

/// What is known of a data set, with its random split.
struct DataFacts {
    std::int64_t recordings = 0, speakers = 0;
    std::int64_t trainPairs = 0, testPairs = 0;
};

struct RunResults {
    std::string name;
    RunConfig config;
    int epoch = 0;
    std::int64_t step = 0;
    Evaluation evaluation;  ///< with details, without pictures
    std::vector<ZeroingCurve> zeroing;
};

struct Reproduction {
    std::string version;  ///< of the program that measured
    std::string epochs;   ///< EpochPlan::text()
    std::map<std::string, DataFacts> data;
    std::optional<LenetReport> lenet;
    std::vector<RunResults> runs;  ///< those that are measured, in the order of the plan
    std::vector<std::string> planned;

    /// Runs of that kind with the paper's split, by seed.
    std::vector<const RunResults*> find(const std::string& set, ModelKind model, double alpha, const std::string& split = "random") const;
};

inline constexpr int pictureSide = 28;  ///< of a cell in pictures/, pixels; cells touch

Result<void> writeReproduction(const std::filesystem::path& folder, const Reproduction& reproduction);
Result<void> writeLenetResult(const std::filesystem::path& folder, const LenetReport& report);
/// With its pictures.
Result<void> writeRunResults(const std::filesystem::path& folder, const RunResults& results);

/// Errors: NotFound (no reproduction there), Unreadable, Corrupt (names the file), NewerFormat. Runs that are not measured yet are left
/// out.
Result<Reproduction> readReproduction(const std::filesystem::path& folder);
/// Errors: as above.
Result<RunResults> readRunResults(const std::filesystem::path& folder, const std::string& name);

}  // namespace sonoglyph
