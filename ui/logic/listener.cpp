#include "ui/logic/listener.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "ui/logic/microphone.h"
#include "ui/logic/sound_preparation.h"

namespace sonoglyph {

namespace {

constexpr double keptAroundSeconds = 0.25;  // before and after a word
constexpr double keptSeconds = 5;           // more than the word detector remembers, with what is around a word
constexpr double mostAtOnce = 0.25;         // seconds; less than is remembered beyond that
constexpr double leastToTell = 0.025;       // seconds: more often would cost more than anybody sees
constexpr int deafMilliseconds = 6000;
constexpr double mutedSeconds = 3;
constexpr float mutedRange = 2.0f / 32768;  // no converter that hears anything is as still as that
constexpr float speechPower = 160.0f;       // mel power of a sine of -20 dBFS through the periodic Hann window of 512

double decibels(double amplitude) { return 20 * std::log10(std::max(amplitude, 1e-9)); }

/// 1 at `loudest`, 0 at `range` decibels below it.
float brightness(float power, float loudest, double range)
{
    return std::clamp(float(1 + 10 * std::log10(std::max(power, 1e-20f) / loudest) / range), 0.0f, 1.0f);
}

}  // namespace

Listener::Listener(std::unique_ptr<Microphone> microphone, QObject* parent) : QObject(parent), microphone_(std::move(microphone))
{
    pool_.setMaxThreadCount(1);
    deaf_.setSingleShot(true);
    deaf_.setInterval(deafMilliseconds);
    connect(&deaf_, &QTimer::timeout, this, [this] {
        end(State::Off);
        Q_EMIT trouble(tr("The microphone sends nothing. Is it switched off, or is another one meant?"));
    });
    connect(microphone_.get(), &Microphone::samplesArrived, this, &Listener::onSamples);
    connect(microphone_.get(), &Microphone::stateChanged, this, &Listener::onMicrophone);
    connect(microphone_.get(), &Microphone::devicesChanged, this, &Listener::onDevices);
}

Listener::~Listener() { pool_.waitForDone(); }

void Listener::setMode(Mode mode)
{
    if (mode == mode_) return;
    stop();
    mode_ = mode;
    Q_EMIT stateChanged();
}

void Listener::setParams(const SpectrogramParams& params)
{
    if (params == params_) return;
    params_ = params;
    if (stream_) restartStream();
}

void Listener::press()
{
    suspended_ = false;
    if (on()) {
        if (mode_ == Mode::PushToTalk) return;
        const auto word = detector_ ? detector_->word() : std::nullopt;
        const bool spoken = state_ == State::Speaking;
        if (spoken && word) endWord(word);
        return end(State::Off);
    }
    Q_EMIT switchedOn();
    if (open())
        begin();
    else
        Q_EMIT trouble(microphone_->explanation());
}

void Listener::release()
{
    if (mode_ != Mode::PushToTalk || !on() || state_ == State::Checking) return;
    const bool heardAnything = heard() > 0;
    // What was held is looked at as a whole: the word is the loudest in it.
    if (heardAnything) endWord(std::nullopt);
    end(State::Off);
    if (!heardAnything) Q_EMIT trouble(tr("Nothing was heard yet: hold the key while you speak."));
}

void Listener::toggle()
{
    if (mode_ == Mode::PushToTalk && on())
        release();
    else
        press();
}

void Listener::stop()
{
    suspended_ = false;
    if (on()) end(State::Off);
}

void Listener::suspend()
{
    if (!on()) return;
    const bool goOn = mode_ == Mode::HandsFree && (state_ != State::Checking || listenAfterCheck_);
    if (state_ == State::Speaking) endWord(mode_ == Mode::HandsFree ? detector_->word() : std::nullopt);
    end(State::Off);
    suspended_ = goOn;
}

void Listener::resume()
{
    if (std::exchange(suspended_, false)) press();
}

void Listener::checkRoom()
{
    if (state_ == State::Checking) return;
    const bool wasOn = on();
    if (state_ == State::Speaking) endWord(detector_->word());
    if (!wasOn || state_ == State::Missing) {
        Q_EMIT switchedOn();
        if (!open()) {
            Q_EMIT trouble(microphone_->explanation());
            return;
        }
    }
    begin();
    listenAfterCheck_ = wasOn && mode_ == Mode::HandsFree;
    setState(State::Checking);
}

bool Listener::open() { return microphone_->open(); }

void Listener::begin()
{
    kept_ = Sound{microphone_->rate(), {}};
    firstKept_ = told_ = 0;
    detector_.emplace(kept_.rate);
    if (floorOf_)
        if (const auto floor = floorOf_(microphone_->opened())) detector_->assumeFloor(*floor);
    wordBegin_ = -1;
    lastWordEnd_ = 0;
    heardWord_ = toldMuted_ = listenAfterCheck_ = false;
    mutedSamples_ = 0;
    loudest_ = speechPower;
    restartStream();
    deaf_.start();
    setState(State::Opening);
    Q_EMIT began(kept_.rate, 1.0 / params_.hopSeconds);
    quiet_ = false;
    setQuiet(true);
}

void Listener::end(State state)
{
    deaf_.stop();
    setState(state);
    microphone_->close();
    stream_.reset();
    detector_.reset();
    wordBegin_ = -1;
    kept_.samples.clear();
    firstKept_ = 0;
    setQuiet(false);
}

void Listener::endWord(std::optional<WordBounds> word)
{
    SpokenWord spoken{{kept_.rate, {}}, std::nullopt, {}, arrival_};
    std::int64_t from = firstKept_, to = heard();
    if (word) {
        const auto margin = std::int64_t(keptAroundSeconds * kept_.rate);
        from = std::clamp(std::int64_t(word->begin) - margin, firstKept_, to);
        to = std::min(std::int64_t(word->end) + margin, to);
        spoken.bounds = WordBounds{std::size_t(std::max(std::int64_t(word->begin), from) - from),
                                   std::size_t(std::clamp(std::int64_t(word->end), from, to) - from)};
        spoken.picture = pictureOf(from, to);
    }
    spoken.sound.samples.assign(kept_.samples.begin() + std::ptrdiff_t(from - firstKept_),
                                kept_.samples.begin() + std::ptrdiff_t(to - firstKept_));
    lastWordEnd_ = heard();
    wordBegin_ = -1;
    heardWord_ = true;
    Q_EMIT wordEnded(spoken);
}

void Listener::setState(State state)
{
    if (state == state_) return;
    state_ = state;
    Q_EMIT stateChanged();
}

void Listener::setQuiet(bool quiet)
{
    if (quiet == quiet_) return;
    quiet_ = quiet;
    Q_EMIT quietChanged(quiet);
}

void Listener::onMicrophone()
{
    if (state_ == State::Off || state_ == State::Missing || microphone_->state() == Microphone::State::Open) return;
    const bool spoken = state_ == State::Speaking;
    const bool goOn = mode_ == Mode::HandsFree && state_ != State::Checking;
    if (spoken) endWord(mode_ == Mode::HandsFree ? detector_->word() : std::nullopt);
    end(goOn ? State::Missing : State::Off);
    QString text =
        spoken ? tr("The microphone went away in the middle of a word. What was heard of it is kept.") : tr("The microphone went away.");
    const bool another = goOn && open();
    if (another)
        text += u' ' + tr("%1 listens now.").arg(microphone_->nameOf(microphone_->opened()));
    else if (goOn)
        text += u' ' + tr("Plug one in, and listening goes on.");
    if (another) begin();
    Q_EMIT trouble(text);
}

void Listener::onDevices()
{
    if (state_ == State::Missing && microphone_->state() != Microphone::State::Open && open()) {
        begin();
        Q_EMIT troubleOver();
        return;
    }
    // The one that a person chose is back.
    const bool another = state_ == State::Listening && !microphone_->chosen().isEmpty() && microphone_->wanted() == microphone_->chosen() &&
                         microphone_->opened() != microphone_->chosen();
    if (!another) return;
    end(State::Missing);
    if (open()) begin();
    Q_EMIT troubleOver();
}

void Listener::onSamples(std::span<const float> samples)
{
    // After a stall minutes may come at once: a word must be taken before it is forgotten.
    const auto most = std::size_t(mostAtOnce * microphone_->rate());
    for (std::size_t from = 0; from < samples.size(); from += most) take(samples.subspan(from, std::min(most, samples.size() - from)));
}

void Listener::take(std::span<const float> samples)
{
    if (state_ == State::Off || state_ == State::Missing) return;
    deaf_.start();
    arrival_ = microphone_->arrival();
    if (state_ == State::Opening) setState(State::Listening);
    remember(samples);
    const bool due = double(heard() - told_) >= leastToTell * kept_.rate;
    if (state_ != State::Checking) {
        // First what the network hears: the image is made while the rest is painted.
        detect(samples, due);
        if (state_ == State::Off || state_ == State::Missing) return;
        tellMuted(samples);
    }
    if (due) {
        const auto fresh = std::span<const float>(kept_.samples).last(std::size_t(heard() - told_));
        told_ = heard();
        tellLevel(fresh);
        Q_EMIT samplesCame(fresh);
        tellColumns();
    }
    if (state_ == State::Checking) growCheck();
}

void Listener::remember(std::span<const float> samples)
{
    kept_.samples.insert(kept_.samples.end(), samples.begin(), samples.end());
    const auto most = std::size_t((mode_ == Mode::PushToTalk ? longestHold : keptSeconds) * kept_.rate);
    if (kept_.samples.size() > 2 * most) {
        const std::size_t forgotten = kept_.samples.size() - most;
        kept_.samples.erase(kept_.samples.begin(), kept_.samples.begin() + std::ptrdiff_t(forgotten));
        firstKept_ += std::int64_t(forgotten);
    }
    stream_->push(samples);
}

void Listener::detect(std::span<const float> samples, bool due)
{
    std::vector<WordBounds> ended;
    while (!samples.empty()) {
        const std::size_t before = detector_->samplesHeard();
        const WordDetector::State state = detector_->push(samples);
        samples = samples.subspan(detector_->samplesHeard() - before);
        if (state == WordDetector::State::Ended) {
            ended.push_back(*detector_->word());
            detector_->next();
        }
    }
    const auto word = detector_->word();
    if (mode_ == Mode::PushToTalk) {
        // The key tells when it is over; until then all that is said is one word.
        if (wordBegin_ < 0 && !ended.empty()) wordBegin_ = std::int64_t(ended.front().begin);
        if (wordBegin_ < 0 && word) wordBegin_ = std::int64_t(word->begin);
        if (wordBegin_ >= 0) Q_EMIT wordGrew(wordBegin_, word ? qint64(word->end) : heard());
        setState(wordBegin_ >= 0 ? State::Speaking : State::Listening);
        if (due) tellInput();
        return;
    }
    for (const WordBounds& bounds : ended) {
        setState(State::Listening);
        Q_EMIT wordGrew(qint64(bounds.begin), qint64(bounds.end));
        endWord(bounds);
        if (state_ != State::Listening) return;
    }
    const bool spoke = state_ == State::Speaking;
    wordBegin_ = word ? std::int64_t(word->begin) : -1;
    setState(word ? State::Speaking : State::Listening);
    if (word)
        Q_EMIT wordGrew(qint64(word->begin), qint64(word->end));
    else if (spoke)
        Q_EMIT wordGrew(0, 0);
    if (due) tellInput();
}

void Listener::tellInput()
{
    const double rate = kept_.rate;
    const double lastSound = double(heard()) - detector_->quietSeconds() * rate;
    setQuiet(wordBegin_ < 0 && lastSound < std::max(double(heard()) - rate, double(lastWordEnd_)));
    if (quiet_) return;
    // In a pause that may end the word nothing new is heard, and the decoder should be free for the whole word.
    if (wordBegin_ >= 0 && heard() - std::int64_t(lastSound) > std::int64_t(0.06 * rate)) return;
    if (wordBegin_ >= 0)
        Q_EMIT inputCame(stream_->inputSince(wordBegin_ - streamBegin_), arrival_);
    else if (double(heard() - lastWordEnd_) < rate && lastWordEnd_ > 0)
        Q_EMIT inputCame(stream_->inputSince(lastWordEnd_ - streamBegin_), arrival_);
    else
        Q_EMIT inputCame(stream_->lastSecond(), arrival_);
}

void Listener::tellLevel(std::span<const float> samples)
{
    double peak = 0, energy = 0;
    for (const float sample : samples) {
        peak = std::max(peak, std::abs(double(sample)));
        energy += double(sample) * double(sample);
    }
    Q_EMIT levelChanged(decibels(peak), decibels(std::sqrt(energy / double(samples.size()))));
}

void Listener::tellColumns()
{
    if (!stream_) return;
    const double range = -params_.floorDecibels;
    std::vector<float> column;
    for (; toldColumns_ < stream_->settledFrames(); ++toldColumns_) {
        const std::span<const float> powers = stream_->melPower(toldColumns_);
        column.assign(powers.begin(), powers.end());
        loudest_ = std::max(loudest_, *std::max_element(column.begin(), column.end()));
        for (float& value : column) value = brightness(value, loudest_, range);
        Q_EMIT columnCame(column);
    }
}

void Listener::tellMuted(std::span<const float> samples)
{
    const auto [low, high] = std::minmax_element(samples.begin(), samples.end());
    mutedSamples_ = *high - *low <= mutedRange ? mutedSamples_ + std::int64_t(samples.size()) : 0;
    if (mutedSamples_ == 0 && std::exchange(toldMuted_, false)) Q_EMIT troubleOver();
    // Behind a noise gate there is digital silence between words, too.
    if (toldMuted_ || heardWord_ || double(mutedSamples_) < mutedSeconds * kept_.rate) return;
    toldMuted_ = true;
    Q_EMIT trouble(tr("The microphone sends nothing but silence. Is it muted, by a switch on it or in the system's sound settings?"));
}

void Listener::growCheck()
{
    if (double(heard()) < roomCheckSeconds * kept_.rate) return;
    // The first tenth is how the device starts up, not the room.
    Sound sound = kept_;
    sound.samples.erase(sound.samples.begin(), sound.samples.begin() + kept_.rate / 10);
    const QByteArray device = microphone_->opened();
    const bool goOn = listenAfterCheck_;
    pool_.start([this, sound = std::move(sound), device, goOn] {
        const RoomReport report = sonoglyph::checkRoom(sound);
        QMetaObject::invokeMethod(
            this,
            [this, device, report, goOn] {
                Q_EMIT roomChecked(device, report);
                if (goOn && !on()) press();
            },
            Qt::QueuedConnection);
    });
    end(State::Off);
}

void Listener::restartStream()
{
    streamBegin_ = firstKept_;
    stream_.emplace(params_, kept_.rate, keptSeconds);
    stream_->push(kept_.samples);
    toldColumns_ = stream_->settledFrames();
}

/// What was already transformed while it came in; empty where it is not remembered, or the end of it not settled yet.
Spectrogram Listener::pictureOf(std::int64_t begin, std::int64_t end) const
{
    const double hop = params_.hopSeconds * kept_.rate;
    const std::int64_t first = std::llround(double(begin - streamBegin_) / hop);
    const std::int64_t last = std::llround(double(end - streamBegin_) / hop);
    if (!stream_ || first >= last || first < stream_->firstFrame() || last > stream_->settledFrames()) return {};
    float loudest = 1e-20f;
    for (std::int64_t frame = first; frame < last; ++frame)
        for (const float power : stream_->melPower(frame)) loudest = std::max(loudest, power);
    const auto frames = std::size_t(last - first);
    Spectrogram picture{params_.bands, int(frames), std::vector<float>(std::size_t(params_.bands) * frames)};
    for (std::size_t frame = 0; frame < frames; ++frame) {
        const std::span<const float> powers = stream_->melPower(first + std::int64_t(frame));
        for (std::size_t band = 0; band < powers.size(); ++band)
            picture.values[band * frames + frame] = brightness(powers[band], loudest, -params_.floorDecibels);
    }
    return picture;
}

}  // namespace sonoglyph
