#include "app/gui/bench_listen.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <random>
#include <vector>

#include <unistd.h>

#include "app/gui/arguments.h"
#include "app/gui/bench_tools.h"
#include "app/gui/played_input.h"
#include "app/gui/program.h"
#include "core/audio/resample.h"
#include "core/audio/sound_file.h"
#include "ui/logic/run_draft.h"
#include "ui/logic/text.h"
#include "ui/pages/listen/listen_page.h"

namespace sonoglyph {

namespace {

constexpr int rate = 48000;
constexpr double pauseSeconds = 0.7;
constexpr float roomNoise = 0.0007f;
constexpr int warmUpMilliseconds = 3000;
constexpr int measureMilliseconds = 15000;
constexpr int startMilliseconds = 180'000;  // for the model, and for a training to read its data
constexpr std::chrono::milliseconds chunks[] = {std::chrono::milliseconds(10), std::chrono::milliseconds(48)};

/// The files one after another with pauses, over the noise of a quiet room.
Result<Sound> recording(const QStringList& files)
{
    Sound all{rate, {}};
    const auto pause = std::size_t(pauseSeconds * rate);
    all.samples.resize(pause);
    for (const QString& file : files) {
        const auto sound = readSoundFile(file.toStdString(), 10);
        if (!sound) return sound.error();
        const Sound same = resampled(*sound, rate);
        all.samples.insert(all.samples.end(), same.samples.begin(), same.samples.end());
        all.samples.resize(all.samples.size() + pause);
    }
    std::minstd_rand random(1);
    std::normal_distribution<float> noise(0, roomNoise);
    for (float& sample : all.samples) sample += noise(random);
    return all;
}

/// Every digit by the first speakers there are.
QStringList digitFiles(const QString& dataFolder)
{
    QStringList files;
    const QDir folder(dataFolder + QStringLiteral("/fsdd/recordings"));
    for (int digit = 0; digit < 10; ++digit) {
        const QStringList found = folder.entryList({QStringLiteral("%1_*_%2.wav").arg(digit).arg(digit)}, QDir::Files, QDir::Name);
        if (!found.isEmpty()) files << folder.filePath(found[digit % found.size()]);
    }
    return files;
}

double residentMegabytes()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly)) return 0;
    return statm.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

class Bench : public QObject {
public:
    Bench(const Arguments& arguments, const QString& folder, Program& program, PlayedInput*& input)
        : arguments_(arguments), folder_(folder), program_(program), input_(input), busy_(this)
    {
        connect(&program.decoder(), &DecoderController::modelFailed, this, [this](const QString& text) { fail(text); });
        connect(&program.engine(), &EngineLoader::failed, this, [this](const QString& text) { fail(text); });
        limit_.setSingleShot(true);
        connect(&limit_, &QTimer::timeout, this, [this] { fail(QStringLiteral("Model or training were not ready in time.")); });
        limit_.start(startMilliseconds);
        connect(&program.decoder(), &DecoderController::modelChanged, this, [this] {
            if (arguments_.training)
                train();
            else
                listen();
        });
    }

private:
    void fail(const QString& text)
    {
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
        QApplication::exit(1);
    }

    void train()
    {
        RunConfig config = RunDraft::paperPreset();
        config.data.folder = program_.settings().dataFolder().toStdString();
        TrainingController& training = program_.training();
        connect(&training, &TrainingController::metricsArrived, this, [this] {
            if (!page_) listen();
        });
        connect(&training, &TrainingController::stateChanged, this, [this, &training] {
            if (training.state() == TrainingController::State::Failed) fail(training.failure());
        });
        training.start(config, (folder_ + QStringLiteral("/run")).toStdString());
    }

    void listen()
    {
        limit_.stop();
        program_.window().showPage(QStringLiteral("listen"));
        page_ = qobject_cast<ListenPage*>(program_.window().page(QStringLiteral("listen")));
        Listener& listener = page_->controller().listener();
        listener.setMode(Listener::Mode::HandsFree);
        connect(&page_->controller(), &ListenController::imageTimed, this, [this](double milliseconds) {
            ++images_;
            if (!measuring_) return;
            all_.values.push_back(milliseconds);
            part_.values.push_back(milliseconds);
        });
        connect(&listener, &Listener::wordEnded, this, [this] { ++words_; });
        connect(&listener, &Listener::trouble, this, [this](const QString& text) { fail(text); });
        if (arguments_.bench == QLatin1String("soak")) {
            listener.press();
            connect(&listener, &Listener::samplesCame, this, &Bench::soak);
            clock_.start();
        } else {
            // In a pause nothing new is asked for.
            connect(&listener, &Listener::inputCame, this, [this] { asked_ = true; });
            connect(&listener, &Listener::samplesCame, this, [this](std::span<const float> samples) {
                if (std::exchange(asked_, false) && measuring_) heardSeconds_ += double(samples.size()) / rate;
            });
            measure(0);
        }
    }

