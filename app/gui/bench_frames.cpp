#include "app/gui/bench_frames.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTimer>
#include <QWheelEvent>

#include <cmath>
#include <cstdio>
#include <functional>
#include <optional>
#include <vector>

#include "app/gui/arguments.h"
#include "app/gui/bench_tools.h"
#include "app/gui/program.h"
#include "ui/logic/run_draft.h"
#include "ui/pages/compare/epoch_bar.h"
#include "ui/widgets/curve_chart.h"
#include "ui/widgets/latent_panel.h"

namespace sonoglyph {

namespace {

constexpr double frameMilliseconds = 1000.0 / 60;
constexpr int warmUpMilliseconds = 2000, measureMilliseconds = 8000, watchMilliseconds = 20'000, watchRounds = 3;
constexpr int startMilliseconds = 180'000;

/// From when a frame was due until the GUI thread waits again.
class FrameTimes : public QObject {
public:
    explicit FrameTimes(QObject* parent) : QObject(parent)
    {
        clock_.start();
        timer_.setTimerType(Qt::PreciseTimer);
        timer_.setInterval(1);
        connect(&timer_, &QTimer::timeout, this, &FrameTimes::tick);
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            if (!due_) return;
            if (measuring) times.values.push_back(now() - *due_);
            due_.reset();
        });
    }
    void start(std::function<void(int)> act)
    {
        act_ = std::move(act);
        frame_ = 0;
        next_ = now() + frameMilliseconds;
        timer_.start();
    }
    void stop()
    {
        timer_.stop();
        due_.reset();
    }

    bool measuring = false;
    Times times;

private:
    double now() const { return double(clock_.nsecsElapsed()) / 1e6; }
    void tick()
    {
        if (now() < next_) return;
        // Of frames that were missed the first one counts.
        if (!due_) due_ = next_;
        while (next_ <= now()) next_ += frameMilliseconds;
        act_(frame_++);
    }

    QElapsedTimer clock_;
    QTimer timer_;
    std::function<void(int)> act_;
    std::optional<double> due_;
    double next_ = 0;
    int frame_ = 0;
};

void sendMouse(QWidget& widget, QEvent::Type type, const QPointF& at, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, at, widget.mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons, {});
    QApplication::sendEvent(&widget, &event);
}

class Bench : public QObject {
public:
    Bench(const Arguments& arguments, QString folder, Program& program)
        : arguments_(arguments), folder_(std::move(folder)), program_(program), frames_(this), busy_(this)
    {
        connect(&program.decoder(), &DecoderController::modelFailed, this, [this](const QString& text) { fail(text); });
        connect(&program.engine(), &EngineLoader::failed, this, [this](const QString& text) { fail(text); });
        limit_.setSingleShot(true);
        connect(&limit_, &QTimer::timeout, this, [this] { fail(QStringLiteral("Model or training were not ready in time.")); });
        limit_.start(startMilliseconds);
        connect(&program.decoder(), &DecoderController::modelChanged, this, &Bench::begin);
    }

private:
    void fail(const QString& text)
    {
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
        QApplication::exit(1);
    }

    void begin()
    {
        if (std::exchange(begun_, true)) return;
        const QDir recordings(program_.settings().dataFolder() + QStringLiteral("/fsdd/recordings"));
        const QStringList files = recordings.entryList({QStringLiteral("7_*.wav")}, QDir::Files, QDir::Name);
        if (files.isEmpty())
            return fail(QStringLiteral("No recording: name a data folder that holds mnist and fsdd/recordings by --data."));
        program_.window().showPage(QStringLiteral("listen"));
        program_.window().openFiles({recordings.filePath(files.front())});
        RunConfig config = RunDraft::paperPreset();
        config.data.folder = program_.settings().dataFolder().toStdString();
        TrainingController& training = program_.training();
        connect(&training, &TrainingController::metricsArrived, this, [this] {
            if (!std::exchange(training_, true)) measure(0);
        });
        connect(&training, &TrainingController::stateChanged, this, [this, &training] {
            if (training.state() == TrainingController::State::Failed) fail(training.failure());
        });
        training.start(config, (folder_ + QStringLiteral("/run")).toStdString());
    }

    struct Part {
        const char* name;
        const char* page;
        std::function<void(int)> act;
    };

    QWidget* page() { return program_.window().page(program_.window().currentPage()); }

    std::vector<Part> parts()
    {
        return {
            {"watching", "train", [](int) {}},
            {"zooming", "train", [this](int frame) { zoom(frame); }},
            {"dragging", "latent", [this](int frame) { drag(frame); }},
            {"comparing", "compare", [this](int frame) { moveEpochs(frame); }},
            {"changing_pages", "train", [this](int frame) { changePage(frame); }},
        };
    }

