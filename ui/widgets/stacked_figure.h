// Named bars, each of one or more parts on top of each other. Any thread.
#pragma once

#include <QCoreApplication>
#include <QStringList>
#include <vector>

#include "ui/widgets/figure.h"

namespace sonoglyph {

struct StackedSeries {
    QString name;
    std::vector<double> values;  ///< as many as there are bars
};

struct StackedFigure : Figure {
    Q_DECLARE_TR_FUNCTIONS(sonoglyph::StackedBars)
public:
    QString axis;  ///< what the bars stand for
    QStringList names;
    std::vector<StackedSeries> series;  ///< one is grey, several have the series colours

    int count() const { return int(names.size()); }
    void paintBars(QPainter& painter, const QRectF& area, const QFont& font, const QString& name, const Colors& theme) const;

    QSizeF size() const override { return {320, 130}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;

private:
    double sum(int bar) const;
};

}  // namespace sonoglyph
