// Sounds that the audio tests make up, the same ones on every run.
#pragma once

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <numbers>
#include <random>
#include <string>
#include <vector>

#include "core/audio/sound.h"

namespace sounds {

inline sonoglyph::Sound silence(int rate, double seconds) { return {rate, std::vector<float>(std::size_t(rate * seconds))}; }

inline sonoglyph::Sound sine(int rate, double seconds, double hertz, float amplitude = 0.5F)
{
    sonoglyph::Sound sound = silence(rate, seconds);
    for (std::size_t i = 0; i < sound.samples.size(); ++i)
        sound.samples[i] = amplitude * float(std::sin(2 * std::numbers::pi * hertz * double(i) / rate));
    return sound;
}

inline sonoglyph::Sound noise(int rate, double seconds, float amplitude, unsigned seed)
{
    sonoglyph::Sound sound = silence(rate, seconds);
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(0, amplitude);
    for (float& sample : sound.samples) sample = normal(random);
    return sound;
}

/// A folder named by an environment variable of the tests; empty where it is not there.
inline std::filesystem::path folder(const char* variable, const char* below)
{
    const char* root = std::getenv(variable);
    const std::filesystem::path path = root ? std::filesystem::path(root) / below : std::filesystem::path();
    return !path.empty() && std::filesystem::is_directory(path) ? path : std::filesystem::path();
}

inline std::filesystem::path recordings() { return folder("SONOGLYPH_TEST_DATA", "fsdd/recordings"); }

}  // namespace sounds
