// One word through several models in a row: an image each, what LeNet-5 reads in it, and the model's name. GUI thread only.
//
// As wide as its cells need at the height that it has: put it into a scroll area. Mouse: a click chooses a cell. Keyboard: left, right,
// Return.
#pragma once

#include <QImage>
#include <QList>
#include <QString>

#include "ui/widgets/figure_view.h"

namespace sonoglyph {

struct ModelCell {
    QString title;
    QImage image;     ///< null: awaited, or none
    QString read;     ///< what LeNet-5 reads; empty: nobody read
    double sure = 0;  ///< 0 to 1
    QString trouble;  ///< why there is no image
    bool live = false;
};

class ModelStrip : public FigureView {
    Q_OBJECT
public:
    explicit ModelStrip(QWidget* parent = nullptr);

    void setCells(const QList<ModelCell>& cells);
    int count() const { return int(cells_.size()); }
    /// The model that is used now; -1: none of these.
    void setCurrent(int cell);
    int current() const { return current_; }
    /// Where a cell's image is drawn, in the widget's coordinates.
    QRectF imageRect(int cell) const;

    QSizeF figureSize() const override;
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
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
    double sideFor(double height, double line) const;
    double stepFor(const QRectF& area, double side) const;
    QRectF imageIn(const QRectF& area, double line, int cell) const;
    void paintCells(QPainter& painter, const QRectF& area, const Colors& theme, bool print) const;
    int cellAt(const QPointF& position) const;
    void describe();

    QList<ModelCell> cells_;
    int current_ = -1, hover_ = -1, marked_ = -1;
};

}  // namespace sonoglyph
