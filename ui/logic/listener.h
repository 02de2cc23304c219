// Listens: opens the microphone, tells what comes in while it comes in, and finds the words in it. Knows no model.
//
// Hands-free, words are found one after another until somebody switches it off: Off -> Opening -> Listening -> Speaking -> Listening ...
// A microphone that goes away ends the word; the next one, or the same one once it is back, is taken up by itself. Push-to-talk, a word is
// what is said between press() and release(). The microphone is open in no state but Opening, Listening, Speaking and Checking. What is
// remembered is bounded: memory stays flat however long somebody listens. GUI thread only.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "core/audio/room_check.h"
#include "core/audio/streaming_spectrogram.h"
#include "core/audio/word_detector.h"

namespace sonoglyph {

class Microphone;

using Arrival = std::chrono::steady_clock::time_point;

/// A word that was said, with a little of what was around it.
struct SpokenWord {
    Sound sound;
    std::optional<WordBounds> bounds;  ///< in samples of `sound`; empty: still to be looked for
    Spectrogram picture;               ///< of all of `sound`, for looking at; empty where it has to be made
    Arrival arrival;                   ///< when its last sample came
};

class Listener : public QObject {
    Q_OBJECT
public:
    enum class Mode { HandsFree, PushToTalk };
    Q_ENUM(Mode)
    enum class State {
        Off,
        Opening,    ///< the microphone has not sent anything yet: what is said now may be lost
        Listening,  ///< no word at the moment
        Speaking,
        Checking,  ///< the room, which should be quiet
        Missing,   ///< hands-free goes on as soon as there is a microphone again
    };
    Q_ENUM(State)

    static constexpr double longestHold = 30;  ///< seconds of push-to-talk that are kept

    explicit Listener(std::unique_ptr<Microphone> microphone, QObject* parent = nullptr);
    ~Listener() override;

    State state() const { return state_; }
    bool on() const { return state_ != State::Off; }
    Mode mode() const { return mode_; }
    /// Ends listening; remembered by whoever calls it.
    void setMode(Mode mode);
    /// What the model wants to hear; also while listening.
    void setParams(const SpectrogramParams& params);
    /// Where the floor of a microphone's room is known from.
    void setKnownFloor(std::function<std::optional<NoiseFloor>(const QByteArray& device)> floorOf) { floorOf_ = std::move(floorOf); }
    Microphone& microphone() { return *microphone_; }
    /// Nothing above the noise floor in what the network would hear now.
    bool quiet() const { return quiet_; }
    /// A word was heard since listening began.
    bool heardWord() const { return heardWord_; }

    /// Hands-free: on, or off again, which ends a word. Push-to-talk: on.
    void press();
    /// Push-to-talk: off, which ends the word. Hands-free: nothing.
    void release();
    /// press() and release() in turn, for what can be clicked.
    void toggle();
    /// Off; what is not a whole word is forgotten.
    void stop();
    /// Listens to the room for two seconds, then does again what it did before.
    void checkRoom();
    /// Lets go of the microphone while nobody can see what it hears: a word is ended, hands-free goes on with resume().
    void suspend();
    void resume();

Q_SIGNALS:
    void stateChanged();
    /// Somebody switched it on: what was told before is no longer of interest.
    void switchedOn();
    /// From now on, 20 to 40 times a second: samples of this rate in Hz will come, and `columnsPerSecond` spectrogram columns of
    /// `params.bands` values.
    void began(int rate, double columnsPerSecond);
    /// The spans of the next two are good during the call only.
    void samplesCame(std::span<const float> samples);
    /// 0 to 1, lowest band first; 1 is the loudest so far, at least normal speech.
    void columnCame(std::span<const float> values);
    /// Decibels relative to full scale of what just came in.
    void levelChanged(double peak, double rms);
    /// The word so far, in samples since began(); begin == end: there is none any more.
    void wordGrew(qint64 begin, qint64 end);
    /// What the network should hear now: the last second without words that have ended, or the word so far. Not while it is quiet.
    void inputCame(const sonoglyph::Spectrogram& input, sonoglyph::Arrival arrival);
    void quietChanged(bool quiet);
    void wordEnded(const sonoglyph::SpokenWord& word);
    void roomChecked(const QByteArray& device, const sonoglyph::RoomReport& report);
    /// Something that a person should know: what happened and what to do; and that it is over.
    void trouble(const QString& text);
    void troubleOver();

private:
    bool open();
    void begin();
    void end(State state);
    void endWord(std::optional<WordBounds> word);
    void setState(State state);
    void setQuiet(bool quiet);
    void onMicrophone();
    void onDevices();
    void onSamples(std::span<const float> samples);
    void take(std::span<const float> samples);
    void remember(std::span<const float> samples);
    void detect(std::span<const float> samples, bool due);
    void tellInput();
    void tellLevel(std::span<const float> samples);
    void tellColumns();
    void tellMuted(std::span<const float> samples);
    void growCheck();
    void restartStream();
    Spectrogram pictureOf(std::int64_t begin, std::int64_t end) const;
    std::int64_t heard() const { return firstKept_ + std::int64_t(kept_.samples.size()); }

    std::unique_ptr<Microphone> microphone_;
    std::function<std::optional<NoiseFloor>(const QByteArray&)> floorOf_;
    Mode mode_ = Mode::HandsFree;
    State state_ = State::Off;
    SpectrogramParams params_;
    bool suspended_ = false;
    bool listenAfterCheck_ = false;

    Sound kept_;                  ///< the last seconds that came in
    std::int64_t firstKept_ = 0;  ///< samples before them, since began()
    std::int64_t told_ = 0;       ///< of all that came in
    Arrival arrival_;
    std::optional<WordDetector> detector_;
    std::int64_t wordBegin_ = -1, lastWordEnd_ = 0;
    bool heardWord_ = false;
    bool quiet_ = true;
    std::optional<StreamingSpectrogram> stream_;
    std::int64_t streamBegin_ = 0;  ///< the sample it began with
    std::int64_t toldColumns_ = 0;
    float loudest_ = 0;              ///< mel power
    std::int64_t mutedSamples_ = 0;  ///< in a row
    bool toldMuted_ = false;
    QTimer deaf_;       ///< no samples at all
    QThreadPool pool_;  ///< last member: its job ends first
};

}  // namespace sonoglyph
