// The audio-visual features of a sound as sliders around their mean: value, mean and spread each. Any thread.
#pragma once

#include <QVector>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct LatentFigure : Figure {
    QVector<float> mean, sigma, values;
    QVector<bool> zeroed, locked;
    QVector<int> order;       ///< by place
    QVector<double> measure;  ///< a bar each, as a share of the largest; empty: none
    double scale = 4;         ///< the sliders run from -scale to scale

    int count() const { return int(values.size()); }
    int placeOf(int dimension) const { return int(order.indexOf(dimension)); }
    /// Of the posterior to the prior, in nats.
    double kl(int dimension) const;
    /// Says nothing: KL below 0.01 nat.
    bool isDead(int dimension) const;

    struct Cell {
        QRectF all, number, track, value;
    };
    struct Grid {
        int columns = 1, rows = 1;
        double width = 0, height = 0, gap = 0, numberWidth = 0, valueWidth = 0;
        QPointF origin;
    };
    Grid gridFor(const QRectF& area, const QFont& font) const;
    Cell cell(const Grid& grid, int dimension) const;
    double valueToX(const Cell& cell, double value) const;
    double xToValue(const Cell& cell, double x) const;
    /// What the pointer is at.
    enum class Touch { None, Slider, Switch };
    void paintFeature(QPainter& painter, const Cell& cell, int dimension, const Colors& theme, Touch touch = Touch::None) const;

    QSizeF size() const override { return {480, 300}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;
};

}  // namespace sonoglyph
