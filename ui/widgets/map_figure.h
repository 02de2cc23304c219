// All recordings of a data set as points in a plane, coloured by a group. Any thread.
#pragma once

#include <QPainterPath>
#include <QStringList>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct MapDot {
    float x = 0, y = 0;      ///< in the plane
    std::uint8_t group = 0;  ///< which colour
    char16_t glyph = 0;      ///< drawn instead of a dot where there is room; 0: none
};

struct MapFigure : Figure {
    std::shared_ptr<const std::vector<MapDot>> dots;
    QStringList groups;
    QString xAxis, yAxis;         ///< what stands beside the axes
    std::optional<QPointF> star;  ///< the present code
    int solo = -1;                ///< the group that is shown alone; -1: all
    QPointF center;               ///< of the plane, in the middle of the plot
    double scale = 1;             ///< pixels a unit
    double width = 1;             ///< of the plot on the screen, in these pixels: paper shows the same part of the plane

    int count() const { return dots ? int(dots->size()) : 0; }
    bool visible(int dot) const { return solo < 0 || (*dots)[std::size_t(dot)].group == solo; }
    QRectF plotArea(const QRectF& area, const QFont& font) const;
    QRectF legendIn(const QRectF& area, const QFont& font, int group) const;
    void paintFrame(QPainter& painter, const QRectF& area, const QRectF& plot, const Colors& theme) const;
    static QColor groupColor(int group, const Colors& theme);
    static QPainterPath starPath(const QPointF& at, double radius);

    QSizeF size() const override { return {360, 300}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;
};

}  // namespace sonoglyph
