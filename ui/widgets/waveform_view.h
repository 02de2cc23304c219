// A sound as its lowest and highest sample in every pixel column, with a time axis, the word in it and a play cursor. GUI thread only.
//
// Extremes are kept in a pyramid of blocks, so that drawing costs the width of the view, not the length of the sound.
#pragma once

#include <span>

#include "ui/widgets/figure_view.h"
#include "ui/widgets/wave_figure.h"

namespace sonoglyph {

class WaveformView : public FigureView {
    Q_OBJECT
public:
    explicit WaveformView(QWidget* parent = nullptr);

    /// A whole sound; mono, nominally -1 to 1; `rate` in Hz. Ends live mode.
    void setSound(std::span<const float> samples, int rate);
    /// Clears and from now on shows the last `seconds` of what appendSamples() brings, newest at the right edge.
    void startLive(int rate, double seconds = 3.0);
    /// In live mode the view scrolls, else the sound becomes longer.
    void appendSamples(std::span<const float> samples);
    void clear();
    bool isLive() const { return figure_.isLive(); }

    /// In samples counted from the first one set or appended; the word is drawn in accent. Empty with end <= begin.
    void setWord(std::int64_t begin, std::int64_t end);
    void clearWord() { setWord(0, 0); }
    /// In seconds from the first sample; negative hides it.
    void setPlayPosition(double seconds);
    /// Shows only this part of the sound, in seconds; all of it with end <= begin, while live, and after another sound is set.
    void setTimeRange(double begin, double end);
    /// "Nothing recorded yet." and the like.
    void setEmptyText(const QString& text);
    /// Without axis the view can be a thin strip.
    void setAxisVisible(bool visible);

    std::int64_t sampleCount() const { return figure_.extremes.size(); }
    int rate() const { return figure_.rate; }

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override { return {480, 120}; }
    QSize minimumSizeHint() const override { return {160, 48}; }

Q_SIGNALS:
    /// A person clicked or dragged at this time.
    void seekWanted(double seconds);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void seek(double x);
    void describe();

    WaveFigure figure_;
    QString emptyText_;
};

}  // namespace sonoglyph
