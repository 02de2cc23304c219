#include "core/data/sound_effects.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace sonoglyph {

namespace {

constexpr double tiltHertz = 1000;
constexpr double pulsesASecond = 300;
constexpr double firstEchoSeconds = 0.002;

}  // namespace

std::vector<float> atSpeed(std::span<const float> samples, double factor)
{
    const auto count = std::size_t(double(samples.size()) / factor);
    const auto last = std::ptrdiff_t(samples.size()) - 1;
    const auto at = [&](std::ptrdiff_t i) { return samples[std::size_t(std::clamp<std::ptrdiff_t>(i, 0, last))]; };
    std::vector<float> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double position = double(i) * factor;
        const auto k = std::ptrdiff_t(position);
        const auto t = float(position - double(k));
        const float a = at(k - 1), b = at(k), c = at(k + 1), d = at(k + 2);
        out[i] = b + 0.5F * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
    return out;
}

void tilt(std::span<float> samples, int rate, double decibels)
{
    const auto share = float(1 - std::exp(-2 * std::numbers::pi * tiltHertz / rate));
    const auto high = float(std::pow(10.0, decibels / 40)), low = 1 / high;
    float below = 0;
    for (float& sample : samples) {
        below += share * (sample - below);
        sample = low * below + high * (sample - below);
    }
}

std::vector<float> inRoom(std::span<const float> samples, int rate, double seconds, double directDecibels, Random& random)
{
    const double length = seconds * 2 / 3;
    const auto pulses = std::size_t(length * pulsesASecond);
    std::vector<std::pair<std::size_t, float>> echo(pulses);
    double power = 0;
    for (std::size_t i = 0; i < pulses; ++i) {
        const double after = firstEchoSeconds + (double(i) + drawBetween(random, 0, 1)) / pulsesASecond;
        const double strength = std::pow(10.0, -3 * after / seconds);
        power += strength * strength;
        echo[i] = {std::size_t(after * rate), float(drawBelow(random, 2) ? strength : -strength)};
    }
    const auto scale = float(std::sqrt(std::pow(10.0, -directDecibels / 10) / std::max(power, 1e-12)));
    std::vector<float> out(samples.begin(), samples.end());
    out.resize(samples.size() + (echo.empty() ? 0 : echo.back().first));
    for (const auto& [delay, strength] : echo) {
        const float by = scale * strength;
        float* const to = out.data() + delay;
        for (std::size_t i = 0; i < samples.size(); ++i) to[i] += by * samples[i];
    }
    return out;
}

std::vector<float> whiteNoise(std::size_t samples, Random& random)
{
    // Four numbers of 16 bits, each of variance (2^32 - 1) / 12.
    constexpr float mean = 4 * 32767.5F;
    const auto scale = float(1 / std::sqrt(4 * (65536.0 * 65536.0 - 1) / 12));
    std::vector<float> out(samples);
    for (float& value : out) {
        const std::uint64_t r = random();
        value = scale * (float((r & 0xffff) + (r >> 16 & 0xffff) + (r >> 32 & 0xffff) + (r >> 48)) - mean);
    }
    return out;
}

std::vector<float> pinkNoise(std::size_t samples, Random& random)
{
    std::vector<float> out = whiteNoise(samples, random);
    float a = 0, b = 0, c = 0;
    for (float& value : out) {
        a = 0.99765F * a + value * 0.0990460F;
        b = 0.96300F * b + value * 0.2965164F;
        c = 0.57000F * c + value * 1.0526913F;
        value = a + b + c + value * 0.1848F;
    }
    return out;
}

double meanPower(std::span<const float> samples)
{
    double sum = 0;
    for (const float sample : samples) sum += double(sample) * double(sample);
    return samples.empty() ? 0 : sum / double(samples.size());
}

void addNoise(std::span<float> samples, std::span<const float> noise, double power, double snr)
{
    const double present = meanPower(noise);
    if (present <= 0) return;
    const auto scale = float(std::sqrt(power / present * std::pow(10.0, -snr / 10)));
    for (std::size_t i = 0; i < samples.size(); ++i) samples[i] += scale * noise[i];
}

void digitise(std::span<float> samples, double peakDecibels)
{
    float peak = 0;
    for (const float sample : samples) peak = std::max(peak, std::abs(sample));
    if (peak <= 0) return;
    const auto scale = float(32768 * std::pow(10.0, peakDecibels / 20) / double(peak));
    for (float& sample : samples) sample = std::clamp(std::nearbyint(sample * scale), -32768.0F, 32767.0F) / 32768;
}

}  // namespace sonoglyph
