// What can be exported: every chart, grid, image and bar view draws itself as vectors for paper and gives the numbers behind it.
#pragma once

#include <QJsonObject>
#include <QPainter>
#include <QRectF>
#include <QSizeF>
#include <QString>

namespace sonoglyph {

class Figure {
public:
    virtual ~Figure() = default;

    /// For people and for the suggested file name, translated.
    virtual QString figureTitle() const = 0;
    /// Natural size in points (1/72 inch); its ratio is kept where the figure cannot be stretched (images).
    virtual QSizeF figureSize() const = 0;
    /// Draws into `area`. The painter is scaled so that one unit is one point; its font is the figure's base font (pixel size = points),
    /// its background is already there. Uses printColors(), never the present theme.
    virtual void paintFigure(QPainter& painter, const QRectF& area) const = 0;
    /// RFC 4180: comma-separated, point as decimal mark, one header line, one record a line. Empty where there is nothing yet.
    virtual QString figureCsv() const = 0;
};

/// What figures belong to: it can say what they were made from, so that it can be brought back from an exported file.
class FigureOwner {
public:
    virtual ~FigureOwner() = default;

    /// Holds no path of this machine.
    virtual QJsonObject figureState() const = 0;
};

}  // namespace sonoglyph
