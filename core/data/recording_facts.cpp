#include "core/data/recording_facts.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

#include "core/audio/word_detector.h"
#include "core/base/digest.h"

namespace sonoglyph {

namespace {

constexpr double quietest = -120;
constexpr double edgeSeconds = 0.02;

double meanPower(std::span<const float> samples)
{
    double sum = 0;
    for (const float sample : samples) sum += double(sample) * sample;
    return samples.empty() ? 0 : sum / double(samples.size());
}

double decibels(double power) { return power > 0 ? std::max(quietest, 10 * std::log10(power)) : quietest; }

void measureFullScale(const Sound& sound, RecordingFacts& facts)
{
    std::int32_t run = 0;
    for (const float sample : sound.samples) {
        const bool full = std::abs(sample) >= limits::fullScale;
        run = full ? run + 1 : 0;
        facts.fullScaleSamples += full;
        facts.longestFullScale = std::max(facts.longestFullScale, run);
    }
}

/// Whether the sound begins or ends nearly as loud as it is anywhere.
bool isCutOff(const Sound& sound)
{
    const std::span<const float> all(sound.samples);
    const auto frame = std::size_t(std::max(1.0, edgeSeconds * sound.rate));
    if (all.size() < 4 * frame) return false;
    double loudest = 0;
    for (std::size_t i = 0; i + frame <= all.size(); i += frame) loudest = std::max(loudest, meanPower(all.subspan(i, frame)));
    const double edge = std::max(meanPower(all.first(frame)), meanPower(all.last(frame)));
    return decibels(edge) > decibels(loudest) - limits::cutOffBelowLoudest;
}

std::array<std::uint8_t, 16> contentOf(const Sound& sound)
{
    Digest digest;
    digest.update(std::uint64_t(sound.rate));
    digest.update(std::as_bytes(std::span(sound.samples)));
    const std::string hex = digest.hex();
    std::array<std::uint8_t, 16> content{};
    for (std::size_t i = 0; i < content.size(); ++i) content[i] = std::uint8_t(std::stoi(hex.substr(2 * i, 2), nullptr, 16));
    return content;
}

}  // namespace

std::string_view nameOf(Problem problem)
{
    constexpr std::array<std::string_view, allProblems.size()> names{"unreadable", "clipped", "silent",   "too_short",
                                                                     "no_word",    "cut_off", "duplicate"};
    return names[std::size_t(problem)];
}

Message titleOf(Problem problem)
{
    switch (problem) {
    case Problem::Unreadable:
        return {SONOGLYPH_TEXT("core", "Unreadable"), {}};
    case Problem::Clipped:
        return {SONOGLYPH_TEXT("core", "Clipped"), {}};
    case Problem::Silent:
        return {SONOGLYPH_TEXT("core", "Nearly silent"), {}};
    case Problem::TooShort:
        return {SONOGLYPH_TEXT("core", "Too short"), {}};
    case Problem::NoWord:
        return {SONOGLYPH_TEXT("core", "No word found"), {}};
    case Problem::CutOff:
        return {SONOGLYPH_TEXT("core", "Word cut off"), {}};
    case Problem::Duplicate:
        return {SONOGLYPH_TEXT("core", "Duplicate"), {}};
    }
    return {};
}

RecordingFacts factsOf(const Sound& sound)
{
    RecordingFacts facts;
    facts.seconds = float(sound.seconds());
    facts.rate = sound.rate;
    for (const float sample : sound.samples) facts.peak = std::max(facts.peak, std::abs(sample));
    facts.level = float(decibels(meanPower(sound.samples)));
    measureFullScale(sound, facts);
    facts.content = contentOf(sound);
    if (facts.longestFullScale >= limits::clippedRun) facts.problems.add(Problem::Clipped);
    if (facts.seconds < limits::shortestSeconds) facts.problems.add(Problem::TooShort);
    if (decibels(double(facts.peak) * facts.peak) < limits::silentPeak) {
        facts.problems.add(Problem::Silent);
        return facts;  // a word or its end would be one of the background's noises
    }
    if (const auto word = findWord(sound)) {
        facts.wordBegin = float(double(word->begin) / sound.rate);
        facts.wordEnd = float(double(word->end) / sound.rate);
        if (isCutOff(sound)) facts.problems.add(Problem::CutOff);
    } else if (!facts.problems.has(Problem::TooShort)) {
        facts.problems.add(Problem::NoWord);
    }
    return facts;
}

}  // namespace sonoglyph
