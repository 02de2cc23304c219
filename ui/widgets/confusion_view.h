// How spoken labels (rows) are read (columns). Right readings are in accent, errors in the colour of "less than", both the fuller the
// larger their share of the row; of errors its root counts, and a fifth is full, so that rare ones are seen. GUI thread only.
//
// Mouse: hover tells, click chooses a cell. Keyboard: arrows, Home and End (of the row).
#pragma once

#include <cstdint>
#include <vector>

#include <QPoint>

#include "ui/widgets/figure_view.h"

namespace sonoglyph {

/// [spoken][read], square.
using ConfusionCounts = std::vector<std::vector<std::int64_t>>;

class ConfusionView : public FigureView {
    Q_OBJECT
public:
    enum class Numbers { Counts, Shares };

    explicit ConfusionView(QWidget* parent = nullptr);

    /// Counts below 0 are taken for 0; without any count the view is empty.
    void setCounts(const ConfusionCounts& counts, const QStringList& labels);
    const ConfusionCounts& counts() const { return counts_; }
    /// What stands in the cells; percentages at first.
    void setNumbers(Numbers numbers);
    Numbers numbers() const { return numbers_; }
    void setEmptyText(const QString& text);

    /// The chosen cell, -1 where none is.
    int spoken() const { return chosen_.y(); }
    int read() const { return chosen_.x(); }
    /// Without a signal; beyond the labels: none.
    void choose(int spoken, int read);
    /// "a spoken 5 is read as 3: 12 of 1,010 (1.2 %)"
    QString readout(int spoken, int read) const;
    /// In the widget's coordinates.
    QRectF cellRect(int spoken, int read) const;

    QSizeF figureSize() const override { return {260, 240}; }
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureCsv() const override;
    QSize sizeHint() const override { return {420, 420}; }
    QSize minimumSizeHint() const override { return {260, 260}; }

Q_SIGNALS:
    /// By a person.
    void cellChosen(int spoken, int read);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Layout {
        QRectF told, cells;
        double line = 0;
        int labels = 1;
        QRectF cell(int spoken, int read) const;
    };
    Layout layoutFor(const QRectF& area, const QFont& font, bool tells) const;
    Layout onScreen() const;
    void paintTable(QPainter& painter, const Layout& layout, const Colors& theme) const;
    void paintNumbers(QPainter& painter, const Layout& layout, const Colors& theme) const;
    QColor fillOf(int spoken, int read, const Colors& theme) const;
    QString numberOf(int spoken, int read) const;
    std::int64_t countOf(int spoken, int read) const { return counts_[std::size_t(spoken)][std::size_t(read)]; }
    double shareOf(int spoken, int read) const;
    bool isEmpty() const { return total_ == 0; }
    QString told() const;
    QPoint cellAt(const QPointF& position) const;
    void describe();

    int size() const { return int(counts_.size()); }
    bool isLabel(int value) const { return value >= 0 && value < size(); }
    double widestLabel(const QFont& font) const;

    ConfusionCounts counts_;
    QStringList labels_;
    std::vector<std::int64_t> sums_;
    std::int64_t total_ = 0, right_ = 0;
    Numbers numbers_ = Numbers::Shares;
    QPoint chosen_{-1, -1}, hover_{-1, -1};  // x: read, y: spoken
    QString emptyText_;
};

}  // namespace sonoglyph
