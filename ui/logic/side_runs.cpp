#include "ui/logic/side_runs.h"

#include <algorithm>
#include <utility>

#include "core/base/child_process.h"
#include "core/train/run_folder.h"
#include "ui/logic/cli_program.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace fs = std::filesystem;

namespace {

/// Blocks. Empty where the run finished or was stopped.
QString train(const RunConfig& config, const fs::path& folder, const fs::path& program, const std::stop_token& stop)
{
    // Let go of at once: the other program takes it up at step 0.
    if (const auto made = RunFolder::create(folder, config); !made) return toText(made.error());
    std::string last;
    const auto end =
        runChild({{program.string(), "train", "--resume", folder.string()}, {}, [&](const std::string& line) { last = line; }}, stop);
    if (!end) return toText(end.error());
    if (stop.stop_requested() || (end->signal == 0 && (end->status == 0 || end->status == cliStopped))) return {};
    if (end->signal != 0) return SideRuns::tr("The program that trained it was ended by signal %1.").arg(end->signal);
    return cliSentence(last);
}

}  // namespace

SideRuns::SideRuns(const fs::path& program, QObject* parent) : QObject(parent), program_(program)
{
    if (program_.empty()) program_ = cliProgram();
}

SideRuns::~SideRuns()
{
    for (const auto& run : runs_) run->thread.request_stop();  // all at once, before the first is waited for
}

void SideRuns::start(const RunConfig& config, const fs::path& folder)
{
    auto run = std::make_unique<Run>();
    run->folder = folder;
    run->thread = std::jthread([this, config, folder, program = program_](const std::stop_token& stop) {
        const QString reason = train(config, folder, program, stop);
        QMetaObject::invokeMethod(
            this, [this, folder, reason] { take(folder, reason); }, Qt::QueuedConnection);
    });
    runs_.push_back(std::move(run));
    Q_EMIT changed();
}

void SideRuns::stop(const fs::path& folder)
{
    Run* run = find(folder);
    if (!run || std::exchange(run->stopping, true)) return;
    run->thread.request_stop();
    Q_EMIT changed();
}

SideRuns::Run* SideRuns::find(const fs::path& folder) const
{
    const auto at = std::find_if(runs_.begin(), runs_.end(), [&](const auto& run) { return run->folder == folder; });
    return at == runs_.end() ? nullptr : at->get();
}

bool SideRuns::holds(const fs::path& folder) const { return find(folder) != nullptr; }

bool SideRuns::stopping(const fs::path& folder) const
{
    const Run* run = find(folder);
    return run && run->stopping;
}

void SideRuns::take(const fs::path& folder, const QString& reason)
{
    std::erase_if(runs_, [&](const auto& run) { return run->folder == folder; });
    Q_EMIT changed();
    Q_EMIT ended(QString::fromStdString(folder.string()), reason);
}

}  // namespace sonoglyph
