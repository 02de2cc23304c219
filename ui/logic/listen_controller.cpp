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
constexpr int mostUnwritten = 32;
constexpr std::size_t mostReasons = 12;

}  // namespace

ListenController::ListenController(DecoderController& decoder, SoundLibrary& library, std::unique_ptr<Microphone> microphone,
                                   QObject* parent)
    : QObject(parent), decoder_(decoder), library_(library), listener_(std::move(microphone)),
      import_([&library](std::uint64_t count) { return library.newNumbers(count); })
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
        if (speaking()) lookAhead();
        if (!listener_.on()) looksBack_ = false;
        Q_EMIT stateChanged();
        if (!listener_.on()) goOn();
    });
    connect(&listener_, &Listener::began, this, [this](int rate, double columnsPerSecond) {
        looksBack_ = false;
        Q_EMIT liveBegan(rate, columnsPerSecond);
    });
    connect(&listener_, &Listener::samplesCame, this, &ListenController::samplesCame);
    connect(&listener_, &Listener::columnCame, this, &ListenController::columnCame);
    connect(&listener_, &Listener::levelChanged, this, &ListenController::levelChanged);
    connect(&listener_, &Listener::wordGrew, this, &ListenController::wordGrew);
    connect(&listener_, &Listener::inputCame, this, &ListenController::liveInput);
    connect(&decoder, &DecoderController::heard, this, &ListenController::onHeard);
    connect(&decoder, &DecoderController::modelChanged, this, &ListenController::onModel);
    connect(&decoder, &DecoderController::failed, this, [this](const QString& text, const QString& details) {
        waiting_ = false;
        undrawable_ << askedSound_;
        Q_EMIT trouble(text, details);
        goOn();
    });
    connectLibrary();
    connect(&player_, &SoundPlayer::failed, this, [this](const QString& text) { Q_EMIT trouble(text, {}); });
    if (const auto& heard = decoder.story().sound(); heard && !decoder.story().drawing()) hear(*heard);
}

ListenController::~ListenController()
{
    pool_.clear();
    pool_.waitForDone();
}

void ListenController::openFiles(const QStringList& paths)
{
    if (paths.isEmpty()) return;
    cancelRecording();
    Q_EMIT troubleOver();
    wanted_ = lastImported_ = 0;
    followsImport_ = true;
    import_.add(paths);
}

void ListenController::show(std::uint64_t number)
{
    if (!library_.find(number)) return;
    if (listener_.mode() == Listener::Mode::PushToTalk) cancelRecording();
    Q_EMIT troubleOver();
    wanted_ = number;
    followsImport_ = false;
    library_.fetch(number, decoder_.spectrogramParams());
}

void ListenController::play(std::uint64_t number)
{
    const auto& current = decoder_.story().sound();
    if (current && current->number == number) return togglePlaying();
    show(number);
    wantedToPlay_ = wanted_;
}

void ListenController::togglePlaying()
{
    if (player_.playing()) return player_.stop();
    if (recording()) return;
    if (const auto& heard = decoder_.story().sound())
        player_.play(cut(heard->sound, heard->word), double(heard->word.begin) / heard->sound.rate);
}

