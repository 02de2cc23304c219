// How well images are read when latent dimensions are zeroed, for several models, with a cursor. Any thread.
#pragma once

#include <QCoreApplication>
#include <vector>

#include "core/latent/zeroing_curve.h"
#include "ui/widgets/figure.h"

namespace sonoglyph {

struct NamedZeroingCurve {
    QString name;
    ZeroingCurve curve;
};

struct ZeroingFigure : Figure {
    Q_DECLARE_TR_FUNCTIONS(sonoglyph::ZeroingChart)
public:
    std::vector<NamedZeroingCurve> curves;  ///< points in ascending order, all finite
    int latent = 0;                         ///< the most dimensions that any model has; 0: nothing is there
    int cursor = 0;

    bool isEmpty() const { return latent == 0; }
    /// "97.3 ± 0.4 %" of curve i at the cursor, between points linear; "–" beyond its dimensions.
    QString readout(int i) const;

    struct Layout {
        QRectF caption, legend, plot;
        double line = 0, widest = 0;
        int latent = 1;
        QPointF place(double zeroed, double accuracy) const;
    };
    enum class On { Screen, Paper };  ///< on paper nothing is read off
    Layout layoutFor(const QRectF& area, const QFont& font, On on) const;
    void paintChart(QPainter& painter, const Layout& layout, On on, const Colors& theme) const;
    void paintCursor(QPainter& painter, const Layout& layout, const Colors& theme) const;

    QSizeF size() const override { return {260, 190}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;

private:
    void paintAxes(QPainter& painter, const Layout& layout, const Colors& theme) const;
    void paintBands(QPainter& painter, const Layout& layout, int i, const Colors& theme) const;
    void paintLegend(QPainter& painter, const Layout& layout, On on, const Colors& theme) const;
};

}  // namespace sonoglyph
