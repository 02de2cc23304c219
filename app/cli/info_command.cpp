#include "app/cli/info_command.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>

#include "app/cli/command_line.h"
#include "core/audio/sound_file.h"
#include "core/base/resources.h"
#include "core/base/safetensors.h"
#include "core/train/run_changes.h"
#include "core/train/run_folder.h"
#include "core/train/sweep.h"

namespace sonoglyph {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

fs::path builtinFolder() { return resourceFolder() / "models"; }

std::string shapeText(const std::vector<std::int64_t>& shape)
{
    std::string out;
    for (const auto size : shape) out += (out.empty() ? "" : " x ") + std::to_string(size);
    return out.empty() ? "one value" : out;
}

/// Indented "key: value" lines; an object opens a deeper level, a list of numbers is a shape.
std::string asText(const Json& value, int indent = 0)
{
    const std::string margin(std::size_t(indent), ' ');
    std::string out;
    for (const auto& [key, entry] : value.items()) {
        if (!out.empty()) out += '\n';
        out += margin + (value.is_array() ? "-" : key + ":");
        if (entry.is_object() || (entry.is_array() && !entry.empty() && entry.front().is_object()))
            out += '\n' + asText(entry, indent + 2);
        else
            out += ' ' + (entry.is_string() ? entry.get<std::string>() : entry.dump());
    }
    return out;
}

/// What standardisation, batch norm, 8-bit weights, optimizers, generators and the training recordings keep beside them is no parameter of
/// the model.
bool isParameter(const std::string& name)
{
    if (name.starts_with("adam.") || name.starts_with("generator.") || name.starts_with("reference.")) return false;
    for (const char* ending : {"input_mean", "input_deviation", ".scale", ".running_mean", ".running_var", ".num_batches_tracked"})
        if (name.ends_with(ending)) return false;
    return true;
}

Result<Json> describeTensors(const fs::path& path)
{
    auto file = SafetensorsFile::read(path);
    if (!file) return file.error();
    Json tensors = Json::object();
    std::int64_t parameters = 0;
    for (const auto& [name, tensor] : file->tensors()) {
        tensors[name] = std::string(nameOf(tensor.dtype)) + " " + shapeText(tensor.shape);
        if (isParameter(name)) parameters += std::int64_t(tensor.bytes.size() / sizeOf(tensor.dtype));
    }
    Json object{{"what", "tensors"}, {"path", path.string()}, {"bytes", fs::file_size(path)}};
    if (const auto own = file->metadata().find("sonoglyph"); own != file->metadata().end()) {
        const Json header = Json::parse(own->second, nullptr, false);
        if (!header.is_object())
            return Error{
                Errc::Corrupt, {SONOGLYPH_TEXT("core", "The header of %1 is damaged. Choose another file."), {path.string()}}, "metadata"};
        if (const auto config = runConfigFromJson(header.value("config", Json())); config) object["objective"] = objectiveOf(*config);
        for (const auto& [key, value] : header.items()) object[key == "kind" ? "what" : key == "config" ? "configuration" : key] = value;
    }
    object["parameters"] = parameters;
    object["hash"] = contentHash(file->tensors());
    object["tensors"] = std::move(tensors);
    return object;
}

Result<Json> describeRun(const fs::path& path)
{
    auto run = RunFolder::openForReading(path);
    if (!run) return run.error();
    const auto changes = RunChanges::read(run->changesFile());
    if (!changes) return changes.error();
    Json checkpoints = Json::array();
    for (const CheckpointFile& checkpoint : run->checkpoints()) checkpoints.push_back(checkpoint.file.lexically_relative(path).string());
    Json object{{"what", "run"},
                {"path", path.string()},
                {"objective", objectiveOf(run->config())},
                {"configuration", toJson(run->config())},
                {"checkpoints", std::move(checkpoints)}};
    for (const RunChange& change : changes->rows())
        object["changes"].push_back({{"step", change.step}, {"field", nameOf(change.field)}, {"value", valueOf(change)}});
    if (const auto best = run->best()) object["best"] = best->lexically_relative(path).string();
    if (const auto latest = run->latest()) {
        auto tensors = describeTensors(*latest);
        if (!tensors) return tensors.error();
        object["latest"] = std::move(*tensors);
    }
    return object;
}

std::string nameOf(SweepRunState::Stage stage)
{
    switch (stage) {
    case SweepRunState::Stage::Missing:
        return "missing";
    case SweepRunState::Stage::Begun:
        return "begun";
    case SweepRunState::Stage::Running:
        return "running";
    case SweepRunState::Stage::Finished:
        return "finished";
    case SweepRunState::Stage::Diverged:
        return "diverged";
    case SweepRunState::Stage::Damaged:
        break;
    }
    return "damaged";
}

Result<Json> describeSweep(const fs::path& path)
{
    const auto sweep = readSweep(path);
    if (!sweep) return sweep.error();
    Json runs = Json::array();
    for (const SweepRun& run : sweep->runs) {
        const SweepRunState state = stateOf(path, run);
        runs.push_back({{"name", run.name},
                        {"alpha", run.alpha},
                        {"seed", run.seed},
                        {"state", nameOf(state.stage)},
                        {"epoch", state.progress.epoch},
                        {"step", state.progress.step},
                        {"accuracy", state.progress.accuracy}});
        if (!state.trouble.text.empty()) runs.back()["trouble"] = english(state.trouble);
    }
    return Json{{"what", "sweep"},
                {"path", path.string()},
                {"configuration", toJson(sweep->config)},
                {"parallel", sweep->parallel},
                {"runs", std::move(runs)}};
}

Result<Json> describeSound(const fs::path& path)
{
    const auto info = probeSoundFile(path);
    if (!info) return info.error();
    return Json{{"what", "sound"},           {"path", path.string()},      {"format", info->format},
                {"rate", info->rate},        {"channels", info->channels}, {"frames", info->frames},
                {"seconds", info->seconds()}};
}

Result<Json> describeBuiltin()
{
    Json models = Json::array();
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(builtinFolder(), missing))
        if (entry.path().extension() == ".safetensors")
            if (auto header = readSafetensorsHeader(entry.path())) {
                const Json own = Json::parse(header->metadata["sonoglyph"], nullptr, false);
                models.push_back({{"name", entry.path().stem().string()}, {"path", entry.path().string()}});
                for (const char* key : {"kind", "note"})
                    if (own.is_object() && own.contains(key)) models.back()[key] = own[key];
            }
    if (models.empty())
        return Error{
            Errc::NotFound,
            {SONOGLYPH_TEXT("core", "There are no built-in models in %1. Install or build the program again."), {builtinFolder().string()}},
            ""};
    std::sort(models.begin(), models.end());
    return Json{{"what", "builtin"}, {"models", std::move(models)}};
}

