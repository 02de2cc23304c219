#include "core/report/reproduction_files.h"

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/image_grid.h"
#include "core/base/png.h"
#include "core/report/evaluation_json.h"

namespace sonoglyph {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

constexpr int format = 1;

Error damaged(const fs::path& file, const std::string& details)
{
    return {Errc::Corrupt, {SONOGLYPH_TEXT("core", "%1 is damaged. Remove it and measure again."), {file.string()}}, details};
}

Result<nlohmann::json> readJson(const fs::path& file)
{
    const auto text = readTextFile(file);
    if (!text) return text.error();
    auto json = nlohmann::json::parse(*text, nullptr, false);
    if (!json.is_object() || !json.contains("format") || !json["format"].is_number_integer())
        return damaged(file, "no JSON object with a format");
    if (json["format"].get<int>() > format)
        return Error{Errc::NewerFormat, {SONOGLYPH_TEXT("core", "%1 was written by a newer version of the program."), {file.string()}}};
    return json;
}

/// `read` may throw what nlohmann::json throws.
template <class T, class Read>
Result<T> readAs(const fs::path& file, Read read)
{
    const auto json = readJson(file);
    if (!json) return json.error();
    try {
        return read(*json);
    } catch (const std::exception& e) {
        return damaged(file, e.what());
    }
}

Result<LenetReport> readLenet(const fs::path& file)
{
    return readAs<LenetReport>(file, [](const nlohmann::json& json) -> Result<LenetReport> {
        LenetReport report;
        json.at("examples").get_to(report.examples);
        json.at("accuracy").get_to(report.accuracy);
        json.at("interval").get_to(report.interval);
        json.at("per_digit").get_to(report.perLabel);
        json.at("confusion").get_to(report.confusion);
        return report;
    });
}

fs::path resultFile(const fs::path& folder, const std::string& name) { return folder / "results" / (name + ".json"); }

Result<void> writePictures(const fs::path& stem, const EvaluationDetails& details)
{
    const auto pairs = [&](const char* ending, const std::vector<PairPicture>& pictures) -> Result<void> {
        if (pictures.empty()) return {};
        std::vector<std::vector<ByteImage>> rows(2);
        for (const PairPicture& p : pictures) {
            rows[0].push_back(p.real);
            rows[1].push_back(p.drawn);
        }
        return writePng(stem.string() + ending, grid(rows, 0, 0));
    };
    if (auto done = pairs("-learned.png", details.learned); !done) return done;
    if (auto done = pairs("-held-out.png", details.heldOut); !done) return done;
    if (details.archetypes.empty() || details.archetypes[0].real.empty()) return {};
    std::vector<std::vector<ByteImage>> rows(3);
    for (const Archetype& a : details.archetypes) {
        rows[0].push_back(a.real);
        rows[1].push_back(a.drawn);
        rows[2].push_back(a.nearest);
    }
    return writePng(stem.string() + "-archetypes.png", grid(rows, 0, 0));
}

}  // namespace

std::vector<const RunResults*> Reproduction::find(const std::string& set, ModelKind model, double alpha, const std::string& split) const
{
    std::vector<const RunResults*> out;
    for (const RunResults& run : runs)
        if (run.config.data.name == set && run.config.model == model && run.config.alpha == alpha && run.config.data.split == split)
            out.push_back(&run);
    return out;
}

Result<void> writeReproduction(const fs::path& folder, const Reproduction& reproduction)
{
    Json data = Json::object();
    for (const auto& [set, facts] : reproduction.data)
        data[set] = {{"recordings", facts.recordings},
                     {"speakers", facts.speakers},
                     {"train_pairs", facts.trainPairs},
                     {"test_pairs", facts.testPairs}};
    const Json json{{"format", format},
                    {"version", reproduction.version},
                    {"epochs", reproduction.epochs},
                    {"data", data},
                    {"runs", reproduction.planned}};
    return replaceFile(folder / "reproduction.json", json.dump(2) + "\n");
}

Result<void> writeLenetResult(const fs::path& folder, const LenetReport& report)
{
    const Json json{{"format", format},
                    {"examples", report.examples},
                    {"accuracy", report.accuracy},
                    {"interval", report.interval},
                    {"per_digit", report.perLabel},
                    {"confusion", report.confusion}};
    return replaceFile(resultFile(folder, "lenet5"), json.dump(2) + "\n");
}

Result<void> writeRunResults(const fs::path& folder, const RunResults& results)
{
    if (results.evaluation.details)
        if (auto done = writePictures(folder / "pictures" / results.name, *results.evaluation.details); !done) return done;
    Json zeroing = Json::array();
    for (const ZeroingCurve& curve : results.zeroing) zeroing.push_back(toJson(curve));
    RunConfig config = results.config;
    config.data.folder.clear();  // says nothing about the result, and something about the machine
    const Json json{{"format", format},       {"name", results.name}, {"config", toJson(config)},
                    {"epoch", results.epoch}, {"step", results.step}, {"evaluation", toJson(results.evaluation)},
                    {"zeroing", zeroing}};
    return replaceFile(resultFile(folder, results.name), json.dump() + "\n");
}

Result<RunResults> readRunResults(const fs::path& folder, const std::string& name)
{
    const fs::path file = resultFile(folder, name);
    return readAs<RunResults>(file, [&](const nlohmann::json& json) -> Result<RunResults> {
        RunResults out;
        json.at("name").get_to(out.name);
        json.at("epoch").get_to(out.epoch);
        json.at("step").get_to(out.step);
        auto config = runConfigFromJson(json.at("config"));
        if (!config) return damaged(file, english(config.error()));
        out.config = std::move(*config);
        auto evaluation = evaluationFromJson(json.at("evaluation"));
        if (!evaluation) return damaged(file, evaluation.error().details);
        out.evaluation = std::move(*evaluation);
        for (const auto& curve : json.at("zeroing")) {
            auto read = zeroingCurveFromJson(curve);
            if (!read) return damaged(file, read.error().details);
            out.zeroing.push_back(std::move(*read));
        }
        return out;
    });
}

Result<Reproduction> readReproduction(const fs::path& folder)
{
    auto reproduction = readAs<Reproduction>(folder / "reproduction.json", [](const nlohmann::json& json) -> Result<Reproduction> {
        Reproduction out;
        json.at("version").get_to(out.version);
        json.at("epochs").get_to(out.epochs);
        json.at("runs").get_to(out.planned);
        for (const auto& [set, facts] : json.at("data").items())
            out.data[set] = {facts.at("recordings").get<std::int64_t>(), facts.at("speakers").get<std::int64_t>(),
                             facts.at("train_pairs").get<std::int64_t>(), facts.at("test_pairs").get<std::int64_t>()};
        return out;
    });
    if (!reproduction) return reproduction;
    const auto missing = [](const Error& e) { return e.code == Errc::NotFound; };
    if (auto lenet = readLenet(resultFile(folder, "lenet5")))
        reproduction->lenet = *lenet;
    else if (!missing(lenet.error()))
        return lenet.error();
    for (const std::string& name : reproduction->planned) {
        auto results = readRunResults(folder, name);
        if (results)
            reproduction->runs.push_back(std::move(*results));
        else if (!missing(results.error()))
            return results.error();
    }
    return reproduction;
}

}  // namespace sonoglyph
