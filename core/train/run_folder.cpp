#include "core/train/run_folder.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <ctime>
#include <fcntl.h>
#include <tuple>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/safetensors.h"
#include "core/base/user_folders.h"
#include "core/train/sweep.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

constexpr const char* configName = "config.json";
constexpr const char* lockName = "lock";
constexpr const char* divergedName = "diverged";
constexpr const char* checkpointsName = "checkpoints";
constexpr const char* previewsName = "previews";
constexpr std::string_view checkpointSuffix = ".safetensors";

std::string padded(std::int64_t number, std::size_t width)
{
    std::string digits = std::to_string(number);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return digits;
}

/// The number in PREFIXnumber.safetensors.
std::optional<std::int64_t> numberIn(std::string_view name, std::string_view prefix)
{
    if (!name.starts_with(prefix) || !name.ends_with(checkpointSuffix)) return std::nullopt;
    name.remove_prefix(prefix.size());
    name.remove_suffix(checkpointSuffix.size());
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (failed != std::errc() || end != name.data() + name.size() || number < 1) return std::nullopt;
    return number;
}

std::optional<CheckpointFile> parseCheckpoint(const fs::path& file)
{
    const std::string name = file.filename().string();
    if (const auto epoch = numberIn(name, "epoch-")) return CheckpointFile{file, int(*epoch), 0};
    if (const auto step = numberIn(name, "step-")) return CheckpointFile{file, 0, *step};
    if (const auto step = numberIn(name, "snapshot-")) return CheckpointFile{file, 0, *step, true};
    return std::nullopt;
}

Result<RunConfig> readConfig(const fs::path& folder)
{
    const fs::path file = folder / configName;
    std::error_code ignored;
    if (!fs::exists(file, ignored))
        return Error{
            Errc::NotFound,
            {SONOGLYPH_TEXT("core", "There is no run in %1: config.json is missing. Choose the folder of a run."), {folder.string()}},
            {}};
    const auto text = readTextFile(file, 1 << 20);
    if (!text) return text.error();
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    if (json.is_discarded()) return Error{Errc::Corrupt, {SONOGLYPH_TEXT("core", "%1 is damaged: it is not JSON."), {file.string()}}, {}};
    auto config = runConfigFromJson(json);
    if (!config)
        return Error{Errc::Corrupt, {SONOGLYPH_TEXT("core", "%1 cannot be used: %2"), {file.string(), english(config.error())}}, {}};
    return config;
}

/// Nothing but what a start that failed or was killed may have left.
bool isAsGoodAsEmpty(const fs::path& folder)
{
    std::error_code ignored;
    for (fs::directory_iterator it(folder, ignored), end; it != end; it.increment(ignored)) {
        const bool emptyFolder = it->is_directory(ignored) && fs::is_empty(it->path(), ignored);
        if (it->path().filename() != lockName && !emptyFolder && !isStaleTemporary(it->path())) return false;
    }
    return true;
}

Error notEmpty(const fs::path& folder)
{
    return {Errc::Unwritable,
            {SONOGLYPH_TEXT("core", "%1 is not empty. Choose a new folder for the run, or resume the run in it."), {folder.string()}},
            {}};
}

