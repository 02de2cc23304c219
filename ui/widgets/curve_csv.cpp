#include "ui/widgets/curve_csv.h"

#include <algorithm>
#include <vector>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

QString curveCsv(const CurvePlot& plot)
{
    std::vector<int> shown;
    std::vector<double> xs;
    QString csv = csvField(plot.xTitle.isEmpty() ? QStringLiteral("x") : plot.xTitle);
    for (int i = 0; i < plot.size(); ++i) {
        if (!plot.isShown(i)) continue;
        shown.push_back(i);
        csv += QLatin1Char(',') + csvField(plot[i].style.name);
        for (qsizetype k = 0; k < plot[i].raw.size(); ++k) xs.push_back(plot[i].raw[k].x());
    }
    if (shown.empty()) return {};
    std::sort(xs.begin(), xs.end());
    xs.erase(std::unique(xs.begin(), xs.end()), xs.end());
    csv += QLatin1Char('\n');
    std::vector<qsizetype> next(shown.size(), 0);
    for (const double x : xs) {
        csv += QString::number(x, 'g', 12);
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const CurveSeries& points = plot[shown[i]].raw;
            csv += QLatin1Char(',');
            // Of several points at one x the last counts.
            bool here = false;
            for (; next[i] < points.size() && points[next[i]].x() <= x; ++next[i]) here = true;
            if (here) csv += QString::number(points[next[i] - 1].y(), 'g', 9);
        }
        csv += QLatin1Char('\n');
    }
    return csv;
}

}  // namespace sonoglyph
