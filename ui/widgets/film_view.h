// Rows of 28x28 images, a frame a step along a way through the latent space: traversals, a morph. What LeNet-5 reads stands below each;
// behind a row may stand a map of the pixels that it moves. Shows values and tells wishes; GUI thread only.
//
// Mouse: a click chooses a frame, hovering names it. Keyboard: arrows choose, Home and End the first and last of the row.
#pragma once

#include <QImage>
#include <QList>
#include <QPoint>
#include <QStringList>

#include "ui/widgets/figure_view.h"

namespace sonoglyph {

struct FilmFrame {
    QImage image;     ///< 28x28 grey; null: awaited
    QString read;     ///< what LeNet-5 reads; empty: nobody read
    double sure = 0;  ///< 0 to 1
};

struct FilmRow {
    QString title, detail;  ///< beside the row; may be empty
    QList<FilmFrame> frames;
    QImage effect;         ///< the pixels that the row moves, in colours; null: none
    bool waiting = false;  ///< newer images are on their way: these step back
};

class FilmView : public FigureView {
    Q_OBJECT
public:
    explicit FilmView(QWidget* parent = nullptr);

    /// What stands above the frames, one a column.
    void setPositions(const QStringList& positions);
    void setRows(const QList<FilmRow>& rows);
    const QList<FilmRow>& rows() const { return rows_; }
    void setEmptyText(const QString& text);
    /// The frame that is marked, x the column, y the row; (-1, -1): none.
    QPoint currentFrame() const { return current_; }
    /// Without a signal; a place without a frame: none.
    void setCurrentFrame(QPoint frame);
    /// In the widget's coordinates.
    QRectF frameRect(int row, int column) const;
    QRectF effectRect(int row) const;

    QSizeF figureSize() const override;
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
    QSize sizeHint() const override { return {560, 320}; }
    QSize minimumSizeHint() const override { return {240, 96}; }

Q_SIGNALS:
    void chosen(int row, int column);
    /// The frame under the pointer, for a status line; empty when it leaves.
    void hovered(const QString& text);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Layout {
        QPointF origin;  ///< of the first frame
        double side = 0, stepX = 0, stepY = 0, line = 0;
    };
    Layout layoutFor(const QRectF& area, const QFont& font) const;
    static QRectF frameIn(const Layout& layout, int row, int column);
    int columns() const;
    bool headed() const;
    bool mapped() const;
    bool has(QPoint frame) const;
    QPoint frameAt(const QPointF& position) const;
    void paintFilm(QPainter& painter, const QRectF& area, const Colors& theme, bool print) const;
    void paintHeads(QPainter& painter, const Layout& layout, const QRectF& area, const Colors& theme) const;
    QString nameOf(QPoint frame) const;
    void describe();

    QStringList positions_;
    QList<FilmRow> rows_;
    QPoint current_{-1, -1}, hover_{-1, -1};
    QString emptyText_;
};

}  // namespace sonoglyph
