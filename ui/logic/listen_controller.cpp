#include "ui/logic/listen_controller.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>
#include <vector>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/microphone.h"
#include "ui/logic/sound_library.h"
#include "ui/logic/sound_preparation.h"

namespace sonoglyph {

namespace {

constexpr double keptAroundSeconds = 0.25;  // of a recording before and after its word
constexpr int liveHearMilliseconds = 45;
constexpr int deafMilliseconds = 6000;
constexpr int mostUnwritten = 32;
constexpr std::size_t mostReasons = 12;
constexpr float speechPower = 160.0f;  // mel power of a sine of -20 dBFS through the periodic Hann window of 512

double decibels(double amplitude) { return 20 * std::log10(std::max(amplitude, 1e-9)); }

/// 1 at `loudest`, 0 at `range` decibels below it.
float brightness(float power, float loudest, double range)
{
    return std::clamp(float(1 + 10 * std::log10(std::max(power, 1e-20f) / loudest) / range), 0.0f, 1.0f);
}

}  // namespace

ListenController::ListenController(DecoderController& decoder, SoundLibrary& library, std::unique_ptr<Microphone> microphone,
                                   QObject* parent)
    : QObject(parent), decoder_(decoder), library_(library), microphone_(std::move(microphone)),
      import_([&library](std::uint64_t count) { return library.newNumbers(count); })
{
    pool_.setMaxThreadCount(1);
    deaf_.setSingleShot(true);
    deaf_.setInterval(deafMilliseconds);
    connect(&deaf_, &QTimer::timeout, this,
            [this] { nothingHeard(tr("The microphone sends nothing. Is it switched off, or is another one meant?")); });
    connect(microphone_.get(), &Microphone::samplesArrived, this, &ListenController::onSamples);
    connect(microphone_.get(), &Microphone::stateChanged, this, &ListenController::onMicrophone);
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
    if (const auto& heard = decoder.story().sound()) {
        state_ = State::Ended;
        if (!decoder.story().drawing()) hear(*heard);
    }
}

ListenController::~ListenController()
{
    pool_.clear();
    pool_.waitForDone();
}

void ListenController::toggleRecording()
{
    if (state_ == State::Speaking || state_ == State::Listening) {
        sinceWordEnd_.start();
        finish(detector_ ? detector_->word() : std::nullopt);
        return;
    }
    player_.stop();
    Q_EMIT troubleOver();
    if (!microphone_->open()) {
        Q_EMIT trouble(microphone_->explanation(), {});
        return;
    }
    recording_ = Sound{microphone_->rate(), {}};
    waitedSamples_ = 0;
    detector_.emplace(recording_.rate);
    restartStreams();
    deaf_.start();
    setState(State::Listening);
    Q_EMIT liveBegan(recording_.rate, 1.0 / decoder_.spectrogramParams().hopSeconds);
}

void ListenController::cancelRecording()
{
    if (!recording()) return;
    stopRecording(State::Idle);
    goOn();
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
    cancelRecording();
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
    const auto& heard = decoder_.story().sound();
    if (measuredSound_ == 0 || !heard || heard->number != measuredSound_ || !decoder_.story().drawing()) return;
    measuredSound_ = 0;
    Q_EMIT soundToImage(double(sinceWordEnd_.nsecsElapsed()) / 1e6);
}

void ListenController::setState(State state)
{
    if (state == state_) return;
    state_ = state;
    Q_EMIT stateChanged();
}

void ListenController::onMicrophone()
{
    if (!recording() || microphone_->state() == Microphone::State::Open) return;
    sinceWordEnd_.start();
    if (state_ == State::Speaking)
        finish(detector_->word());
    else
        cancelRecording();
    Q_EMIT trouble(tr("The microphone went away while it was recording."), {});
}

void ListenController::onSamples(std::span<const float> samples)
{
    if (!recording()) return;
    QElapsedTimer arrival;
    arrival.start();
    deaf_.start();
    const bool first = opening();
    recording_.samples.insert(recording_.samples.end(), samples.begin(), samples.end());
    if (first) Q_EMIT stateChanged();
    tellLevel(samples);
    Q_EMIT samplesCame(samples);
    growPicture(samples);

    switch (detector_->push(samples)) {
    case WordDetector::State::Waiting:
        if (state_ == State::Speaking) {
            word_.reset();
            waitedSamples_ = 0;
            setState(State::Listening);
            Q_EMIT wordGrew(0, 0);
        }
        waitedSamples_ += samples.size();
        if (double(waitedSamples_) >= patienceSeconds * recording_.rate)
            nothingHeard(tr("Nothing was heard. Is the microphone muted, or far away?"));
        break;
    case WordDetector::State::Speaking:
        growWord(samples);
        break;
    case WordDetector::State::Ended:
        sinceWordEnd_ = arrival;
        finish(detector_->word());
        break;
    }
}

void ListenController::tellLevel(std::span<const float> samples)
{
    double peak = 0, energy = 0;
    for (const float sample : samples) {
        peak = std::max(peak, std::abs(double(sample)));
        energy += double(sample) * sample;
    }
    Q_EMIT levelChanged(decibels(peak), decibels(std::sqrt(energy / double(samples.size()))));
}

void ListenController::growPicture(std::span<const float> samples)
{
    picture_->push(samples);
    const double range = -decoder_.spectrogramParams().floorDecibels;
    std::vector<float> column;
    for (; toldColumns_ < picture_->settledFrames(); ++toldColumns_) {
        const std::span<const float> powers = picture_->melPower(toldColumns_);
        column.assign(powers.begin(), powers.end());
        loudest_ = std::max(loudest_, *std::max_element(column.begin(), column.end()));
        for (float& value : column) value = std::clamp(float(1 + 10 * std::log10(std::max(value, 1e-20f) / loudest_) / range), 0.0f, 1.0f);
        Q_EMIT columnCame(column);
    }
}

void ListenController::growWord(std::span<const float> samples)
{
    const WordBounds word = *detector_->word();
    if (state_ != State::Speaking || !word_) {
        word_.emplace(decoder_.spectrogramParams(), recording_.rate);
        word_->push(std::span(recording_.samples).subspan(std::min(word.begin, recording_.samples.size())));
        setState(State::Speaking);
    } else {
        word_->push(samples);
    }
    Q_EMIT wordGrew(qint64(word.begin), qint64(word.end));
    Spectrogram input = word_->input();
    Q_EMIT liveInput(input);
    // In a pause that may end the word nothing new is heard, and the decoder should be free for the whole word.
    const bool pause = detector_->levelDecibels() < detector_->floorDecibels() + WordDetectorParams().thresholdDecibels;
    if (pause || (sinceLiveHear_.isValid() && sinceLiveHear_.elapsed() < liveHearMilliseconds)) return;
    sinceLiveHear_.start();
    decoder_.hear(std::move(input));
    waiting_ = false;
}

void ListenController::restartStreams()
{
    picture_.emplace(pictureParams(decoder_.spectrogramParams()), recording_.rate);
    picture_->push(recording_.samples);
    toldColumns_ = picture_->settledFrames();
    loudest_ = std::max(loudest_, speechPower);
    word_.reset();
}

void ListenController::stopRecording(State state)
{
    deaf_.stop();
    setState(state);
    microphone_->close();
    picture_.reset();
    word_.reset();
    loudest_ = 0;
    recording_.samples.clear();
}

/// What was already transformed while it came in; empty where the end of it is not settled yet.
Spectrogram ListenController::pictureOf(std::size_t begin, std::size_t end) const
{
    const SpectrogramParams params = decoder_.spectrogramParams();
    const double hop = params.hopSeconds * recording_.rate;
    const int first = int(std::lround(double(begin) / hop));
    const int last = int(std::lround(double(end) / hop));
    if (!picture_ || first >= last || last > picture_->settledFrames()) return {};
    float loudest = 1e-20f;
    for (int frame = first; frame < last; ++frame)
        for (const float power : picture_->melPower(frame)) loudest = std::max(loudest, power);
    Spectrogram picture{params.bands, last - first, std::vector<float>(std::size_t(params.bands) * std::size_t(last - first))};
    for (int frame = first; frame < last; ++frame) {
        const std::span<const float> powers = picture_->melPower(frame);
        for (std::size_t band = 0; band < powers.size(); ++band)
            picture.values[band * std::size_t(last - first) + std::size_t(frame - first)] =
                brightness(powers[band], loudest, -params.floorDecibels);
    }
    return picture;
}

void ListenController::finish(std::optional<WordBounds> word)
{
    Spectrogram picture;
    Sound sound = std::exchange(recording_, Sound{recording_.rate, {}});
    const auto margin = std::size_t(keptAroundSeconds * sound.rate);
    if (word) {
        word->end = std::min(word->end, sound.samples.size());
        word->begin = std::min(word->begin, word->end);
        const std::size_t from = word->begin > margin ? word->begin - margin : 0;
        sound.samples.resize(std::min(word->end + margin, sound.samples.size()));
        picture = pictureOf(from, sound.samples.size());
        sound.samples.erase(sound.samples.begin(), sound.samples.begin() + std::ptrdiff_t(from));
        word = WordBounds{word->begin - from, word->end - from};
    }
    stopRecording(State::Ended);
    const std::uint64_t number = library_.newNumbers();
    measuredSound_ = decoder_.state() == DecoderController::State::Ready ? number : 0;
    const QString time = QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm:ss"));
    const auto heard = namedSound(number, tr("Recording %1").arg(time), time);
    heard->spectrogram = std::move(picture);
    start([heard, sound = std::move(sound), word, params = decoder_.spectrogramParams()]() mutable -> Outcome {
        if (!word) word = findWord(sound);
        if (!word || word->begin == word->end) return {nullptr, tr("Nothing was heard. Is the microphone muted, or far away?"), {}};
        return {transformed(heard, std::move(sound), {*word, true}, params), {}, {}};
    });
}

void ListenController::nothingHeard(const QString& text)
{
    stopRecording(State::Idle);
    Q_EMIT trouble(text, {});
    goOn();
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
    if (state_ == State::Ended && !decoder_.story().sound()) setState(State::Idle);
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
    else if (state_ != State::Speaking)
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
    if (!recording()) setState(State::Ended);
    decoder_.story().setSound(sound);
    const SoundCard* card = library_.find(sound->number);
    const bool known = purpose == Purpose::Show && card && card->drawing && card->params == sound->params && decoder_.model() &&
                       card->model == stampOf(*decoder_.model());
    if (known)
        decoder_.story().setDrawing(*card->drawing);
    else
        hear(*sound);
    if (purpose != Purpose::Show) return;
    Q_EMIT shown();
    if (std::exchange(wantedToPlay_, 0) == sound->number) togglePlaying();
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
        if (state_ == State::Speaking) return Q_EMIT liveDrawing(drawing);
        // A newer request took the place of ours.
        if (drawing.request > soundRequest_) waiting_ = false;
        if (!waiting_) goOn();
        return;
    }
    waiting_ = false;
    if (decoder_.model()) library_.setDrawing(askedSound_, drawing, stampOf(*decoder_.model()));
    const auto& current = decoder_.story().sound();
    if (current && current->number == askedSound_) decoder_.story().setDrawing(drawing);
    goOn();
}

void ListenController::onModel()
{
    if (recording()) restartStreams();
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
        if (import_.active() && !waiting_) readNext();
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
    // What waits for the disk is in memory.
    if (jobs_ > 0 || library_.unwritten() > mostUnwritten) return;
    import_.readNext(decoder_.spectrogramParams());
}

void ListenController::hearOthers()
{
    if (state_ == State::Speaking || busy() || waiting_ || fetchedToHear_ > 0) return;
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
    if (toHear && sound->params == decoder_.spectrogramParams() && !waiting_ && state_ != State::Speaking) hear(*sound);
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
    if (state_ == State::Ended && !current) setState(State::Idle);
    goOn();
    if (bad.empty()) return;
    if (bad.size() == 1) return Q_EMIT trouble(bad.front().text, bad.front().details);
    QStringList lines;
    for (std::size_t i = 0; i < std::min(bad.size(), mostReasons); ++i) lines << bad[i].text;
    if (bad.size() > mostReasons) lines << tr("… and %n more", nullptr, int(bad.size() - mostReasons));
    Q_EMIT trouble(tr("%n file(s) could not be read: the details say why.", nullptr, int(bad.size())), lines.join(u'\n'));
}

}  // namespace sonoglyph
