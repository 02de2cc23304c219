// Accuracies beside one another: a row each with its interval, grouped, with lines to compare with. Any thread.
#pragma once

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QList>
#include <optional>

#include "ui/widgets/figure.h"

namespace sonoglyph {

/// All numbers are shares, 0 to 1.
struct AccuracyRow {
    QString group, name;
    double accuracy = 0, low = 0, high = 0;  ///< with its interval (Wilson, 95 %); not a number: not measured
    std::optional<double> mean, paper;       ///< of images drawn from means; of the paper
    QString over{};                          ///< of a mean, which low and high lie one deviation beside: "3 seeds"; empty: one measurement
    QList<double> each{};                    ///< what it is the mean of
    bool below = false;                      ///< belongs to the row above that is not below another: the same model, tested otherwise
};

struct AccuracyLine {
    QString name;
    double accuracy = 0;
    QString group;  ///< empty: through all
};

struct AccuracyFigure : Figure {
    Q_DECLARE_TR_FUNCTIONS(sonoglyph::AccuracyChart)
public:
    static constexpr double kGap = 6, kDot = 4, kSample = 16;  ///< between things; radius of a dot; room for a mark in the legend

    QList<AccuracyRow> rows;
    QList<AccuracyLine> lines;
    double start = 0;  ///< the left end of the axis
    /// What stands in one strip of the chart: a heading, the name of a line, or a row.
    struct Strip {
        enum class Kind { Heading, Line, Row } kind;
        int index = 0;  ///< of the row; of a heading its first row
    };
    QList<Strip> strips;

    /// Strips and axis, of the rows and lines.
    void arrange();

    struct Layout {
        QRectF told, legend, plot;  ///< the plot is what lies between the names and the numbers
        bool namesAbove = false;    ///< where there is no room for them beside it
        double left = 0, right = 0, line = 0, start = 0;
        double strip = 0;    ///< the height of one without a name above
        QList<double> ends;  ///< the lower ends of all, in those heights from the top of the plot
        double x(double accuracy) const { return plot.left() + (accuracy - start) / (1 - start) * plot.width(); }
        QRectF stripAt(int i) const;
        /// Where a row's marks are.
        double marksAt(int i) const { return stripAt(i).bottom() - strip / 2; }
    };
    /// `tells`: with room for the readout of any row above.
    Layout layoutFor(const QRectF& area, const QFont& font, bool tells) const;
    int stripOf(int row) const;
    QString readout(int row) const;
    void paintChart(QPainter& painter, const Layout& layout, const Colors& theme) const;

    QSizeF size() const override;
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;

private:
    enum class Mark { Dot, Below, Hollow, Each, Paper };
    struct LegendEntry {
        Mark mark;
        QString text;
    };
    void paintAxis(QPainter& painter, const Layout& layout, const Colors& theme) const;
    void paintLine(QPainter& painter, const Layout& layout, int strip, const Colors& theme) const;
    void paintRow(QPainter& painter, const Layout& layout, int strip, const Colors& theme) const;
    static void paintMark(QPainter& painter, Mark mark, const QPointF& at, const Colors& theme);
    void paintLegend(QPainter& painter, const Layout& layout, const Colors& theme) const;
    /// Of the marks that any row has.
    QList<LegendEntry> legend() const;
    double legendWidth(const QFontMetricsF& metrics) const;
    static QString percent(double share);
    static double indentOf(const AccuracyRow& row) { return row.below ? 2 * kGap : 0; }
    /// With the name of the model that a row below another is of.
    QString fullName(int row) const;
};

}  // namespace sonoglyph
