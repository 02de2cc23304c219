// All recordings of a data set as points in a plane, coloured by a group: zoomed, moved, asked one by one or surrounded. GUI thread only.
//
// Mouse: hovering names the nearest point, a click chooses it, a click on empty ground asks for what lies there; a drag moves the plane,
// the wheel zooms around the pointer, a double click shows everything; a drag with Shift surrounds points (Ctrl too: adds them). A click on
// a group of the legend shows it alone, once more all. Keyboard: + and - zoom, arrows move, 0 shows everything, N and P go through what is
// surrounded, Escape lets go of it.
// Points are blended into a picture pixel by pixel: 25,000 of them cost some milliseconds, paths would cost a second.
#pragma once

#include <functional>

#include <QImage>
#include <QPolygonF>
#include <QVector>

#include "ui/widgets/figure_view.h"
#include "ui/widgets/map_figure.h"

namespace sonoglyph {

class VoiceMapView : public FigureView {
    Q_OBJECT
public:
    explicit VoiceMapView(QWidget* parent = nullptr);

    /// Shows everything, lets go of what was surrounded. Null: none.
    void setDots(std::shared_ptr<const std::vector<MapDot>> dots);
    /// Names of the groups, in the order of their numbers.
    void setGroups(const QStringList& names);
    /// What stands beside the axes, e.g. "axis 1, 30 %".
    void setAxes(const QString& x, const QString& y);
    /// The present code; none: it is not known.
    void setStar(std::optional<QPointF> star);
    void setEmptyText(const QString& text);
    /// Names a dot for tips and for the description.
    void setNaming(std::function<QString(int)> name) { name_ = std::move(name); }

    int count() const { return figure_.count(); }
    const QVector<int>& selection() const { return selection_; }
    void setSelection(const QVector<int>& dots);
    /// The group that is shown alone; -1: all.
    int soloGroup() const { return figure_.solo; }
    void showAll();
    /// In the widget's coordinates, and back.
    QPointF toWidget(const QPointF& plane) const;
    QPointF toPlane(const QPointF& widget) const;
    QRectF legendRect(int group) const;

    FigurePtr figure() const override;
    QSize sizeHint() const override { return {560, 420}; }
    QSize minimumSizeHint() const override { return {260, 200}; }

Q_SIGNALS:
    /// The dot under the pointer; -1: none.
    void hovered(int dot);
    void chosen(int dot);
    void groundChosen(const QPointF& plane);
    void selectionChanged();

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int dotAt(const QPointF& widget) const;
    void zoom(double factor, const QPointF& widget);
    void stepThroughSelection(int by);
    void closeLasso(bool adds);
    void setHover(int dot);
    void paintDots(QPainter& painter, const QRectF& plot, const Colors& theme);
    void describe();

    MapFigure figure_;
    QString emptyText_;
    std::function<QString(int)> name_;
    QVector<int> selection_;
    int hover_ = -1, step_ = -1;
    double fit_ = 1;  ///< the scale that shows everything
    QImage picture_;  ///< the dots, as large as the plot in device pixels
    QPointF pressed_, last_;
    bool moving_ = false;
    QPolygonF lasso_;
};

}  // namespace sonoglyph
