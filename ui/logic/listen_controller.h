// From a microphone or a sound file to an image: has what the listener hears drawn while it comes in, and every word once it is whole, and
// hands what was heard to the library.
//
// Files are read and sounds transformed on worker threads, one after the other: what was asked for last is shown last, and what comes too
// late to be shown is only kept in the library. GUI thread only.
#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QThreadPool>

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

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
    /// While the listener is on a person looks at a sound of the history; the next word shows itself.
    bool looksBack() const { return looksBack_; }
    /// What comes in is what should be seen.
    bool live() const { return recording() && !looksBack_; }
    /// Files are being read or a sound transformed.
    bool busy() const { return jobs_ > 0 || import_.active(); }
    Microphone& microphone() { return listener_.microphone(); }
    SoundPlayer& player() { return player_; }
    SoundLibrary& library() { return library_; }
    SoundImport& import() { return import_; }

    /// Stops listening; what is not a whole word is forgotten.
    void cancelRecording() { listener_.stop(); }
    /// Reads sound files and folders of them; all that can be read are kept, the first and in the end the last one become the current
    /// sound.
    void openFiles(const QStringList& paths);
    /// Makes a sound of the library the current one. Hands-free listening goes on; a word that is held by push-to-talk is forgotten.
    void show(std::uint64_t number);
    /// The same, and plays it.
    void play(std::uint64_t number);
    /// Plays the used part of the current sound, or stops it.
    void togglePlaying();
    /// Plays the current sound from `seconds` on, to the end of the used part or, behind that, of the sound.
    void playFrom(double seconds);
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
    /// An old sound is current again, because a person asked for it.
    void shown();
    /// looksBack() ends: a word is being said, or has become the current sound.
    void liveAgain();
    /// Something that a person should know: what happened and what to do.
    void trouble(const QString& text, const QString& details);
    /// What was told as trouble is no longer of interest: a new attempt begins.
    void troubleOver();
    /// Of every image that was painted while listening: from the arrival of the last sample it was made of.
    void imageTimed(double milliseconds);
    /// The median of that over the last second, a few times a second.
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

    void hearLive(const Spectrogram& input, Arrival arrival);
    void hearWord(const SpokenWord& word);
    void timeImage(Arrival arrival);

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
    void lookAhead();
    void onHeard(const Drawing& drawing);
    void onHeardLive(const Drawing& drawing);
    void onModel();
    bool speaking() const { return listener_.state() == Listener::State::Speaking; }

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
    std::uint64_t wanted_ = 0, wantedToPlay_ = 0;  ///< by a person, being fetched; 0: none
    std::uint64_t fetchedToHear_ = 0;              ///< being fetched because it has no image yet; 0: none
    bool looksBack_ = false;
    bool followsImport_ = false;      ///< nothing else was asked for since the files
    std::uint64_t lastImported_ = 0;  ///< of those that are followed
    bool waitsForDisk_ = false;       ///< the next file does
    QSet<quint64> undrawable_;        ///< by the present model
    QThreadPool pool_;                ///< last member: its job ends first
};

}  // namespace sonoglyph
