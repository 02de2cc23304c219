// From a microphone or a sound file to an image: records, finds the word, has it drawn, and hands what was heard to the library.
//
// Idle -> Listening (waits for a word) -> Speaking -> Ended -> Listening ... A word ends by a pause, by pressing again or when it is too
// long. Files are read and sounds transformed on worker threads, one after the other: what was asked for last is shown last, and what
// comes too late to be shown is only kept in the library. GUI thread only.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

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
    /// Files are being read or a sound transformed.
    bool busy() const { return jobs_ > 0 || import_.active(); }
    Microphone& microphone() { return *microphone_; }
    SoundPlayer& player() { return player_; }
    SoundLibrary& library() { return library_; }
    SoundImport& import() { return import_; }

    /// Starts listening; while listening ends the word here.
    void toggleRecording();
    /// Stops listening and forgets what came in.
    void cancelRecording();
    /// Reads sound files and folders of them; all that can be read are kept, the first and in the end the last one become the current
    /// sound.
    void openFiles(const QStringList& paths);
    /// Makes a sound of the library the current one.
    void show(std::uint64_t number);
    /// The same, and plays it.
    void play(std::uint64_t number);
    /// Plays the used part of the current sound, or stops it.
    void togglePlaying();
    /// Plays the current sound from `seconds` on, to the end of the used part or, behind that, of the sound.
    void playFrom(double seconds);
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
    /// An old sound is current again, because a person asked for it.
    void shown();
    /// Something that a person should know: what happened and what to do.
    void trouble(const QString& text, const QString& details);
    /// What was told as trouble is no longer of interest: a new attempt begins.
    void troubleOver();
    /// From the arrival of the last sample of a word to its painted image.
    void soundToImage(double milliseconds);

private:
    enum class Purpose {
        Keep,     ///< it was heard now
        Show,     ///< a person asked for this old sound
        Refresh,  ///< another model wants other parameters
    };
    struct Outcome {
        std::shared_ptr<const HeardSound> sound;
        QString trouble, details;
        Purpose purpose = Purpose::Keep;
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
    void prepareAgain(std::shared_ptr<const HeardSound> sound, Purpose purpose);
    void readNext();
    void hear(const HeardSound& sound);
    void hearOthers();
    void goOn();
    void endJob(const Outcome& outcome);
    void take(const std::shared_ptr<const HeardSound>& sound, Purpose purpose);
    bool becomesCurrent(const HeardSound& sound, Purpose purpose) const;
    void makeCurrent(const std::shared_ptr<const HeardSound>& sound, Purpose purpose);
    void giveUp(const QString& text, const QString& details);

    void connectLibrary();
    void tellLibraryTrouble();
    void onFetched(const std::shared_ptr<const HeardSound>& sound);
    void onFetchFailed(std::uint64_t number, const QString& text, const QString& details);
    void onImportFinished(const std::vector<SoundImport::Bad>& bad);
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
    std::uint64_t wanted_ = 0, wantedToPlay_ = 0;  ///< by a person, being fetched; 0: none
    std::uint64_t fetchedToHear_ = 0;              ///< being fetched because it has no image yet; 0: none
    bool followsImport_ = false;                   ///< nothing else was asked for since the files
    std::uint64_t lastImported_ = 0;               ///< of those that are followed
    QSet<quint64> undrawable_;                     ///< by the present model
    QThreadPool pool_;                             ///< last member: its job ends first
};

}  // namespace sonoglyph
