#include "app/gui/bench_figures.h"

#include <cmath>
#include <functional>
#include <memory>
#include <random>
#include <vector>

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTemporaryDir>

#include "app/gui/bench_tools.h"
#include "ui/widgets/confusion_view.h"
#include "ui/widgets/curve_chart.h"
#include "ui/widgets/figure_export.h"
#include "ui/widgets/figure_work.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/voice_map_view.h"
#include "ui/widgets/wall_view.h"
#include "ui/widgets/waveform_view.h"

namespace sonoglyph {

namespace {

constexpr int kRows = 20, kColumns = 12, kCurves = 50, kPoints = 100'000, kDots = 25'000, kTimes = 200;
constexpr int kRate = 48'000, kSeconds = 60;
constexpr QSize kSize(1440, 810);

/// A view, and what happens to it while one works.
struct Candidate {
    const char* name;
    std::shared_ptr<FigureView> view;
    std::function<void(int)> change;
};

Candidate wall(std::mt19937& random)
{
    const auto view = std::make_shared<WallView>();
    WallCell cell{{}, QStringLiteral("7"), 0.93, false, false, {}};
    for (int sample = 0; sample < 4; ++sample) {
        QImage image(28, 28, QImage::Format_Grayscale8);
        for (int y = 0; y < 28; ++y)
            for (int x = 0; x < 28; ++x) image.scanLine(y)[x] = uchar(random());
        cell.images << image;
    }
    QList<WallHead> rows(kRows), columns(kColumns);
    for (WallHead& head : rows) head.title = QStringLiteral("sound");
    for (WallHead& head : columns) head.title = QStringLiteral("model");
    view->setHeads(rows, columns);
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column < kColumns; ++column) view->setCell(row, column, cell);
    return {"wall", view, [view, cell](int i) { view->setCell(i % kRows, i % kColumns, cell); }};
}

Candidate curves(std::mt19937& random)
{
    const auto view = std::make_shared<CurveChart>();
    std::normal_distribution<double> noise;
    const auto points = [&](int from, int count) {
        QList<QPointF> made(count);
        for (int i = 0; i < count; ++i) made[i] = {double(from + i), 100 + 300 * std::exp(-(from + i) / 5000.0) + 8 * noise(random)};
        return made;
    };
    for (int i = 0; i < kCurves; ++i) view->appendPoints(view->addCurve({QStringLiteral("run %1").arg(i + 1)}), points(0, kPoints));
    const QList<QPointF> more = points(kPoints, 5);
    return {"curves", view, [view, more](int time) {
                for (int i = 0; i < kCurves; ++i) {
                    QList<QPointF> next = more;
                    for (QPointF& point : next) point.rx() += 5 * time;
                    view->appendPoints(i, next);
                }
            }};
}

Candidate confusion(std::mt19937& random)
{
    constexpr int labels = 35;  // of Speech Commands
    const auto view = std::make_shared<ConfusionView>();
    ConfusionCounts counts(labels, std::vector<std::int64_t>(labels));
    for (auto& row : counts)
        for (auto& count : row) count = random() % 100;
    QStringList names;
    for (int i = 0; i < labels; ++i) names << QStringLiteral("word %1").arg(i);
    view->setCounts(counts, names);
    return {"confusion", view, [view](int i) { view->choose(i % labels, i % labels); }};
}

Candidate map(std::mt19937& random)
{
    const auto view = std::make_shared<VoiceMapView>();
    std::normal_distribution<float> place;
    const auto dots = std::make_shared<std::vector<MapDot>>();
    for (int i = 0; i < kDots; ++i) dots->push_back({place(random), place(random), std::uint8_t(i % 10), u'0'});
    view->setDots(dots);
    return {"map", view, [view](int i) { view->setStar(QPointF(i, i)); }};
}

Candidate sound(std::mt19937& random)
{
    const auto view = std::make_shared<WaveformView>();
    std::vector<float> samples(std::size_t(kRate) * kSeconds), chunk(480);
    for (auto* values : {&samples, &chunk})
        for (float& value : *values) value = float(random() % 1000) / 1000 - 0.5f;
    view->setSound(samples, kRate);
    return {"sound", view, [view, chunk](int) { view->appendSamples(chunk); }};
}

Candidate spectrogram(std::mt19937& random)
{
    const auto view = std::make_shared<SpectrogramView>();
    Spectrogram picture{96, 100 * kSeconds, {}};
    for (int i = 0; i < picture.bands * picture.frames; ++i) picture.values.push_back(float(random() % 1000) / 1000);
    view->setSpectrogram(picture);
    const std::vector<float> column(96, 0.5f);
    return {"spectrogram", view, [view, column](int) { view->appendColumn(column); }};
}

}  // namespace

int benchFigures(bool json)
{
    std::mt19937 random(7);
    const QTemporaryDir folder;
    QJsonObject result;
    for (const auto make : {wall, curves, confusion, map, sound, spectrogram}) {
        const Candidate candidate = make(random);
        candidate.view->resize(kSize);
        Times copies, changes;
        QElapsedTimer timer;
        FigurePtr figure;
        for (int i = 0; i < kTimes; ++i) {
            timer.start();
            figure = candidate.view->figure();
            copies.values.push_back(double(timer.nsecsElapsed()) / 1e6);
            timer.start();
            candidate.change(i);
            changes.values.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        const QString file = folder.filePath(QStringLiteral("figure.pdf"));
        const double behind = behindTheWindow([figure, file] {
                                  QElapsedTimer writing;
                                  writing.start();
                                  const auto done = exportFigure(*figure, file, {});
                                  return done ? double(writing.nsecsElapsed()) / 1e6 : -1.0;
                              }).result();
        if (behind < 0) return 1;
        result.insert(QLatin1String(candidate.name), QJsonObject{{QStringLiteral("copy_ms"), copies.json()},
                                                                 {QStringLiteral("next_change_ms"), changes.json()},
                                                                 {QStringLiteral("pdf_behind_ms"), behind}});
    }
    printResult(result, json);
    return 0;
}

}  // namespace sonoglyph
