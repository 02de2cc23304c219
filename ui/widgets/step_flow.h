// A chain of pictures that are revealed one after another: what flows through a network, for a lecture. GUI thread only.
//
// Keyboard: left and right go through the stages, Home and End to the ends.
#pragma once

#include "ui/widgets/figure_view.h"
#include "ui/widgets/flow_figure.h"

namespace sonoglyph {

class StepFlow : public FigureView {
    Q_OBJECT
public:
    explicit StepFlow(QWidget* parent = nullptr);

    /// Shows the first stage of another chain; with as many stages as before the present one stays.
    void setStages(const QList<FlowStage>& stages);
    const QList<FlowStage>& stages() const { return figure_.stages; }
    /// Stages up to this one are seen, this one stands out.
    void setCurrent(int stage);
    int current() const { return current_; }
    void setEmptyText(const QString& text);
    QRectF stageRect(int stage) const;

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override { return {760, 420}; }
    QSize minimumSizeHint() const override { return {480, 260}; }

Q_SIGNALS:
    void currentChanged(int stage);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void describe();

    FlowFigure figure_;
    int current_ = -1;
    QString emptyText_;
};

}  // namespace sonoglyph
