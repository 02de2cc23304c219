#include "core/audio/frame_transform.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <numbers>

#include <kissfft/kiss_fftr.h>

namespace sonoglyph {

static_assert(sizeof(kiss_fft_cpx) == 2 * sizeof(float), "KissFFT must be the float flavour");

FrameLayout::FrameLayout(const SpectrogramParams& params, int soundRate, bool toMel)
    : rate(params.rate > 0 ? params.rate : soundRate), fftSize(params.fftSize),
      hop(std::max(1, int(std::lround(rate * params.hopSeconds)))), bands(params.bands), mel(toMel),
      maxFrequency(params.maxFrequency > 0 ? params.maxFrequency : rate / 2.0), padded(params.timeMode == TimeMode::Pad)
{
    if (!toMel) bands = 1 + std::min(fftSize / 2, int(maxFrequency * fftSize / rate + 1e-6));
}

void FrameTransform::FreePlan::operator()(kiss_fftr_state* plan) const { kiss_fftr_free(plan); }

FrameTransform::FrameTransform(const FrameLayout& layout)
    : layout_(layout), filters_(layout.rate, layout.fftSize, layout.mel ? layout.bands : 0, layout.maxFrequency),
      window_(std::size_t(layout.fftSize)), plan_(kiss_fftr_alloc(layout.fftSize, 0, nullptr, nullptr)), windowed_(window_.size()),
      spectrum_(window_.size() + 2), bins_(window_.size() / 2 + 1)
{
    if (!plan_) throw std::bad_alloc();
    for (int i = 0; i < layout.fftSize; ++i)
        window_[std::size_t(i)] = float(0.5 - 0.5 * std::cos(2.0 * std::numbers::pi * i / layout.fftSize));
}

void FrameTransform::apply(std::span<const float> samples, std::span<float> power)
{
    for (std::size_t i = 0; i < window_.size(); ++i) windowed_[i] = samples[i] * window_[i];
    kiss_fftr(plan_.get(), windowed_.data(), reinterpret_cast<kiss_fft_cpx*>(spectrum_.data()));
    for (std::size_t i = 0; i < bins_.size(); ++i)
        bins_[i] = spectrum_[2 * i] * spectrum_[2 * i] + spectrum_[2 * i + 1] * spectrum_[2 * i + 1];
    if (layout_.mel)
        filters_.apply(bins_, power);
    else
        std::copy_n(bins_.begin(), power.size(), power.begin());
}

FrameTransform& threadFrameTransform(const FrameLayout& layout)
{
    constexpr std::size_t mostKept = 4;
    thread_local std::vector<std::unique_ptr<FrameTransform>> kept;
    for (auto& transform : kept)
        if (transform->layout() == layout) return *transform;
    if (kept.size() == mostKept) kept.erase(kept.begin());
    return *kept.emplace_back(std::make_unique<FrameTransform>(layout));
}

Spectrogram toSpectrogram(std::span<const float> powers, int bands, double floorDecibels)
{
    constexpr float leastPower = 1e-10F;
    Spectrogram out{bands, int(powers.size() / std::size_t(bands)), std::vector<float>(powers.size())};
    const float most = std::max(leastPower, powers.empty() ? 0.0F : *std::max_element(powers.begin(), powers.end()));
    const float top = 10 * std::log10(most);
    const float scale = float(1.0 / floorDecibels);
    const float* next = powers.data();
    for (int frame = 0; frame < out.frames; ++frame) {
        for (int band = 0; band < bands; ++band) {
            const float decibels = 10 * std::log10(std::max(*next++, leastPower)) - top;
            out.values[std::size_t(band) * std::size_t(out.frames) + std::size_t(frame)] = std::clamp(1 - decibels * scale, 0.0F, 1.0F);
        }
    }
    return out;
}

}  // namespace sonoglyph
