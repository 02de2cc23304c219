// What can be exported: every chart, grid, image or bar view has its values and their drawing in a figure, apart from the widget that shows
// them. So a copy can be drawn and written by another thread while the widget goes on.
#pragma once

#include <memory>

#include <QJsonObject>
#include <QPainter>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include "ui/widgets/theme.h"

namespace sonoglyph {

/// A copy costs little, however much it shows: what is large is shared. The members below may be called by any thread, and by several at
/// once.
class Figure {
public:
    virtual ~Figure() = default;

    /// For people and for the suggested file name, translated.
    QString title;

    /// Natural size in points (1/72 inch); its ratio is kept where the figure cannot be stretched (images).
    virtual QSizeF size() const = 0;
    /// Draws into `area` with the colours of `theme`, never those of the present one. The painter is scaled so that one unit is one point;
    /// its font is the figure's base font (pixel size = points), its background is already there.
    virtual void paint(QPainter& painter, const QRectF& area, const Colors& theme) const = 0;
    /// RFC 4180: comma-separated, point as decimal mark, one header line, one record a line. Empty where there is nothing yet.
    virtual QString csv() const = 0;

protected:
    Figure() = default;
    Figure(const Figure&) = default;
    Figure& operator=(const Figure&) = default;
};

using FigurePtr = std::shared_ptr<const Figure>;

/// What shows a figure. GUI thread only.
class FigureSource {
public:
    virtual ~FigureSource() = default;

    virtual QString figureTitle() const = 0;
    /// As it is now; what happens to the source afterwards does not change it. Takes no time that a person could feel (tested).
    virtual FigurePtr figure() const = 0;
};

/// What figures belong to: it can say what they were made from, so that it can be brought back from an exported file.
class FigureOwner {
public:
    virtual ~FigureOwner() = default;

    /// Holds no path of this machine.
    virtual QJsonObject figureState() const = 0;
};

}  // namespace sonoglyph
