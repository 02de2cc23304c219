// How much every latent dimension says: a bar each, those that say nothing grey. Any thread.
#pragma once

#include <QCoreApplication>
#include <vector>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct KlFigure : Figure {
    Q_DECLARE_TR_FUNCTIONS(sonoglyph::KlBars)
public:
    std::vector<double> nats;
    double deadBelow = 0;  ///< a dimension of so many nats and less says nothing
    double top = 1;        ///< of the axis
    int current = -1;      ///< the dimension that is named; -1: none

    int active() const;
    QString heading() const;
    QRectF plotArea(const QRectF& area, const QFont& font) const;
    QRectF bar(int dimension, const QRectF& plot) const;
    void paintBars(QPainter& painter, const QRectF& area, const QFont& font, const QString& name, const Colors& theme) const;

    QSizeF size() const override { return {340, 130}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;
};

}  // namespace sonoglyph
