// A reading of an image: the probability of every label as a bar, the winner in accent. Any thread.
#pragma once

#include <QCoreApplication>
#include <QStringList>
#include <vector>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct ReadingFigure : Figure {
    Q_DECLARE_TR_FUNCTIONS(sonoglyph::ReadingBars)
public:
    std::vector<float> probabilities;  ///< 0 to 1, one a label; empty: nobody read
    QStringList labels;
    int expected = -1;  ///< the label that was said; -1: not known

    bool filled() const { return !probabilities.empty(); }
    /// -1 while empty.
    int winner() const;
    void paintBars(QPainter& painter, const QRectF& area, const Colors& theme) const;

    QSizeF size() const override { return {240, 120}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;
};

}  // namespace sonoglyph
