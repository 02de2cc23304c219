// How many recordings there are of each digit, as ten small bars with their counts. GUI thread only.
#pragma once

#include <array>

#include "ui/widgets/figure_view.h"

namespace sonoglyph {

class CountBars : public FigureView {
    Q_OBJECT
public:
    explicit CountBars(QWidget* parent = nullptr);

    void setCounts(const std::array<int, 10>& counts);

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

    std::array<int, 10> counts_{};
};

}  // namespace sonoglyph
