// A chain of pictures that are revealed one after another: what flows through a network, for a lecture. GUI thread only.
//
// Keyboard: left and right go through the stages, Home and End to the ends.
#pragma once

#include <QImage>
#include <QList>

#include <vector>

#include "ui/widgets/figure_view.h"

namespace sonoglyph {

struct FlowStage {
    QString title;
    QString value;               ///< its number with unit, may be empty
    QImage image;                ///< with exact pixels; null: bars
    std::vector<double> bars;    ///< one a dimension, up from zero or down
    std::vector<double> spread;  ///< half the width of a whisker at each bar; empty: none
};

class StepFlow : public FigureView {
    Q_OBJECT
public:
    explicit StepFlow(QWidget* parent = nullptr);

    /// Shows the first stage of another chain; with as many stages as before the present one stays.
    void setStages(const QList<FlowStage>& stages);
    const QList<FlowStage>& stages() const { return stages_; }
    /// Stages up to this one are seen, this one stands out.
    void setCurrent(int stage);
    int current() const { return current_; }
    void setEmptyText(const QString& text);
    QRectF stageRect(int stage) const;

    QSizeF figureSize() const override { return {520, 280}; }
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
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
    QRectF stageIn(const QRectF& area, int stage) const;
    void paintFlow(QPainter& painter, const QRectF& area, const Colors& theme, int revealed, bool print) const;
    void paintStage(QPainter& painter, const QRectF& place, const FlowStage& stage, const Colors& theme, bool print) const;
    static void paintBars(QPainter& painter, const QRectF& place, const FlowStage& stage, const Colors& theme);
    void describe();

    QList<FlowStage> stages_;
    int current_ = -1;
    QString emptyText_;
};

}  // namespace sonoglyph