void ListenController::playFrom(double seconds)
{
    const auto& heard = decoder_.story().sound();
    if (!heard || recording() || seconds < 0 || seconds >= heard->sound.seconds()) return;
    const auto begin = std::size_t(seconds * heard->sound.rate);
    const std::size_t end = begin < heard->word.end ? heard->word.end : heard->sound.samples.size();
    player_.play(cut(heard->sound, {begin, end}), seconds);
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
    const std::uint64_t number = library_.newNumbers();
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

void ListenController::prepareAgain(std::shared_ptr<const HeardSound> sound, Purpose purpose)
{
    start([sound = std::move(sound), params = decoder_.spectrogramParams(), purpose]() -> Outcome {
        return {transformedFor(sound, params), {}, {}, purpose};
    });
}

void ListenController::endJob(const Outcome& outcome)
{
    --jobs_;
    if (!busy()) Q_EMIT busyChanged();
    if (outcome.sound)
        take(outcome.sound, outcome.purpose);
    else
        giveUp(outcome.trouble, outcome.details);
}

void ListenController::giveUp(const QString& text, const QString& details)
{
    Q_EMIT trouble(text, details);
    goOn();
}

void ListenController::take(const std::shared_ptr<const HeardSound>& sound, Purpose purpose)
{
    // Another model may have come while it was being prepared.
    if (sound->params != decoder_.spectrogramParams()) return prepareAgain(sound, purpose);

    // One that was deleted meanwhile does not come back.
    if (purpose == Purpose::Keep || library_.find(sound->number)) library_.keep(sound);
    if (becomesCurrent(*sound, purpose))
        makeCurrent(sound, purpose);
    else if (!speaking())
        hear(*sound);
    // With a model the next file waits for the image of this one, so that each gets its own.
    if (decoder_.state() != DecoderController::State::Ready || !waiting_) goOn();
}

/// What was asked for or heard last. Of many files not every one: that would flicker.
bool ListenController::becomesCurrent(const HeardSound& sound, Purpose purpose) const
{
    const auto& current = decoder_.story().sound();
    if (!current || purpose == Purpose::Show) return true;
    if (sound.number < current->number) return false;
    if (purpose == Purpose::Keep && import_.active() && !sound.file.isEmpty())
        return followsImport_ && !recording() && (import_.good() == 1 || import_.done() == import_.total());
    return true;
}

void ListenController::makeCurrent(const std::shared_ptr<const HeardSound>& sound, Purpose purpose)
{
    if (purpose == Purpose::Show && recording()) looksBack_ = true;
    if (purpose == Purpose::Keep) lookAhead();
    // The same one for another model: the image before stays until there is a new one.
    if (purpose != Purpose::Refresh || decoder_.story().sound() != sound) decoder_.story().setSound(sound);
    const SoundCard* card = library_.find(sound->number);
    // The distance to the training recordings is not kept on disk.
    const bool known = purpose == Purpose::Show && card && card->drawing && card->params == sound->params && decoder_.model() &&
                       card->model == stampOf(*decoder_.model()) && (card->drawing->distance || decoder_.model()->reference == 0);
    if (known)
        decoder_.story().setDrawing(*card->drawing);
    else
        hear(*sound);
    if (purpose != Purpose::Show) return;
    Q_EMIT shown();
    if (std::exchange(wantedToPlay_, 0) == sound->number) togglePlaying();
}

void ListenController::lookAhead()
{
    if (std::exchange(looksBack_, false)) Q_EMIT liveAgain();
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

void ListenController::onHeard(const Drawing& drawing)
{
    if (drawing.request != soundRequest_) {
        onHeardLive(drawing);
        return;
    }
    waiting_ = false;
    if (decoder_.model()) library_.setDrawing(askedSound_, drawing, stampOf(*decoder_.model()));
    const auto& current = decoder_.story().sound();
    if (current && current->number == askedSound_) decoder_.story().setDrawing(drawing);
    goOn();
}

void ListenController::onHeardLive(const Drawing& drawing)
{
    // A newer request took the place of the sound's.
    if (waiting_ && drawing.request > soundRequest_) {
        waiting_ = false;
        goOn();
    }
    while (!asked_.empty() && asked_.front().first < drawing.request) asked_.pop_front();
    if (asked_.empty() || asked_.front().first != drawing.request) return;
    const Arrival arrival = asked_.front().second;
    asked_.pop_front();
    // Of a word that has ended there will be a whole image, or there is one.
    if (!live() || listener_.quiet() || waiting_ || busy()) return;
    shown_ = arrival;
    Q_EMIT liveDrawing(drawing);
    shown_.reset();
}

void ListenController::onModel()
{
    listener_.setParams(decoder_.spectrogramParams());
    undrawable_.clear();
    if (const auto& heard = decoder_.story().sound())
        prepareAgain(heard, Purpose::Refresh);
    else
        hearOthers();
}

void ListenController::connectLibrary()
{
    connect(&library_, &SoundLibrary::fetched, this, &ListenController::onFetched);
    connect(&library_, &SoundLibrary::fetchFailed, this, &ListenController::onFetchFailed);
    connect(&library_, &SoundLibrary::trouble, this, &ListenController::tellLibraryTrouble);
    QTimer::singleShot(0, this, &ListenController::tellLibraryTrouble);
    connect(&library_, &SoundLibrary::summaryChanged, this, [this] {
        if (waitsForDisk_ && !waiting_) readNext();
    });
    connect(&import_, &SoundImport::found, this, &ListenController::goOn);
    connect(&import_, &SoundImport::progressChanged, this, &ListenController::busyChanged);
    connect(&import_, &SoundImport::prepared, this, [this](const std::shared_ptr<const HeardSound>& sound) {
        if (followsImport_) lastImported_ = sound->number;
        take(sound, Purpose::Keep);
    });
    connect(&import_, &SoundImport::failed, this, &ListenController::goOn);
    connect(&import_, &SoundImport::finished, this, [this](int, const std::vector<SoundImport::Bad>& bad) { onImportFinished(bad); });
}

void ListenController::tellLibraryTrouble()
{
    if (const auto told = library_.takeTrouble(); !told.text.isEmpty()) Q_EMIT trouble(told.text, told.details);
}

void ListenController::readNext()
{
    if (jobs_ > 0) return;
    // What waits for the disk is in memory.
    waitsForDisk_ = library_.unwritten() > mostUnwritten;
    if (waitsForDisk_) return;
    import_.readNext(decoder_.spectrogramParams());
}

void ListenController::hearOthers()
{
    if (speaking() || busy() || waiting_ || fetchedToHear_ > 0) return;
    fetchedToHear_ = library_.undrawn(undrawable_);
    if (fetchedToHear_ > 0) library_.fetch(fetchedToHear_, decoder_.spectrogramParams());
}

void ListenController::onFetched(const std::shared_ptr<const HeardSound>& sound)
{
    const bool toHear = fetchedToHear_ == sound->number;
    if (toHear) fetchedToHear_ = 0;
    if (wanted_ == sound->number) {
        wanted_ = 0;
        return take(sound, Purpose::Show);
    }
    if (toHear && sound->params == decoder_.spectrogramParams() && !waiting_ && !speaking()) hear(*sound);
    if (!waiting_) goOn();
}

void ListenController::onFetchFailed(std::uint64_t number, const QString& text, const QString& details)
{
    undrawable_ << number;
    if (fetchedToHear_ == number) fetchedToHear_ = 0;
    if (std::exchange(wanted_, wanted_ == number ? 0 : wanted_) == number) Q_EMIT trouble(text, details);
    goOn();
}

void ListenController::onImportFinished(const std::vector<SoundImport::Bad>& bad)
{
    const auto& current = decoder_.story().sound();
    if (followsImport_ && !recording() && current && lastImported_ > current->number) show(lastImported_);
    goOn();
    if (bad.empty()) return;
    if (bad.size() == 1) return Q_EMIT trouble(bad.front().text, bad.front().details);
    QStringList lines;
    for (std::size_t i = 0; i < std::min(bad.size(), mostReasons); ++i) lines << bad[i].text;
    if (bad.size() > mostReasons) lines << tr("… and %n more", nullptr, int(bad.size() - mostReasons));
    Q_EMIT trouble(tr("%n file(s) could not be read: the details say why.", nullptr, int(bad.size())), lines.join(u'\n'));
}

}  // namespace sonoglyph
