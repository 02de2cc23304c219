// Training recordings as other voices, rooms and microphones would give them: augmentation of the waveform, before the spectrogram.
#pragma once

#include <cstdint>
#include <span>

#include "core/data/augmentation_params.h"
#include "core/data/paired_dataset.h"
#include "core/data/waveforms.h"

namespace sonoglyph {

/// What it gives depends on seed, step, row and recording alone. Any thread may call it; the data set must outlive it.
class Augmenter {
public:
    /// `waveforms`: those of the data set's training recordings. `seed` of everything that is drawn.
    Augmenter(const PairedDataset& dataset, Waveforms waveforms, const AugmentationParams& params, std::uint64_t seed);

    /// The network input (size x size values) of `recording` as row `row` of step `step`: changed or, for those that params.share leaves
    /// alone, the data set's own.
    void input(std::int64_t step, std::size_t row, std::uint32_t recording, std::span<float> out) const;

    /// A changed recording, to be heard. With the time mode pad at most a second, without the zeros at its end.
    Sound changed(std::uint32_t recording, Random& random) const;

private:
    std::vector<float> noise(std::size_t samples, Random& random) const;
    std::vector<float> babble(std::size_t samples, Random& random) const;

    const PairedDataset& dataset_;
    Waveforms waveforms_;
    AugmentationParams params_;
    std::uint64_t seed_;
};

}  // namespace sonoglyph