std::string now()
{
    const std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace

Result<RunFolder> RunFolder::create(const fs::path& folder, const RunConfig& config)
{
    std::error_code ignored;
    if (fs::is_directory(folder, ignored) ? !isAsGoodAsEmpty(folder) : fs::exists(folder, ignored)) return notEmpty(folder);
    if (auto made = makeFolder(folder); !made) return made.error();
    auto lock = FileLock::acquire(folder / lockName);
    if (!lock) return lock.error();
    if (!isAsGoodAsEmpty(folder)) return notEmpty(folder);  // another program was quicker
    removeStaleTemporaries(folder);
    RunFolder run(folder);
    run.lock_ = std::move(*lock);
    for (const char* name : {checkpointsName, previewsName}) {
        if (auto made = makeFolder(folder / name); !made) return made.error();
    }
    if (auto written = run.writeConfig(config); !written) return written.error();
    return run;
}

Result<RunFolder> RunFolder::openForWriting(const fs::path& folder)
{
    auto run = openForReading(folder);
    if (!run) return run;
    auto lock = FileLock::acquire(folder / lockName);
    if (!lock) return lock.error();
    run->lock_ = std::move(*lock);
    for (const char* name : {checkpointsName, previewsName}) {
        if (auto made = makeFolder(folder / name); !made) return made.error();
        removeStaleTemporaries(folder / name);
    }
    removeStaleTemporaries(folder);
    std::error_code ignored;
    fs::remove(folder / divergedName, ignored);
    return run;
}

Result<RunFolder> RunFolder::openForReading(const fs::path& folder)
{
    auto config = readConfig(folder);
    if (!config) return config.error();
    RunFolder run(folder);
    run.config_ = std::move(*config);
    return run;
}

fs::path RunFolder::epochCheckpoint(int epoch) const
{
    return folder_ / checkpointsName / ("epoch-" + padded(epoch, 4) + std::string(checkpointSuffix));
}

fs::path RunFolder::stepCheckpoint(std::int64_t step) const
{
    return folder_ / checkpointsName / ("step-" + padded(step, 8) + std::string(checkpointSuffix));
}

fs::path RunFolder::snapshot(std::int64_t step) const
{
    return folder_ / checkpointsName / ("snapshot-" + padded(step, 8) + std::string(checkpointSuffix));
}

fs::path RunFolder::preview(int epoch) const { return folder_ / previewsName / ("epoch-" + padded(epoch, 4) + ".png"); }

std::vector<CheckpointFile> RunFolder::checkpoints() const
{
    std::vector<CheckpointFile> files;
    std::error_code ignored;
    for (fs::directory_iterator it(folder_ / checkpointsName, ignored), end; it != end; it.increment(ignored)) {
        if (auto checkpoint = parseCheckpoint(it->path())) files.push_back(std::move(*checkpoint));
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.epoch == 0, a.epoch, a.step) < std::tuple(b.epoch == 0, b.epoch, b.step);
    });
    return files;
}

Result<fs::path> RunFolder::pointed(const char* name) const
{
    auto text = readTextFile(folder_ / name, 4096);
    if (!text) {
        if (text.error().code != Errc::NotFound) return text.error();
        return Error{Errc::NotFound, {SONOGLYPH_TEXT("core", "The run in %1 has no checkpoint yet."), {folder_.string()}}, name};
    }
    while (!text->empty() && (text->back() == '\n' || text->back() == '\r')) text->pop_back();
    const fs::path relative(*text);
    if (relative.parent_path() != checkpointsName || !parseCheckpoint(relative))
        return Error{Errc::Corrupt, {SONOGLYPH_TEXT("core", "%1 does not name a checkpoint."), {(folder_ / name).string()}}, *text};
    std::error_code ignored;
    if (!fs::exists(folder_ / relative, ignored))
        return Error{Errc::NotFound, {SONOGLYPH_TEXT("core", "%1 is not there."), {(folder_ / relative).string()}}, name};
    return folder_ / relative;
}

Result<fs::path> RunFolder::latest() const { return pointed("latest"); }

Result<fs::path> RunFolder::best() const { return pointed("best"); }

std::optional<std::string> RunFolder::diverged() const
{
    auto text = readTextFile(folder_ / divergedName, 4096);
    if (!text) return std::nullopt;
    while (!text->empty() && text->back() == '\n') text->pop_back();
    return *text;
}

Result<void> RunFolder::setDiverged(const std::string& why) const { return replaceFile(folder_ / divergedName, why + "\n"); }

Result<void> RunFolder::writeConfig(const RunConfig& config)
{
    if (auto written = replaceFile(folder_ / configName, toJson(config).dump(2) + "\n"); !written) return written;
    config_ = config;
    return {};
}

Result<void> RunFolder::point(const char* name, const fs::path& checkpoint) const
{
    return replaceFile(folder_ / name, (fs::path(checkpointsName) / checkpoint.filename()).generic_string() + "\n");
}

Result<void> RunFolder::setLatest(const fs::path& checkpoint) const { return point("latest", checkpoint); }

Result<void> RunFolder::setBest(const fs::path& checkpoint) const { return point("best", checkpoint); }

