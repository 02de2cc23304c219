// How many recordings there are of each label, as small bars with their counts. GUI thread only.
#pragma once

#include "ui/pages/data/count_figure.h"
#include "ui/widgets/figure_view.h"

namespace sonoglyph {

class CountBars : public FigureView {
    Q_OBJECT
public:
    explicit CountBars(QWidget* parent = nullptr);

    /// `labels`: a name for each.
    void setCounts(const std::vector<int>& counts, const QStringList& labels);

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override { return {280, 72}; }
    QSize minimumSizeHint() const override { return {200, 64}; }

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;

private:
    CountFigure figure_;
};

}  // namespace sonoglyph
