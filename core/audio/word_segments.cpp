#include "core/audio/word_segments.h"

#include <algorithm>
#include <cmath>

namespace sonoglyph {

namespace {

// In frames of 10 ms. A level covers 20 ms, so a single click fills two or three frames.
constexpr int clickFrames = 4;
constexpr int leadingPause = 3;    ///< a click this long before the sound does not belong to the word ...
constexpr int trailingPause = 16;  ///< ... nor does one this long after it; the burst that ends "eight" comes earlier
constexpr int weakPause = 6;       ///< bursts that never reach the threshold belong to a word only this close to it

struct Burst {
    int begin = 0;
    int end = 0;
    bool strong = false;

    int frames() const { return end - begin; }
};

int inFrames(double seconds) { return int(std::lround(seconds / FrameLevels::frameSeconds)); }

std::vector<Burst> findBursts(std::span<const FrameLevel> levels, const NoiseFloor& floor, const WordDetectorParams& params)
{
    const auto threshold = float(params.thresholdDecibels);
    std::vector<Burst> bursts;
    bool inside = false;
    for (int i = 0; i < int(levels.size()); ++i) {
        const FrameLevel& level = levels[std::size_t(i)];
        const float excess = floor.excess(level);
        if (excess > floor.soundAbove) {
            if (!inside) bursts.push_back({i, i, false});
            bursts.back().end = i + 1;
            bursts.back().strong |= excess > threshold;
        }
        inside = excess > floor.soundAbove;
    }
    return bursts;
}

std::vector<float> sorted(std::span<const FrameLevel> levels, float FrameLevel::*band)
{
    std::vector<float> out(levels.size());
    std::transform(levels.begin(), levels.end(), out.begin(), [band](const FrameLevel& level) { return level.*band; });
    std::sort(out.begin(), out.end());
    return out;
}

float percentile(const std::vector<float>& sorted, std::size_t percent)
{
    return sorted.empty() ? FrameLevel::quietest : sorted[(sorted.size() - 1) * percent / 100];
}

/// Removes what does not belong to a word from both ends of a group of bursts.
std::span<const Burst> withoutClicks(std::span<const Burst> group)
{
    const auto isClick = [](const Burst& burst) { return burst.frames() <= clickFrames; };
    while (group.size() > 1) {
        const int pause = group[1].begin - group[0].end;
        if (!(isClick(group[0]) && pause >= leadingPause) && !(!group[0].strong && pause >= weakPause)) break;
        group = group.subspan(1);
    }
    while (group.size() > 1) {
        const Burst& last = group.back();
        const int pause = last.begin - group[group.size() - 2].end;
        if (!(isClick(last) && pause >= trailingPause) && !(!last.strong && pause >= weakPause)) break;
        group = group.first(group.size() - 1);
    }
    return group;
}

}  // namespace

NoiseFloor noiseFloor(std::span<const FrameLevel> levels, const WordDetectorParams& params)
{
    // In normally distributed noise the 2nd percentile is 0.77 standard deviations below the 10th; 7 times that is 4 above the mean.
    constexpr float spreads = 7;
    const std::vector<float> voice = sorted(levels, &FrameLevel::voice);
    const std::vector<float> hiss = sorted(levels, &FrameLevel::hiss);
    const float spread = std::max(percentile(voice, 10) - percentile(voice, 2), percentile(hiss, 10) - percentile(hiss, 2));
    const auto threshold = float(params.thresholdDecibels);
    return {{percentile(voice, 10), percentile(hiss, 10)}, std::clamp(spreads * spread, threshold / 4, threshold / 2)};
}

bool isSteady(std::span<const FrameLevel> levels)
{
    constexpr float mostDecibels = 3;
    const std::vector<float> voice = sorted(levels, &FrameLevel::voice);
    return percentile(voice, 95) - percentile(voice, 5) < mostDecibels;
}

std::vector<WordSegment> findSegments(std::span<const FrameLevel> levels, const NoiseFloor& floor, const WordDetectorParams& params)
{
    const std::vector<Burst> bursts = findBursts(levels, floor, params);
    const int hangOver = inFrames(params.hangOverSeconds);
    const int longest = inFrames(params.longestSeconds);
    std::vector<WordSegment> words;
    for (std::size_t first = 0; first < bursts.size();) {
        std::size_t last = first;
        while (last + 1 < bursts.size() && bursts[last + 1].begin - bursts[last].end < hangOver) ++last;
        const auto group = withoutClicks(std::span(bursts).subspan(first, last + 1 - first));
        first = last + 1;

        int sounding = 0;
        bool strong = false;
        for (const Burst& burst : group) {
            sounding += burst.frames();
            strong |= burst.strong;
        }
        if (!strong || sounding < inFrames(params.minimumSeconds)) continue;
        WordSegment word{group.front().begin, group.back().end, int(levels.size()) - bursts[last].end >= hangOver, FrameLevel::quietest};
        if (word.end - word.begin >= longest) {
            word.end = word.begin + longest;
            word.ended = true;
        }
        for (int i = word.begin; i < word.end; ++i) word.loudest = std::max(word.loudest, levels[std::size_t(i)].voice);
        words.push_back(word);
    }
    return words;
}

}  // namespace sonoglyph
