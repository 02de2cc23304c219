#include "ui/pages/evaluate/report_figures.h"

#include <functional>
#include <map>

#include "core/report/reproduction_report.h"
#include "ui/logic/label_text.h"
#include "ui/logic/reproduction_views.h"
#include "ui/pages/evaluate/report_rows.h"
#include "ui/widgets/confusion_view.h"
#include "ui/widgets/figure_file.h"
#include "ui/widgets/image_grid.h"

namespace sonoglyph {

namespace fs = std::filesystem;

namespace {

constexpr double columnMm = 85, pageMm = 175;
constexpr int columnsOfAGrid = 12;

class Drawer {
public:
    Drawer(const fs::path& folder, const Reproduction& reproduction) : folder_(folder), reproduction_(reproduction) {}

    Result<void> draw(const ReportFigure& figure)
    {
        const std::string& name = figure.name;
        if (name == "figure-3") return pairs(name, "learned", {"fsdd", "scd"}, ModelKind::Aivae);
        if (name == "figure-4") return pairs(name, "held-out", {"fsdd", "scd"}, ModelKind::Aivae);
        if (name == "figure-5") return pairs(name, "learned", {"fsdd"}, ModelKind::Aivaegan);
        if (name == "figure-6") return pairs(name, "learned", {"scd"}, ModelKind::Aivaegan);
        if (name == "figure-7") return pairs(name, "held-out", {"fsdd", "scd"}, ModelKind::Aivaegan);
        if (name == "figure-8") {
            ZeroingChart chart;
            chart.setCurves(zeroingCurves(reproduction_));
            return save(name, chart, columnMm * 1.4);
        }
        if (name == "accuracy") {
            AccuracyChart chart;
            chart.setRows(accuracyRows(reproduction_), ceilingLines(reproduction_));
            return save(name, chart, columnMm * 1.4);
        }
        const auto dash = name.find('-');
        const auto runs = reproduction_.find(name.substr(dash + 1), ModelKind::Aivae, 1);
        if (runs.empty()) return {};
        if (name.starts_with("archetypes")) return archetypes(name, *runs.front());
        ConfusionView view;
        view.setCounts(runs.front()->evaluation.confusion, labelTexts(runs.front()->evaluation.labels));
        return save(name, view, columnMm);
    }

private:
    /// Above each run's images the real ones, once where the next run is of the same pairs.
    Result<void> pairs(const std::string& name, const char* part, const std::vector<std::string>& sets, ModelKind model)
    {
        QList<ImageRow> rows;
        for (const std::string& set : sets) {
            bool first = true;
            for (const RunResults& run : reproduction_.runs) {
                if (run.config.data.name != set || run.config.model != model || run.config.data.split != "random" || run.config.seed != 1)
                    continue;
                const auto pictures = picturesOf(folder_, run.name, part);
                if (pictures.size() < 2) continue;
                if (first) rows << ImageRow{setTitle(set), ImageRow::Real, pictures[0].mid(0, columnsOfAGrid)};
                rows << ImageRow{modelTitle(run.config), ImageRow::Ours, pictures[1].mid(0, columnsOfAGrid)};
                first = false;
            }
        }
        if (rows.isEmpty()) return {};
        ImageGrid grid;
        grid.setRows(rows);
        return save(name, grid, pageMm);
    }

    Result<void> archetypes(const std::string& name, const RunResults& run)
    {
        const auto pictures = picturesOf(folder_, run.name, "archetypes");
        if (pictures.size() < 3) return {};
        ImageGrid grid;
        grid.setRows({{ImageGrid::tr("mean of real images"), ImageRow::Real, pictures[0]},
                      {ImageGrid::tr("mean of drawn images"), ImageRow::Ours, pictures[1]},
                      {ImageGrid::tr("nearest real image"), ImageRow::Real, pictures[2]}});
        grid.setCaptions(labelTexts(run.evaluation.labels));
        return save(name, grid, columnMm * 1.6);
    }

    Result<void> save(const std::string& name, const FigureSource& source, double widthMm)
    {
        const FigurePtr figure = source.figure();
        ExportOptions options;
        const QSizeF natural = figure->size();
        options.provenance = {{QStringLiteral("program"), QString::fromStdString(reproduction_.version)},
                              {QStringLiteral("page"), QStringLiteral("evaluate")},
                              {QStringLiteral("epochs"), QString::fromStdString(reproduction_.epochs)}};
        options.widthMm = widthMm;
        options.heightMm = std::clamp(widthMm * natural.height() / natural.width(), 10.0, 1000.0);
        for (const char* ending : {".svg", ".pdf", ".png", ".csv"}) {
            const auto file = QString::fromStdString((folder_ / "figures" / (name + ending)).string());
            if (auto done = exportFigure(*figure, file, options); !done) return done;
        }
        return {};
    }

    const fs::path& folder_;
    const Reproduction& reproduction_;
};

}  // namespace

Result<void> drawReportFigures(const fs::path& folder)
{
    const auto reproduction = readReproduction(folder);
    if (!reproduction) return reproduction.error();
    Drawer drawer(folder, *reproduction);
    for (const ReportFigure& figure : figuresOf(*reproduction))
        if (auto drawn = drawer.draw(figure); !drawn) return drawn;
    return {};
}

}  // namespace sonoglyph
