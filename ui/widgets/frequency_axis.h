// Where frequencies lie along the height of a spectrogram. Any thread.
#pragma once

#include <QList>

namespace sonoglyph {

enum class FrequencyScale {
    Mel,     ///< as the ear and the network have it
    Linear,  ///< as many hertz everywhere
};

/// Heights are shares of the picture, 0 at the bottom to 1 at the top; every row has the same height.
class FrequencyAxis {
public:
    /// Rows are the `rows` mel bands below `maxHertz`: the middle of row b is the peak of filter b (core/audio/mel_filter_bank.h).
    static FrequencyAxis mel(int rows, double maxHertz);
    /// The middle of row k is Fourier bin k, at k * binHertz.
    static FrequencyAxis linear(int rows, double binHertz);

    int rows() const { return rows_; }
    double hertzAt(double share) const;
    double shareOf(double hertz) const;
    /// Of the middle of a row.
    double hertzOfRow(int row) const { return hertzAt((row + 0.5) / rows_); }

    /// Frequencies worth a mark within [low, high] (shares), at most some `most` of them.
    QList<double> ticks(double low, double high, int most) const;

private:
    FrequencyAxis(FrequencyScale scale, int rows, double unit) : scale_(scale), rows_(rows > 0 ? rows : 1), unit_(unit) {}

    FrequencyScale scale_;
    int rows_;
    double unit_;  // of a row: mel or hertz
};

}  // namespace sonoglyph
