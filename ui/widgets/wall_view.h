// The alpha wall as a picture: a row a sound, a column a model, in each cell an image or several samples with LeNet-5's reading below.
// Shows values and tells wishes; GUI thread only.
//
// Mouse: hovering looks at a cell, a click keeps it, a click on a heading asks for it, a dragged heading moves its column. Keyboard: arrows
// walk, Return pins the column, Space plays the row, Escape lets go of a dragged heading.
#pragma once

#include <QPoint>

#include "ui/widgets/figure_view.h"
#include "ui/widgets/wall_figure.h"

namespace sonoglyph {

class WallView : public FigureView {
    Q_OBJECT
public:
    explicit WallView(QWidget* parent = nullptr);

    /// Cells are empty afterwards where the number of rows or columns is another one.
    void setHeads(const QList<WallHead>& rows, const QList<WallHead>& columns);
    void setCell(int row, int column, const WallCell& cell);
    void setEmptyText(const QString& text);
    int rowCount() const { return figure_.rowCount(); }
    int columnCount() const { return figure_.columnCount(); }
    const WallCell& cell(int row, int column) const { return figure_.cell(row, column); }
    /// The cell that stays marked, x the column, y the row; (-1, -1): none.
    QPoint currentCell() const { return current_; }
    void setCurrentCell(QPoint cell);
    QRectF cellRect(int row, int column) const;
    QRectF columnHeadRect(int column) const;
    QRectF rowHeadRect(int row) const;

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override { return {640, 480}; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The pointer is over it or the keyboard at it; (-1, -1): over none, look at the marked one.
    void looked(QPoint cell);
    void columnChosen(int column);
    void rowChosen(int row);
    /// Dragged by its heading: `to` is its place afterwards.
    void columnMoved(int from, int to);
    void columnMenuWanted(int column, const QPoint& globalPosition);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    static constexpr double rowHeads = WallFigure::rowHeads, gap = WallFigure::gap;

    void paintMarked(QPainter& painter) const;
    QPoint cellAt(const QPointF& position) const;
    int columnAt(const QPointF& position) const;
    int rowAt(const QPointF& position) const;
    void setHover(QPoint cell);
    /// The place of the gap between two columns that is nearest, 0 to columnCount().
    int gapAt(double x) const;
    void drag(const QPointF& position);
    void endDrag();
    void describe();

    WallFigure figure_;
    QPoint current_{-1, -1}, hover_{-1, -1};
    QString emptyText_;
    bool pressed_ = false;  ///< until it is let go or given up
    QPointF pressedAt_;
    int pressedHead_ = -1;  ///< column whose heading is held
    int dropGap_ = -1;      ///< where its column would go; -1: it is not dragged
};

}  // namespace sonoglyph
