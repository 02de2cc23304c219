// What one picture has more or less than another: square cells in a diverging colour map, white where both are equal. GUI thread only.
#pragma once

#include <span>

#include "ui/widgets/difference_figure.h"
#include "ui/widgets/figure_view.h"

namespace sonoglyph {

class DifferenceView : public FigureView {
    Q_OBJECT
public:
    explicit DifferenceView(QWidget* parent = nullptr);

    /// `values`: width * height of them, -1 to 1, row by row from the top; of another count: cleared.
    void setValues(int width, int height, std::span<const float> values);
    void clear() { setValues(0, 0, {}); }
    bool empty() const { return figure_.values.isEmpty(); }
    void setEmptyText(const QString& text);

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override { return {160, 160}; }
    QSize minimumSizeHint() const override { return {72, 72}; }

Q_SIGNALS:
    /// The value under the pointer, for a status line; empty when it leaves.
    void hovered(const QString& text);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRectF gridArea() const;

    DifferenceFigure figure_;
    QString emptyText_;
};

}  // namespace sonoglyph
