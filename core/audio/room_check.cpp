#include "core/audio/room_check.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numbers>
#include <numeric>

#include "core/audio/word_detector.h"
#include "core/audio/word_segments.h"

namespace sonoglyph {

namespace {

constexpr double mutedRange = 2.0 / 32768;  // between the lowest and the highest sample
constexpr double quietDecibels = -75;
constexpr double noisyDecibels = -38;  // normal speech near a microphone is some 15 dB louder
constexpr float fullScale = 0.998f;
constexpr double clippedShare = 1e-4;
constexpr double humStandsOut = 15;  // decibels above what is beside it
constexpr double humMatters = -62;   // fainter is not heard
constexpr int harmonics = 6;

double decibels(double power) { return 10 * std::log10(std::max(power, 1e-20)); }

/// The low frequencies alone, at some 2 kHz: groups of samples become their average.
Sound averaged(const Sound& sound)
{
    const auto group = std::size_t(std::max(1, sound.rate / 2000));
    Sound out{sound.rate / int(group), std::vector<float>(sound.samples.size() / group)};
    for (std::size_t i = 0; i < out.samples.size(); ++i)
        out.samples[i] = std::accumulate(sound.samples.begin() + std::ptrdiff_t(i * group),
                                         sound.samples.begin() + std::ptrdiff_t((i + 1) * group), 0.0f) /
                         float(group);
    return out;
}

/// The power of a sine of `hertz` in a sound, through a Hann window (the Goertzel recursion loses digits at low frequencies over so many
/// samples).
double powerAt(const Sound& sound, double hertz)
{
    const double step = 2 * std::numbers::pi / double(sound.samples.size());
    const std::complex<double> turn = std::polar(1.0, -2 * std::numbers::pi * hertz / sound.rate), fade = std::polar(1.0, step);
    std::complex<double> phase = 1, window = 1, sum = 0;
    for (const float sample : sound.samples) {
        sum += double(sample) * (0.5 - 0.5 * window.real()) * phase;
        phase *= turn;
        window *= fade;
    }
    const double amplitude = 4 * std::abs(sum) / double(sound.samples.size());
    return amplitude * amplitude / 2;
}

/// Of `mains` and its multiples, where they stand out; 0 where they do not.
double humPower(const Sound& sound, double mains)
{
    double power = 0;
    for (int harmonic = 1; harmonic <= harmonics; ++harmonic) {
        const double hertz = mains * harmonic;
        if (hertz + 13 > sound.rate / 2.0) break;
        std::array<double, 4> beside{};
        std::ranges::transform(std::array{-13., -8., 8., 13.}, beside.begin(), [&](double by) { return powerAt(sound, hertz + by); });
        std::ranges::sort(beside);
        const double here = powerAt(sound, hertz);
        if (decibels(here) - decibels(beside[2]) >= humStandsOut) power += here;
    }
    return power;
}

}  // namespace

RoomReport checkRoom(const Sound& sound)
{
    RoomReport report;
    const auto [low, high] = std::ranges::minmax_element(sound.samples);
    if (sound.samples.empty() || double(*high) - double(*low) <= mutedRange) {
        report.troubles = {RoomTrouble::Muted};
        report.noiseDecibels = double(FrameLevel::quietest);
        return report;
    }
    std::vector<FrameLevel> levels = frameLevels(sound);
    // The filter of the levels settles in the first frames.
    levels.erase(levels.begin(), levels.begin() + std::min<std::ptrdiff_t>(5, std::ptrdiff_t(levels.size())));
    report.floor = noiseFloor(levels, {});
    const bool spoken = !findSegments(levels, report.floor, {}).empty();
    std::ranges::sort(levels, {}, &FrameLevel::voice);
    if (!levels.empty()) report.noiseDecibels = double(levels[levels.size() / 2].voice);

    const auto clipped = std::ranges::count_if(sound.samples, [](float sample) { return std::abs(sample) >= fullScale; });
    const Sound lows = averaged(sound);
    const double hum50 = humPower(lows, 50), hum60 = humPower(lows, 60);
    // A voice has tones of its own.
    if (const double hum = decibels(std::max(hum50, hum60)); hum >= humMatters && !spoken) {
        report.humHertz = hum50 >= hum60 ? 50 : 60;
        report.humDecibels = hum;
    }
    if (report.noiseDecibels < quietDecibels && report.humHertz == 0) report.troubles.push_back(RoomTrouble::TooQuiet);
    if (double(clipped) > clippedShare * double(sound.samples.size())) report.troubles.push_back(RoomTrouble::Clipping);
    if (spoken) report.troubles.push_back(RoomTrouble::Spoken);
    if (report.humHertz > 0) report.troubles.push_back(RoomTrouble::Hum);
    if (report.noiseDecibels > noisyDecibels) report.troubles.push_back(RoomTrouble::Noisy);
    return report;
}

}  // namespace sonoglyph
