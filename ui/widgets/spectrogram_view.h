// A mel spectrogram in a perceptually uniform colour map, with time and frequency axes and a read-out under the pointer; also the exact
// 48x48 input of the network in square cells. GUI thread only.
#pragma once

#include <QImage>

#include <span>

#include "core/audio/spectrogram.h"
#include "ui/widgets/color_map.h"
#include "ui/widgets/figure_view.h"

namespace sonoglyph {

class SpectrogramView : public FigureView {
    Q_OBJECT
public:
    explicit SpectrogramView(QWidget* parent = nullptr);

    /// What the rows and columns mean. `rate`: Hz of the sound that was analysed (params.rate where that is not 0). Set it first.
    void setParams(const SpectrogramParams& params, int rate);
    /// Values 0 (floor) to 1 (maximum). Ends live mode. `seconds`: what the whole width stands for; 0: frames * hopSeconds.
    void setSpectrogram(const Spectrogram& spectrogram, double seconds = 0);
    /// Clears and from now on shows the last `frames` columns of what appendColumn() brings, newest at the right edge.
    void startLive(int frames = 300);
    /// One more column, lowest band first, values 0 to 1; outside live mode the picture becomes wider.
    void appendColumn(std::span<const float> values);
    void clear();
    bool isLive() const { return liveFrames_ > 0; }

    void setColorMap(ColorMap map);
    ColorMap colorMap() const { return map_; }
    /// Square cells with exact pixels: the input of the network as it is. Otherwise the picture fills the view and is smooth.
    void setExact(bool exact);
    void setAxesVisible(bool visible);
    void setEmptyText(const QString& text);
    int frames() const { return frames_; }
    /// Where the picture is drawn, in the widget's coordinates: a waveform above it can share its time axis.
    QRectF plotRect() const;

    QSizeF figureSize() const override;
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {96, 80}; }
    bool hasHeightForWidth() const override { return exact_; }
    int heightForWidth(int width) const override { return width; }

Q_SIGNALS:
    /// The read-out under the pointer, for a status line; empty when it leaves.
    void hovered(const QString& text);
    /// By setColorMap() or the context menu.
    void colorMapChanged(sonoglyph::ColorMap map);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void addMenuItems(QMenu& menu) override;

private:
    struct Layout {
        QRectF plot;     // inside the axes
        QRectF picture;  // the part of it that is filled
    };
    Layout layoutFor(const QRectF& area, const QFontMetricsF& metrics, bool print) const;
    void paintSpectrogram(QPainter& painter, const QRectF& area, const Colors& theme, bool print) const;
    void paintReadOut(QPainter& painter, const QRectF& plot, const QRectF& where) const;
    QImage picture() const;
    double maxHertz() const;
    double bandHertz(double row) const;
    double rowOf(double hertz) const;
    double secondsPerColumn() const;
    double valueAt(int column, int band) const;
    QString readOut(int column, int band) const;
    void reserve(int frames, int bands);
    void describe();

    SpectrogramParams params_;
    int rate_ = 16000;
    QImage image_;    // indexed, row 0 the highest band; wider than frames_ to grow cheaply; a ring in live mode
    int frames_ = 0;  // columns that are filled
    int head_ = 0;    // in live mode the next column to be written
    int liveFrames_ = 0;
    double seconds_ = 0;
    ColorMap map_ = ColorMap::Magma;
    bool exact_ = false;
    bool axesVisible_ = true;
    QPoint hover_{-1, -1};  // column, band
    QString emptyText_;
};

}  // namespace sonoglyph
