// How many recordings there are of each label, as small bars with their counts. Any thread.
#pragma once

#include <QStringList>
#include <vector>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct CountFigure : Figure {
    std::vector<int> counts;
    QStringList labels;  ///< a name for each

    void paintBars(QPainter& painter, const QRectF& area, const Colors& theme) const;

    QSizeF size() const override { return {240, 80}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;

private:
    void fitFont(QPainter& painter, double width) const;
};

}  // namespace sonoglyph