    void measure(std::size_t chunk)
    {
        Listener& listener = page_->controller().listener();
        if (chunk == std::size(chunks)) return tell();
        input_->setChunk(chunks[chunk]);
        if (!listener.on()) listener.press();
        QTimer::singleShot(warmUpMilliseconds, this, [this, chunk, &listener] {
            measuring_ = true;
            part_.values.clear();
            if (chunk == 0) busy_.times.values.clear();
            QTimer::singleShot(measureMilliseconds, this, [this, chunk, &listener] {
                measuring_ = false;
                listener.press();
                parts_.insert(QString::number(chunks[chunk].count()), part_.json());
                measure(chunk + 1);
            });
        });
    }

    void tell()
    {
        const auto count = double(all_.values.size());
        const auto step = program_.training().lastStep();
        QJsonObject result{{QStringLiteral("sound_to_image_ms"), all_.json()},
                           {QStringLiteral("by_chunk_ms"), parts_},
                           {QStringLiteral("images"), count},
                           {QStringLiteral("images_per_second"), heardSeconds_ > 0 ? count / heardSeconds_ : 0},
                           {QStringLiteral("words"), words_},
                           {QStringLiteral("gui_busy_ms"), busy_.times.json()},
                           {QStringLiteral("training_steps"), step ? double(step->step) : 0.0}};
        printResult(result, arguments_.json);
        if (count == 0) return fail(QStringLiteral("No image was painted."));
        QApplication::exit(0);
    }

    void soak()
    {
        const double minutes = input_->seconds() / 60;
        while (minutes >= arguments_.minutes * double(resident_.size()) / 10) resident_.append(residentMegabytes());
        if (resident_.size() <= 10 || done_) return;
        done_ = true;
        const double wall = double(clock_.elapsed()) / 1e3;
        // The first fifth fills what is bounded.
        printResult({{QStringLiteral("minutes"), minutes},
                     {QStringLiteral("seconds_taken"), wall},
                     {QStringLiteral("words"), words_},
                     {QStringLiteral("images"), images_},
                     {QStringLiteral("resident_mb"), resident_},
                     {QStringLiteral("growth_mb"), resident_[10].toDouble() - resident_[2].toDouble()}},
                    arguments_.json);
        QApplication::exit(0);
    }

    Arguments arguments_;
    QString folder_;
    Program& program_;
    PlayedInput*& input_;
    BusyTimes busy_;
    ListenPage* page_ = nullptr;
    QTimer limit_;
    QElapsedTimer clock_;
    bool measuring_ = false, done_ = false, asked_ = false;
    Times all_, part_;
    double heardSeconds_ = 0;
    int words_ = 0, images_ = 0;
    QJsonObject parts_;
    QJsonArray resident_;
};

}  // namespace

int benchListen(Arguments arguments)
{
    const QTemporaryDir folder;
    qputenv("XDG_DATA_HOME", folder.path().toUtf8());
    if (arguments.settings.isEmpty()) arguments.settings = folder.filePath(QStringLiteral("settings"));
    arguments.page = QStringLiteral("listen");
    const QStringList given = std::exchange(arguments.files, {});
    const bool soaks = arguments.bench == QLatin1String("soak");

    PlayedInput* input = nullptr;
    Sound sound;
    const auto makeInput = [&]() -> std::unique_ptr<AudioInput> {
        auto made = std::make_unique<PlayedInput>(sound, soaks ? PlayedInput::Pace::AsHeard : PlayedInput::Pace::RealTime);
        input = made.get();
        return made;
    };
    Program program(arguments, makeInput);
    const QStringList files = given.isEmpty() ? digitFiles(program.settings().dataFolder()) : given;
    if (files.isEmpty()) {
        std::fprintf(stderr, "No recording to play: name sound files, or a data folder that holds fsdd/recordings by --data.\n");
        return 1;
    }
    const Result<Sound> read = recording(files);
    if (!read) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(toText(read.error())));
        return 1;
    }
    sound = *read;
    Bench bench(arguments, folder.path(), program, input);
    program.start();
    return QApplication::exec();
}

}  // namespace sonoglyph
