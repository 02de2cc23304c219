#include "ui/widgets/frequency_axis.h"

#include <algorithm>
#include <cmath>

#include "core/audio/mel_filter_bank.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double octaves[] = {62.5, 125, 250, 500, 1000, 2000, 4000, 8000, 16000};

}  // namespace

// Filter b of n peaks at (b + 1) / (n + 1) of the mel range.
FrequencyAxis FrequencyAxis::mel(int rows, double maxHertz)
{
    return {FrequencyScale::Mel, rows, hertzToMel(std::max(1.0, maxHertz)) / (std::max(1, rows) + 1)};
}

FrequencyAxis FrequencyAxis::linear(int rows, double binHertz) { return {FrequencyScale::Linear, rows, std::max(1e-3, binHertz)}; }

double FrequencyAxis::hertzAt(double share) const
{
    const double row = share * rows_;
    return scale_ == FrequencyScale::Mel ? melToHertz(std::max(0.0, (row + 0.5) * unit_)) : std::max(0.0, (row - 0.5) * unit_);
}

double FrequencyAxis::shareOf(double hertz) const
{
    const double row = scale_ == FrequencyScale::Mel ? hertzToMel(hertz) / unit_ - 0.5 : hertz / unit_ + 0.5;
    return row / rows_;
}

QList<double> FrequencyAxis::ticks(double low, double high, int most) const
{
    const double from = hertzAt(low), to = hertzAt(high);
    if (scale_ == FrequencyScale::Mel) {
        QList<double> marks;
        for (const double hertz : octaves)
            if (hertz >= from && hertz <= to) marks << hertz;
        if (marks.size() >= 2) return marks;
    }
    return niceTicks(from, to, std::max(2, most));
}

}  // namespace sonoglyph
