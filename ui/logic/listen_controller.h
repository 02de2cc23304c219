// From a microphone or a sound file to an image: records, finds the word, has it drawn, and hands what was heard to the library.
//
// Idle -> Listening (waits for a word) -> Speaking -> Ended -> Listening ... A word ends by a pause, by pressing again or when it is too
// long. Files are read and sounds transformed on worker threads, one after the other: what was asked for last is shown last, and what
// comes too late to be shown is only kept in the library. GUI thread only.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "core/audio/streaming_spectrogram.h"
#include "core/audio/word_detector.h"
#include "ui/logic/sound_import.h"
#include "ui/logic/sound_player.h"
#include "ui/logic/sound_story.h"

namespace sonoglyph {

class DecoderController;
class Microphone;
class SoundLibrary;

class ListenController : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Listening, Speaking, Ended };
    Q_ENUM(State)

    static constexpr double patienceSeconds = 5;  ///< of nothing heard

    ListenController(DecoderController& decoder, SoundLibrary& library, std::unique_ptr<Microphone> microphone, QObject* parent = nullptr);
    ~ListenController() override;

    State state() const { return state_; }
    bool recording() const { return state_ == State::Listening || state_ == State::Speaking; }
    /// Listening, but the microphone has not sent anything yet: what is said now may be lost.
    bool opening() const { return state_ == State::Listening && recording_.samples.empty(); }
    /// A file is being read or a sound transformed.
    bool busy() const { return jobs_ > 0 || import_.reading(); }
    Microphone& microphone() { return *microphone_; }
    SoundPlayer& player() { return player_; }
    SoundLibrary& library() { return library_; }

    /// Starts listening; while listening ends the word here.
    void toggleRecording();
    /// Stops listening and forgets what came in.
    void cancelRecording();
    /// Reads sound files one after the other; each good one becomes the current sound, the last one stays it.
    void openFiles(const QStringList& files);
    /// Makes a sound of the library the current one.
    void show(std::uint64_t number);
    /// Plays the used part of the current sound, or stops it.
    void togglePlaying();
    /// The page tells that the image of the current sound is on the screen: gives soundToImage() once a recording.
    void imagePainted();

Q_SIGNALS:
    /// state() or opening().
    void stateChanged();
    /// A recording begins: samples of this rate in Hz will come, and `columnsPerSecond` spectrogram columns of `params.bands` values.
    void liveBegan(int rate, double columnsPerSecond);
    /// The spans of the next two are good during the call only.
    void samplesCame(std::span<const float> samples);
    /// 0 to 1, lowest band first; 1 is the loudest so far, at least normal speech.
    void columnCame(std::span<const float> values);
    /// Decibels relative to full scale of what just came in.
    void levelChanged(double peak, double rms);
    /// The word so far, in samples since liveBegan(); begin == end: it was only a click.
    void wordGrew(qint64 begin, qint64 end);
    /// The network input of the word so far, and its image.
    void liveInput(const sonoglyph::Spectrogram& input);
    void liveDrawing(const sonoglyph::Drawing& drawing);
    void busyChanged();
    /// Something that a person should know: what happened and what to do.
    void trouble(const QString& text, const QString& details);
    /// What was told as trouble is no longer of interest: a new attempt begins.
    void troubleOver();
    /// From the arrival of the last sample of a word to its painted image.
    void soundToImage(double milliseconds);

private:
    struct Outcome {
        std::shared_ptr<const HeardSound> sound;
        QString trouble, details;
        bool shown = false;  ///< a person asked for this old sound
    };

    void setState(State state);
    void onMicrophone();
    void onSamples(std::span<const float> samples);
    void tellLevel(std::span<const float> samples);
    void growPicture(std::span<const float> samples);
    void growWord(std::span<const float> samples);
    void restartStreams();
    void stopRecording(State state);
    void finish(std::optional<WordBounds> word);
    Spectrogram pictureOf(std::size_t begin, std::size_t end) const;
    void nothingHeard(const QString& text);

    void start(std::function<Outcome()> work);
    void prepareAgain(std::shared_ptr<const HeardSound> sound, bool shown = false);
    void readNext();
    void hear(const HeardSound& sound);
    void hearOthers();
    void goOn();
    void endJob(const Outcome& outcome);
    void take(const std::shared_ptr<const HeardSound>& sound, bool shown = false);
    void giveUp(const QString& text, const QString& details);
    void onHeard(const Drawing& drawing);
    void onModel();

    DecoderController& decoder_;
    SoundLibrary& library_;
    std::unique_ptr<Microphone> microphone_;
    SoundPlayer player_;
    State state_ = State::Idle;

    Sound recording_;
    std::size_t waitedSamples_ = 0;
    std::optional<WordDetector> detector_;
    std::optional<StreamingSpectrogram> picture_;  ///< of everything since the recording began
    int toldColumns_ = 0;
    float loudest_ = 0;                         ///< mel power
    std::optional<StreamingSpectrogram> word_;  ///< of the word so far
    QElapsedTimer sinceLiveHear_;
    QTimer deaf_;  ///< no samples at all

    std::uint64_t soundRequest_ = 0, askedSound_ = 0;  ///< the whole sound that the decoder was asked about last
    QElapsedTimer sinceWordEnd_;
    std::uint64_t measuredSound_ = 0;  ///< 0: none
    bool waiting_ = false;             ///< for its answer; a live request takes its place
    int jobs_ = 0;
    SoundImport import_;
    QThreadPool pool_;  ///< last member: its job ends first
};

}  // namespace sonoglyph
