#include "core/train/checkpoint.h"

#include "core/base/atomic_file.h"
#include "core/model/model_file.h"

namespace sonoglyph {

Result<void> writeCheckpoint(const std::filesystem::path& file, const RunConfig& config, const TensorDict& state,
                             const TrainPosition& position)
{
    ModelDescription d;
    d.kind = "checkpoint";
    d.config = config;
    d.epoch = position.epoch;
    d.step = position.step;
    d.accuracy = position.accuracy;
    d.accuracyMean = position.accuracyMean;
    d.extra = {{"seconds", position.seconds},      {"sum_total", position.sumTotal}, {"sum_reconstruction", position.sumReconstruction},
               {"sum_kl", position.sumKl},         {"sum_steps", position.sumSteps}, {"evaluated_step", position.evaluatedStep},
               {"health", toJson(position.health)}};
    return writeModelFile(file, state, d);
}

Result<void> writeHistory(const std::filesystem::path& file, const RunConfig& config, const TensorDict& state,
                          const TrainPosition& position)
{
    ModelDescription d;
    d.config = config;
    d.epoch = position.epoch;
    d.step = position.step;
    d.accuracy = position.accuracy;
    d.accuracyMean = position.accuracyMean;
    TensorDict weights;
    for (const auto& [name, tensor] : state) {
        const auto belongsTo = [&name](const char* part) { return name.starts_with(part); };
        if (!belongsTo("adam.") && !belongsTo("discriminator.") && !belongsTo("generator.")) weights[name] = tensor;
    }
    if (auto made = makeFolder(file.parent_path()); !made) return made;
    return writeModelFile(file, weights, d, Precision::Int8);
}

Result<TrainPosition> readCheckpoint(const std::filesystem::path& file, const RunConfig& config, Learner& learner)
{
    auto opened = openModelFile(file);
    if (!opened) return opened.error();
    const ModelDescription& d = opened->description;
    const Error foreign{Errc::Incompatible, {SONOGLYPH_TEXT("core", "%1 is not a checkpoint of this run."), {file.string()}}};
    if (d.kind != "checkpoint" || d.config.model != config.model || d.config.latent != config.latent) return foreign;
    if (auto restored = learner.restore(tensorsOf(opened->file), file); !restored) return restored.error();
    try {
        TrainPosition p;
        p.step = d.step;
        p.epoch = d.epoch;
        p.device = d.config.device;
        p.accuracy = d.accuracy;
        p.accuracyMean = d.accuracyMean;
        p.seconds = d.extra.at("seconds").get<double>();
        p.sumTotal = d.extra.at("sum_total").get<double>();
        p.sumReconstruction = d.extra.at("sum_reconstruction").get<double>();
        p.sumKl = d.extra.at("sum_kl").get<double>();
        p.sumSteps = d.extra.at("sum_steps").get<std::int64_t>();
        p.evaluatedStep = d.extra.at("evaluated_step").get<std::int64_t>();
        // An earlier version knew no such state: it begins anew.
        if (const auto health = d.extra.find("health"); health != d.extra.end()) {
            const auto state = healthFromJson(*health);
            if (!state) return foreign;
            p.health = *state;
        }
        return p;
    } catch (const nlohmann::json::exception& e) {
        Error error = foreign;
        error.details = e.what();
        return error;
    }
}

}  // namespace sonoglyph
