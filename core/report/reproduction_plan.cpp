#include "core/report/reproduction_plan.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <sstream>

#include "core/base/number_text.h"
#include "core/data/paired_dataset.h"
#include "core/data/recordings.h"

namespace sonoglyph {

namespace {

constexpr std::int64_t longestWarmup = 2000;

Error badEpochs(const std::string& part)
{
    return {Errc::BadOption,
            {SONOGLYPH_TEXT("core", "“%1” does not say how many epochs. Examples: 100, or 1,scd=10,fsdd/aivae=3,lenet=5."), {part}}};
}

std::int64_t stepsOf(std::size_t pairs, const RunConfig& config)
{
    const auto batch = std::size_t(config.batch);
    return std::int64_t((pairs + batch - 1) / batch) * config.epochs;
}

template <class Value>
bool hasTwice(std::vector<Value> values)
{
    std::sort(values.begin(), values.end());
    return std::adjacent_find(values.begin(), values.end()) != values.end();
}

Result<void> check(const ReproductionConfig& config)
{
    const auto bad = [](const char* text) { return Error{Errc::BadOption, {text, {}}}; };
    if (config.sets.empty() || config.alphas.empty() || config.seeds.empty())
        return bad(SONOGLYPH_TEXT("core", "Name at least one data set, one alpha and one seed."));
    for (const std::string& set : config.sets)
        if (set != "fsdd" && set != "scd") return bad(SONOGLYPH_TEXT("core", "The paper's data sets are fsdd and scd."));
    if (hasTwice(config.sets) || hasTwice(config.alphas) || hasTwice(config.seeds))
        return bad(SONOGLYPH_TEXT("core", "A data set, an alpha or a seed is named twice."));
    if (config.repeats < 1) return bad(SONOGLYPH_TEXT("core", "Repeats must be 1 or more."));
    return {};
}

class Planner {
public:
    Planner(const ReproductionConfig& config, const std::vector<std::pair<std::string, std::size_t>>& pairs)
        : config_(config), pairs_(pairs)
    {
    }

    Result<std::vector<PlannedRun>> plan()
    {
        for (const std::uint64_t seed : config_.seeds) {
            for (const std::string& set : config_.sets) {
                add(set, ModelKind::Classifier, 1, seed, "random");
                add(set, ModelKind::Aivae, 1, seed, "random");
                for (const double alpha : config_.alphas) add(set, ModelKind::Aivaegan, alpha, seed, "random");
            }
            if (!config_.splits || std::find(config_.sets.begin(), config_.sets.end(), "fsdd") == config_.sets.end()) continue;
            add("fsdd", ModelKind::Aivae, 1, seed, "official");
            for (const std::string_view speaker : paperSpeakers())
                add("fsdd", ModelKind::Aivae, 1, seed, "speaker:" + std::string(speaker));
        }
        for (const PlannedRun& run : runs_)
            if (const auto wrong = validate(run.config); !wrong.empty())
                return Error{Errc::BadOption, wrong.front().message, wrong.front().field};
        return std::move(runs_);
    }

private:
    void add(const std::string& set, ModelKind model, double alpha, std::uint64_t seed, const std::string& split)
    {
        PlannedRun run;
        RunConfig& c = run.config;
        c.model = model;
        c.alpha = alpha;
        c.seed = seed;
        c.data.name = set;
        c.data.folder = config_.data;
        c.data.split = split;
        c.data.seed = seed;
        c.epochs = config_.epochs.of(nameOf(model), set, split != "random");
        c.device = config_.device;
        c.threads = config_.threads;
        const auto pairs = std::find_if(pairs_.begin(), pairs_.end(), [&](const auto& p) { return p.first == set; });
        c.klWarmup = std::min(longestWarmup, stepsOf(pairs == pairs_.end() ? 0 : pairs->second, c) / 2);
        run.zeroing = model == ModelKind::Aivae && split == "random";
        run.name = set + "-" + (split == "random" ? "" : split.substr(split.find(':') + 1) + "-") + nameOf(model) +
                   (model == ModelKind::Aivaegan ? "-" + shortest(alpha) : "") + "-seed-" + std::to_string(seed);
        runs_.push_back(std::move(run));
    }

    const ReproductionConfig& config_;
    const std::vector<std::pair<std::string, std::size_t>>& pairs_;
    std::vector<PlannedRun> runs_;
};

}  // namespace

Result<EpochPlan> EpochPlan::parse(const std::string& text)
{
    static const std::set<std::string> models{"aivae", "aivaegan", "classifier"}, sets{"fsdd", "scd"};
    const auto known = [&](const std::string& key) {
        if (key == "lenet" || key == "splits" || models.contains(key) || sets.contains(key)) return true;
        const auto slash = key.find('/');
        return slash != std::string::npos && sets.contains(key.substr(0, slash)) && models.contains(key.substr(slash + 1));
    };
    EpochPlan plan;
    std::istringstream parts(text);
    std::string part;
    while (std::getline(parts, part, ',')) {
        const auto equals = part.find('=');
        const std::string key = equals == std::string::npos ? "" : part.substr(0, equals),
                          value = part.substr(equals == std::string::npos ? 0 : equals + 1);
        int epochs = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), epochs);
        if (error != std::errc() || end != value.data() + value.size() || epochs < 1 || epochs > 100000) return badEpochs(part);
        if (equals != std::string::npos && !known(key)) return badEpochs(part);
        plan.rules_.emplace_back(key, epochs);
    }
    if (plan.rules_.size() == 1) return badEpochs(text);
    return plan;
}

int EpochPlan::of(const std::string& model, const std::string& set, bool otherSplit) const
{
    int epochs = 0;
    for (const auto& [key, value] : rules_)
        if (key.empty() || key == model || key == set || key == set + "/" + model || (otherSplit && key == "splits")) epochs = value;
    return epochs;
}

std::string EpochPlan::text() const
{
    std::string out;
    const std::size_t first = rules_.size() > 1 && rules_[1].first.empty() ? 1 : 0;
    for (std::size_t i = first; i < rules_.size(); ++i)
        out += (out.empty() ? "" : ",") + (rules_[i].first.empty() ? "" : rules_[i].first + "=") + std::to_string(rules_[i].second);
    return out;
}

Result<std::vector<PlannedRun>> planReproduction(const ReproductionConfig& config,
                                                 const std::vector<std::pair<std::string, std::size_t>>& pairs)
{
    if (auto good = check(config); !good) return good.error();
    return Planner(config, pairs).plan();
}

bool sameTraining(const RunConfig& a, const RunConfig& b)
{
    const auto essence = [](RunConfig c) {
        c.data = resolved(c.data);
        c.data.folder.clear();
        if (c.model == ModelKind::Classifier) c.klWarmup = 0;
        c.learningRate = c.effectiveLearningRate();
        c.klReduction = c.effectiveKlReduction();
        c.device.clear();
        c.threads = 0;
        c.previewEvery = 0;
        c.checkpointMinutes = 0;
        return c;
    };
    return essence(a) == essence(b);
}

double relativeStepCost(ModelKind model)
{
    switch (model) {
    case ModelKind::Aivaegan:
        return 3.2;
    case ModelKind::Classifier:
        return 0.63;
    case ModelKind::Aivae:
        break;
    }
    return 1.0;
}

}  // namespace sonoglyph
