// A sound as its lowest and highest sample in every column, with a time axis, the word in it and a play cursor. Any thread.
#pragma once

#include <QCoreApplication>
#include <cstdint>

#include "ui/widgets/extremes.h"
#include "ui/widgets/figure.h"

namespace sonoglyph {

struct WaveFigure : Figure {
    Q_DECLARE_TR_FUNCTIONS(sonoglyph::WaveformView)
public:
    Extremes extremes;
    int rate = 16000;
    double liveSeconds = 0;                   ///< so much of what comes in is shown; 0: all, and it stays
    float peak = 0;                           ///< the loudest sample; the sound is scaled to it
    std::int64_t wordBegin = 0, wordEnd = 0;  ///< in samples; empty: none
    double playPosition = -1;                 ///< in seconds; below 0: none
    double shownBegin = 0, shownEnd = 0;      ///< seconds; equal: all
    bool axisVisible = true;

    bool isLive() const { return liveSeconds > 0; }
    struct Range {
        std::int64_t begin = 0, end = 0;  ///< samples at the left and right edge; may lie outside the sound
    };
    Range visibleRange() const;
    void paintSound(QPainter& painter, const QRectF& area, const Colors& theme, double columnsPerUnit) const;

    QSizeF size() const override { return {340, 120}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;

private:
    QRectF plotArea(const QRectF& area, const QFontMetricsF& metrics) const;
};

}  // namespace sonoglyph
