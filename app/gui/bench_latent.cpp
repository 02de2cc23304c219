#include "app/gui/bench_latent.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTimer>

#include <cmath>
#include <cstdio>
#include <deque>
#include <utility>

#include "app/gui/arguments.h"
#include "app/gui/bench_tools.h"
#include "app/gui/program.h"
#include "ui/logic/run_draft.h"
#include "ui/pages/latent/latent_page.h"
#include "ui/widgets/latent_panel.h"

namespace sonoglyph {

namespace {

constexpr int warmUpMilliseconds = 2000, measureMilliseconds = 20'000, startMilliseconds = 180'000, frameMilliseconds = 16;

class Bench : public QObject {
public:
    Bench(const Arguments& arguments, QString folder, Program& program)
        : arguments_(arguments), folder_(std::move(folder)), program_(program), busy_(this)
    {
        clock_.start();
        connect(&program.decoder(), &DecoderController::modelFailed, this, [this](const QString& text) { fail(text); });
        connect(&program.engine(), &EngineLoader::failed, this, [this](const QString& text) { fail(text); });
        connect(&program.decoder(), &DecoderController::modelChanged, this, &Bench::open);
        connect(&program.decoder().story(), &SoundStory::drawingChanged, this, &Bench::begin);
        limit_.setSingleShot(true);
        connect(&limit_, &QTimer::timeout, this, [this] { fail(QStringLiteral("Model or training were not ready in time.")); });
        limit_.start(startMilliseconds);
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            if (painted_ >= 0 && measuring_) times_.values.push_back(now() - painted_);
            painted_ = -1;
        });
        moves_.setTimerType(Qt::PreciseTimer);
        moves_.setInterval(frameMilliseconds);
        connect(&moves_, &QTimer::timeout, this, &Bench::move);
    }

private:
    double now() const { return double(clock_.nsecsElapsed()) / 1e6; }

    void fail(const QString& text)
    {
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
        QApplication::exit(1);
    }

    void open()
    {
        if (std::exchange(opened_, true)) return;
        const QDir recordings(program_.settings().dataFolder() + QStringLiteral("/fsdd/recordings"));
        const QStringList files = recordings.entryList({QStringLiteral("7_*.wav")}, QDir::Files, QDir::Name);
        if (files.isEmpty())
            return fail(QStringLiteral("No recording: name a data folder that holds mnist and fsdd/recordings by --data."));
        program_.window().openFiles({recordings.filePath(files.front())});
    }

    void begin()
    {
        if (std::exchange(begun_, true)) return;
        if (!arguments_.training) return drag();
        RunConfig config = RunDraft::paperPreset();
        config.data.folder = program_.settings().dataFolder().toStdString();
        TrainingController& training = program_.training();
        connect(&training, &TrainingController::metricsArrived, this, [this] {
            if (!std::exchange(training_, true)) drag();
        });
        connect(&training, &TrainingController::stateChanged, this, [this, &training] {
            if (training.state() == TrainingController::State::Failed) fail(training.failure());
        });
        training.start(config, (folder_ + QStringLiteral("/run")).toStdString());
    }

    void drag()
    {
        limit_.stop();
        program_.window().showPage(QStringLiteral("latent"));
        page_ = qobject_cast<LatentPage*>(program_.window().page(QStringLiteral("latent")));
        panel_ = page_->findChild<LatentPanel*>();
        // Whatever the page makes of a drawing has been made when this is called.
        connect(&page_->controller(), &LatentController::drawingChanged, this, [this] {
            const auto& z = page_->controller().drawing()->z;
            while (!asked_.empty() && asked_.front().second != z) asked_.pop_front();
            if (asked_.empty()) return;
            painted_ = asked_.front().first;
            asked_.pop_front();
        });
        moves_.start();
        QTimer::singleShot(warmUpMilliseconds, this, [this] {
            measuring_ = true;
            busy_.times.values.clear();
            QTimer::singleShot(measureMilliseconds, this, &Bench::tell);
        });
    }

    /// To and fro, once in two seconds.
    void move()
    {
        const QRectF track = panel_->trackRect(0);
        const QPointF at(track.left() + track.width() * (0.5 + 0.4 * std::sin(moved_ * 6.283 / 120)), track.center().y());
        const double began = now();
        const auto type = moved_++ == 0 ? QEvent::MouseButtonPress : QEvent::MouseMove;
        QMouseEvent event(type, at, panel_->mapToGlobal(at), moved_ == 1 ? Qt::LeftButton : Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(panel_, &event);
        asked_.emplace_back(began, page_->controller().z());
    }

    void tell()
    {
        moves_.stop();
        if (times_.values.empty()) return fail(QStringLiteral("No image was painted."));
        const double images = double(times_.values.size());
        printResult({{QStringLiteral("drag_to_image_ms"), times_.json()},
                     {QStringLiteral("images_per_second"), 1000 * images / measureMilliseconds},
                     {QStringLiteral("gui_busy_ms"), busy_.times.json()}},
                    arguments_.json);
        QApplication::exit(0);
    }

    Arguments arguments_;
    QString folder_;
    Program& program_;
    BusyTimes busy_;
    QElapsedTimer clock_;
    QTimer limit_, moves_;
    LatentPage* page_ = nullptr;
    LatentPanel* panel_ = nullptr;
    std::deque<std::pair<double, std::vector<float>>> asked_;  ///< when, and for which code
    double painted_ = -1;                                      ///< when what is painted next was asked for; -1: nothing
    int moved_ = 0;
    bool opened_ = false, begun_ = false, training_ = false, measuring_ = false;
    Times times_;
};

}  // namespace

int benchLatent(Arguments arguments)
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
