#include "core/data/split.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "core/data/random.h"

namespace sonoglyph {

namespace {

constexpr std::uint64_t splitStream = 1;
constexpr std::string_view speakerPrefix = "speaker:";

/// A part that lacks a label gets one recording of it in exchange for one that its part has more than once.
void giveEveryLabel(const RecordingSet& set, std::vector<std::uint32_t>& poor, std::vector<std::uint32_t>& rich)
{
    const auto labelOf = [&](std::uint32_t i) { return std::size_t(set.recordings[i].label); };
    std::vector<int> poorCount(set.labels.size()), richCount(set.labels.size());
    for (const auto i : poor) ++poorCount[labelOf(i)];
    for (const auto i : rich) ++richCount[labelOf(i)];
    for (std::size_t label = 0; label < set.labels.size(); ++label) {
        if (poorCount[label] > 0 || richCount[label] < 2) continue;
        const auto give = std::find_if(rich.begin(), rich.end(), [&](auto i) { return labelOf(i) == label; });
        const auto back = std::find_if(poor.begin(), poor.end(), [&](auto i) { return poorCount[labelOf(i)] > 1; });
        ++poorCount[label];
        --richCount[label];
        if (back != poor.end()) {
            --poorCount[labelOf(*back)];
            ++richCount[labelOf(*back)];
            std::swap(*give, *back);
        } else {
            poor.push_back(*give);
            rich.erase(give);
        }
    }
}

void splitRandomly(const RecordingSet& set, std::uint64_t seed, Split& split)
{
    std::map<std::string, std::vector<std::uint32_t>> bySet;
    for (std::size_t i = 0; i < set.recordings.size(); ++i) bySet[set.recordings[i].set].push_back(std::uint32_t(i));
    Random random = seededRandom(seed, splitStream);
    for (auto& [name, all] : bySet) {
        shuffle(std::span(all), random);
        const auto held = std::ptrdiff_t((all.size() + 5) / 10);
        std::vector<std::uint32_t> test(all.begin(), all.begin() + held), train(all.begin() + held, all.end());
        giveEveryLabel(set, test, train);
        giveEveryLabel(set, train, test);
        split.test.insert(split.test.end(), test.begin(), test.end());
        split.train.insert(split.train.end(), train.begin(), train.end());
    }
}

void splitSpeakers(const RecordingSet& set, std::uint64_t seed, Split& split)
{
    std::map<std::string, std::set<std::string>> bySet;
    for (const Recording& recording : set.recordings) bySet[recording.set].insert(recording.speaker);
    Random random = seededRandom(seed, splitStream);
    std::set<std::pair<std::string, std::string>> held;
    for (const auto& [name, speakers] : bySet) {
        std::vector<std::string> order(speakers.begin(), speakers.end());
        shuffle(std::span(order), random);
        order.resize(std::max<std::size_t>(1, (order.size() + 5) / 10));
        for (std::string& speaker : order) held.emplace(name, std::move(speaker));
    }
    for (std::size_t i = 0; i < set.recordings.size(); ++i) {
        const Recording& recording = set.recordings[i];
        (held.contains({recording.set, recording.speaker}) ? split.test : split.train).push_back(std::uint32_t(i));
    }
}

Error unknownSpeaker(const RecordingSet& set, const std::string& name)
{
    constexpr std::size_t shown = 12;
    const auto speakers = set.speakers();
    std::string known;
    for (std::size_t i = 0; i < std::min(shown, speakers.size()); ++i) known += (i ? ", " : "") + speakers[i];
    if (speakers.size() > shown) known += ", ...";
    return {Errc::BadOption,
            {SONOGLYPH_TEXT("core", "The data set %1 has no speaker %2. It has %3: %4."),
             {set.name, name, std::to_string(speakers.size()), known}},
            {}};
}

}  // namespace

Result<Split> splitRecordings(const RecordingSet& set, const std::string& split, std::uint64_t seed)
{
    Split result;
    if (split == "random") {
        splitRandomly(set, seed, result);
    } else if (split == "speakers") {
        splitSpeakers(set, seed, result);
    } else if (split == "official") {
        if (!set.officialKnown)
            return Error{
                Errc::NotFound,
                {SONOGLYPH_TEXT("core", "The data set %1 has no official split: of some recordings nobody says what they are for (Speech "
                                        "Commands: testing_list.txt and validation_list.txt; own ones: the column part). Choose "
                                        "another split."),
                 {set.name}},
                {}};
        for (std::size_t i = 0; i < set.recordings.size(); ++i) {
            const OfficialPart part = set.recordings[i].official;
            auto& indices = part == OfficialPart::Train ? result.train : part == OfficialPart::Test ? result.test : result.leftOut;
            indices.push_back(std::uint32_t(i));
        }
    } else if (split.starts_with(speakerPrefix)) {
        const std::string name = split.substr(speakerPrefix.size());
        for (std::size_t i = 0; i < set.recordings.size(); ++i)
            (set.recordings[i].speaker == name ? result.test : result.train).push_back(std::uint32_t(i));
        if (result.test.empty()) return unknownSpeaker(set, name);
    } else {
        return Error{Errc::BadOption,
                     {SONOGLYPH_TEXT("core", "There is no split %1. Choose random, official, speakers or speaker:NAME."), {split}},
                     {}};
    }
    if (result.train.empty() || result.test.empty())
        return Error{Errc::Incompatible,
                     {SONOGLYPH_TEXT("core", "The split %1 of the data set %2 leaves nothing to learn from or nothing to test with. "
                                             "Choose another split or add recordings."),
                      {split, set.name}},
                     {}};
    std::sort(result.train.begin(), result.train.end());
    std::sort(result.test.begin(), result.test.end());
    return result;
}

}  // namespace sonoglyph
