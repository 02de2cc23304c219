#include "core/data/pairing.h"

#include <algorithm>
#include <map>

namespace sonoglyph {

namespace {

/// Divided by the data sets that they come from.
std::vector<std::vector<std::uint32_t>> bySet(const RecordingSet& set, const std::vector<std::uint32_t>& recordings)
{
    std::map<std::string, std::vector<std::uint32_t>> sets;
    for (const std::uint32_t i : recordings) sets[set.recordings[i].set].push_back(i);
    std::vector<std::vector<std::uint32_t>> out;
    for (auto& [name, some] : sets) out.push_back(std::move(some));
    return out;
}

}  // namespace

Alignment alignmentOf(const std::string& dataset) { return dataset == "scd" ? Alignment::OneToOne : Alignment::ManyToOne; }

std::vector<Pair> pairUp(Alignment alignment, const DigitImages& images, const RecordingSet& set, std::span<const std::uint32_t> recordings,
                         Random& random)
{
    std::vector<std::vector<std::uint32_t>> byLabel(set.labels.size());
    for (const std::uint32_t i : recordings) byLabel[std::size_t(set.recordings[i].label)].push_back(i);
    std::vector<Pair> pairs;
    for (std::size_t label = 0; label < byLabel.size(); ++label) {
        auto& heard = byLabel[label];
        if (heard.empty()) continue;
        std::vector<std::uint32_t> seen = images.indicesOf(int(label));
        if (alignment == Alignment::ManyToOne) {
            const auto sets = bySet(set, heard);
            for (const std::uint32_t image : seen) {
                const auto& one = sets[sets.size() > 1 ? std::size_t(drawBelow(random, sets.size())) : 0];
                pairs.push_back({image, one[std::size_t(drawBelow(random, one.size()))]});
            }
        } else {
            shuffle(std::span(seen), random);
            shuffle(std::span(heard), random);
            for (std::size_t i = 0; i < std::min(seen.size(), heard.size()); ++i) pairs.push_back({seen[i], heard[i]});
        }
    }
    shuffle(std::span(pairs), random);
    return pairs;
}

}  // namespace sonoglyph
