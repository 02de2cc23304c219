#include "core/data/leak_check.h"

#include <algorithm>
#include <map>
#include <utility>

namespace sonoglyph {

namespace {

std::vector<SpeakerShare> countSpeakers(const RecordingSet& set, const Split& split)
{
    std::map<std::pair<std::string, std::string>, SpeakerShare> shares;
    const auto count = [&](const std::vector<std::uint32_t>& part, int SpeakerShare::*counter) {
        for (const std::uint32_t i : part) {
            const Recording& recording = set.recordings[i];
            ++(shares[{recording.set, recording.speaker}].*counter);
        }
    };
    count(split.train, &SpeakerShare::train);
    count(split.test, &SpeakerShare::test);
    count(split.leftOut, &SpeakerShare::leftOut);
    std::vector<SpeakerShare> sorted;
    for (auto& [name, share] : shares) {
        share.set = name.first;
        share.speaker = name.second;
        sorted.push_back(std::move(share));
    }
    return sorted;
}

std::vector<SharedContent> findCopies(const Split& split, std::span<const RecordingFacts> facts)
{
    std::map<std::array<std::uint8_t, 16>, std::uint32_t> learned;
    for (const std::uint32_t i : split.train)
        if (!facts[i].problems.has(Problem::Unreadable)) learned.emplace(facts[i].content, i);
    std::vector<SharedContent> copies;
    for (const std::uint32_t i : split.test) {
        if (facts[i].problems.has(Problem::Unreadable)) continue;
        if (const auto found = learned.find(facts[i].content); found != learned.end()) copies.push_back({found->second, i});
    }
    return copies;
}

Message meaningOf(const LeakCheck& check)
{
    if (check.testSpeakers == 0) return {SONOGLYPH_TEXT("core", "The test part is empty: there is nothing to score."), {}};
    if (check.sharedSpeakers == 0)
        return {
            SONOGLYPH_TEXT("core", "No voice of the test part is learned from: a score on this split says how well new voices are drawn."),
            {}};
    if (check.sharedSpeakers == check.testSpeakers)
        return {SONOGLYPH_TEXT("core",
                               "Every voice of the test part is also learned from: a score on this split says how well known voices are "
                               "drawn, not new ones."),
                {}};
    return {SONOGLYPH_TEXT("core",
                           "Some voices of the test part are also learned from (%1 of %2): a score on this split mixes known and new "
                           "voices."),
            {std::to_string(check.sharedSpeakers), std::to_string(check.testSpeakers)}};
}

Message copiesTold(const LeakCheck& check)
{
    if (!check.contentKnown)
        return {SONOGLYPH_TEXT("core", "Whether the same recording is on both sides is known once the recordings have been looked at."),
                {}};
    if (check.copies.empty()) return {SONOGLYPH_TEXT("core", "No recording of the test part is also in the training part."), {}};
    return {SONOGLYPH_TEXT("core", "Recordings of the test part that are also in the training part, so that they count as known: %1."),
            {std::to_string(check.copies.size())}};
}

}  // namespace

LeakCheck checkLeaks(const RecordingSet& set, const Split& split, std::span<const RecordingFacts> facts)
{
    LeakCheck check;
    check.speakers = countSpeakers(set, split);
    check.testSpeakers = int(std::ranges::count_if(check.speakers, [](const auto& share) { return share.test > 0; }));
    check.sharedSpeakers = int(std::ranges::count_if(check.speakers, [](const auto& share) { return share.test > 0 && share.train > 0; }));
    check.contentKnown = facts.size() == set.recordings.size();
    if (check.contentKnown) check.copies = findCopies(split, facts);
    check.meaning = meaningOf(check);
    check.copiesFound = copiesTold(check);
    return check;
}

}  // namespace sonoglyph
