#include "ui/pages/run_charts.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/logic/seed_band.h"
#include "ui/pages/curve_toolbar.h"
#include "ui/widgets/curve_chart.h"
#include "ui/widgets/curve_stack.h"

namespace sonoglyph {

namespace {

constexpr int bandEvery = 500;  // milliseconds: a band is made anew from all of its runs
const QList<qreal> dots{1.2, 2.2};

}  // namespace

RunCharts::RunCharts(Settings& settings, QWidget* parent)
    : QWidget(parent), toolbar_(new CurveToolbar(settings, this)), stack_(new CurveStack)
{
    for (const QuantityGroup& group : quantityGroups()) {
        auto* chart = new CurveChart;
        chart->setObjectName(QStringLiteral("curves/") + group.key);
        chart->setTitle(group.title);
        chart->setToolTip(group.about);
        chart->setEmptyText(MetricStore::hasSteps(group.quantities.first()) ? tr("The curves begin with the first step.")
                                                                            : tr("The curves begin after the first epoch."));
        stack_->add(chart);
        connect(chart, &CurveChart::logarithmicChanged, toolbar_, &CurveToolbar::setLogarithmic);
        panels_.push_back({group, chart, {}, {}, false});
    }
    runs_.push_back({{}, {}, {}, std::make_shared<MetricStore>()});
    bandTimer_.setSingleShot(true);
    bandTimer_.setInterval(bandEvery);
    connect(&bandTimer_, &QTimer::timeout, this, [this] {
        for (Panel& panel : panels_) {
            if (panel.filled) fillBands(panel);
        }
    });
    connect(toolbar_, &CurveToolbar::shownChanged, this, &RunCharts::showGroups);
    connect(toolbar_, &CurveToolbar::axisChanged, this, [this] {
        setView({});
        refill();
    });
    connect(toolbar_, &CurveToolbar::smoothingChanged, this, [this] {
        stack_->setSmoothing(toolbar_->smoothing());
        for (Panel& panel : panels_) fillBands(panel);
    });
    connect(toolbar_, &CurveToolbar::logarithmicChanged, stack_, &CurveStack::setLogarithmic);
    connect(toolbar_, &CurveToolbar::wholeWanted, stack_, &CurveStack::showEverything);
    connect(stack_, &CurveStack::viewChanged, this, [this] { toolbar_->setZoomed(stack_->charts().first()->view().has_value()); });
    connect(stack_, &CurveStack::clicked, this, [this](CurveChart* chart, int curve, double x) {
        const auto panel = std::find_if(panels_.begin(), panels_.end(), [&](const Panel& p) { return p.chart == chart; });
        const ChartedRun& run = runs_[panel->sources[std::size_t(curve)].run];
        Q_EMIT stepClicked(run.folder, run.metrics->stepAt(x, toolbar_->axis()));
    });
    stack_->setSmoothing(toolbar_->smoothing());
    for (const Qt::Orientation axis : {Qt::Horizontal, Qt::Vertical}) stack_->setLogarithmic(axis, toolbar_->isLogarithmic(axis));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea;
    scroll->setWidget(stack_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    stack_->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    rebuild();
    showGroups();
}

CurveChart* RunCharts::chart(const QString& group) const
{
    const auto found = std::find_if(panels_.begin(), panels_.end(), [&](const Panel& panel) { return panel.group.key == group; });
    return found == panels_.end() ? nullptr : found->chart;
}

const ChartedRun* RunCharts::run(const std::filesystem::path& folder) const
{
    const auto found = std::find_if(runs_.begin(), runs_.end(), [&](const ChartedRun& run) { return run.folder == folder; });
    return found == runs_.end() ? nullptr : &*found;
}

std::optional<CurveRange> RunCharts::view() const { return stack_->charts().first()->view(); }

void RunCharts::setView(const std::optional<CurveRange>& view)
{
    stack_->setView(view);
    toolbar_->setZoomed(view.has_value());
}

void RunCharts::setRun(const ChartedRun& run)
{
    const bool same = runs_.front().folder == run.folder && runs_.front().name == run.name && runs_.front().config == run.config;
    if (runs_.front().folder != run.folder) {
        setView({});
        setMarks({});
    }
    runs_.front() = run;
    if (same)
        grow();
    else
        rebuild();
}

void RunCharts::setOthers(const std::vector<ChartedRun>& others)
{
    const bool same = std::equal(runs_.begin() + 1, runs_.end(), others.begin(), others.end(), [](const auto& a, const auto& b) {
        return a.folder == b.folder && a.dash == b.dash && a.config == b.config;
    });
    runs_.resize(1);
    runs_.insert(runs_.end(), others.begin(), others.end());
    if (same)
        grow();
    else
        rebuild();
}

void RunCharts::showGroups()
{
    for (Panel& panel : panels_) {
        const bool shown = toolbar_->isShown(panel.group.key);
        stack_->setShown(panel.chart, shown);
        if (shown && !panel.filled) fill(panel);
    }
}

void RunCharts::rebuild()
{
    for (Panel& panel : panels_) {
        panel.chart->clearCurves();
        panel.sources.clear();
        panel.bands.clear();
        addCurves(panel);
    }
    refill();
}

void RunCharts::addCurves(Panel& panel)
{
    const bool alone = runs_.size() == 1;
    std::vector<RunConfig> configs;
    for (const ChartedRun& one : runs_) configs.push_back(one.config);
    const auto groups = groupsOf(configs, differBySeedOnly);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const ChartedRun& run = runs_[groups[g].front()];
        const bool band = groups[g].size() > 1;
        for (int q = 0; q < panel.group.quantities.size(); ++q) {
            const Quantity quantity = panel.group.quantities[q];
            const bool several = panel.group.quantities.size() > 1;
            QString name = band ? tr("%1, mean of %2 seeds").arg(run.name).arg(groups[g].size()) : run.name;
            if (alone)
                name = several ? nameOf(quantity) : MetricStore::hasSteps(quantity) ? tr("train") : tr("held out");
            else if (several)
                name += QStringLiteral(", ") + nameOf(quantity);
            CurveStyle style{name};
            style.dash = alone ? (q > 0 ? seriesDash(q) : QList<qreal>()) : q > 0 ? dots : seriesDash(run.dash);
            if (!alone) style.alpha = run.config.alpha;
            style.inLegend = alone;
            style.smooth = !band;
            const bool rare = !MetricStore::hasSteps(quantity);
            style.marks = rare;
            if (rare) style.smooth = false;
            const auto add = [&](const CurveStyle& s, RunRows rows) {
                const int curve = panel.chart->addCurve(s);
                panel.sources.push_back({groups[g].front(), quantity, rows, 0, 0, 0});
                if (band) panel.bands.push_back({curve, groups[g], quantity, rows});
                return curve;
            };
            const int first = add(style, rare ? RunRows::Epochs : RunRows::Steps);
            if (rare || !MetricStore::hasEpochs(quantity)) continue;
            CurveStyle twin = style;
            twin.name = alone && !several ? tr("held out") : tr("%1, held out").arg(name);
            twin.counterpart = first;
            add(twin, RunRows::Epochs);
        }
    }
}

void RunCharts::refill()
{
    for (Panel& panel : panels_) {
        panel.chart->setAxisTitles(titleOf(toolbar_->axis()), panel.group.unit);
        panel.filled = false;
        for (Source& source : panel.sources) source.generation = 0;
        if (stack_->isShown(panel.chart)) fill(panel);
    }
    placeMarks();
}

void RunCharts::grow()
{
    for (Panel& panel : panels_) {
        if (stack_->isShown(panel.chart))
            fill(panel);
        else
            panel.filled = false;
    }
    if (!marks_.isEmpty() && toolbar_->axis() != RunAxis::Step) placeMarks();
}

void RunCharts::fill(Panel& panel)
{
    const RunAxis axis = toolbar_->axis();
    bool changed = false;
    for (std::size_t i = 0; i < panel.sources.size(); ++i) {
        Source& source = panel.sources[i];
        const bool band = std::any_of(panel.bands.begin(), panel.bands.end(), [&](const Band& b) { return b.curve == int(i); });
        const MetricStore& metrics = *runs_[source.run].metrics;
        const double length = axis == RunAxis::Epoch ? metrics.stepsPerEpoch() : 0;
        const qsizetype rows = metrics.rows(source.rows);
        const bool anew = source.generation != metrics.generation() || source.stepsPerEpoch != length;
        if (!anew && rows == source.drawn) continue;
        changed = true;
        if (!band) {
            if (anew)
                panel.chart->setPoints(int(i), metrics.curve(source.quantity, source.rows, axis));
            else
                panel.chart->appendPoints(int(i), metrics.curve(source.quantity, source.rows, axis, source.drawn));
        }
        source.generation = metrics.generation();
        source.drawn = rows;
        source.stepsPerEpoch = length;
    }
    if (!panel.filled)
        fillBands(panel);
    else if (changed && !panel.bands.empty() && !bandTimer_.isActive())
        bandTimer_.start();
    panel.filled = true;
}

void RunCharts::fillBands(Panel& panel)
{
    for (const Band& band : panel.bands) {
        QList<QList<QPointF>> curves;
        for (const std::size_t run : band.runs) curves.append(runs_[run].metrics->curve(band.quantity, band.rows, toolbar_->axis()));
        const bool rare = band.rows == RunRows::Epochs;
        const SeedBand seeds = seedBand(curves, rare ? 1 : toolbar_->smoothing());
        panel.chart->setPoints(band.curve, seeds.mean);
        panel.chart->setBand(band.curve, seeds.low, seeds.high);
    }
}

void RunCharts::setMarks(const QList<RunMark>& marks)
{
    if (marks_ == marks) return;
    marks_ = marks;
    placeMarks();
}

void RunCharts::placeMarks()
{
    QList<CurveMark> placed;
    for (const RunMark& mark : marks_) placed.append({runs_.front().metrics->position(mark.step, toolbar_->axis()), mark.text});
    stack_->setMarks(placed);
}

void RunCharts::showPiece(const CoachWord& word)
{
    if (!word.quantity || word.to <= word.from) return;
    for (Panel& panel : panels_) {
        if (panel.group.quantities.contains(*word.quantity)) toolbar_->setShown(panel.group.key, true);
    }
    const MetricStore& metrics = *runs_.front().metrics;
    const RunAxis axis = toolbar_->axis();
    stack_->setView(CurveRange{metrics.position(word.from, axis), metrics.position(word.to, axis)});
    stack_->setCrosshair(metrics.position(word.at, axis));
    toolbar_->setZoomed(true);
}

}  // namespace sonoglyph
