// From sound to what the networks hear: the 48x48 mel spectrogram.
//
// Definition (the paper says "MEL-scaled spectrograms, resized to 48x48 pixels", section 5.1; the rest is pinned by our golden values):
// mono at `rate`; padded or cut to one second, or left as long as it is; frames of `fftSize` every `rate * hopSeconds` samples, centred by
// fftSize/2 zeros at both ends; periodic Hann window; power spectrum; `bands` triangular filters of peak 1 on the HTK mel scale from 0 to
// `maxFrequency`; decibels below this recording's own maximum, cut at `floorDecibels`, mapped to [0, 1]; resized to size x size by
// bilinear interpolation with half-pixel centres.
#pragma once

#include <span>
#include <vector>

#include "core/audio/sound.h"
#include "core/base/result.h"

namespace sonoglyph {

enum class TimeMode {
    Stretch,  ///< the whole recording, whatever its length, fills the width
    Pad,      ///< exactly one second: zeros at the end, or cut
};

/// Stored with every model, so that a model always hears what it was trained on.
struct SpectrogramParams {
    int rate = 0;       ///< Hz; 0: the recording's own
    int fftSize = 512;  ///< samples, even
    double hopSeconds = 0.01;
    int bands = 48;
    double maxFrequency = 0;     ///< Hz; 0: half the rate
    double floorDecibels = -80;  ///< below the recording's maximum
    TimeMode timeMode = TimeMode::Stretch;
    int size = 48;  ///< width and height of the network input

    bool operator==(const SpectrogramParams&) const = default;
};

/// Refuses settings that no spectrogram can be made with (BadOption, names the setting). The functions below rely on it: check settings
/// that come from a file or a person once, before they are used.
Result<void> validate(const SpectrogramParams& params);

/// A picture of sound: `bands` rows (row 0 the lowest frequency) by `frames` columns, values 0 (floor) to 1 (this recording's maximum).
struct Spectrogram {
    int bands = 0;
    int frames = 0;
    std::vector<float> values;  ///< row by row

    float at(int band, int frame) const { return values[std::size_t(band) * std::size_t(frames) + std::size_t(frame)]; }
};

/// The spectrogram at its own number of frames, before the resize. `sound` may have any rate: it is resampled to params.rate first. Silence
/// gives all ones by the definition (everything equals the maximum); an empty sound gives one frame of it. Any thread may call it; each
/// thread keeps the filters and the Fourier plan of the last few settings, so that the next recording costs only its own transform.
Spectrogram melSpectrogram(const Sound& sound, const SpectrogramParams& params);

/// melSpectrogram() resized to the size x size network input.
Spectrogram networkInput(const Sound& sound, const SpectrogramParams& params);

/// Bilinear resize with half-pixel centres (PyTorch interpolate, align_corners=False).
Spectrogram resized(const Spectrogram& spectrogram, int bands, int frames);

}  // namespace sonoglyph
