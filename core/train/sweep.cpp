#include "core/train/sweep.h"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/file_lock.h"
#include "core/base/parallel.h"

namespace sonoglyph {
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr int sweepFormat = 1;
constexpr const char* sweepName = "sweep.json";

Error corrupt(const fs::path& file, std::string details)
{
    return {Errc::Corrupt, {SONOGLYPH_TEXT("core", "%1 is damaged. Start the sweep anew in another folder."), {file.string()}}, details};
}

}  // namespace

RunConfig Sweep::configOf(const SweepRun& run) const
{
    RunConfig c = config;
    c.alpha = run.alpha;
    c.seed = c.data.seed = run.seed;
    return c;
}

Result<Sweep> makeSweep(const RunConfig& config, const std::vector<double>& alphas, const std::vector<std::uint64_t>& seeds, int parallel)
{
    Sweep sweep;
    sweep.config = config;
    sweep.parallel = std::clamp(parallel, 1, int(alphas.size() * seeds.size()));
    if (sweep.parallel > 1) sweep.config.threads = std::max(1, threadCount(config.threads) / sweep.parallel);
    if (!config.data.folder.empty()) sweep.config.data.folder = fs::absolute(config.data.folder);
    std::set<std::string> names;
    for (const std::uint64_t seed : seeds) {
        for (const double alpha : alphas) {
            const std::string name = "alpha-" + json(alpha).dump() + "-seed-" + std::to_string(seed);
            if (!names.insert(name).second)
                return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "The sweep holds the run %1 twice."), {name}}, "--alpha"};
            sweep.runs.push_back({name, alpha, seed});
            if (const auto wrong = validate(sweep.configOf(sweep.runs.back())); !wrong.empty())
                return Error{Errc::BadOption, wrong.front().message, wrong.front().field};
        }
    }
    return sweep;
}

Result<void> createSweep(const fs::path& folder, const Sweep& sweep)
{
    std::error_code ignored;
    if (fs::exists(folder, ignored) && !(fs::is_directory(folder, ignored) && fs::is_empty(folder, ignored)))
        return Error{
            Errc::Unwritable,
            {SONOGLYPH_TEXT("core", "%1 is not empty. Choose a new folder for the sweep, or resume the sweep in it."), {folder.string()}}};
    if (auto made = makeFolder(folder); !made) return made;
    json runs = json::array();
    for (const SweepRun& run : sweep.runs) runs.push_back({{"name", run.name}, {"alpha", run.alpha}, {"seed", run.seed}});
    const json object{{"format", sweepFormat}, {"parallel", sweep.parallel}, {"config", toJson(sweep.config)}, {"runs", std::move(runs)}};
    return replaceFile(folder / sweepName, object.dump(2) + "\n");
}

Result<Sweep> readSweep(const fs::path& folder)
{
    const fs::path file = folder / sweepName;
    if (!isSweepFolder(folder))
        return Error{
            Errc::NotFound,
            {SONOGLYPH_TEXT("core", "There is no sweep in %1: sweep.json is missing. Choose the folder of a sweep."), {folder.string()}}};
    const auto text = readTextFile(file, 16 << 20);
    if (!text) return text.error();
    try {
        const json object = json::parse(*text);
        if (const int format = object.at("format").get<int>(); format > sweepFormat)
            return Error{Errc::NewerFormat,
                         {SONOGLYPH_TEXT("core", "%1 was written by a newer version of Sonoglyph (format %2, this one reads up to %3). "
                                                 "Update the program."),
                          {file.string(), std::to_string(format), std::to_string(sweepFormat)}}};
        auto config = runConfigFromJson(object.at("config"));
        if (!config) return corrupt(file, english(config.error()));
        Sweep sweep;
        sweep.config = *config;
        sweep.parallel = object.at("parallel").get<int>();
        for (const json& run : object.at("runs")) {
            sweep.runs.push_back({run.at("name").get<std::string>(), run.at("alpha").get<double>(), run.at("seed").get<std::uint64_t>()});
            const fs::path name = sweep.runs.back().name;
            if (name.empty() || name != name.filename() || name == "." || name == "..") return corrupt(file, "name " + name.string());
            if (const auto wrong = validate(sweep.configOf(sweep.runs.back())); !wrong.empty())
                return corrupt(file, english(wrong.front().message));
        }
        if (sweep.runs.empty() || sweep.parallel < 1) return corrupt(file, "no runs");
        return sweep;
    } catch (const json::exception& fault) {
        return corrupt(file, fault.what());
    }
}

bool isSweepFolder(const fs::path& folder)
{
    std::error_code ignored;
    return fs::is_regular_file(folder / sweepName, ignored);
}

SweepRunState stateOf(const fs::path& sweepFolder, const SweepRun& run)
{
    using Stage = SweepRunState::Stage;
    const fs::path folder = sweepFolder / run.name;
    SweepRunState state;
    if (!isRunFolder(folder)) return state;
    const auto opened = RunFolder::openForReading(folder);
    if (!opened) return {Stage::Damaged, {}, opened.error().message};
    state.stage = FileLock::held(folder / "lock") ? Stage::Running : Stage::Begun;
    if (const auto why = opened->diverged(); why && state.stage == Stage::Begun) {
        state.stage = Stage::Diverged;
        state.trouble = {"%1", {*why}};
    }
    const auto latest = opened->latest();
    if (!latest) return state;  // it begins anew
    const auto progress = opened->progressAt(*latest);
    if (!progress) return state;  // an earlier checkpoint may do
    state.progress = *progress;
    if (progress->finished && state.stage == Stage::Begun) state.stage = Stage::Finished;
    return state;
}

}  // namespace sonoglyph
