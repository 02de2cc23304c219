#include "ui/pages/evaluate/report_rows.h"

#include <QCoreApplication>

#include "core/report/paper_results.h"
#include "ui/logic/reproduction_views.h"

namespace sonoglyph {

QList<AccuracyRow> accuracyRows(const Reproduction& reproduction)
{
    QList<AccuracyRow> rows;
    for (const RunResults& run : reproduction.runs) {
        const Evaluation& e = run.evaluation;
        if (e.heard || run.config.data.split != "random") continue;
        const QString seed =
            run.config.seed == 1 ? QString() : QCoreApplication::translate("Reproduction", ", seed %1").arg(run.config.seed);
        rows.push_back({setTitle(run.config.data.name), modelTitle(run.config) + seed, e.accuracy, e.interval[0], e.interval[1],
                        e.accuracyMean, paperAccuracy(run.config.model, run.config.data.name, run.config.alpha)});
    }
    return rows;
}

QList<AccuracyLine> ceilingLines(const Reproduction& reproduction)
{
    QList<AccuracyLine> lines;
    if (reproduction.lenet)
        lines.push_back({QCoreApplication::translate("Reproduction", "LeNet-5 on real images"), reproduction.lenet->accuracy, {}});
    for (const RunResults& run : reproduction.runs)
        if (run.evaluation.heard && run.config.data.split == "random" && run.config.seed == 1)
            lines.push_back({QCoreApplication::translate("Reproduction", "heard by the classifier"), run.evaluation.accuracy,
                             setTitle(run.config.data.name)});
    return lines;
}

std::vector<NamedZeroingCurve> zeroingCurves(const Reproduction& reproduction)
{
    std::vector<NamedZeroingCurve> curves;
    for (const RunResults& run : reproduction.runs)
        for (const ZeroingCurve& curve : run.zeroing)
            curves.push_back({QStringLiteral("%1, %2").arg(setTitle(run.config.data.name), orderTitle(curve.order)), curve});
    return curves;
}

}  // namespace sonoglyph
