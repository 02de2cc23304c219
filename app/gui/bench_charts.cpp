#include "app/gui/bench_charts.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>
#include <vector>

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include "app/gui/bench_tools.h"
#include "ui/widgets/curve_chart.h"

namespace sonoglyph {

namespace {

constexpr int kCurves = 50, kPoints = 100'000, kNewPoints = 5, kFrames = 150;
constexpr QSize kSize(1440, 810);

/// Loss curves as training makes them: they fall, and every batch is different.
class Losses {
public:
    QList<QPointF> next(int curve, int count)
    {
        QList<QPointF> points;
        points.reserve(count);
        qsizetype& step = steps_[std::size_t(curve)];
        for (int i = 0; i < count; ++i) {
            ++step;
            const double trend = 100 + 4 * curve + 300 * std::exp(-double(step) / (4000 + 300 * curve));
            points.append({double(step), trend + 8 * noise_(random_)});
        }
        return points;
    }

private:
    std::mt19937 random_{7};
    std::normal_distribution<double> noise_;
    std::vector<qsizetype> steps_ = std::vector<qsizetype>(kCurves, 0);
};

}  // namespace

int benchCharts(bool json)
{
    Losses losses;
    CurveChart chart;
    chart.resize(kSize);
    for (int i = 0; i < kCurves; ++i) {
        chart.addCurve({QStringLiteral("run %1").arg(i + 1), {}, seriesDash(i)});
        chart.appendPoints(i, losses.next(i, kPoints));
    }
    chart.show();
    QApplication::processEvents();

    Times all, cpu;
    QJsonObject parts;
    const auto measure = [&](const char* name, auto act) {
        Times times;
        QElapsedTimer timer;
        for (int frame = 0; frame < kFrames; ++frame) {
            std::vector<QList<QPointF>> fresh;
            for (int i = 0; i < kCurves; ++i) fresh.push_back(losses.next(i, kNewPoints));
            const double before = threadMilliseconds();
            timer.start();
            for (int i = 0; i < kCurves; ++i) chart.appendPoints(i, fresh[std::size_t(i)]);
            act(frame);
            chart.refreshNow();
            chart.repaint();
            times.values.push_back(double(timer.nsecsElapsed()) / 1e6);
            cpu.values.push_back(threadMilliseconds() - before);
            QApplication::processEvents();
        }
        parts.insert(QLatin1String(name), times.json());
        all.values.insert(all.values.end(), times.values.begin(), times.values.end());
    };
    const auto moveAlong = [&](int frame) { chart.setView(CurveRange{100.0 * frame, 100.0 * frame + 40'000}); };
    measure("growing", [](int) {});
    measure("moving", moveAlong);
    measure("zooming", [&](int frame) {
        const double half = 50'000 * std::pow(0.96, frame);
        chart.setView(CurveRange{50'000 - half, 50'000 + half});
    });
    chart.setView({});
    chart.setSmoothing(100);
    for (int i = 0; i < 10'000 && !chart.isSettled(); ++i) chart.refreshNow();
    measure("smoothed", [](int) {});
    measure("smoothed_moving", moveAlong);

    if (json) {
        const QJsonObject object{{QStringLiteral("frame_ms"), all.json()}, {QStringLiteral("frame_cpu_ms"), cpu.json()},
                                 {QStringLiteral("curves"), kCurves},      {QStringLiteral("points"), kPoints},
                                 {QStringLiteral("width"), chart.width()}, {QStringLiteral("height"), chart.height()},
                                 {QStringLiteral("by_action"), parts}};
        std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    } else {
        std::printf("%d curves of %d points, %d x %d pixels: a frame takes %.1f ms (median), %.1f ms (p99), %.1f ms (longest)\n", kCurves,
                    kPoints, chart.width(), chart.height(), all.at(0.5), all.at(0.99), all.at(1));
    }
    std::fflush(stdout);
    return 0;
}

}  // namespace sonoglyph
