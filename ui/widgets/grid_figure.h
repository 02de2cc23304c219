// Rows of small images with a heading each and a caption a column. Any thread.
#pragma once

#include <QImage>
#include <QList>
#include <QStringList>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct ImageRow {
    enum Kind {
        Plain,
        Real,  ///< heading marked in grey
        Ours,  ///< heading marked in accent
    };
    QString heading;
    Kind kind = Plain;
    QList<QImage> images;  ///< grey; a null image leaves its cell empty
};

struct GridFigure : Figure {
    QList<ImageRow> rows;
    QStringList captions;  ///< above the columns
    int columns = 0;       ///< of the longest row
    int largest = 112;     ///< a cell is at most so wide on a screen
    bool smooth = false;

    int rowCount() const { return int(rows.size()); }
    struct Layout {
        QPointF origin;  ///< of the first cell
        double cell = 0, gap = 0;
        double headings = 0, captions = 0;
    };
    /// `ratio`: device pixels a unit.
    Layout layoutFor(const QRectF& area, const QFont& font, double ratio, bool print) const;
    static QRectF cellIn(const Layout& layout, int row, int column);
    void paintGrid(QPainter& painter, const QRectF& area, const Colors& theme, double ratio, bool print) const;

    QSizeF size() const override;
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;

private:
    QSize firstImageSize() const;
};

}  // namespace sonoglyph
