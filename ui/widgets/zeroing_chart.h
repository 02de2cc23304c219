// How well images are read when k latent dimensions are zeroed (paper, figure 8), for several models: mean, mean ± deviation and, lighter,
// lowest to highest, with a cursor that is read off for every curve. GUI thread only.
//
// Mouse: the cursor follows, click chooses. Keyboard: left and right, Page Up and Down (by 10), Home and End move it, Return chooses.
#pragma once

#include <vector>

#include "core/latent/zeroing_curve.h"
#include "ui/widgets/figure_view.h"

namespace sonoglyph {

struct NamedZeroingCurve {
    QString name;
    ZeroingCurve curve;
};

class ZeroingChart : public FigureView {
    Q_OBJECT
public:
    explicit ZeroingChart(QWidget* parent = nullptr);

    /// The i-th has series colour and dash i. Points must be in ascending order; those that are not finite are left out.
    void setCurves(std::vector<NamedZeroingCurve> curves);
    const std::vector<NamedZeroingCurve>& curves() const { return curves_; }
    void setEmptyText(const QString& text);

    /// The dimensions zeroed at the cursor, 0 to the most that any model has.
    int cursorAt() const { return cursor_; }
    /// Without a signal; clamped.
    void moveCursor(int zeroed);
    /// "97.3 ± 0.4 %" of curve i at the cursor, between points linear; "–" beyond its dimensions.
    QString readout(int i) const;
    /// In the widget's coordinates; `accuracy` 0 to 1.
    QPointF placeOf(int zeroed, double accuracy) const;

    QSizeF figureSize() const override { return {260, 190}; }
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
    QSize sizeHint() const override { return {520, 340}; }
    QSize minimumSizeHint() const override { return {260, 220}; }

Q_SIGNALS:
    /// By a person.
    void cursorMoved(int zeroed);
    void positionChosen(int zeroed);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Layout {
        QRectF caption, legend, plot;
        double line = 0, widest = 0;
        int latent = 1;
        QPointF place(double zeroed, double accuracy) const;
    };
    enum class On { Screen, Paper };
    Layout layoutFor(const QRectF& area, const QFont& font, On on) const;
    Layout onScreen() const;
    void paintChart(QPainter& painter, const Layout& layout, On on, const Colors& theme) const;
    void paintAxes(QPainter& painter, const Layout& layout, const Colors& theme) const;
    void paintBands(QPainter& painter, const Layout& layout, int i, const Colors& theme) const;
    void paintLegend(QPainter& painter, const Layout& layout, On on, const Colors& theme) const;
    void paintCursor(QPainter& painter, const Layout& layout, const Colors& theme) const;
    bool isEmpty() const { return latent_ == 0; }
    void carryCursor(int zeroed);
    int positionAt(const QPointF& position) const;
    void describe();

    std::vector<NamedZeroingCurve> curves_;
    int latent_ = 0, cursor_ = 0;
    QString emptyText_;
};

}  // namespace sonoglyph
