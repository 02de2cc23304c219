// One image of the network (28x28, white on black) shown large on a neutral mat, never out of square. GUI thread only.
#pragma once

#include "ui/widgets/digit_figure.h"
#include "ui/widgets/figure_view.h"

namespace sonoglyph {

class DigitView : public FigureView {
    Q_OBJECT
public:
    explicit DigitView(QWidget* parent = nullptr);

    /// Grey or convertible to it, any size.
    void setImage(const QImage& image);
    const QImage& image() const { return figure_.image; }
    void clear();
    /// An image that is kept until there is a new one, and says so by stepping back.
    void setDimmed(bool dimmed);
    /// A few words about the image on the mat above it ("Edited"); empty: none.
    void setNote(const QString& note);
    QString note() const { return note_; }
    /// Smooth or exact pixels; also in the context menu.
    void setSmooth(bool smooth);
    bool isSmooth() const { return figure_.smooth; }
    void setEmptyText(const QString& text);
    /// What clicking does, as a tooltip ("Show the sound behind it"); without it the image cannot be clicked.
    void setClickText(const QString& text);
    /// Where the image is drawn, in the widget's coordinates.
    QRectF imageArea() const;

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override { return {320, 320}; }
    QSize minimumSizeHint() const override { return {96, 96}; }
    int heightForWidth(int width) const override { return width; }

Q_SIGNALS:
    void clicked();
    void smoothChanged(bool smooth);
    /// The value under the pointer, for a status line; empty when it leaves.
    void hovered(const QString& text);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void addMenuItems(QMenu& menu) override;

    /// The pixel under a place, or the nearest one; without an image (-1, -1).
    QPoint pixelAt(QPointF position) const;

private:
    double matFor(double side) const;
    QString readOut() const;
    void describe();

    DigitFigure figure_;
    QImage scaled_;  // as last drawn, smooth
    bool dimmed_ = false;
    QPoint hover_{-1, -1};
    QString emptyText_;
    QString clickText_;
    QString note_;
};

}  // namespace sonoglyph
