// How many recordings there are of each label, as small bars with their counts. GUI thread only.
#pragma once

#include <vector>

#include "ui/widgets/figure_view.h"

namespace sonoglyph {

class CountBars : public FigureView {
    Q_OBJECT
public:
    explicit CountBars(QWidget* parent = nullptr);

    /// `labels`: a name for each.
    void setCounts(const std::vector<int>& counts, const QStringList& labels);

    QSizeF figureSize() const override { return {240, 80}; }
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
    QSize sizeHint() const override { return {280, 72}; }
    QSize minimumSizeHint() const override { return {200, 64}; }

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fitFont(QPainter& painter, double width) const;
    void paintBars(QPainter& painter, const QRectF& area, const Colors& theme) const;

    std::vector<int> counts_;
    QStringList labels_;
};

}  // namespace sonoglyph
