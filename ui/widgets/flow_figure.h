// A chain of pictures: what flows through a network. Any thread.
#pragma once

#include <QImage>
#include <QList>
#include <vector>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct FlowStage {
    QString title;
    QString value;               ///< its number with unit, may be empty
    QImage image;                ///< with exact pixels, grey or as mapped() makes it; null: bars
    std::vector<double> bars;    ///< one a dimension, up from zero or down
    std::vector<double> spread;  ///< half the width of a whisker at each bar; empty: none
};

struct FlowFigure : Figure {
    QList<FlowStage> stages;

    QRectF stageIn(const QRectF& area, int stage) const;
    /// Up to the stage `revealed`; with an arrow in accent before `current`, -1: none.
    void paintFlow(QPainter& painter, const QRectF& area, const Colors& theme, int revealed, int current, bool print) const;

    QSizeF size() const override { return {520, 280}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;

private:
    void paintStage(QPainter& painter, const QRectF& place, const FlowStage& stage, const Colors& theme, bool print) const;
    static void paintBars(QPainter& painter, const QRectF& place, const FlowStage& stage, const Colors& theme);
};

}  // namespace sonoglyph
