#include "core/audio/sound_faults.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "core/audio/frame_levels.h"

namespace sonoglyph {

namespace {

constexpr double lowest = -120;

double decibels(double amplitude) { return amplitude > 0 ? std::max(lowest, 20 * std::log10(amplitude)) : lowest; }

int samplesInFlatTops(std::span<const float> samples)
{
    int clipped = 0, run = 0;
    float side = 0;
    const auto end = [&] {
        if (run >= faultLimits.clippedInARow) clipped += run;
        run = 0;
    };
    for (const float sample : samples) {
        if (std::abs(sample) < faultLimits.fullScale || sample * side < 0) end();
        if (std::abs(sample) >= faultLimits.fullScale) ++run;
        side = sample;
    }
    end();
    return clipped;
}

/// Whether the sound is as loud at an edge as within it: its middle is not over when the recording is.
bool loudAtAnEdge(const Sound& sound)
{
    const auto levels = frameLevels(sound);
    if (levels.size() < 8) return false;
    const auto voice = [](const FrameLevel& a, const FrameLevel& b) { return a.voice < b.voice; };
    const float loudest = std::max_element(levels.begin(), levels.end(), voice)->voice;
    const auto edge = std::max<std::size_t>(2, std::size_t(faultLimits.edgeSeconds / FrameLevels::frameSeconds));
    const auto loud = [&](std::size_t from) {
        float most = FrameLevel::quietest;
        for (std::size_t i = from; i < from + edge; ++i) most = std::max(most, levels[i].voice);
        return most > loudest - 12;
    };
    return loud(0) || loud(levels.size() - edge);
}

}  // namespace

bool SoundFacts::has(SoundFault fault) const { return std::find(faults.begin(), faults.end(), fault) != faults.end(); }

SoundFacts factsOf(const Sound& sound, const std::optional<WordBounds>& known)
{
    SoundFacts facts;
    facts.rate = sound.rate;
    facts.seconds = sound.seconds();
    double squares = 0;
    float peak = 0;
    for (const float sample : sound.samples) {
        peak = std::max(peak, std::abs(sample));
        squares += double(sample) * sample;
    }
    facts.peakDecibels = decibels(peak);
    facts.rmsDecibels = decibels(std::sqrt(squares / double(std::max<std::size_t>(1, sound.samples.size()))));
    facts.clippedSamples = samplesInFlatTops(sound.samples);
    const auto word = known ? known : findWord(sound);
    facts.word = word.value_or(WordBounds{});
    const double length = sound.rate > 0 ? double(facts.word.end - facts.word.begin) / sound.rate : 0;
    const auto add = [&](bool is, SoundFault fault) {
        if (is) facts.faults.push_back(fault);
    };
    add(!word || facts.peakDecibels <= lowest, SoundFault::Silent);
    add(word && facts.peakDecibels < faultLimits.quietDecibels, SoundFault::Quiet);
    add(facts.clippedSamples > 0, SoundFault::Clipped);
    add(word && length < faultLimits.shortestSeconds, SoundFault::TooShort);
    add(word && length > faultLimits.longestSeconds, SoundFault::TooLong);
    add(word && loudAtAnEdge(sound), SoundFault::CutOff);
    return facts;
}

}  // namespace sonoglyph
