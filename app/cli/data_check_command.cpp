#include "app/cli/data_check_command.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "app/cli/engine.h"
#include "core/base/atomic_file.h"
#include "core/base/number_text.h"
#include "core/data/dataset_config.h"
#include "core/data/labels.h"
#include "core/data/leak_check.h"
#include "core/data/paired_dataset.h"
#include "core/data/recording_check.h"
#include "core/session/doubtful_labels.h"

namespace sonoglyph {

namespace {

using Json = nlohmann::ordered_json;

/// For each recording, the part of the split that it is in.
std::vector<std::string> partsOf(const RecordingSet& set, const Split& split)
{
    std::vector<std::string> parts(set.recordings.size());
    for (const auto i : split.train) parts[i] = "train";
    for (const auto i : split.test) parts[i] = "test";
    for (const auto i : split.leftOut) parts[i] = "left_out";
    return parts;
}

std::string problemNames(Problems problems)
{
    std::string names;
    for (const Problem problem : allProblems)
        if (problems.has(problem)) names += (names.empty() ? "" : " ") + std::string(nameOf(problem));
    return names;
}

std::string csvOf(const RecordingSet& set, const RecordingCheck& check, const std::vector<std::string>& parts)
{
    std::string csv =
        "file,set,label,speaker,part,seconds,rate,peak,level_db,full_scale_samples,longest_full_scale,word_begin,word_end,same_as,"
        "problems\n";
    for (std::size_t i = 0; i < set.recordings.size(); ++i) {
        const Recording& recording = set.recordings[i];
        const RecordingFacts& facts = check.facts[i];
        const std::string same = facts.sameAs >= 0 ? set.recordings[std::size_t(facts.sameAs)].file.string() : std::string();
        csv += csvField(recording.file.string()) + ',' + recording.set + ',' + csvField(set.labels[std::size_t(recording.label)]) + ',' +
               csvField(recording.speaker) + ',' + parts[i] + ',' + shortest(facts.seconds) + ',' + std::to_string(facts.rate) + ',' +
               shortest(facts.peak) + ',' + shortest(facts.level) + ',' + std::to_string(facts.fullScaleSamples) + ',' +
               std::to_string(facts.longestFullScale) + ',' + shortest(facts.wordBegin) + ',' + shortest(facts.wordEnd) + ',' +
               csvField(same) + ',' + problemNames(facts.problems) + '\n';
    }
    return csv;
}

/// The middle and the ends of what `value` says of the readable recordings.
Json spread(const RecordingCheck& check, const std::function<double(const RecordingFacts&)>& value)
{
    std::vector<double> all;
    for (const RecordingFacts& facts : check.facts)
        if (!facts.problems.has(Problem::Unreadable)) all.push_back(value(facts));
    if (all.empty()) return nullptr;
    std::ranges::sort(all);
    return {{"least", all.front()}, {"median", all[all.size() / 2]}, {"most", all.back()}};
}

Json toJson(const RecordingSet& set, const RecordingCheck& check, const LeakCheck& leaks, const Split& split, const std::string& name)
{
    Json labels = Json::object(), problems = Json::object(), speakers = Json::array();
    std::vector<int> counts(set.labels.size());
    for (const Recording& recording : set.recordings) ++counts[std::size_t(recording.label)];
    for (int label = 0; label < int(set.labels.size()); ++label) labels[set.labels[std::size_t(label)]] = counts[std::size_t(label)];
    for (const Problem problem : allProblems) problems[std::string(nameOf(problem))] = check.count(problem);
    for (const SpeakerShare& share : leaks.speakers)
        speakers.push_back(
            {{"set", share.set}, {"speaker", share.speaker}, {"train", share.train}, {"test", share.test}, {"left_out", share.leftOut}});
    return {{"dataset", set.name},
            {"recordings", set.recordings.size()},
            {"labels", labels},
            {"seconds", spread(check, [](const auto& facts) { return double(facts.seconds); })},
            {"peak", spread(check, [](const auto& facts) { return double(facts.peak); })},
            {"level_db", spread(check, [](const auto& facts) { return double(facts.level); })},
            {"touch_full_scale", std::ranges::count_if(check.facts, [](const auto& facts) { return facts.fullScaleSamples > 0; })},
            {"problems", problems},
            {"split",
             {{"name", name},
              {"train", split.train.size()},
              {"test", split.test.size()},
              {"left_out", split.leftOut.size()},
              {"test_speakers", leaks.testSpeakers},
              {"shared_speakers", leaks.sharedSpeakers},
              {"copies", leaks.copies.size()},
              {"meaning", english(leaks.meaning)}}},
            {"speakers", speakers},
            {"from_cache", check.fromCache}};
}

std::string told(const Json& object, const RecordingCheck& check, const LeakCheck& leaks)
{
    const auto row = [](const std::string& name, const std::string& value) {
        return name + std::string(name.size() < 22 ? 22 - name.size() : 1, ' ') + value + '\n';
    };
    const auto range = [&](const char* key, const char* unit) {
        if (object[key].is_null()) return std::string("-");
        char text[96];
        std::snprintf(text, sizeof text, "%.2f to %.2f%s, median %.2f%s", object[key]["least"].get<double>(),
                      object[key]["most"].get<double>(), unit, object[key]["median"].get<double>(), unit);
        return std::string(text);
    };
    std::string text = row("Recordings", std::to_string(check.facts.size())) + row("Speakers", std::to_string(leaks.speakers.size()));
    std::string counts;
    for (const auto& [label, count] : object["labels"].items()) counts += (counts.empty() ? "" : ", ") + label + ": " + count.dump();
    text += row("Per label", counts) + row("Duration", range("seconds", " s")) + row("Peak", range("peak", "")) +
            row("Level", range("level_db", " dB"));
    for (const Problem problem : allProblems)
        if (const int count = check.count(problem); count > 0) text += row(english(titleOf(problem)), std::to_string(count));
    const Json& split = object["split"];
    text += row("Split " + split["name"].get<std::string>(),
                "training " + split["train"].dump() + ", test " + split["test"].dump() + ", left out " + split["left_out"].dump());
    return text + english(leaks.meaning) + '\n' + english(leaks.copiesFound);
}

/// Adds what `model` reads otherwise to `object` and, the surest of it, to `text`.
Result<void> addDoubtful(CommandLine& line, const DataCheckOptions& options, const RecordingSet& set, Json& object, std::string& text)
{
    constexpr std::size_t mostTold = 20;
    auto engine = engineFor(line, options.threads);
    if (!engine) return engine.error();
    const auto readings = (*engine)->readRecordings(options.model, set, line.progress(), line.stopToken());
    if (!readings) return readings.error();
    const auto found = doubtfulLabels(set.recordings, *readings);
    Json all = Json::array();
    text += "\nRead by " + options.model + " as something else than the label says, and surely: " + std::to_string(found.size());
    for (const DoubtfulLabel& one : found) {
        const Recording& recording = set.recordings[one.recording];
        const std::string label = set.labels[std::size_t(recording.label)], read = set.labels[std::size_t(one.reading.read)];
        if (all.size() < mostTold)
            text += "\n  " + recording.file.string() + ": " + label + ", read as " + read + " (" +
                    std::to_string(int(std::lround(100 * one.reading.confidence))) + " %)";
        all.push_back({{"file", recording.file.string()}, {"label", label}, {"read", read}, {"confidence", one.reading.confidence}});
    }
    if (all.size() > mostTold) text += "\n  and " + std::to_string(all.size() - mostTold) + " more (--json lists them)";
    object["doubtful"] = {{"model", options.model}, {"recordings", std::move(all)}};
    return {};
}

}  // namespace

Result<void> checkData(CommandLine& line, const DataCheckOptions& options)
{
    const DatasetConfig config = resolved(options.dataset);
    const auto set = listRecordings(config.name, config.folder);
    if (!set) return set.error();
    const auto split = splitRecordings(*set, config.split, config.seed);
    if (!split) return split.error();
    const auto check = checkRecordings(set->recordings, defaultCacheFolder(), line.progress(), line.stopToken(), options.threads);
    if (!check) return check.error();
    for (const BadRecording& bad : check->bad) line.say(english(bad.reason));
    for (const Message& note : check->notes) line.say(english(note));
    if (!options.csv.empty())
        if (auto written = replaceFile(options.csv, csvOf(*set, *check, partsOf(*set, *split))); !written) return written;
    const LeakCheck leaks = checkLeaks(*set, *split, check->facts);
    Json object = toJson(*set, *check, leaks, *split, config.split);
    std::string text = told(object, *check, leaks);
    if (!options.model.empty())
        if (auto added = addDoubtful(line, options, *set, object, text); !added) return added;
    return line.print(object, text);
}

}  // namespace sonoglyph
