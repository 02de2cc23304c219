// One word through several models: an image each, what LeNet-5 reads in it, and the name of the model. Any thread.
#pragma once

#include <QCoreApplication>
#include <QImage>
#include <QList>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct ModelCell {
    QString title;
    QImage image;     ///< null: awaited, or none
    QString read;     ///< what LeNet-5 reads; empty: nobody read
    double sure = 0;  ///< 0 to 1
    QString trouble;  ///< why there is no image
    bool live = false;
};

struct ModelsFigure : Figure {
    Q_DECLARE_TR_FUNCTIONS(sonoglyph::ModelStrip)
public:
    static constexpr double smallest = 44, gap = kGrid;  ///< side of an image, and between them
    static constexpr int textLines = 3;                  ///< the reading, and two of the name

    QList<ModelCell> cells;
    int current = -1;  ///< the model that is used now; -1: none of these

    int count() const { return int(cells.size()); }
    static double sideFor(double height, double line);
    QRectF imageIn(const QRectF& area, double line, int cell) const;
    void paintCells(QPainter& painter, const QRectF& area, const Colors& theme, bool print) const;

    QSizeF size() const override;
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;

private:
    double stepFor(const QRectF& area, double side) const;
};

}  // namespace sonoglyph
