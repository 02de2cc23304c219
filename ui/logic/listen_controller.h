// From a microphone or a sound file to an image: records, finds the word, has it drawn, and keeps what was heard.
//
// Idle -> Listening (waits for a word) -> Speaking -> Ended -> Listening ... A word ends by a pause, by pressing again or when it is too long.
// Files are read and long sounds transformed on a worker thread. GUI thread only.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/audio/streaming_spectrogram.h"
#include "core/audio/word_detector.h"
#include "ui/logic/sound_player.h"
#include "ui/logic/sound_story.h"

namespace sonoglyph {

class DecoderController;
class Microphone;

/// What is coming in now, since the recording began.
struct LiveSound {
    Sound sound;
    Spectrogram spectrogram;         ///< settled frames; brightness relative to the loudest so far, at least to normal speech
    double framesPerSecond = 100;
    std::optional<WordBounds> word;  ///< while it is spoken, its end is now
    Spectrogram input;               ///< of the word so far; empty while waiting for it
};

/// Which part of a recording is used: a recording that is short or that the word fills is used whole, of a longer one only the word.
/// `found` is false where nothing stands out: then it is the whole.
WordBounds usedPart(const Sound& sound, bool& found);

class ListenController : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Listening, Speaking, Ended };
    Q_ENUM(State)

    static constexpr double patienceSeconds = 5;   ///< of nothing heard
    static constexpr double longestFileSeconds = 30;
    static constexpr int historyLength = 12;

    /// A sound that was heard, newest first.
    struct Past {
        std::shared_ptr<const HeardSound> sound;
        std::optional<Drawing> drawing;
    };

    ListenController(DecoderController& decoder, std::unique_ptr<Microphone> microphone, QObject* parent = nullptr);
    ~ListenController() override;

    State state() const { return state_; }
    bool recording() const { return state_ == State::Listening || state_ == State::Speaking; }
    /// A file is being read or a sound transformed.
    bool busy() const { return jobs_ > 0; }
    Microphone& microphone() { return *microphone_; }
    SoundPlayer& player() { return player_; }
    const LiveSound& live() const { return live_; }
    const std::deque<Past>& history() const { return history_; }

    /// Starts listening; while listening ends the word here.
    void toggleRecording();
    /// Stops listening and forgets what came in.
    void cancelRecording();
    /// Reads sound files one after the other; each good one becomes the current sound, the last one stays it.
    void openFiles(const QStringList& files);
    /// Makes a sound of the history the current one.
    void show(int index);
    /// Plays the used part of the current sound, or stops it.
    void togglePlaying();
    /// The page tells that the image of the last word is on the screen: gives soundToImage() once a recording.
    void imagePainted();

Q_SIGNALS:
    void stateChanged();
    /// live() grew.
    void liveChanged();
    /// Decibels relative to full scale: the sound coming in and the noise floor that was found.
    void levelChanged(double decibels, double floorDecibels);
    /// The image of the word so far.
    void liveDrawing(const sonoglyph::Drawing& drawing);
    void historyChanged();
    void busyChanged();
    /// Something that a person should know: what happened and what to do.
    void trouble(const QString& text, const QString& details);
    void troubleOver();
    /// From the arrival of the last sample of a word to its painted image.
    void soundToImage(double milliseconds);

private:
    struct Prepared;

    void setState(State state);
    void onMicrophone();
    void onSamples(std::span<const float> samples);
    void growLive(std::span<const float> samples);
    void restartSpectrograms();
    void finish(std::optional<WordBounds> word);
    void nothingHeard();
    void prepare(std::shared_ptr<const HeardSound> sound, bool findPart);
    void readNext();
    void take(std::shared_ptr<const HeardSound> sound, bool isNew);
    void onHeard(const Drawing& drawing);
    void onModel();

    DecoderController& decoder_;
    std::unique_ptr<Microphone> microphone_;
    SoundPlayer player_;
    State state_ = State::Idle;
    LiveSound live_;
    std::optional<WordDetector> detector_;
    std::optional<StreamingSpectrogram> whole_;  ///< of everything since the recording began
    std::optional<StreamingSpectrogram> word_;   ///< of the word so far
    QTimer deaf_;                                ///< no samples at all
    QElapsedTimer sinceLiveHear_, sinceWordEnd_;
    bool measuring_ = false;
    std::uint64_t finalRequest_ = 0;
    std::uint64_t generation_ = 0;               ///< of the current sound: results for an earlier one are dropped
    QStringList files_;                          ///< still to read
    int jobs_ = 0;
    std::deque<Past> history_;
    QThreadPool pool_;                           ///< last member: waits for its jobs first
};

}  // namespace sonoglyph
