// Accuracies beside one another: a row each with a dot and its interval as a whisker, a hollow dot for the reading of means, a grey tick
// for the paper's value; of a mean also what it is the mean of, as small dots. What else is known of the model of a row stands below it,
// lighter. Grouped under headings, with lines to compare with. The axis ends at 100 %. GUI thread only.
//
// Mouse: hover tells, click chooses a row. Keyboard: up and down, Home and End move, Return chooses.
#pragma once

#include "ui/widgets/accuracy_figure.h"
#include "ui/widgets/figure_view.h"

namespace sonoglyph {

class AccuracyChart : public FigureView {
    Q_OBJECT
public:
    explicit AccuracyChart(QWidget* parent = nullptr);

    /// Rows of one group follow one another; a group without a name has no heading. Lines of a group that is not there are left out.
    void setRows(const QList<AccuracyRow>& rows, const QList<AccuracyLine>& lines = {});
    const QList<AccuracyRow>& rows() const { return figure_.rows; }
    void setEmptyText(const QString& text);

    /// The row that the keyboard is at or that was clicked; -1: none.
    int current() const { return current_; }
    /// Without a signal; beyond the rows: none.
    void setCurrent(int row);
    /// All numbers of a row in words.
    QString readout(int row) const { return figure_.readout(row); }
    /// The left end of the axis, 0 to below 1.
    double axisStart() const { return figure_.start; }
    /// In the widget's coordinates.
    QRectF rowRect(int row) const;
    QPointF placeOf(int row, double accuracy) const;

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override;
    /// High enough for every row at the present width.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By a person.
    void rowChosen(int row);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    static constexpr double kGap = AccuracyFigure::kGap;

    AccuracyFigure::Layout onScreen() const;
    int rowAt(const QPointF& position) const;
    QString told() const;
    void describe();

    AccuracyFigure figure_;
    int current_ = -1, hover_ = -1;
    QString emptyText_;
};

}  // namespace sonoglyph
