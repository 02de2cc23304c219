// The alpha wall: a row a sound, a column a model, in each cell an image or several samples with what is read. Any thread.
#pragma once

#include <QCoreApplication>
#include <QImage>
#include <QList>
#include <QStringList>

#include <optional>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct WallHead {
    QString title;
    QString detail;  ///< a second, quieter line
    QString toolTip;
    std::optional<double> alpha{};  ///< of a column, whose colour marks it on every page (ui/widgets/alpha_color.h); none for rows
    bool pinned = false;
    bool live = false;
};

struct WallCell {
    QList<QImage> images;  ///< 28x28 grey; one, or samples; empty: none yet
    QString read;          ///< what LeNet-5 reads; empty: nobody read
    double sure = 0;       ///< 0 to 1
    bool wrong = false;    ///< it is known what was said, and it is read as something else
    bool waiting = false;  ///< another image is on its way: this one steps back
    QString trouble;       ///< why there is none
};

struct WallFigure : Figure {
    Q_DECLARE_TR_FUNCTIONS(sonoglyph::WallView)
public:
    static constexpr double rowHeads = 11 * kGrid, gap = kGrid, smallest = 28, mark = 3;
    static constexpr int headLines = 2;

    QList<WallHead> rows, columns;
    QList<WallCell> cells;  ///< row by row

    int rowCount() const { return int(rows.size()); }
    int columnCount() const { return int(columns.size()); }
    const WallCell& cell(int row, int column) const { return cells[row * columnCount() + column]; }

    struct Layout {
        QPointF origin;  ///< of the first cell
        double side = 0, stepX = 0, stepY = 0, line = 0;
        bool beside = false;  ///< readings stand beside the images, not below
    };
    Layout layoutFor(const QRectF& area, const QFont& font) const;
    static QRectF cellIn(const Layout& layout, int row, int column);
    static QRectF readingIn(const Layout& layout, const QRectF& cell);
    /// `dragged`: the column that is being moved; -1: none.
    void paintWall(QPainter& painter, const QRectF& area, const Colors& theme, int dragged, bool print) const;

    QSizeF size() const override;
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;

private:
    void paintCell(QPainter& painter, const QRectF& place, const WallCell& cell, const Colors& theme, bool print) const;
    void paintReading(QPainter& painter, const QRectF& line, const WallCell& cell, const Colors& theme) const;
};

}  // namespace sonoglyph
