#include "core/train/run_config.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <string_view>
#include <type_traits>

#include <nlohmann/json.hpp>

namespace sonoglyph {
using nlohmann::json;

namespace {

template <class Value>
struct Named {
    Value value;
    std::string_view name;
};

constexpr std::array<Named<ModelKind>, 3> modelKinds{
    {{ModelKind::Aivae, "aivae"}, {ModelKind::Aivaegan, "aivaegan"}, {ModelKind::Classifier, "classifier"}}};
constexpr std::array<Named<Initialisation>, 2> initialisations{{{Initialisation::He, "he"}, {Initialisation::PyTorch, "pytorch"}}};
constexpr std::array<Named<TimeMode>, 2> timeModes{{{TimeMode::Stretch, "stretch"}, {TimeMode::Pad, "pad"}}};

constexpr std::array<Named<Adversarial>, 2> adversarials{
    {{Adversarial::NonSaturating, "non-saturating"}, {Adversarial::Saturating, "saturating"}}};
constexpr std::array<Named<Reduction>, 2> reductions{{{Reduction::Sum, "sum"}, {Reduction::Mean, "mean"}}};
constexpr std::array<Named<RateSchedule>, 2> rateSchedules{{{RateSchedule::Constant, "constant"}, {RateSchedule::Cosine, "cosine"}}};

constexpr double pixels = 28 * 28;

template <class Rows, class Value>
std::string nameIn(const Rows& rows, Value value)
{
    const auto row = std::find_if(rows.begin(), rows.end(), [value](const auto& r) { return r.value == value; });
    return row == rows.end() ? std::string() : std::string(row->name);
}

template <class Value, std::size_t N>
Result<Value> valueIn(const std::array<Named<Value>, N>& rows, const std::string& name, const char* text)
{
    for (const auto& row : rows) {
        if (row.name == name) return row.value;
    }
    return Error{Errc::BadOption, {text, {name}}, {}};
}

/// As text that is valid UTF-8 whatever bytes the string holds.
std::string dumped(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

/// A configuration that cannot be read; ends in an Error at the edge.
struct BadJson {
    Error error;
};

[[noreturn]] void refuse(const std::string& field, const std::string& found)
{
    throw BadJson{{Errc::Corrupt,
                   {SONOGLYPH_TEXT("core", "The configuration's \"%1\" cannot be %2. Correct it or leave it out."), {field, found}},
                   {}}};
}

/// Reads the members of one JSON object; what nobody asked for is an error.
class ObjectReader {
public:
    ObjectReader(const json& object, std::string prefix) : object_(object), prefix_(std::move(prefix))
    {
        if (!object.is_object()) refuse(prefix_.empty() ? "config" : prefix_.substr(0, prefix_.size() - 1), dumped(object));
    }

    void read(const char* key, std::string& out)
    {
        const json* value = take(key);
        if (!value) return;
        if (!value->is_string()) refuse(prefix_ + key, dumped(*value));
        out = value->get<std::string>();
    }
    void read(const char* key, std::filesystem::path& out)
    {
        std::string text = out.string();
        read(key, text);
        out = text;
    }
    void read(const char* key, bool& out)
    {
        const json* value = take(key);
        if (!value) return;
        if (!value->is_boolean()) refuse(prefix_ + key, dumped(*value));
        out = value->get<bool>();
    }
    void read(const char* key, double& out)
    {
        const json* value = take(key);
        if (!value) return;
        if (!value->is_number()) refuse(prefix_ + key, dumped(*value));
        out = value->get<double>();
    }
    void read(const char* key, std::uint64_t& out)
    {
        const json* value = take(key);
        if (!value) return;
        if (!value->is_number_unsigned()) refuse(prefix_ + key, dumped(*value));
        out = value->get<std::uint64_t>();
    }
    template <class Integer>
    requires std::is_same_v<Integer, int> || std::is_same_v<Integer, std::int64_t>
    void read(const char* key, Integer& out)
    {
        const json* value = take(key);
        if (!value) return;
        if (!fits<Integer>(*value)) refuse(prefix_ + key, dumped(*value));
        out = value->get<Integer>();
    }
    template <class Value>
    void read(const char* key, Value& out, Result<Value> (*parse)(const std::string&))
    {
        const json* value = take(key);
        if (!value) return;
        if (!value->is_string()) refuse(prefix_ + key, dumped(*value));
        const auto parsed = parse(value->get<std::string>());
        if (!parsed) throw BadJson{parsed.error()};
        out = *parsed;
    }
    template <class Value>
    void read(const char* key, std::optional<Value>& out, Result<Value> (*parse)(const std::string&))
    {
        if (object_.contains(key)) read(key, out.emplace(), parse);
    }
    const json* take(const char* key)
    {
        known_.push_back(key);
        const auto it = object_.find(key);
        return it == object_.end() ? nullptr : &*it;
    }
    void finish() const
    {
        for (const auto& [key, value] : object_.items()) {
            if (std::find(known_.begin(), known_.end(), key) == known_.end())
                throw BadJson{
                    {Errc::Corrupt,
                     {SONOGLYPH_TEXT("core", "The configuration holds \"%1\", which this program does not know."), {prefix_ + key}},
                     {}}};
        }
    }

private:
    template <class Integer>
    static bool fits(const json& value)
    {
        if (value.is_number_unsigned()) return value.get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<Integer>::max());
        return value.is_number_integer() && value.get<std::int64_t>() >= std::int64_t(std::numeric_limits<Integer>::min());
    }

    const json& object_;
    std::string prefix_;
    std::vector<std::string_view> known_;
};

SpectrogramParams readSpectrogram(const json& object, const std::string& prefix)
{
    SpectrogramParams p;
    ObjectReader in(object, prefix);
    in.read("rate", p.rate);
    in.read("fftSize", p.fftSize);
    in.read("hopSeconds", p.hopSeconds);
    in.read("bands", p.bands);
    in.read("maxFrequency", p.maxFrequency);
    in.read("floorDecibels", p.floorDecibels);
    in.read("timeMode", p.timeMode, &timeMode);
    in.read("size", p.size);
    in.finish();
    return p;
}

Labels readLabels(const json& array, const std::string& field)
{
    const auto isName = [](const json& label) { return label.is_string() && !label.get_ref<const std::string&>().empty(); };
    if (!array.is_array() || array.size() < 2 || array.size() > maxLabels || !std::all_of(array.begin(), array.end(), isName))
        refuse(field, dumped(array));
    return array.get<Labels>();
}

DatasetConfig readData(const json& object)
{
    DatasetConfig d;
    ObjectReader in(object, "data.");
    in.read("name", d.name);
    in.read("folder", d.folder);
    in.read("split", d.split);
    if (const json* params = in.take("spectrogram")) d.spectrogram = readSpectrogram(*params, "data.spectrogram.");
    in.read("seed", d.seed);
    if (const json* labels = in.take("labels")) d.labels = readLabels(*labels, "data.labels");
    in.finish();
    return d;
}

AugmentationParams readAugmentation(const json& object)
{
    AugmentationParams p;
    ObjectReader in(object, "augmentation.");
    in.read("share", p.share);
    in.read("trimShare", p.trimShare);
    in.read("shiftSeconds", p.shiftSeconds);
    in.read("speedPercent", p.speedPercent);
    in.read("roomShare", p.roomShare);
    in.read("roomSeconds", p.roomSeconds);
    in.read("tiltDecibels", p.tiltDecibels);
    in.read("noiseShare", p.noiseShare);
    in.read("snrLowest", p.snrLowest);
    in.read("snrHighest", p.snrHighest);
    in.read("levelLowest", p.levelLowest);
    in.read("levelHighest", p.levelHighest);
    in.read("hiddenBands", p.hiddenBands);
    in.read("hiddenColumns", p.hiddenColumns);
    in.finish();
    return p;
}

RunConfig readRun(const json& object)
{
    RunConfig c;
    ObjectReader in(object, "");
    in.read("model", c.model, &modelKind);
    if (const json* data = in.take("data")) c.data = readData(*data);
    if (const json* augmentation = in.take("augmentation")) c.augmentation = readAugmentation(*augmentation);
    in.read("alpha", c.alpha);
    in.read("adversarial", c.adversarial, &adversarial);
    in.read("reconstructionReduction", c.reconstructionReduction, &reduction);
    in.read("klReduction", c.klReduction, &reduction);
    in.read("latent", c.latent);
    in.read("batch", c.batch);
    in.read("epochs", c.epochs);
    in.read("maxSteps", c.maxSteps);
    in.read("learningRate", c.learningRate);
    in.read("rateSchedule", c.rateSchedule, &rateSchedule);
    in.read("seed", c.seed);
    in.read("initialisation", c.initialisation, &initialisation);
    in.read("standardise", c.standardise);
    in.read("klWarmup", c.klWarmup);
    in.read("previewEvery", c.previewEvery);
    in.read("checkpointMinutes", c.checkpointMinutes);
    in.read("device", c.device);
    in.read("threads", c.threads);
    in.finish();
    return c;
}

std::string shown(double number) { return json(number).dump(); }

/// Collects what is out of range.
class Rules {
public:
    void within(const char* field, double value, double low, double high)
    {
        if (value >= low && value <= high) return;  // false for NaN
        add(field, {SONOGLYPH_TEXT("core", "Must be between %1 and %2."), {shown(low), shown(high)}});
    }
    void within(const char* field, std::int64_t value, std::int64_t low, std::int64_t high)
    {
        if (value >= low && value <= high) return;
        add(field, {SONOGLYPH_TEXT("core", "Must be between %1 and %2."), {std::to_string(low), std::to_string(high)}});
    }
    void add(const char* field, Message message) { errors_.push_back({field, std::move(message)}); }
    std::vector<FieldError> take() { return std::move(errors_); }

private:
    std::vector<FieldError> errors_;
};

void validateSpectrogram(const SpectrogramParams& p, Rules& rules)
{
    if (p.rate != 0) rules.within("data.spectrogram.rate", std::int64_t(p.rate), 1000, 192000);
    rules.within("data.spectrogram.fftSize", std::int64_t(p.fftSize), 64, 16384);
    if (p.fftSize % 2 != 0) rules.add("data.spectrogram.fftSize", {SONOGLYPH_TEXT("core", "Must be even."), {}});
    rules.within("data.spectrogram.hopSeconds", p.hopSeconds, 0.001, 0.1);
    rules.within("data.spectrogram.bands", std::int64_t(p.bands), 4, 512);
    rules.within("data.spectrogram.maxFrequency", p.maxFrequency, 0, p.rate > 0 ? p.rate / 2.0 : 96000);
    rules.within("data.spectrogram.floorDecibels", p.floorDecibels, -200, -1);
    rules.within("data.spectrogram.size", std::int64_t(p.size), 48, 48);
}

void validateAugmentation(const AugmentationParams& p, Rules& rules)
{
    rules.within("augmentation.share", p.share, 0, 1);
    rules.within("augmentation.trimShare", p.trimShare, 0, 1);
    rules.within("augmentation.shiftSeconds", p.shiftSeconds, 0, 1);
    rules.within("augmentation.speedPercent", p.speedPercent, 0, 50);
    rules.within("augmentation.roomShare", p.roomShare, 0, 1);
    rules.within("augmentation.roomSeconds", p.roomSeconds, 0.05, 3);
    rules.within("augmentation.tiltDecibels", p.tiltDecibels, 0, 40);
    rules.within("augmentation.noiseShare", p.noiseShare, 0, 1);
    rules.within("augmentation.snrLowest", p.snrLowest, -20, 100);
    rules.within("augmentation.snrHighest", p.snrHighest, std::max(-20.0, p.snrLowest), 100);
    rules.within("augmentation.levelLowest", p.levelLowest, -90, 20);
    rules.within("augmentation.levelHighest", p.levelHighest, std::max(-90.0, p.levelLowest), 20);
    rules.within("augmentation.hiddenBands", p.hiddenBands, 0, 48);
    rules.within("augmentation.hiddenColumns", p.hiddenColumns, 0, 48);
}

}  // namespace

double RunConfig::effectiveLearningRate() const
{
    if (learningRate > 0) return learningRate;
    return model == ModelKind::Aivaegan ? 2e-4 : 1e-3;
}

double RunConfig::learningRateAt(std::int64_t step, std::int64_t steps) const
{
    const double rate = effectiveLearningRate();
    if (rateSchedule == RateSchedule::Constant || steps < 2) return rate;
    return rate * 0.5 * (1 + std::cos(std::numbers::pi * double(step - 1) / double(steps)));
}

Reduction RunConfig::effectiveKlReduction() const
{
    if (klReduction) return *klReduction;
    return model == ModelKind::Aivaegan ? Reduction::Mean : Reduction::Sum;
}

double RunConfig::reconstructionWeight() const { return reconstructionReduction == Reduction::Mean ? alpha / pixels : alpha; }

double RunConfig::klWeight() const { return effectiveKlReduction() == Reduction::Mean ? 1.0 / latent : 1.0; }

std::string objectiveOf(const RunConfig& c)
{
    if (c.model == ModelKind::Classifier) return "cross-entropy of the digit";
    std::string formula;
    if (c.model == ModelKind::Aivaegan) formula = c.adversarial == Adversarial::NonSaturating ? "-log D + " : "log(1 - D) + ";
    if (c.alpha != 1) {
        const std::string alpha = shown(c.alpha);
        formula += (alpha.ends_with(".0") ? alpha.substr(0, alpha.size() - 2) : alpha) + " ";
    }
    return formula + nameOf(c.reconstructionReduction) + "(BCE) + " + nameOf(c.effectiveKlReduction()) + "(KL)";
}

std::string nameOf(ModelKind kind) { return nameIn(modelKinds, kind); }

std::string nameOf(Initialisation initialisation) { return nameIn(initialisations, initialisation); }

std::string nameOf(TimeMode mode) { return nameIn(timeModes, mode); }

std::string nameOf(Adversarial adversarial) { return nameIn(adversarials, adversarial); }

std::string nameOf(Reduction reduction) { return nameIn(reductions, reduction); }

std::string nameOf(RateSchedule schedule) { return nameIn(rateSchedules, schedule); }

Result<ModelKind> modelKind(const std::string& name)
{
    return valueIn(modelKinds, name, SONOGLYPH_TEXT("core", "There is no model %1. Choose aivae, aivaegan or classifier."));
}

Result<Initialisation> initialisation(const std::string& name)
{
    return valueIn(initialisations, name, SONOGLYPH_TEXT("core", "There is no initialisation %1. Choose he or pytorch."));
}

Result<TimeMode> timeMode(const std::string& name)
{
    return valueIn(timeModes, name, SONOGLYPH_TEXT("core", "There is no time mode %1. Choose stretch or pad."));
}

Result<Adversarial> adversarial(const std::string& name)
{
    return valueIn(adversarials, name, SONOGLYPH_TEXT("core", "There is no adversarial term %1. Choose non-saturating or saturating."));
}

Result<Reduction> reduction(const std::string& name)
{
    return valueIn(reductions, name, SONOGLYPH_TEXT("core", "There is no reduction %1. Choose sum or mean."));
}

Result<RateSchedule> rateSchedule(const std::string& name)
{
    return valueIn(rateSchedules, name, SONOGLYPH_TEXT("core", "There is no schedule %1 of the learning rate. Choose constant or cosine."));
}

std::vector<FieldError> validate(const RunConfig& c)
{
    Rules rules;
    if (!isDatasetName(c.data.name))
        rules.add("data.name",
                  {SONOGLYPH_TEXT("core", "A data set cannot be called %1. Choose fsdd, fsdd6, scd, mixed, synthetic or one of "
                                          "your own."),
                   {c.data.name}});
    constexpr std::string_view speaker = "speaker:";
    const std::string& split = c.data.split;
    if (split == speaker)
        rules.add("data.split", {SONOGLYPH_TEXT("core", "Name the speaker that is held out, for example speaker:theo."), {}});
    else if (split != "random" && split != "official" && split != "speakers" && !split.starts_with(speaker))
        rules.add("data.split",
                  {SONOGLYPH_TEXT("core", "There is no split %1. Choose random, official, speakers or speaker:NAME."), {split}});
    validateSpectrogram(c.data.spectrogram, rules);
    validateAugmentation(c.augmentation, rules);
    rules.within("alpha", c.alpha, 0.001, 1000);
    rules.within("latent", std::int64_t(c.latent), 1, 1024);
    rules.within("batch", std::int64_t(c.batch), 2, 4096);
    rules.within("epochs", std::int64_t(c.epochs), 1, 9999);
    rules.within("maxSteps", c.maxSteps, 0, 1'000'000'000);
    rules.within("learningRate", c.learningRate, 0, 1);
    rules.within("klWarmup", c.klWarmup, 0, 1'000'000'000);
    rules.within("previewEvery", c.previewEvery, 1, 1'000'000);
    rules.within("checkpointMinutes", c.checkpointMinutes, 0, 100'000);
    if (c.device != "cpu" && c.device != "cuda")
        rules.add("device", {SONOGLYPH_TEXT("core", "There is no device %1. Choose cpu or cuda."), {c.device}});
    rules.within("threads", std::int64_t(c.threads), 0, 1024);
    return rules.take();
}

json toJson(const SpectrogramParams& p)
{
    return {{"rate", p.rate},
            {"fftSize", p.fftSize},
            {"hopSeconds", p.hopSeconds},
            {"bands", p.bands},
            {"maxFrequency", p.maxFrequency},
            {"floorDecibels", p.floorDecibels},
            {"timeMode", nameOf(p.timeMode)},
            {"size", p.size}};
}

json toJson(const AugmentationParams& p)
{
    return {{"share", p.share},
            {"trimShare", p.trimShare},
            {"shiftSeconds", p.shiftSeconds},
            {"speedPercent", p.speedPercent},
            {"roomShare", p.roomShare},
            {"roomSeconds", p.roomSeconds},
            {"tiltDecibels", p.tiltDecibels},
            {"noiseShare", p.noiseShare},
            {"snrLowest", p.snrLowest},
            {"snrHighest", p.snrHighest},
            {"levelLowest", p.levelLowest},
            {"levelHighest", p.levelHighest},
            {"hiddenBands", p.hiddenBands},
            {"hiddenColumns", p.hiddenColumns}};
}

json toJson(const DatasetConfig& d)
{
    json out{{"name", d.name},
             {"folder", json::parse(dumped(d.folder.string()))},
             {"split", d.split},
             {"spectrogram", toJson(d.spectrogram)},
             {"seed", d.seed}};
    if (d.labels != digitLabels()) out["labels"] = d.labels;
    return out;
}

json toJson(const RunConfig& c)
{
    json out{{"model", nameOf(c.model)},
             {"data", toJson(c.data)},
             {"augmentation", toJson(c.augmentation)},
             {"alpha", c.alpha},
             {"adversarial", nameOf(c.adversarial)},
             {"reconstructionReduction", nameOf(c.reconstructionReduction)},
             {"latent", c.latent},
             {"batch", c.batch},
             {"epochs", c.epochs},
             {"maxSteps", c.maxSteps},
             {"learningRate", c.learningRate},
             {"rateSchedule", nameOf(c.rateSchedule)},
             {"seed", c.seed},
             {"initialisation", nameOf(c.initialisation)},
             {"standardise", c.standardise},
             {"klWarmup", c.klWarmup},
             {"previewEvery", c.previewEvery},
             {"checkpointMinutes", c.checkpointMinutes},
             {"device", c.device},
             {"threads", c.threads}};
    if (c.klReduction) out["klReduction"] = nameOf(*c.klReduction);
    return out;
}

Result<RunConfig> runConfigFromJson(const json& object)
{
    try {
        const RunConfig config = readRun(object);
        if (const auto errors = validate(config); !errors.empty())
            return Error{Errc::BadOption,
                         {SONOGLYPH_TEXT("core", "The configuration's \"%1\" is wrong: %2"),
                          {errors.front().field, english(errors.front().message)}},
                         {}};
        return config;
    } catch (const BadJson& bad) {
        return bad.error;
    }
}

Result<SpectrogramParams> spectrogramParamsFromJson(const json& object)
{
    try {
        const SpectrogramParams params = readSpectrogram(object, "");
        Rules rules;
        validateSpectrogram(params, rules);
        if (const auto errors = rules.take(); !errors.empty())
            return Error{Errc::BadOption,
                         {SONOGLYPH_TEXT("core", "The configuration's \"%1\" is wrong: %2"),
                          {errors.front().field, english(errors.front().message)}},
                         {}};
        return params;
    } catch (const BadJson& bad) {
        return bad.error;
    }
}

}  // namespace sonoglyph
