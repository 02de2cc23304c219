#include "core/model/model_file.h"

#include <torch/version.h>

#include "core/base/resources.h"
#include "core/model/held_out_examples.h"
#include "core/model/initialise.h"
#include "core/train/run_folder.h"

namespace sonoglyph {

namespace fs = std::filesystem;

namespace {

constexpr const char* extension = ".safetensors";
constexpr int plainFormat = 1, fourBitFormat = 2, packedFormat = 3;  ///< as old as can be: earlier versions read what they know

nlohmann::json toJson(const ModelDescription& d, int format)
{
    nlohmann::json json{{"format", format},
                        {"kind", d.kind},
                        {"config", toJson(d.config)},
                        {"progress", {{"epoch", d.epoch}, {"step", d.step}}},
                        {"versions", {{"sonoglyph", SONOGLYPH_VERSION}, {"libtorch", TORCH_VERSION}}},
                        {"note", d.note}};
    if (d.accuracy > 0) {
        json["measured"] = {{"accuracy", d.accuracy}, {"accuracy_mean", d.accuracyMean}};
        if (d.diversity > 0) json["measured"]["diversity"] = d.diversity;
    }
    if (!d.examples.empty()) json["examples"] = toJson(d.examples);
    if (!d.extra.is_null()) json["extra"] = d.extra;
    return json;
}

Error notOurs(const fs::path& file, std::string details)
{
    return {Errc::Corrupt,
            {SONOGLYPH_TEXT("core", "%1 is not a model of this program, or it is damaged. Choose a model file, a checkpoint or a run."),
             {file.string()}},
            std::move(details)};
}

Error notAModel(const fs::path& file, const std::string& kind)
{
    return {Errc::Incompatible,
            {SONOGLYPH_TEXT("core", "%1 holds a network of the kind %2, which draws no images. Choose an audio-to-image model."),
             {file.string(), kind}}};
}

Result<ModelDescription> description(const TensorMetadata& metadata, const fs::path& file)
{
    const auto text = metadata.find("sonoglyph");
    if (text == metadata.end()) return notOurs(file, "no metadata key \"sonoglyph\"");
    try {
        const auto json = nlohmann::json::parse(text->second);
        const int format = json.at("format").get<int>();
        if (format > modelFormat)
            return Error{Errc::NewerFormat,
                         {SONOGLYPH_TEXT("core", "%1 was written by a newer version of Sonoglyph (format %2, this one reads up to %3). "
                                                 "Update the program."),
                          {file.string(), std::to_string(format), std::to_string(modelFormat)}}};
        auto config = runConfigFromJson(json.at("config"));
        if (!config) return notOurs(file, english(config.error()));
        ModelDescription d;
        d.kind = json.at("kind").get<std::string>();
        d.config = *config;
        d.epoch = json.at("progress").at("epoch").get<int>();
        d.step = json.at("progress").at("step").get<std::int64_t>();
        d.note = json.value("note", "");
        if (const auto measured = json.find("measured"); measured != json.end()) {
            d.accuracy = measured->value("accuracy", 0.0);
            d.accuracyMean = measured->value("accuracy_mean", 0.0);
            d.diversity = measured->value("diversity", 0.0);
        }
        if (const auto examples = json.find("examples"); examples != json.end()) {
            auto read = examplesFromJson(*examples, d.config.latent);
            if (!read) return notOurs(file, english(read.error()));
            d.examples = std::move(*read);
        }
        if (const auto extra = json.find("extra"); extra != json.end()) d.extra = *extra;
        return d;
    } catch (const nlohmann::json::exception& e) {
        return notOurs(file, e.what());
    }
}

ModelInfo infoOf(const ModelDescription& d, const std::string& name, const fs::path& file)
{
    ModelInfo info;
    info.name = name;
    info.file = file;
    info.kind = d.config.model;
    info.latent = d.config.latent;
    info.spectrogram = d.config.data.spectrogram;
    info.dataset = d.config.data.name;
    info.labels = d.config.data.labels;
    info.split = d.config.data.split;
    info.dataSeed = d.config.data.seed;
    info.objective = objectiveOf(d.config);
    info.alpha = d.config.alpha;
    info.epoch = d.epoch;
    info.steps = d.step;
    info.note = d.note;
    info.examples = d.examples;
    if (d.accuracy > 0) info.measured = ModelMeasure{d.accuracy, d.accuracyMean, d.diversity};
    return info;
}

}  // namespace

Result<OpenModelFile> openModelFile(const fs::path& file)
{
    auto opened = SafetensorsFile::read(file);
    if (!opened) return opened.error();
    auto described = description(opened->metadata(), file);
    if (!described) return described.error();
    return OpenModelFile{std::move(*opened), std::move(*described), file};
}

Result<ModelInfo> describeModel(const fs::path& file)
{
    const auto header = readSafetensorsHeader(file);
    if (!header) return header.error();
    const auto described = description(header->metadata, file);
    if (!described) return described.error();
    if ((described->kind != "model" && described->kind != "checkpoint") || described->config.model == ModelKind::Classifier)
        return notAModel(file, described->kind);
    return infoOf(*described, file.stem().string(), file);
}

Result<void> writeModelFile(const fs::path& file, const TensorDict& tensors, const ModelDescription& description, Precision precision)
{
    // The training recordings are small and have a precision of their own.
    TensorDict weights, stored, keep;
    for (const auto& [name, tensor] : tensors) (TrainingReference::owns(name) ? stored : weights)[name] = tensor;
    stored.merge(shrunk(weights, precision));
    const int format = holdsPacked(stored) ? packedFormat : holdsFourBits(stored) ? fourBitFormat : plainFormat;
    return writeSafetensors(file, viewsOf(stored, keep), {{"sonoglyph", toJson(description, format).dump()}});
}

TensorDict dequantised(const SafetensorsFile& file) { return restored(tensorsOf(file)); }

fs::path builtinModelFolder() { return resourceFolder() / "models"; }

Result<fs::path> findModel(const std::string& name)
{
    std::error_code ignored;
    const fs::path path(name);
    if (isRunFolder(path)) {
        auto run = RunFolder::openForReading(path);
        if (!run) return run.error();
        auto best = run->best();
        return best ? best : run->latest();
    }
    if (fs::is_regular_file(path, ignored)) return path;
    if (const fs::path builtin = builtinModelFolder() / (name + extension);
        path.filename() == path && fs::is_regular_file(builtin, ignored))
        return builtin;
    return Error{Errc::NotFound,
                 {SONOGLYPH_TEXT("core", "There is no model %1: no such file, no run folder and no built-in model of this name."), {name}}};
}

Result<OpenModelFile> openModelNamed(const std::string& name)
{
    const auto path = findModel(name);
    if (!path) return path.error();
    auto opened = openModelFile(*path);
    if (!opened) return opened;
    const std::string& kind = opened->description.kind;
    if (kind != "model" && kind != "checkpoint") return notAModel(*path, kind);
    return opened;
}

Result<LoadedModel> loadModel(OpenModelFile opened)
{
    auto& [file, description, path] = opened;
    if (description.config.model == ModelKind::Classifier)
        return Error{Errc::Incompatible,
                     {SONOGLYPH_TEXT("core", "%1 is a classifier: it hears digits, but draws no images. Choose an audio-to-image model."),
                      {path.string()}}};
    try {
        return makeModel(dequantised(file), std::move(description), path.stem().string(), path);
    } catch (const c10::Error& e) {
        return notOurs(path, e.what_without_backtrace());
    }
}

Result<LoadedModel> loadModel(const std::string& name)
{
    auto opened = openModelNamed(name);
    if (!opened) return opened.error();
    return loadModel(std::move(*opened));
}

Result<Classifier> loadClassifier(const OpenModelFile& opened)
{
    if (opened.description.config.model != ModelKind::Classifier)
        return Error{Errc::Incompatible, {SONOGLYPH_TEXT("core", "%1 is no classifier."), {opened.path.string()}}};
    Classifier net = makeSeeded(0, [&] { return Classifier(int(opened.description.config.data.labels.size())); });
    if (auto restored = restore(*net, dequantised(opened.file), opened.path); !restored) return restored.error();
    net->eval();
    for (auto& p : net->parameters()) p.set_requires_grad(false);
    return net;
}

Result<LoadedModel> makeModel(const TensorDict& tensors, ModelDescription description, const std::string& name, const fs::path& file)
{
    const RunConfig& config = description.config;
    // The weights are overwritten at once; the lock only keeps the drawing of the first ones away from a run being made.
    Vae vae = makeSeeded(0, [&] { return Vae(config.model, config.latent); });
    if (auto restored = restore(*vae, tensors, file); !restored) return restored.error();
    vae->eval();
    for (auto& p : vae->parameters()) p.set_requires_grad(false);
    auto reference = TrainingReference::from(tensors, config.latent, file);
    if (!reference) return reference.error();
    ModelInfo info = infoOf(description, name, file);
    for (const auto& p : vae->parameters()) info.parameters += p.numel();
    info.fingerprint = fingerprint(*vae);
    info.reference = *reference ? (*reference)->recordings() : 0;
    return LoadedModel{std::move(vae), std::move(info), std::move(description), std::move(*reference)};
}

Result<Lenet5> loadLenet5(const fs::path& file)
{
    const fs::path path = file.empty() ? builtinModelFolder() / (std::string("lenet5") + extension) : file;
    auto opened = openModelFile(path);
    if (!opened) return opened.error();
    if (opened->description.kind != "lenet5")
        return Error{Errc::Incompatible, {SONOGLYPH_TEXT("core", "%1 is not a LeNet-5 model."), {path.string()}}};
    Lenet5 net = makeSeeded(0, [&] { return Lenet5(int(opened->description.config.data.labels.size())); });
    if (auto restored = restore(*net, dequantised(opened->file), path); !restored) return restored.error();
    net->eval();
    for (auto& p : net->parameters()) p.set_requires_grad(false);
    return net;
}

}  // namespace sonoglyph