    void zoom(int frame)
    {
        auto* chart = page()->findChild<CurveChart*>();
        if (!chart || frame % 2) return;
        const QPointF at = QRectF(chart->rect()).center();
        QWheelEvent event(at, chart->mapToGlobal(at), {}, {0, frame / 30 % 2 ? -120 : 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(chart, &event);
    }

    /// A feature to and fro, once in two seconds.
    void drag(int frame)
    {
        auto* panel = page()->findChild<LatentPanel*>();
        if (!panel || !panel->isVisible()) return;
        const QRectF track = panel->trackRect(0);
        const QPointF at(track.left() + track.width() * (0.5 + 0.4 * std::sin(frame * 6.283 / 120)), track.center().y());
        if (frame == 0) sendMouse(*panel, QEvent::MouseButtonPress, at, Qt::LeftButton);
        sendMouse(*panel, QEvent::MouseMove, at, Qt::LeftButton);
    }

    void moveEpochs(int frame)
    {
        auto* bar = page()->findChild<EpochBar*>();
        if (bar && frame % 12 == 0) Q_EMIT bar->placeChanged(frame / 12 % 3);
    }

    void changePage(int frame)
    {
        static const char* const names[] = {"train", "latent", "listen", "compare"};
        if (frame % 24 == 0) program_.window().showPage(QString::fromLatin1(names[frame / 24 % 4]));
    }

    void measure(std::size_t index)
    {
        limit_.stop();
        const std::vector<Part> all = parts();
        if (index == all.size()) return watch(0);
        const Part& part = all[index];
        program_.window().showPage(QString::fromLatin1(part.page));
        frames_.start(part.act);
        QTimer::singleShot(warmUpMilliseconds, this, [this, index, name = part.name] {
            frames_.measuring = true;
            frames_.times.values.clear();
            busy_.times.values.clear();
            QTimer::singleShot(measureMilliseconds, this, [this, index, name] {
                frames_.measuring = false;
                frames_.stop();
                all_.values.insert(all_.values.end(), frames_.times.values.begin(), frames_.times.values.end());
                allBusy_.values.insert(allBusy_.values.end(), busy_.times.values.begin(), busy_.times.values.end());
                byAction_.insert(QLatin1String(name), frames_.times.json());
                measure(index + 1);
            });
        });
    }

    std::int64_t stepsDone() const { return program_.training().lastStep() ? program_.training().lastStep()->step : 0; }

    /// In turns hidden and shown.
    void watch(int turn)
    {
        if (turn == 2 * watchRounds) return tell();
        const bool shown = turn % 2;
        program_.window().showPage(QStringLiteral("train"));
        program_.window().setVisible(shown);
        QTimer::singleShot(warmUpMilliseconds, this, [this, turn, shown] {
            // From the end of a step to the end of a step.
            waitForStep([this, turn, shown](double began, std::int64_t first) {
                const double before = threadMilliseconds();
                QTimer::singleShot(watchMilliseconds, this, [this, turn, shown, began, first, before] {
                    guiPercent_[shown].values.push_back(100 * (threadMilliseconds() - before) / watchMilliseconds);
                    waitForStep([this, turn, shown, began, first](double ended, std::int64_t last) {
                        speeds_[shown].values.push_back(double(last - first) * program_.training().plan()->config.batch / (ended - began));
                        watch(turn + 1);
                    });
                });
            });
        });
    }

    void waitForStep(std::function<void(double, std::int64_t)> then)
    {
        const auto step = stepsDone();
        auto* poll = new QTimer(this);
        connect(poll, &QTimer::timeout, this, [this, poll, step, then = std::move(then)] {
            if (stepsDone() == step) return;
            poll->deleteLater();
            poll->stop();
            then(program_.training().lastStep()->seconds, stepsDone());
        });
        poll->start(10);
    }

    void tell()
    {
        const auto turns = [](const Times& speeds) {
            QJsonArray all;
            for (const double speed : speeds.values) all.append(speed);
            return all;
        };
        const QJsonArray hiddenTurns = turns(speeds_[0]), shownTurns = turns(speeds_[1]);
        const double hidden = speeds_[0].at(0.5), shown = speeds_[1].at(0.5);
        printResult({{QStringLiteral("frame_ms"), all_.json()},
                     {QStringLiteral("by_action_ms"), byAction_},
                     {QStringLiteral("gui_busy_ms"), allBusy_.json()},
                     {QStringLiteral("samples_per_second_hidden"), hiddenTurns},
                     {QStringLiteral("samples_per_second_watched"), shownTurns},
                     {QStringLiteral("gui_percent_of_a_core_hidden"), guiPercent_[0].at(0.5)},
                     {QStringLiteral("gui_percent_of_a_core_watched"), guiPercent_[1].at(0.5)},
                     {QStringLiteral("lost_by_watching_percent"), 100 * (1 - shown / hidden)}},
                    arguments_.json);
        QApplication::exit(0);
    }

    Arguments arguments_;
    QString folder_;
    Program& program_;
    FrameTimes frames_;
    BusyTimes busy_;
    QTimer limit_;
    bool begun_ = false, training_ = false;
    Times all_, allBusy_, speeds_[2], guiPercent_[2];
    QJsonObject byAction_;
};

}  // namespace

int benchFrames(Arguments arguments)
{
    const QTemporaryDir folder;
    qputenv("XDG_DATA_HOME", folder.path().toUtf8());
    if (arguments.settings.isEmpty()) arguments.settings = folder.filePath(QStringLiteral("settings"));
    QApplication::setQuitOnLastWindowClosed(false);
    Program program(arguments);
    Bench bench(arguments, folder.path(), program);
    program.start();
    return QApplication::exec();
}

}  // namespace sonoglyph
