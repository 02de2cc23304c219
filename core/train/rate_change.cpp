#include "core/train/rate_change.h"

#include "core/train/run_changes.h"
#include "core/train/run_folder.h"

namespace sonoglyph {

namespace {

/// 0 where there is no checkpoint yet.
Result<std::int64_t> stepsDone(const RunFolder& run)
{
    const auto latest = run.latest();
    if (!latest) return std::int64_t(0);
    const auto progress = run.progressAt(*latest);
    if (!progress) return progress.error();
    return progress->step;
}

}  // namespace

Result<double> learningRateOf(const std::filesystem::path& folder)
{
    const auto run = RunFolder::openForReading(folder);
    if (!run) return run.error();
    const auto changes = RunChanges::read(run->changesFile());
    if (!changes) return changes.error();
    const auto step = stepsDone(*run);
    if (!step) return step.error();
    return changes->configAt(run->config(), *step + 1).effectiveLearningRate();
}

Result<void> changeLearningRate(const std::filesystem::path& folder, double rate)
{
    auto run = RunFolder::openForWriting(folder);
    if (!run) return run.error();
    RunConfig config = run->config();
    config.learningRate = rate;
    if (const auto wrong = validate(config); !wrong.empty()) return Error{Errc::BadOption, wrong.front().message};
    auto changes = RunChanges::read(run->changesFile());
    if (!changes) return changes.error();
    const auto step = stepsDone(*run);
    if (!step) return step.error();
    changes->forgetFrom(*step + 1);
    changes->add({*step + 1, RunChange::Field::LearningRate, rate});
    return changes->write(run->changesFile());
}

}  // namespace sonoglyph
