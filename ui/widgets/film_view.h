// Rows of 28x28 images, a frame a step along a way through the latent space: traversals, a morph. What LeNet-5 reads stands below each;
// behind a row may stand a map of the pixels that it moves. Shows values and tells wishes; GUI thread only.
//
// Mouse: a click chooses a frame, hovering names it. Keyboard: arrows choose, Home and End the first and last of the row.
#pragma once

#include <QPoint>

#include "ui/widgets/figure_view.h"
#include "ui/widgets/film_figure.h"

namespace sonoglyph {

class FilmView : public FigureView {
    Q_OBJECT
public:
    explicit FilmView(QWidget* parent = nullptr);

    /// What stands above the frames, one a column.
    void setPositions(const QStringList& positions);
    void setRows(const QList<FilmRow>& rows);
    const QList<FilmRow>& rows() const { return figure_.rows; }
    void setEmptyText(const QString& text);
    /// The frame that is marked, x the column, y the row; (-1, -1): none.
    QPoint currentFrame() const { return current_; }
    /// Without a signal; a place without a frame: none.
    void setCurrentFrame(QPoint frame);
    /// In the widget's coordinates.
    QRectF frameRect(int row, int column) const;
    QRectF effectRect(int row) const;

    FigurePtr figure() const override { return copyOf(figure_); }
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
    bool has(QPoint frame) const;
    QPoint frameAt(const QPointF& position) const;
    void paintMarked(QPainter& painter) const;
    QString nameOf(QPoint frame) const;
    void describe();

    FilmFigure figure_;
    QPoint current_{-1, -1}, hover_{-1, -1};
    QString emptyText_;
};

}  // namespace sonoglyph
