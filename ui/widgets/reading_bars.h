// LeNet-5's reading of an image: ten probabilities as bars, the winner in accent. GUI thread only.
#pragma once

#include <array>
#include <span>

#include "ui/widgets/figure_view.h"

namespace sonoglyph {

class ReadingBars : public FigureView {
    Q_OBJECT
public:
    explicit ReadingBars(QWidget* parent = nullptr);

    /// Ten values, 0 to 1; of another count: cleared.
    void setProbabilities(std::span<const float> probabilities);
    void clear();
    /// The digit that was said, where it is known: marked in grey below its bar. -1: not known.
    void setExpected(int digit);
    /// -1 while empty.
    int winner() const;

    QSizeF figureSize() const override { return {240, 120}; }
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
    QSize sizeHint() const override { return {320, 128}; }
    QSize minimumSizeHint() const override { return {200, 76}; }

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBars(QPainter& painter, const QRectF& area, const Colors& theme) const;
    void describe();

    std::array<float, 10> probabilities_{};
    bool filled_ = false;
    int expected_ = -1;
};

}  // namespace sonoglyph