/// Safetensors begins with a length of 8 bytes and then the header's JSON.
bool holdsTensors(const fs::path& file)
{
    char start[9] = {};
    std::ifstream(file, std::ios::binary).read(start, sizeof start);
    return file.extension() == ".safetensors" || start[8] == '{';
}

Result<Json> describe(const std::string& what)
{
    if (what == "builtin") return describeBuiltin();
    fs::path path = what;
    std::error_code ignored;
    if (!fs::exists(path, ignored))
        if (const fs::path builtin = builtinFolder() / (what + ".safetensors"); fs::exists(builtin, ignored)) path = builtin;
    if (isSweepFolder(path)) return describeSweep(path);
    if (fs::is_directory(path, ignored)) return describeRun(path);
    return holdsTensors(path) ? describeTensors(path) : describeSound(path);
}

}  // namespace

void addInfoCommand(CommandLine& line)
{
    const auto what = std::make_shared<std::string>();
    CLI::App& command = line.add("info", "What a sound, model, checkpoint, run or sweep is: configuration, shapes, content hash",
                                 [&line, what]() -> Result<void> {
                                     const auto object = describe(*what);
                                     if (!object) return object.error();
                                     return line.print(*object, asText(*object));
                                 });
    command.add_option("FILE", *what, "A file, the folder of a run or sweep, the name of a built-in model, or builtin: lists those")
        ->required();
}

}  // namespace sonoglyph
