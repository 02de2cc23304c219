// A spectrogram in a colour map with its axes, or the exact input of the network, maybe with what hiding each place does. Any thread.
#pragma once

#include <QCoreApplication>
#include <QImage>
#include <optional>
#include <utility>

#include "core/audio/spectrogram.h"
#include "ui/logic/occlusion_controller.h"
#include "ui/widgets/color_map.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/frequency_axis.h"
#include "ui/widgets/spectrogram_grid.h"

namespace sonoglyph {

/// How a spectrogram is shown.
struct SpectrogramLook {
    FrequencyScale scale = FrequencyScale::Mel;
    double lowest = -80, highest = 0;  ///< decibels below the loudest that get the first and the last colour; lowest < highest <= 0
    ColorMap map = ColorMap::Magma;

    bool operator==(const SpectrogramLook&) const = default;
};

struct SpectrogramFigure : Figure {
    Q_DECLARE_TR_FUNCTIONS(sonoglyph::SpectrogramView)
public:
    SpectrogramParams params;
    int rate = 16000;  ///< Hz of the sound
    SpectrogramGrid mel, fourier;
    double seconds = 0;  ///< what the whole width stands for; 0: by the columns
    SpectrogramLook look;
    /// What is shown, in shares of the whole width and height.
    struct Window {
        double left = 0, right = 1, bottom = 0, top = 1;
        bool operator==(const Window&) const = default;
    } window;
    bool exact = false;  ///< square cells with exact pixels
    bool axesVisible = true;
    /// Over the input, which is grey then: orange where hiding takes brightness away or changes the image, blue where it brings some. In a
    /// grey theme instead of it: middle grey where hiding changes nothing, darker for orange, lighter for blue.
    std::optional<EffectMap> effects;

    /// A column and a row of what is shown, the lowest row first.
    struct Cell {
        int column = -1, row = -1;
        bool operator==(const Cell&) const = default;
    };
    bool isLive() const { return mel.ring() > 0; }
    int frames() const { return mel.frames(); }
    bool isZoomed() const { return window != Window(); }
    const SpectrogramGrid& grid() const { return showsFourier() ? fourier : mel; }
    FrequencyAxis axis() const;
    /// The row of the values that a row of the picture shows: mel bands on a linear scale lie where their peaks do.
    int bandOf(const Cell& cell) const;
    double secondsPerColumn() const;
    double firstSecond() const;
    double decibels(double value) const;
    /// What is shown, in seconds and in hertz.
    std::pair<double, double> timeRange() const;
    std::pair<double, double> hertzRange() const;
    /// `effects`, where they are of the size of the input.
    const EffectMap* shownEffects() const { return effects && effects->size == frames() ? &*effects : nullptr; }
    static QColor lossColor();
    static QColor gainColor();

    struct Layout {
        QRectF plot;     ///< inside the axes
        QRectF picture;  ///< the part of it that is filled
    };
    /// `screen`: device pixels a unit, of which exact cells have a whole number; 0 on paper.
    Layout layoutFor(const QRectF& area, const QFontMetricsF& metrics, double screen) const;
    /// All of the values, a pixel each.
    QImage makePicture(const Colors& theme) const;
    void paintSpectrogram(QPainter& painter, const QRectF& area, const Colors& theme, const QImage& picture, double screen) const;

    QSizeF size() const override;
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;

private:
    bool showsFourier() const { return look.scale == FrequencyScale::Linear && !fourier.empty(); }
    FrequencyAxis melAxis() const;
    double maxHertz() const;
    void paintAxes(QPainter& painter, const QRectF& area, const QRectF& plot, const Colors& theme) const;
    void paintEffects(QPainter& painter, const QRectF& where, const EffectMap& map, const Colors& theme) const;
};

}  // namespace sonoglyph
