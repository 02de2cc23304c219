#include "core/data/pairing.h"

#include <algorithm>
#include <array>

namespace sonoglyph {

Alignment alignmentOf(const std::string& dataset) { return dataset == "scd" ? Alignment::OneToOne : Alignment::ManyToOne; }

std::vector<Pair> pairUp(Alignment alignment, const DigitImages& images, const RecordingSet& set, std::span<const std::uint32_t> recordings,
                         Random& random)
{
    std::array<std::vector<std::uint32_t>, 10> byDigit;
    for (const std::uint32_t i : recordings) byDigit[std::size_t(set.recordings[i].digit)].push_back(i);
    std::vector<Pair> pairs;
    for (int digit = 0; digit < 10; ++digit) {
        auto& heard = byDigit[std::size_t(digit)];
        if (heard.empty() || images.count() == 0) continue;
        std::vector<std::uint32_t> seen = images.indicesOfClass(digit);
        if (alignment == Alignment::ManyToOne) {
            for (const std::uint32_t image : seen) pairs.push_back({image, heard[std::size_t(drawBelow(random, heard.size()))]});
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
