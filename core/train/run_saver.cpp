#include "core/train/run_saver.h"

#include <algorithm>

#include "core/base/png.h"
#include "core/train/run_history.h"

namespace sonoglyph {

namespace {

using Clock = std::chrono::steady_clock;

/// A run that could not be saved tries again after this time at the latest.
constexpr double retrySeconds = 60;

}  // namespace

RunSaver::RunSaver(const SavedRun& what, MetricsCsvWriter rows, RunChanges changes, Tell tell)
    : what_(what), rows_(std::move(rows)), changes_(std::move(changes)), tell_(std::move(tell)), saved_(what.at), attempted_(Clock::now())
{
    if (const auto best = what_.run.best(); best)
        if (const auto progress = what_.run.progressAt(*best); progress) bestAccuracy_ = progress->accuracy;
    writer_.emplace(what_.learner.state(), [this](const CheckpointOrder& order, const TensorDict& state) { return put(order, state); });
}

RunSaver::~RunSaver() = default;

void RunSaver::add(const RunChange& change)
{
    if (change.step > lastAdded_) changes_.forgetFrom(change.step);
    lastAdded_ = change.step;
    changes_.add(change);
    changesWait_ = true;
    if (auto written = writeChanges(); !written) trouble(written.error());
}

Result<void> RunSaver::writeChanges()
{
    if (!changesWait_) return {};
    auto written = changes_.write(what_.run.changesFile());
    changesWait_ = !written;
    return written;
}

bool RunSaver::isSaved() const { return what_.at.step == saved_.step && what_.at.evaluatedStep == saved_.evaluatedStep; }

bool RunSaver::due() const
{
    const double every = 60 * what_.config.checkpointMinutes;
    const double wait = !trouble_ ? every : every > 0 ? std::min(every, retrySeconds) : retrySeconds;
    if (wait <= 0 || isSaved() || writer_->busy()) return false;
    return std::chrono::duration<double>(Clock::now() - attempted_).count() >= wait;
}

Result<void> RunSaver::save(std::optional<EpochPreview> preview)
{
    const TrainPosition& at = what_.at;
    const bool epoch = at.evaluatedStep == at.step && at.step % what_.stepsPerEpoch == 0;
    return submit(epoch ? what_.run.epochCheckpoint(at.epoch) : what_.run.stepCheckpoint(at.step), std::move(preview));
}

Result<void> RunSaver::submit(const std::filesystem::path& file, std::optional<EpochPreview> preview)
{
    attempted_ = Clock::now();
    if (auto done = ready(); !done) {
        trouble(done.error());
        return done;
    }
    writer_->submit({file, what_.at, std::move(preview), what_.learner.reference(what_.compared)}, what_.learner.state());
    return {};
}

Result<void> RunSaver::ready()
{
    if (trouble_ && !writer_->busy()) {
        if (auto back = what_.run.putBack(); !back) return back;
        if (auto back = rows_.putBack(); !back) return back;
        changesWait_ = !changes_.rows().empty();
    }
    if (auto written = writeChanges(); !written) return written;
    return rows_.flush();
}

/// On the writer's thread. `latest` comes last: before that the checkpoint does not count.
Result<void> RunSaver::put(const CheckpointOrder& order, const TensorDict& state)
{
    RunFolder& run = what_.run;
    if (auto synced = rows_.sync(); !synced) return synced;
    TensorDict tensors = state;
    tensors.insert(order.reference.begin(), order.reference.end());
    if (auto written = writeCheckpoint(order.file, what_.config, tensors, order.position); !written) return written;
    const bool epoch = order.file == run.epochCheckpoint(order.position.epoch);
    if (epoch && (order.position.accuracy > bestAccuracy_ || !run.best())) {
        if (auto set = run.setBest(order.file); !set) return set;
        bestAccuracy_ = order.position.accuracy;
    }
    if (auto set = run.setLatest(order.file); !set) return set;
    run.removeOldCheckpoints();
    if (epoch && what_.learner.draws() && isHistoryEpoch(order.position.epoch))
        if (auto kept = writeHistory(historyFile(run.folder(), order.position.epoch), what_.config, state, order.position); !kept)
            return kept;
    return order.preview ? writePng(run.preview(order.preview->epoch), order.preview->image) : Result<void>();
}

Result<void> RunSaver::heed()
{
    Result<void> last;
    for (auto& [position, result] : writer_->takeOutcomes()) {
        last = std::move(result);
        if (!last) {
            trouble(last.error());
            continue;
        }
        saved_ = position;
        if (std::exchange(trouble_, false))
            tell_(TrainNotice::Severity::Info, {SONOGLYPH_TEXT("core", "The run can be saved again: all up to step %1 is on the disk."),
                                                {std::to_string(position.step)}});
    }
    return last;
}

Result<void> RunSaver::keep()
{
    wait();
    Result<void> result = heed();
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (what_.at.step == 0 || (isSaved() && what_.run.latest().ok())) return {};
        result = save();
        if (!result) continue;
        wait();
        result = heed();
    }
    return result;
}

Result<std::filesystem::path> RunSaver::snapshot()
{
    wait();  // of two checkpoints that wait for the disk only the newer one is written
    (void)heed().ok();
    const auto file = what_.run.snapshot(what_.at.step);
    if (auto submitted = submit(file, {}); !submitted) return submitted.error();
    wait();
    if (auto written = heed(); !written) return written.error();
    return file;
}

/// Said once until writing works again.
void RunSaver::trouble(const Error& error)
{
    if (std::exchange(trouble_, true)) return;
    attempted_ = Clock::now();
    tell_(TrainNotice::Severity::Problem,
          {SONOGLYPH_TEXT("core", "The run goes on in memory, but could not be saved at step %1: %2 It is tried again every minute."),
           {std::to_string(what_.at.step), english(error)}});
}

}  // namespace sonoglyph
