// The images that one sound leaves open: that of the mean, the deviation of every pixel, and draws around the mean. Any thread.
#pragma once

#include <QCoreApplication>
#include <QImage>
#include <QList>
#include <QStringList>
#include <vector>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct PosteriorFigure : Figure {
    Q_DECLARE_TR_FUNCTIONS(sonoglyph::PosteriorView)
public:
    QImage mean;       ///< grey; null: nothing is there
    QImage deviation;  ///< as mapped() makes it
    QList<QImage> draws;
    QStringList read;               ///< in the draws; empty texts without LeNet-5
    std::vector<float> deviations;  ///< row by row

    bool isEmpty() const { return mean.isNull(); }
    QString drawsCaption() const;
    struct Layout {
        double caption = 0;  ///< height of a line above each part
        QRectF mean, deviation, draws;
        double cell = 0, gap = 0;
        int columns = 1;
    };
    /// `ratio`: device pixels a unit.
    Layout layoutFor(const QRectF& area, const QFont& font, double ratio) const;
    static QRectF cellIn(const Layout& layout, int draw);
    static double narrowest(const QFontMetricsF& metrics);
    void paintAll(QPainter& painter, const QRectF& area, const Colors& theme, double ratio, bool print) const;

    QSizeF size() const override { return {400, 180}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    /// Every pixel's mean, deviation and draws.
    QString csv() const override;
};

}  // namespace sonoglyph
