// A spectrogram in a perceptually uniform colour map: mel or linear frequencies, any range of decibels, read-out under the pointer, zoom in
// time and frequency, play cursor; also the exact 48x48 input of the network in square cells. GUI thread only.
//
// On the linear scale it shows the Fourier bins where it has them (setFourier()); else, while a sound comes in, the mel bands where they
// lie.
#pragma once

#include <QImage>

#include <optional>
#include <span>
#include <utility>

#include "ui/widgets/figure_view.h"
#include "ui/widgets/spectrogram_figure.h"

namespace sonoglyph {

class SpectrogramView : public FigureView {
    Q_OBJECT
public:
    explicit SpectrogramView(QWidget* parent = nullptr);

    /// What the rows and columns mean. `rate`: Hz of the sound that was analysed (params.rate where that is not 0). Set it first.
    void setParams(const SpectrogramParams& params, int rate);
    /// Values 0 (floor) to 1 (maximum). Ends live mode, forgets the Fourier bins. `seconds`: what the whole width stands for; 0: frames *
    /// hopSeconds.
    void setSpectrogram(const Spectrogram& spectrogram, double seconds = 0);
    /// The same frames as fourierSpectrogram() (core/audio/fourier_spectrogram.h) makes them, for the linear scale.
    void setFourier(const Spectrogram& bins);
    bool hasFourier() const { return !figure_.fourier.empty(); }
    /// Clears and from now on shows the last `frames` columns of what appendColumn() brings, newest at the right edge.
    void startLive(int frames = 300);
    /// One more column, lowest band first, values 0 to 1; outside live mode the picture becomes wider.
    void appendColumn(std::span<const float> values);
    void clear();
    bool isLive() const { return figure_.isLive(); }

    /// Levels outside of their range are brought there.
    void setLook(SpectrogramLook look);
    const SpectrogramLook& look() const { return figure_.look; }
    void setColorMap(ColorMap map);
    ColorMap colorMap() const { return figure_.look.map; }
    /// Square cells with exact pixels: the input of the network as it is. Otherwise the picture fills the view and is smooth.
    void setExact(bool exact);
    bool isExact() const { return figure_.exact; }
    void setAxesVisible(bool visible);
    void setEmptyText(const QString& text);
    int frames() const { return figure_.frames(); }
    /// Where the picture is drawn, in the widget's coordinates: a waveform above it can share its time axis.
    QRectF plotRect() const;

    /// In seconds from the beginning of the picture; negative hides it.
    void setPlayPosition(double seconds);

    /// Makes the part that is shown `time` and `frequency` times as large (below 1: a closer look) and leaves what lies under `at` (in the
    /// widget's coordinates) where it is. Not while live, not of an exact picture.
    void zoom(double time, double frequency, QPointF at);
    /// By shares of what is shown, to the right and up.
    void pan(double time, double frequency);
    void showAll();
    bool isZoomed() const { return figure_.isZoomed(); }
    /// What is shown, in seconds.
    std::pair<double, double> timeRange() const { return figure_.timeRange(); }
    std::pair<double, double> hertzRange() const { return figure_.hertzRange(); }

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {96, 80}; }
    bool hasHeightForWidth() const override { return figure_.exact; }
    int heightForWidth(int width) const override { return width; }

Q_SIGNALS:
    /// The read-out under the pointer, for a status line; empty when it leaves.
    void hovered(const QString& text);
    /// By setLook(), setColorMap() or the context menu.
    void lookChanged();
    /// What is shown of it is another part: timeRange(), hertzRange(), isZoomed().
    void windowChanged();

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void addMenuItems(QMenu& menu) override;

    using Cell = SpectrogramFigure::Cell;
    std::optional<Cell> cellAt(QPointF position) const;
    /// The same, or the nearest one where the pointer is beside the picture.
    Cell nearestCell(QPointF position) const;
    /// Where `columns` x `rows` cells from (`first`) are drawn, in the widget's coordinates.
    QRectF cellsRect(const Cell& first, int columns, int rows) const;
    /// Seconds, hertz and decibels of a cell.
    virtual QString readOut(const Cell& cell) const;
    /// Over the input (SpectrogramFigure::effects).
    void setEffects(const std::optional<EffectMap>& effects);
    /// None while they are not of the size of the input.
    const EffectMap* shownEffects() const { return figure_.shownEffects(); }

private:
    SpectrogramFigure::Layout layoutNow() const;
    void paintReadOut(QPainter& painter, const QRectF& plot, const QRectF& where) const;
    const QImage& picture() const;
    /// It must be painted anew from its values.
    void repaintPicture();
    void setWindow(SpectrogramFigure::Window window);
    void resetWindow();
    QRectF cursorRect() const;
    void describe();

    SpectrogramFigure figure_;
    double playPosition_ = -1;
    QPointF hover_{-1, -1};           // the pointer; outside: none
    std::optional<QPointF> grabbed_;  // where the pointer was when the picture was last moved
    QString emptyText_;
    mutable QImage picture_;  // as last made; null: anew
};

}  // namespace sonoglyph
