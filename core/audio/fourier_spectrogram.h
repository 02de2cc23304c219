// The spectrogram before the mel filters: for people who look closer than the networks do.
#pragma once

#include "core/audio/spectrogram.h"

namespace sonoglyph {

/// The frames of melSpectrogram() as they leave the Fourier transform: row k is the power of the bin at k * rate / fftSize Hz, up to
/// `maxFrequency`, in decibels below this recording's loudest bin, mapped as there. Any thread may call it.
Spectrogram fourierSpectrogram(const Sound& sound, const SpectrogramParams& params);

}  // namespace sonoglyph
