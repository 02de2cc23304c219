// How well images are read when k latent dimensions are zeroed (paper, figure 8), for several models: mean, mean ± deviation and, lighter,
// lowest to highest, with a cursor that is read off for every curve. GUI thread only.
//
// Mouse: the cursor follows, click chooses. Keyboard: left and right, Page Up and Down (by 10), Home and End move it, Return chooses.
#pragma once

#include "ui/widgets/figure_view.h"
#include "ui/widgets/zeroing_figure.h"

namespace sonoglyph {

class ZeroingChart : public FigureView {
    Q_OBJECT
public:
    explicit ZeroingChart(QWidget* parent = nullptr);

    /// The i-th has series colour and dash i. Points must be in ascending order; those that are not finite are left out.
    void setCurves(std::vector<NamedZeroingCurve> curves);
    const std::vector<NamedZeroingCurve>& curves() const { return figure_.curves; }
    void setEmptyText(const QString& text);

    /// The dimensions zeroed at the cursor, 0 to the most that any model has.
    int cursorAt() const { return figure_.cursor; }
    /// Without a signal; clamped.
    void moveCursor(int zeroed);
    /// "97.3 ± 0.4 %" of curve i at the cursor, between points linear; "–" beyond its dimensions.
    QString readout(int i) const { return figure_.readout(i); }
    /// In the widget's coordinates; `accuracy` 0 to 1.
    QPointF placeOf(int zeroed, double accuracy) const;

    FigurePtr figure() const override { return copyOf(figure_); }
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
    ZeroingFigure::Layout onScreen() const;
    void carryCursor(int zeroed);
    int positionAt(const QPointF& position) const;
    void describe();

    ZeroingFigure figure_;
    QString emptyText_;
};

}  // namespace sonoglyph
