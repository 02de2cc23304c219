#include "core/audio/mel_filter_bank.h"

#include <algorithm>
#include <cmath>

namespace sonoglyph {

double hertzToMel(double hertz) { return 2595.0 * std::log10(1.0 + hertz / 700.0); }

double melToHertz(double mel) { return 700.0 * (std::pow(10.0, mel / 2595.0) - 1.0); }

MelFilterBank::MelFilterBank(int rate, int fftSize, int bands, double maxFrequency)
{
    const double melStep = hertzToMel(maxFrequency) / (bands + 1);
    const double binWidth = double(rate) / fftSize;
    const int bins = fftSize / 2 + 1;
    for (int band = 0; band < bands; ++band) {
        const double low = melToHertz(melStep * band);
        const double peak = melToHertz(melStep * (band + 1));
        const double high = melToHertz(melStep * (band + 2));
        Filter filter{0, int(weights_.size()), 0};
        for (int bin = std::max(0, int(low / binWidth)); bin < bins && bin * binWidth < high; ++bin) {
            const double hertz = bin * binWidth;
            const double weight = std::min((hertz - low) / (peak - low), (high - hertz) / (high - peak));
            if (weight <= 0) continue;
            if (filter.count == 0) filter.firstBin = bin;
            weights_.push_back(float(weight));
            ++filter.count;
        }
        filters_.push_back(filter);
    }
}

void MelFilterBank::apply(std::span<const float> powerSpectrum, std::span<float> melPower) const
{
    for (std::size_t band = 0; band < filters_.size(); ++band) {
        const Filter& filter = filters_[band];
        const float* weight = weights_.data() + filter.firstWeight;
        const float* power = powerSpectrum.data() + filter.firstBin;
        float sum = 0;
        for (int i = 0; i < filter.count; ++i) sum += weight[i] * power[i];
        melPower[band] = sum;
    }
}

}  // namespace sonoglyph
