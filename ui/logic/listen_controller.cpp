#include "ui/logic/listen_controller.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>
#include <vector>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/microphone.h"
#include "ui/logic/sound_library.h"
#include "ui/logic/sound_preparation.h"

namespace sonoglyph {

namespace {

using namespace std::chrono_literals;
constexpr auto timedFor = 1s;
constexpr auto betweenTimes = 300ms;

}  // namespace

ListenController::ListenController(DecoderController& decoder, SoundLibrary& library, std::unique_ptr<Microphone> microphone,
                                   QObject* parent)
    : QObject(parent), decoder_(decoder), library_(library), listener_(std::move(microphone))
{
    pool_.setMaxThreadCount(1);
    listener_.setParams(decoder.spectrogramParams());
    connect(&listener_, &Listener::switchedOn, this, [this] {
        player_.stop();
        Q_EMIT troubleOver();
    });
    connect(&listener_, &Listener::inputCame, this, &ListenController::hearLive);
    connect(&listener_, &Listener::wordEnded, this, &ListenController::hearWord);
    connect(&listener_, &Listener::trouble, this, [this](const QString& text) { Q_EMIT trouble(text, {}); });
    connect(&listener_, &Listener::troubleOver, this, &ListenController::troubleOver);
    connect(&listener_, &Listener::stateChanged, this, [this] {
        Q_EMIT stateChanged();
        if (!listener_.on()) goOn();
    });
    connect(&listener_, &Listener::began, this, &ListenController::liveBegan);
    connect(&listener_, &Listener::samplesCame, this, &ListenController::samplesCame);
    connect(&listener_, &Listener::columnCame, this, &ListenController::columnCame);
    connect(&listener_, &Listener::levelChanged, this, &ListenController::levelChanged);
    connect(&listener_, &Listener::wordGrew, this, &ListenController::wordGrew);
    connect(&listener_, &Listener::inputCame, this, &ListenController::liveInput);
    connect(&decoder, &DecoderController::heard, this, &ListenController::onHeard);
    connect(&decoder, &DecoderController::modelChanged, this, &ListenController::onModel);
    connect(&decoder, &DecoderController::failed, this, [this](const QString& text, const QString& details) {
        waiting_ = false;
        Q_EMIT trouble(text, details);
        readNext();
    });
    connect(&import_, &SoundImport::prepared, this, [this](const std::shared_ptr<const HeardSound>& sound) {
        if (!busy()) Q_EMIT busyChanged();
        take(sound);
    });
    connect(&import_, &SoundImport::failed, this, [this](const QString& text, const QString& details) {
        if (!busy()) Q_EMIT busyChanged();
        giveUp(text, details);
    });
    connect(&player_, &SoundPlayer::failed, this, [this](const QString& text) { Q_EMIT trouble(text, {}); });
    if (const auto& heard = decoder.story().sound(); heard && !decoder.story().drawing()) hear(*heard);
}

ListenController::~ListenController()
{
    pool_.clear();
    pool_.waitForDone();
}

void ListenController::openFiles(const QStringList& files)
{
    if (files.isEmpty()) return;
    cancelRecording();
    Q_EMIT troubleOver();
    for (const QString& file : files) import_.add(library_.newNumber(), file);
    readNext();
}

void ListenController::show(std::uint64_t number)
{
    const KeptSound* kept = library_.find(number);
    if (!kept) return;
    cancelRecording();
    Q_EMIT troubleOver();
    prepareAgain(kept->sound, true);
}

void ListenController::togglePlaying()
{
    if (player_.playing()) return player_.stop();
    if (recording()) return;
    if (const auto& heard = decoder_.story().sound()) player_.play(cut(heard->sound, heard->word));
}

void ListenController::imagePainted()
{
    if (shown_) return timeImage(*std::exchange(shown_, std::nullopt));
    const auto& heard = decoder_.story().sound();
    if (measuredSound_ == 0 || !heard || heard->number != measuredSound_ || !decoder_.story().drawing()) return;
    measuredSound_ = 0;
    timeImage(wordArrival_);
}

void ListenController::timeImage(Arrival arrival)
{
    const Arrival now = std::chrono::steady_clock::now();
    const double milliseconds = std::chrono::duration<double, std::milli>(now - arrival).count();
    Q_EMIT imageTimed(milliseconds);
    times_.emplace_back(now, milliseconds);
    while (now - times_.front().first > timedFor) times_.pop_front();
    if (now - toldTime_ < betweenTimes) return;
    toldTime_ = now;
    std::vector<double> values;
    for (const auto& [when, value] : times_) values.push_back(value);
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    Q_EMIT soundToImage(*middle);
}

void ListenController::hearLive(const Spectrogram& input, Arrival arrival)
{
    // The image of a whole word comes first; before there is a model nobody would see the others.
    if (waiting_ || decoder_.state() != DecoderController::State::Ready) return;
    asked_.emplace_back(decoder_.hear(input), arrival);
}

void ListenController::hearWord(const SpokenWord& word)
{
    const std::uint64_t number = library_.newNumber();
    measuredSound_ = decoder_.state() == DecoderController::State::Ready ? number : 0;
    wordArrival_ = word.arrival;
    const QString time = QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm:ss"));
    const auto heard = namedSound(number, tr("Recording %1").arg(time), time);
    heard->spectrogram = word.picture;
    start([heard, word = word, params = decoder_.spectrogramParams()]() mutable -> Outcome {
        if (!word.bounds) word.bounds = findWord(word.sound);
        if (!word.bounds || word.bounds->begin == word.bounds->end)
            return {nullptr, tr("Nothing was heard. Is the microphone muted, or far away?"), {}};
        return {transformed(heard, std::move(word.sound), {*word.bounds, true}, params), {}, {}};
    });
}

void ListenController::start(std::function<Outcome()> work)
{
    const bool before = busy();
    ++jobs_;
    if (!before) Q_EMIT busyChanged();
    pool_.start([this, work = std::move(work)] {
        Outcome outcome;
        try {
            outcome = work();
        } catch (const std::exception& error) {
            outcome = {nullptr, tr("The sound could not be transformed."), QString::fromUtf8(error.what())};
        }
        QMetaObject::invokeMethod(
            this, [this, outcome] { endJob(outcome); }, Qt::QueuedConnection);
    });
}

void ListenController::prepareAgain(std::shared_ptr<const HeardSound> sound, bool shown)
{
    start([sound = std::move(sound), params = decoder_.spectrogramParams(), shown]() -> Outcome {
        return {transformedFor(sound, params), {}, {}, shown};
    });
}

void ListenController::readNext()
{
    if (busy()) return;
    import_.readNext(decoder_.spectrogramParams());
    if (busy()) Q_EMIT busyChanged();
}

void ListenController::endJob(const Outcome& outcome)
{
    --jobs_;
    if (!busy()) Q_EMIT busyChanged();
    if (outcome.sound)
        take(outcome.sound, outcome.shown);
    else
        giveUp(outcome.trouble, outcome.details);
}

void ListenController::giveUp(const QString& text, const QString& details)
{
    Q_EMIT trouble(text, details);
    goOn();
}

void ListenController::take(const std::shared_ptr<const HeardSound>& sound, bool shown)
{
    // Another model may have come while it was being prepared.
    if (sound->params != decoder_.spectrogramParams()) return prepareAgain(sound, shown);

    library_.keep(sound);
    const auto& current = decoder_.story().sound();
    if (!current || shown || sound->number >= current->number) {
        decoder_.story().setSound(sound);
        hear(*sound);
    }
    // With a model the next file waits for the image of this one, so that each gets its own.
    if (decoder_.state() != DecoderController::State::Ready || askedSound_ != sound->number) goOn();
}

void ListenController::hear(const HeardSound& sound)
{
    askedSound_ = sound.number;
    soundRequest_ = decoder_.hear(sound.input);
    waiting_ = true;
}

void ListenController::goOn()
{
    readNext();
    hearOthers();
}

void ListenController::hearOthers()
{
    if (listener_.state() == Listener::State::Speaking || busy() || waiting_) return;
    for (const KeptSound& other : library_.sounds())
        if (!other.drawing && other.sound->params == decoder_.spectrogramParams()) return hear(*other.sound);
}

void ListenController::onHeard(const Drawing& drawing)
{
    if (drawing.request != soundRequest_) {
        while (!asked_.empty() && asked_.front().first < drawing.request) asked_.pop_front();
        if (asked_.empty() || asked_.front().first != drawing.request) return;
        const Arrival arrival = asked_.front().second;
        asked_.pop_front();
        // Of a word that has ended there will be a whole image, or there is one.
        if (!listener_.on() || listener_.quiet() || waiting_ || busy()) return;
        shown_ = arrival;
        Q_EMIT liveDrawing(drawing);
        shown_.reset();
        return;
    }
    waiting_ = false;
    library_.setDrawing(askedSound_, drawing);
    const auto& current = decoder_.story().sound();
    if (current && current->number == askedSound_) decoder_.story().setDrawing(drawing);
    goOn();
}

void ListenController::onModel()
{
    listener_.setParams(decoder_.spectrogramParams());
    library_.forgetDrawings();
    if (const auto& heard = decoder_.story().sound()) prepareAgain(heard);
}

}  // namespace sonoglyph
