// Works through a reproduction of the paper's section 5.2: trains, evaluates, zeroes, writes results as they come. What is done is passed
// over, so that a reproduction that was stopped, or killed, goes on where it was.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/report/reproduction_plan.h"
#include "core/session/engine.h"

namespace sonoglyph {

struct ReproductionProgress {
    enum class Stage { Preparing, Training, Evaluating, Zeroing, Done, Failed };
    std::string item;  ///< a run's name, or lenet5; empty while data are prepared
    Stage stage = Stage::Preparing;
    double fraction = 0;                  ///< of this stage
    int done = 0, items = 0;              ///< items that are finished, of all that were asked for
    std::optional<double> secondsLeft{};  ///< of all training; none before a step was seen
    Message trouble{};                    ///< of Failed
};

/// Called on threads of the reproduction, one call at a time; cheap, must not throw.
using ReproductionListener = std::function<void(const ReproductionProgress&)>;

struct ReproductionRequest {
    ReproductionConfig config;
    std::filesystem::path out;
    std::vector<std::string> only;  ///< items whose name begins with one of these; empty: all
    std::filesystem::path lenet;    ///< another LeNet-5 instead of training one
    std::string version;            ///< of the program
};

/// Blocks the calling thread. An item that fails does not stop the others; gives those that did. After every item reproduction.json and
/// results/ are whole. Errors: those of the plan, of the data sets and of writing; Incompatible (a folder that holds something else), Busy
/// (another program works in it), Cancelled.
Result<std::vector<ReproductionProgress>> reproduce(Engine& engine, const ReproductionRequest& request,
                                                    const ReproductionListener& listener, const std::stop_token& stop);

}  // namespace sonoglyph
