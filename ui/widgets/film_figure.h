// Rows of 28x28 images with what LeNet-5 reads below each, and a map of what a row moves behind it. Any thread.
#pragma once

#include <QCoreApplication>
#include <QImage>
#include <QList>
#include <QStringList>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct FilmFrame {
    QImage image;     ///< 28x28 grey; null: awaited
    QString read;     ///< what LeNet-5 reads; empty: nobody read
    double sure = 0;  ///< 0 to 1
};

struct FilmRow {
    QString title, detail;  ///< beside the row; may be empty
    QList<FilmFrame> frames;
    QImage effect;         ///< the pixels that the row moves, as mapped() makes it; null: none
    bool waiting = false;  ///< newer images are on their way: these step back
};

struct FilmFigure : Figure {
    Q_DECLARE_TR_FUNCTIONS(sonoglyph::FilmView)
public:
    static constexpr double gap = 3, rowGap = kGrid;  ///< between frames, and between rows

    QStringList positions;  ///< above the frames, one a column
    QList<FilmRow> rows;

    struct Layout {
        QPointF origin;  ///< of the first frame
        double side = 0, stepX = 0, stepY = 0, line = 0;
    };
    Layout layoutFor(const QRectF& area, const QFont& font) const;
    static QRectF frameIn(const Layout& layout, int row, int column);
    int columns() const;
    void paintFilm(QPainter& painter, const QRectF& area, const Colors& theme, bool print) const;

    QSizeF size() const override;
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;

private:
    bool headed() const;
    bool mapped() const;
    void paintHeads(QPainter& painter, const Layout& layout, const QRectF& area, const Colors& theme) const;
};

}  // namespace sonoglyph
