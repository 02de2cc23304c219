// What happens to a sound on its way from a mouth to a file: other voices, rooms, noises, levels. Each takes well below a millisecond a
// second of sound at 8 kHz. Any thread may call any function.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/data/random.h"

namespace sonoglyph {

/// Played `factor` times as fast, as a tape would be: shorter and higher. Cubic interpolation (Catmull-Rom), no filter: for factors near 1.
std::vector<float> atSpeed(std::span<const float> samples, double factor);

/// The colour of a microphone: above 1 kHz `decibels` louder than below (negative: softer). The filter is of first order and the way from
/// one to the other long: at 8 kHz 9 of 12 dB lie between 60 and 3500 Hz, and 5 of -12.
void tilt(std::span<float> samples, int rate, double decibels);

/// With an echo that falls by 60 dB in `seconds`, and direct sound `directDecibels` over it. The echo is that of velvet noise: sparse
/// pulses of random sign (Karjalainen & Jarvelainen 2007). Longer than `samples` by two thirds of `seconds`: 40 dB down it ends.
std::vector<float> inRoom(std::span<const float> samples, int rate, double seconds, double directDecibels, Random& random);

/// Same power in every hertz, deviation 1, close to normal (a sum of four even draws).
std::vector<float> whiteNoise(std::size_t samples, Random& random);
/// Same power in every octave (3 dB an octave, within 0.6 dB from rate / 4000 to rate / 2; P. Kellet's economy filter).
std::vector<float> pinkNoise(std::size_t samples, Random& random);

/// Mean of the squares; 0 of nothing.
double meanPower(std::span<const float> samples);
/// Adds `noise` (same length) so scaled that a sound of mean power `power` is `snr` decibels over it.
void addNoise(std::span<float> samples, std::span<const float> noise, double power, double snr);

/// Through a 16-bit converter, with the loudest sample at `peakDecibels` relative to full scale. Over 0 it clips. Silence stays silence.
void digitise(std::span<float> samples, double peakDecibels);

}  // namespace sonoglyph
