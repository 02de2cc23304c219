// Named bars, each of one or more parts on top of each other, with a legend where there is more than one. GUI thread only.
#pragma once

#include <QStringList>

#include <vector>

#include "ui/widgets/figure_view.h"

namespace sonoglyph {

class StackedBars : public FigureView {
    Q_OBJECT
public:
    struct Series {
        QString name;
        std::vector<double> values;  ///< as many as there are bars
    };

    explicit StackedBars(QWidget* parent = nullptr);

    /// `axis` names what the bars stand for and is the first column of the CSV. One series is grey, several have the series colours.
    void setBars(const QString& axis, const QStringList& names, std::vector<Series> series);
    int count() const { return int(names_.size()); }

    QSizeF figureSize() const override { return {320, 130}; }
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
    QSize sizeHint() const override { return {320, 130}; }
    QSize minimumSizeHint() const override { return {140, 84}; }

protected:
    QString kindOfFigure() const override { return tr("Bars"); }
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    double sum(int bar) const;
    QString told(int bar) const;
    void paintBars(QPainter& painter, const QRectF& area, const QFont& font, const Colors& theme) const;

    QString axis_;
    QStringList names_;
    std::vector<Series> series_;
};

}  // namespace sonoglyph
