// Rows of small images with a heading each (real above generated) and a caption a column. GUI thread only.
//
// Images keep their square; all cells have the same size, as large as the room allows.
// Exact pixels are scaled by a whole number where that costs little room.
#pragma once

#include <QPoint>

#include "ui/widgets/figure_view.h"
#include "ui/widgets/grid_figure.h"

namespace sonoglyph {

class ImageGrid : public FigureView {
    Q_OBJECT
public:
    explicit ImageGrid(QWidget* parent = nullptr);

    void setRows(const QList<ImageRow>& rows);
    /// Above the columns, e.g. the digits.
    void setCaptions(const QStringList& captions);
    void clear();
    void setSmooth(bool smooth);
    bool isSmooth() const { return figure_.smooth; }
    /// Device-independent pixels a cell is at least and at most wide. Defaults 28 and 112.
    void setCellRange(int smallest, int largest);
    void setEmptyText(const QString& text);
    /// A cell that stays marked; {-1, -1} for none. x is the column, y the row.
    void setCurrentCell(QPoint cell);
    QPoint currentCell() const { return current_; }
    int rowCount() const { return figure_.rowCount(); }
    int columnCount() const { return figure_.columns; }
    /// Where a cell is drawn, in the widget's coordinates.
    QRectF cellRect(int row, int column) const;

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    /// By click, or Return on the current cell.
    void cellClicked(int row, int column);
    void smoothChanged(bool smooth);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void addMenuItems(QMenu& menu) override;

private:
    void paintMarked(QPainter& painter) const;
    QPoint cellAt(const QPointF& position) const;
    void describe();

    GridFigure figure_;
    int smallest_ = 28;
    QPoint current_{-1, -1}, hover_{-1, -1};
    QString emptyText_;
};

}  // namespace sonoglyph