Result<RunProgress> RunFolder::progressAt(const fs::path& checkpoint) const
{
    auto header = readSafetensorsHeader(checkpoint);
    if (!header) return header.error();
    try {
        const auto own = nlohmann::json::parse(header->metadata["sonoglyph"]);
        RunProgress p;
        p.epoch = own.at("progress").at("epoch").get<int>();
        p.step = own.at("progress").at("step").get<std::int64_t>();
        if (const auto measured = own.find("measured"); measured != own.end()) p.accuracy = measured->at("accuracy").get<double>();
        const bool last = p.epoch >= config_.epochs || (config_.maxSteps > 0 && p.step >= config_.maxSteps);
        p.finished = last && own.at("extra").at("evaluated_step").get<std::int64_t>() == p.step;
        return p;
    } catch (const nlohmann::json::exception& fault) {
        return Error{
            Errc::Corrupt, {SONOGLYPH_TEXT("core", "%1 is damaged: it is no checkpoint of a run."), {checkpoint.string()}}, fault.what()};
    }
}

void RunFolder::removeOldCheckpoints() const
{
    constexpr int epochsKept = 3;
    const auto all = checkpoints();
    int newest = 0;
    for (const CheckpointFile& c : all) newest = std::max(newest, c.epoch);
    const auto bestFile = best(), latestFile = latest();
    for (const CheckpointFile& c : all) {
        const bool recent = c.epoch > 0 && c.epoch > newest - epochsKept;
        if (recent || c.snapshot || (bestFile && c.file == *bestFile) || (latestFile && c.file == *latestFile)) continue;
        std::error_code ignored;
        fs::remove(c.file, ignored);
    }
}

Result<void> RunFolder::putBack()
{
    std::error_code ignored;
    const fs::path here = fs::absolute(folder_ / lockName, ignored).lexically_normal().parent_path();
    if (!fs::is_directory(here.parent_path(), ignored)) return writeError(here, ENOENT);
    if (auto made = makeFolder(folder_); !made) return made;
    if (!lock_ || !lock_->guards(folder_ / lockName)) {
        if (fs::exists(folder_ / lockName, ignored) && !isAsGoodAsEmpty(folder_)) return notEmpty(folder_);
        auto lock = FileLock::acquire(folder_ / lockName);
        if (!lock) return lock.error();
        lock_ = std::move(*lock);
    }
    for (const char* name : {checkpointsName, previewsName}) {
        if (auto made = makeFolder(folder_ / name); !made) return made;
    }
    return fs::exists(folder_ / configName, ignored) ? Result<void>() : writeConfig(config_);
}

Result<void> RunFolder::log(std::string_view line) const
{
    std::string text = now() + " " + std::string(line);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    text += '\n';
    const int descriptor = ::open(logFile().c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (descriptor < 0) return writeError(logFile(), errno);
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    const int failed = written < 0 ? errno : written == ssize_t(text.size()) ? 0 : ENOSPC;
    ::close(descriptor);
    return failed ? Result<void>(writeError(logFile(), failed)) : Result<void>();
}

bool isRunFolder(const fs::path& folder)
{
    std::error_code ignored;
    return fs::is_regular_file(folder / configName, ignored) && fs::is_directory(folder / checkpointsName, ignored);
}

std::vector<RunEntry> findRuns(const fs::path& folder)
{
    std::vector<RunEntry> runs;
    std::error_code ignored;
    for (fs::directory_iterator it(folder, ignored), end; it != end; it.increment(ignored)) {
        if (isSweepFolder(it->path())) {
            for (RunEntry& run : findRuns(it->path())) runs.push_back(std::move(run));
            continue;
        }
        if (!isRunFolder(it->path())) continue;
        const auto run = RunFolder::openForReading(it->path());
        if (!run) continue;
        RunEntry entry;
        entry.folder = it->path();
        entry.config = run->config();
        std::error_code failed;
        entry.changed = fs::last_write_time(run->metricsFile(), failed);
        if (failed) entry.changed = fs::last_write_time(it->path() / configName, failed);
        for (const CheckpointFile& checkpoint : run->checkpoints()) entry.lastEpoch = std::max(entry.lastEpoch, checkpoint.epoch);
        entry.resumable = run->latest().ok();
        entry.running = FileLock::held(it->path() / lockName);
        runs.push_back(std::move(entry));
    }
    std::sort(runs.begin(), runs.end(),
              [](const RunEntry& a, const RunEntry& b) { return std::tie(b.changed, a.folder) < std::tie(a.changed, b.folder); });
    return runs;
}

fs::path defaultRunsFolder() { return userDataFolder() / "runs"; }

}  // namespace sonoglyph
