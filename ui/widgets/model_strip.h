// One word through several models in a row: an image each, what LeNet-5 reads in it, and the model's name. GUI thread only.
//
// As wide as its cells need at the height that it has: put it into a scroll area. Mouse: a click chooses a cell. Keyboard: left, right,
// Return.
#pragma once

#include "ui/widgets/figure_view.h"
#include "ui/widgets/models_figure.h"

namespace sonoglyph {

class ModelStrip : public FigureView {
    Q_OBJECT
public:
    explicit ModelStrip(QWidget* parent = nullptr);

    void setCells(const QList<ModelCell>& cells);
    int count() const { return figure_.count(); }
    /// The model that is used now; -1: none of these.
    void setCurrent(int cell);
    int current() const { return figure_.current; }
    /// Where a cell's image is drawn, in the widget's coordinates.
    QRectF imageRect(int cell) const;

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int cell);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    int cellAt(const QPointF& position) const;
    void describe();

    ModelsFigure figure_;
    int hover_ = -1, marked_ = -1;
};

}  // namespace sonoglyph
