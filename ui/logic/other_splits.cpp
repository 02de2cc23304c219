#include "ui/logic/other_splits.h"

#include <algorithm>
#include <map>

#include "core/data/recordings.h"
#include "core/report/reproduction_plan.h"

namespace sonoglyph {

namespace {

constexpr int allSpeakers = 6;  ///< of FSDD

void addSource(SplitScore& score, const QString& source)
{
    if (!score.sources.contains(source)) score.sources << source;
}

}  // namespace

bool isFsdd(const std::string& set) { return set == "fsdd" || set == "fsdd6"; }

bool voicesWereHeard(const RunConfig& config) { return !config.data.split.starts_with("speaker"); }

bool differBySplitOnly(const RunConfig& a, const RunConfig& b)
{
    const auto essence = [](RunConfig config) {
        const RunConfig usual;
        config.data.split = usual.data.split;
        config.data.seed = usual.data.seed;
        config.seed = usual.seed;
        config.epochs = usual.epochs;
        config.maxSteps = usual.maxSteps;
        config.klWarmup = usual.klWarmup;
        return config;
    };
    return a.data.name == b.data.name && sameTraining(essence(a), essence(b));
}

std::vector<SplitScore> otherSplits(const RunConfig& model, std::span<const std::vector<KnownEvaluation>> known)
{
    if (!isFsdd(model.data.name) || !voicesWereHeard(model)) return {};
    const auto like = [&](const KnownEvaluation& one) { return differBySplitOnly(one.config, model); };
    SplitScore official{SplitScore::Kind::Official, {}, {}, 0, {}};
    for (const auto& some : known) {
        std::vector<Measures> seeds;
        for (const KnownEvaluation& one : some) {
            if (one.config.data.split != "official" || !like(one)) continue;
            seeds.push_back(one.measures);
            addSource(official, one.source);
        }
        if (seeds.empty()) continue;
        official.measures = meanOf(seeds);
        break;
    }
    SplitScore leftOut{
        SplitScore::Kind::SpeakersLeftOut, {}, {}, model.data.name == "fsdd" ? int(paperSpeakers().size()) : allSpeakers, {}};
    std::map<QString, Measures> speakers;
    for (const auto& some : known) {
        std::map<QString, std::vector<Measures>> seeds;
        for (const KnownEvaluation& one : some) {
            if (one.speaker.isEmpty() || speakers.contains(one.speaker) || !like(one)) continue;
            seeds[one.speaker].push_back(one.measures);
            addSource(leftOut, one.source);
        }
        for (const auto& [speaker, measures] : seeds) speakers[speaker] = meanOf(measures);
    }
    std::vector<Measures> parts;
    for (const auto& [speaker, measures] : speakers) {
        leftOut.speakers << speaker;
        parts.push_back(measures);
    }
    if (!parts.empty()) leftOut.measures = meanOf(parts);
    if (model.data.split == "official") return {leftOut};
    return {official, leftOut};
}

bool isReproduced(const RunConfig& model)
{
    const auto plan = planReproduction({}, {});
    return plan && std::any_of(plan->begin(), plan->end(), [&](const PlannedRun& run) {
               return run.config.data.split != "random" && differBySplitOnly(run.config, model);
           });
}

}  // namespace sonoglyph
