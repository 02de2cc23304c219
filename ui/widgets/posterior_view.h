// The images that one sound leaves open: that of the mean, the deviation of every pixel in magma, and draws around the mean. GUI thread
// only.
//
// All pictures have exact pixels in a square. One of the draws, or the mean, is the current one: by click or by arrows. The pointer
// reads values out.
#pragma once

#include <QImage>
#include <QList>

#include "core/session/decoder.h"
#include "ui/widgets/figure_view.h"

namespace sonoglyph {

class PosteriorView : public FigureView {
    Q_OBJECT
public:
    explicit PosteriorView(QWidget* parent = nullptr);

    void setPicture(const PosteriorPicture& picture);
    void clear();
    bool isEmpty() const { return mean_.isNull(); }
    /// The marked draw; -1: the mean.
    int current() const { return current_; }
    void setCurrent(int draw);
    /// Where pictures are drawn, in the widget's coordinates.
    QRectF meanRect() const;
    QRectF deviationRect() const;
    QRectF drawRect(int draw) const;

    QSizeF figureSize() const override { return {400, 180}; }
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    /// Every pixel's mean, deviation and draws.
    QString figureCsv() const override;
    QSize sizeHint() const override { return {360, 180}; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A person chose a draw, or -1: the mean.
    void chosen(int draw);
    /// What the pointer is at, for a status line; empty when it leaves.
    void hovered(const QString& text);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Layout {
        double caption = 0;  ///< height of a line above each part
        QRectF mean, deviation, draws;
        double cell = 0, gap = 0;
        int columns = 1;
    };
    static constexpr int none = -2;

    Layout layoutFor(const QRectF& area, const QFont& font, double ratio) const;
    Layout layoutNow() const;
    static double narrowest(const QFontMetricsF& metrics);
    QRectF pictures() const;
    static QRectF cellIn(const Layout& layout, int draw);
    int pictureAt(const QPointF& position) const;
    void paintAll(QPainter& painter, const QRectF& area, const Colors& theme, double ratio, bool print) const;
    QString drawsCaption() const;
    QString readOut(const QPointF& position) const;
    void describe();

    QImage mean_, deviation_;
    QList<QImage> draws_;
    QStringList read_;  ///< in the draws; empty texts without LeNet-5
    std::vector<float> deviations_;
    double spread_ = 1;
    int current_ = -1, hover_ = none;
};

}  // namespace sonoglyph
