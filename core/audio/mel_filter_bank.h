// Triangular filters of peak 1, equally spaced on the HTK mel scale, 2595 log10(1 + f / 700) (Young et al., The HTK Book, section 5.4).
#pragma once

#include <span>
#include <vector>

namespace sonoglyph {

double hertzToMel(double hertz);
double melToHertz(double mel);

/// Filters from 0 to `maxFrequency` Hz over the fftSize/2 + 1 bins of a power spectrum. A filter narrower than the distance of two bins
/// may hold no bin: its power is always 0. Constant once made, so any number of threads may share one.
class MelFilterBank {
public:
    MelFilterBank(int rate, int fftSize, int bands, double maxFrequency);

    int bands() const { return int(filters_.size()); }
    /// `powerSpectrum` has fftSize/2 + 1 values, `melPower` gets `bands` values.
    void apply(std::span<const float> powerSpectrum, std::span<float> melPower) const;

private:
    struct Filter {
        int firstBin = 0;
        int firstWeight = 0;
        int count = 0;
    };
    std::vector<Filter> filters_;
    std::vector<float> weights_;
};

}  // namespace sonoglyph
