// Accuracies beside one another: a row each with a dot and its interval as a whisker, a hollow dot for the reading of means, a grey tick
// for the paper's value; grouped under headings, with lines to compare with. The axis ends at 100 %. GUI thread only.
//
// Mouse: hover tells, click chooses a row. Keyboard: up and down, Home and End move, Return chooses.
#pragma once

#include <optional>

#include <QFontMetricsF>
#include <QList>
#include <QString>

#include "ui/widgets/figure_view.h"

namespace sonoglyph {

/// All numbers are shares, 0 to 1.
struct AccuracyRow {
    QString group, name;
    double accuracy = 0, low = 0, high = 0;  ///< with its interval (Wilson, 95 %); not a number: not measured
    std::optional<double> mean, paper;       ///< of images drawn from means; of the paper
};

struct AccuracyLine {
    QString name;
    double accuracy = 0;
    QString group;  ///< empty: through all
};

class AccuracyChart : public FigureView {
    Q_OBJECT
public:
    explicit AccuracyChart(QWidget* parent = nullptr);

    /// Rows of one group follow one another; a group without a name has no heading. Lines of a group that is not there are left out.
    void setRows(const QList<AccuracyRow>& rows, const QList<AccuracyLine>& lines = {});
    const QList<AccuracyRow>& rows() const { return rows_; }
    void setEmptyText(const QString& text);

    /// The row that the keyboard is at or that was clicked; -1: none.
    int current() const { return current_; }
    /// Without a signal; beyond the rows: none.
    void setCurrent(int row);
    /// All numbers of a row in words.
    QString readout(int row) const;
    /// The left end of the axis, 0 to below 1.
    double axisStart() const { return start_; }
    /// In the widget's coordinates.
    QRectF rowRect(int row) const;
    QPointF placeOf(int row, double accuracy) const;

    QSizeF figureSize() const override;
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
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
    static constexpr double kGap = 6, kDot = 4, kSample = 16;  // between things; radius of a dot; room for a mark in the legend

    /// What stands in one strip of the chart: a heading, the name of a line, or a row.
    struct Strip {
        enum class Kind { Heading, Line, Row } kind;
        int index = 0;  // of the row; of a heading its first row
    };
    struct Layout {
        QRectF told, legend, plot;  // the plot is what lies between the names and the numbers
        bool namesAbove = false;    // where there is no room for them beside it
        double left = 0, right = 0, line = 0, start = 0;
        double strip = 0;    // the height of one without a name above
        QList<double> ends;  // the lower ends of all, in those heights from the top of the plot
        double x(double accuracy) const { return plot.left() + (accuracy - start) / (1 - start) * plot.width(); }
        QRectF stripAt(int i) const;
        /// Where a row's marks are.
        double marksAt(int i) const { return stripAt(i).bottom() - strip / 2; }
    };
    enum class Mark { Dot, Hollow, Paper };
    struct LegendEntry {
        Mark mark;
        QString text;
    };
    Layout layoutFor(const QRectF& area, const QFont& font, bool tells) const;
    Layout onScreen() const;
    void paintChart(QPainter& painter, const Layout& layout, const Colors& theme) const;
    void paintAxis(QPainter& painter, const Layout& layout, const Colors& theme) const;
    void paintLine(QPainter& painter, const Layout& layout, int strip, const Colors& theme) const;
    void paintRow(QPainter& painter, const Layout& layout, int strip, const Colors& theme) const;
    static void paintMark(QPainter& painter, Mark mark, const QPointF& at, const Colors& theme);
    void paintLegend(QPainter& painter, const Layout& layout, const Colors& theme) const;
    /// Of the marks that any row has.
    QList<LegendEntry> legend() const;
    double legendWidth(const QFontMetricsF& metrics) const;
    static QString percent(double share);
    int stripOf(int row) const;
    int rowAt(const QPointF& position) const;
    QString told() const;
    void arrange();
    void describe();

    QList<AccuracyRow> rows_;
    QList<AccuracyLine> lines_;
    QList<Strip> strips_;
    double start_ = 0;
    int current_ = -1, hover_ = -1;
    QString emptyText_;
};

}  // namespace sonoglyph
