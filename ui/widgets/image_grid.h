// Rows of small images with a heading each (real above generated) and a caption a column. GUI thread only.
//
// Images keep their square; all cells have the same size, as large as the room allows.
// Exact pixels are scaled by a whole number where that costs little room.
#pragma once

#include <QImage>
#include <QList>
#include <QPoint>
#include <QStringList>

#include "ui/widgets/figure_view.h"

namespace sonoglyph {

struct ImageRow {
    enum Kind {
        Plain,
        Real,  ///< heading marked in grey
        Ours,  ///< heading marked in accent
    };
    QString heading;
    Kind kind = Plain;
    QList<QImage> images;  ///< grey; a null image leaves its cell empty
};

class ImageGrid : public FigureView {
    Q_OBJECT
public:
    explicit ImageGrid(QWidget* parent = nullptr);

    void setRows(const QList<ImageRow>& rows);
    /// Above the columns, e.g. the digits.
    void setCaptions(const QStringList& captions);
    void clear();
    void setSmooth(bool smooth);
    bool isSmooth() const { return smooth_; }
    /// Device-independent pixels a cell is at least and at most wide. Defaults 28 and 112.
    void setCellRange(int smallest, int largest);
    void setEmptyText(const QString& text);
    /// A cell that stays marked; {-1, -1} for none. x is the column, y the row.
    void setCurrentCell(QPoint cell);
    QPoint currentCell() const { return current_; }
    int rowCount() const { return int(rows_.size()); }
    int columnCount() const { return columns_; }
    /// Where a cell is drawn, in the widget's coordinates.
    QRectF cellRect(int row, int column) const;

    QSizeF figureSize() const override;
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
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
    struct Layout {
        QPointF origin;  // of the first cell
        double cell = 0, gap = 0;
        double headings = 0, captions = 0;
    };
    Layout layoutFor(const QRectF& area, const QFont& font, double ratio, bool print) const;
    static QRectF cellIn(const Layout& layout, int row, int column);
    QSize firstImageSize() const;
    void paintGrid(QPainter& painter, const QRectF& area, const Colors& theme, double ratio, bool print) const;
    QPoint cellAt(const QPointF& position) const;
    void describe();

    QList<ImageRow> rows_;
    QStringList captions_;
    int columns_ = 0;
    int smallest_ = 28, largest_ = 112;
    bool smooth_ = false;
    QPoint current_{-1, -1}, hover_{-1, -1};
    QString emptyText_;
};

}  // namespace sonoglyph
