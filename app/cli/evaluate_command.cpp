#include "app/cli/evaluate_command.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

#include "app/cli/dataset_options.h"
#include "app/cli/engine.h"

namespace sonoglyph {

namespace {

struct Options {
    EvaluationRequest request;
    DatasetConfig data;
    CLI::Option* dataset = nullptr;  ///< whether --dataset was said: else the model's own set, split and seed
    int threads = 0;
};

using Json = nlohmann::ordered_json;

/// One number a label.
template <class Value>
auto eachLabel(const SetReading& set, Value value)
{
    std::vector<decltype(value(set.perLabel[0]))> out;
    std::transform(set.perLabel.begin(), set.perLabel.end(), std::back_inserter(out), value);
    return out;
}

Json toJson(const SetReading& set)
{
    const LabelReading all = set.all();
    return {{"set", set.set},
            {"recordings", all.recordings},
            {"accuracy", all.accuracy()},
            {"accuracy_mean", all.accuracyMean()},
            {"per_digit", eachLabel(set, [](const LabelReading& d) { return d.accuracy(); })},
            {"per_digit_mean", eachLabel(set, [](const LabelReading& d) { return d.accuracyMean(); })},
            {"per_digit_recordings", eachLabel(set, [](const LabelReading& d) { return d.recordings; })}};
}

Json toJson(const RobustnessReading& r)
{
    return {{"change", r.change},
            {"recordings", r.recordings},
            {"same", r.same},
            {"accuracy", r.accuracy},
            {"accuracy_before", r.accuracyBefore}};
}

/// What every model's evaluation says.
Json readings(const std::string& model, const Evaluation& e)
{
    Json sets = Json::array(), robustness = Json::array();
    for (const SetReading& set : e.sets) sets.push_back(toJson(set));
    for (const RobustnessReading& reading : e.robustness) robustness.push_back(toJson(reading));
    Json object{{"model", model},
                {"accuracy", e.accuracy},
                {"interval", e.interval},
                {"accuracy_mean", e.accuracyMean},
                {"per_digit", e.perLabel},
                {"confusion", e.confusion},
                {"sets", sets}};
    if (e.labels != digitLabels()) object["labels"] = e.labels;
    if (!e.robustness.empty()) object["robustness"] = robustness;
    return object;
}

template <class... Values>
std::string format(const char* how, Values... values)
{
    char text[200];
    std::snprintf(text, sizeof text, how, values...);
    return text;
}

/// A row of percentages: all, then every label; "-" where there is none.
std::string percentages(const SetReading& set, const char* name, double (LabelReading::*accuracy)() const)
{
    std::string row = format("%-18s", (set.set + name).c_str());
    const auto cell = [&](const LabelReading& d) { row += d.examples > 0 ? format("%7.2f", 100 * (d.*accuracy)()) : "      -"; };
    cell(set.all());
    std::for_each(set.perLabel.begin(), set.perLabel.end(), cell);
    return row;
}

/// The readings by data set and label, and with changed recordings.
std::string tables(const Evaluation& e)
{
    std::string text = "\n\n%                     all";
    for (const std::string& label : e.labels) text += format(" %6.6s", label.c_str());
    for (const SetReading& set : e.sets) {
        if (e.heard) {
            text += "\n" + percentages(set, "", &LabelReading::accuracy);
        } else {
            text += "\n" + percentages(set, ", samples of z", &LabelReading::accuracy);
            text += "\n" + percentages(set, ", mean of z", &LabelReading::accuracyMean);
        }
        text += "\n" + format("%-18s%7lld", (set.set + ", recordings").c_str(), static_cast<long long>(set.all().recordings));
        for (const LabelReading& one : set.perLabel) text += format("%7lld", static_cast<long long>(one.recordings));
    }
    if (!e.robustness.empty()) text += "\n";
    for (const RobustnessReading& r : e.robustness)
        text += "\n" + format("%s: %.2f %% of %lld recordings are read the same; right %.2f %%, unchanged %.2f %%.", r.change.c_str(),
                              100 * r.same, static_cast<long long>(r.recordings), 100 * r.accuracy, 100 * r.accuracyBefore);
    return text;
}

Result<void> tellHearing(CommandLine& line, const std::string& model, const Evaluation& e)
{
    char text[160];
    std::snprintf(text, sizeof text, "The classifier hears the digit in %.2f %% (95 %% interval %.2f to %.2f) of %lld recordings.",
                  100 * e.accuracy, 100 * e.interval[0], 100 * e.interval[1], static_cast<long long>(e.examples));
    auto object = readings(model, e);
    object["cross_entropy"] = e.total;
    object["examples"] = e.examples;
    return line.print(object, text + tables(e));
}

Result<void> tellDrawing(CommandLine& line, const std::string& model, const Evaluation& e)
{
    char text[256];
    std::snprintf(text, sizeof text,
                  "LeNet-5 reads %.2f %% (95 %% interval %.2f to %.2f) of %lld images drawn from samples of z, %.2f %% from its mean.\n"
                  "Reconstruction %.2f, KL %.2f nats, %d active dimensions, diversity %.4f.",
                  100 * e.accuracy, 100 * e.interval[0], 100 * e.interval[1], static_cast<long long>(e.examples), 100 * e.accuracyMean,
                  e.reconstruction, e.kl, e.activeUnits, e.diversity);
    auto object = readings(model, e);
    object["diversity"] = e.diversity;
    object["reconstruction"] = e.reconstruction;
    object["kl"] = e.kl;
    object["active_units"] = e.activeUnits;
    object["examples"] = e.examples;
    return line.print(object, text + tables(e));
}

Result<void> run(CommandLine& line, Options& options)
{
    auto engine = engineFor(line, options.threads);
    if (!engine) return engine.error();
    EvaluationRequest& request = options.request;
    request.folder = options.data.folder;
    if (!options.dataset->empty()) request.data = options.data;
    auto result = (*engine)->evaluate(request, line.progress(), line.stopToken());
    if (!result) return result.error();
    return result->heard ? tellHearing(line, request.model, *result) : tellDrawing(line, request.model, *result);
}

}  // namespace

void addEvaluateCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    CLI::App& command = line.add("evaluate", "Read the images of held-out sounds with LeNet-5; of a classifier: what it hears",
                                 [&line, options] { return run(line, *options); });
    command.add_option("--model", options->request.model, "Model or checkpoint file, run folder, or built-in name")->required();
    addDatasetOptions(command, options->data);
    options->dataset = command.get_option("--dataset");
    command.get_option("--split")->needs(options->dataset);
    command.add_option("--seed", options->data.seed, "Of split and pairing")->needs(options->dataset)->type_name("S");
    command.add_option("--sample-seed", options->request.seed, "Of the samples of z")->type_name("S");
    command.add_flag("--robustness", options->request.robustness,
                     "Also with every recording 30 dB softer, and with noise 20 dB below the word");
    command.add_option("--lenet", options->request.lenet, "Another LeNet-5 than the built-in one")->type_name("FILE");
    command.add_option("--threads", options->threads, "0: as many as there are cores")->type_name("N");
}

}  // namespace sonoglyph
