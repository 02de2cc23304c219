// What one frame of samples becomes: window, Fourier transform, mel filters. Shared by the whole and the streaming spectrogram.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/audio/mel_filter_bank.h"
#include "core/audio/spectrogram.h"

struct kiss_fftr_state;

namespace sonoglyph {

/// SpectrogramParams with every "0: take it from the recording" filled in, in samples.
struct FrameLayout {
    int rate = 0;     ///< Hz
    int fftSize = 0;  ///< samples
    int hop = 0;      ///< samples, at least 1
    int bands = 0;    ///< mel bands, or Fourier bins from 0 Hz on
    bool mel = true;
    double maxFrequency = 0;  ///< Hz
    bool padded = false;      ///< exactly one second

    /// Unless `toMel` the frames stay Fourier bins, up to the same highest frequency.
    FrameLayout(const SpectrogramParams& params, int soundRate, bool toMel = true);
    bool operator==(const FrameLayout&) const = default;
};

/// Not thread-safe: it owns scratch memory.
class FrameTransform {
public:
    explicit FrameTransform(const FrameLayout& layout);

    const FrameLayout& layout() const { return layout_; }
    /// `samples` holds layout().fftSize values, `power` gets layout().bands.
    void apply(std::span<const float> samples, std::span<float> power);

private:
    struct FreePlan {
        void operator()(kiss_fftr_state* plan) const;
    };
    FrameLayout layout_;
    MelFilterBank filters_;
    std::vector<float> window_;
    std::unique_ptr<kiss_fftr_state, FreePlan> plan_;
    std::vector<float> windowed_;
    std::vector<float> spectrum_;  ///< real and imaginary parts in turn
    std::vector<float> bins_;      ///< power of each
};

/// This thread's own transform for `layout`, made on first use: a data set is many recordings with one layout, read by several threads.
FrameTransform& threadFrameTransform(const FrameLayout& layout);

/// Powers of bands, frame after frame, as decibels below their maximum, mapped from [floorDecibels, 0] to [0, 1].
Spectrogram toSpectrogram(std::span<const float> powers, int bands, double floorDecibels);

}  // namespace sonoglyph
