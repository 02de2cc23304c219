// The curves of a run, and of others beside it: one chart a group of quantities, all over the same stretch. GUI thread only.
//
// Of one run, quantities have colours of their own; of several, every run has the colour of its alpha and a dash, the watched one solid.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include <QList>
#include <QTimer>
#include <QWidget>

#include "ui/logic/coach.h"
#include "ui/logic/run_comparison.h"
#include "ui/widgets/curve_plot.h"

namespace sonoglyph {

class CurveChart;
class CurveStack;
class CurveToolbar;
class Settings;

/// Something that was changed while the run went on.
struct RunMark {
    std::int64_t step = 0;
    QString text;
    bool operator==(const RunMark&) const = default;
};

class RunCharts : public QWidget {
    Q_OBJECT
public:
    explicit RunCharts(Settings& settings, QWidget* parent = nullptr);

    /// The run that is watched. Its metrics may grow: grow() draws what has come.
    void setRun(const ChartedRun& run);
    /// Runs beside it. Those that differ by their seed only, the watched one among them, become one mean with a band.
    void setOthers(const std::vector<ChartedRun>& others);
    void grow();
    /// Of those that are drawn; null: none in that folder.
    const ChartedRun* run(const std::filesystem::path& folder) const;
    void setMarks(const QList<RunMark>& marks);
    /// The stretch that all charts show; none: everything.
    std::optional<CurveRange> view() const;
    void setView(const std::optional<CurveRange>& view);
    /// Zooms to what the coach speaks of, in a chart that is shown if it was not.
    void showPiece(const CoachWord& word);

    /// To be laid out by the owner, above whatever stands beside the charts.
    CurveToolbar& toolbar() { return *toolbar_; }
    CurveStack& stack() { return *stack_; }
    CurveChart* chart(const QString& group) const;

Q_SIGNALS:
    /// A hand pressed on a curve of the run in `folder`.
    void stepClicked(const std::filesystem::path& folder, qint64 step);

private:
    struct Source {  // of one curve
        std::size_t run = 0;
        Quantity quantity{};
        RunRows rows{};
        std::uint64_t generation = 0;
        qsizetype drawn = 0;  // rows
        double stepsPerEpoch = 0;
    };
    struct Band {  // of one mean
        int curve = 0;
        std::vector<std::size_t> runs;
        Quantity quantity{};
        RunRows rows{};
    };
    struct Panel {
        QuantityGroup group;
        CurveChart* chart = nullptr;
        std::vector<Source> sources;  // as many as the chart has curves, those of bands included
        std::vector<Band> bands;
        bool filled = false;
    };

    void showGroups();
    void rebuild();
    void addCurves(Panel& panel);
    void refill();
    void fill(Panel& panel);
    void fillBands(Panel& panel);
    void placeMarks();

    CurveToolbar* toolbar_;
    CurveStack* stack_;
    std::vector<Panel> panels_;
    std::vector<ChartedRun> runs_;  // the watched one first
    QList<RunMark> marks_;
    QTimer bandTimer_;
};

}  // namespace sonoglyph
