// Two images on one another with an edge between them that can be moved: left of it the first, right of it the second. GUI thread only.
//
// Drag, or arrows with the keyboard; a double click or Home puts the edge back into the middle.
#pragma once

#include "ui/widgets/figure_view.h"
#include "ui/widgets/wipe_figure.h"

namespace sonoglyph {

class WipeView : public FigureView {
    Q_OBJECT
public:
    explicit WipeView(QWidget* parent = nullptr);

    /// Grey or convertible to it; null images are drawn as an empty mat.
    void setImages(const QImage& first, const QImage& second);
    void setNames(const QString& first, const QString& second);
    /// Where the edge is, as a share of the width: 0 shows only the second image, 1 only the first.
    double edge() const { return figure_.edge; }
    void setEdge(double edge);
    QRectF imageArea() const;

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override { return {200, 220}; }
    QSize minimumSizeHint() const override { return {96, 112}; }

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void describe();

    WipeFigure figure_;
};

}  // namespace sonoglyph
