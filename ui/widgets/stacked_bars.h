// Named bars, each of one or more parts on top of each other, with a legend where there is more than one. GUI thread only.
#pragma once

#include "ui/widgets/figure_view.h"
#include "ui/widgets/stacked_figure.h"

namespace sonoglyph {

class StackedBars : public FigureView {
    Q_OBJECT
public:
    using Series = StackedSeries;

    explicit StackedBars(QWidget* parent = nullptr);

    /// `axis` names what the bars stand for and is the first column of the CSV. One series is grey, several have the series colours.
    void setBars(const QString& axis, const QStringList& names, std::vector<Series> series);
    int count() const { return figure_.count(); }

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override { return {320, 130}; }
    QSize minimumSizeHint() const override { return {140, 84}; }

protected:
    QString kindOfFigure() const override { return tr("Bars"); }
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QString told(int bar) const;

    StackedFigure figure_;
};

}  // namespace sonoglyph
