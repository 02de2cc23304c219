// How spoken labels (rows) are read (columns), in cells that are the fuller the larger their share of the row. Any thread.
#pragma once

#include <QCoreApplication>
#include <QStringList>
#include <cstdint>
#include <vector>

#include "ui/widgets/figure.h"

namespace sonoglyph {

/// [spoken][read], square.
using ConfusionCounts = std::vector<std::vector<std::int64_t>>;

struct ConfusionFigure : Figure {
    Q_DECLARE_TR_FUNCTIONS(sonoglyph::ConfusionView)
public:
    enum class Numbers { Counts, Shares };

    ConfusionCounts counts;  ///< none below 0
    QStringList labels;
    std::vector<std::int64_t> sums;  ///< of the rows
    std::int64_t total = 0, right = 0;
    Numbers numbers = Numbers::Shares;

    int labelCount() const { return int(counts.size()); }
    bool isLabel(int value) const { return value >= 0 && value < labelCount(); }
    bool isEmpty() const { return total == 0; }
    /// "a spoken 5 is read as 3: 12 of 1,010 (1.2 %)"
    QString readout(int spoken, int read) const;
    /// How many are read right.
    QString summary() const;

    struct Layout {
        QRectF told, cells;
        double line = 0;
        int labels = 1;
        QRectF cell(int spoken, int read) const;
    };
    /// `tells`: with room for a readout above.
    Layout layoutFor(const QRectF& area, const QFont& font, bool tells) const;
    void paintTable(QPainter& painter, const Layout& layout, const Colors& theme) const;

    QSizeF size() const override { return {260, 240}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override;
    QString csv() const override;

private:
    void paintNumbers(QPainter& painter, const Layout& layout, const Colors& theme) const;
    QColor fillOf(int spoken, int read, const Colors& theme) const;
    QString numberOf(int spoken, int read) const;
    std::int64_t countOf(int spoken, int read) const { return counts[std::size_t(spoken)][std::size_t(read)]; }
    double shareOf(int spoken, int read) const;
    double widestLabel(const QFont& font) const;
};

}  // namespace sonoglyph
