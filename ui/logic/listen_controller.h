// From a microphone or a sound file to an image: has what the listener hears drawn while it comes in, and every word once it is whole, and
// hands what was heard to the library.
//
// Files are read and sounds transformed on worker threads, one after the other: what was asked for last is shown last, and what comes too
// late to be shown is only kept in the library. GUI thread only.
#pragma once

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "ui/logic/listener.h"
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
    ListenController(DecoderController& decoder, SoundLibrary& library, std::unique_ptr<Microphone> microphone, QObject* parent = nullptr);
    ~ListenController() override;

    Listener& listener() { return listener_; }
    /// The listener is on.
    bool recording() const { return listener_.on(); }
    /// A file is being read or a sound transformed.
    bool busy() const { return jobs_ > 0 || import_.reading(); }
    Microphone& microphone() { return listener_.microphone(); }
    SoundPlayer& player() { return player_; }
    SoundLibrary& library() { return library_; }

    /// Stops listening; what is not a whole word is forgotten.
    void cancelRecording() { listener_.stop(); }
    /// Reads sound files one after the other; each good one becomes the current sound, the last one stays it.
    void openFiles(const QStringList& files);
    /// Makes a sound of the library the current one.
    void show(std::uint64_t number);
    /// Plays the used part of the current sound, or stops it.
    void togglePlaying();
    /// The page tells that the image it was given last, a live one or that of the current sound, is on the screen now.
    void imagePainted();

Q_SIGNALS:
    /// The listener's, for those who show what it hears.
    void stateChanged();
    void liveBegan(int rate, double columnsPerSecond);
    void samplesCame(std::span<const float> samples);
    void columnCame(std::span<const float> values);
    void levelChanged(double peak, double rms);
    void wordGrew(qint64 begin, qint64 end);
    void liveInput(const sonoglyph::Spectrogram& input);
    /// The image of what the network hears now, some 20 to 40 a second. Between words the one of the current sound stays.
    void liveDrawing(const sonoglyph::Drawing& drawing);
    void busyChanged();
    /// Something that a person should know: what happened and what to do.
    void trouble(const QString& text, const QString& details);
    /// What was told as trouble is no longer of interest: a new attempt begins.
    void troubleOver();
    /// Of every image that was painted while listening: from the arrival of the last sample it was made of.
    void imageTimed(double milliseconds);
    /// The median of that over the last second, a few times a second.
    void soundToImage(double milliseconds);

private:
    struct Outcome {
        std::shared_ptr<const HeardSound> sound;
        QString trouble, details;
        bool shown = false;  ///< a person asked for this old sound
    };

    void hearLive(const Spectrogram& input, Arrival arrival);
    void hearWord(const SpokenWord& word);
    void timeImage(Arrival arrival);

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
    Listener listener_;
    SoundPlayer player_;

    std::deque<std::pair<std::uint64_t, Arrival>> asked_;  ///< live requests that have not been answered
    std::optional<Arrival> shown_;                         ///< of the live image that is being painted
    std::deque<std::pair<Arrival, double>> times_;         ///< when each image was painted, milliseconds; of the last second
    Arrival toldTime_;
    std::uint64_t soundRequest_ = 0, askedSound_ = 0;  ///< the whole sound that the decoder was asked about last
    Arrival wordArrival_;
    std::uint64_t measuredSound_ = 0;  ///< 0: none
    bool waiting_ = false;             ///< for its answer
    int jobs_ = 0;
    SoundImport import_;
    QThreadPool pool_;  ///< last member: its job ends first
};

}  // namespace sonoglyph
