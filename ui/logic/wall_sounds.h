// The rows of the alpha wall: at most ten sounds, of one of three kinds, drawn by a seed or picked. Sounds are read on a worker thread; GUI
// thread only otherwise.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include "core/audio/sound.h"
#include "core/data/dataset_config.h"
#include "ui/logic/sound_library.h"

namespace sonoglyph {

struct WallSound {
    QString id;                          ///< the same sound has the same, another one another
    QString title;                       ///< e.g. "theo 23", or what a word of the history is called
    int digit = -1;                      ///< the label that is said, where it is known
    QString said;                        ///< its name
    std::shared_ptr<const Sound> sound;  ///< its used part; null where only models know the recording
    std::string recording;               ///< file name of an example; empty otherwise
};

/// A sound that can become a row.
struct WallSoundChoice {
    QString id, title;  ///< as WallSound has them
    int digit = -1;
    QString said;
};

class WallSounds : public QObject {
    Q_OBJECT
public:
    enum class Source {
        Examples,  ///< held-out recordings that the built-in models know: there without any data set
        HeldOut,   ///< drawn from those that a data set holds out
        Words,     ///< the newest of Listen's history
    };
    Q_ENUM(Source)
    static constexpr int most = 10;

    /// `library` may be null (tests): then there are no words.
    explicit WallSounds(SoundLibrary* library, QObject* parent = nullptr);
    /// Waits for what is being read.
    ~WallSounds() override;

    Source source() const { return source_; }
    void setSource(Source source);
    /// Everything that the source has, by digit; words newest first. Empty while they are being read.
    const std::vector<WallSoundChoice>& choices() const { return choices_; }
    /// What a person chose of this source, by ids; empty: nothing, the seed draws.
    QStringList picked() const { return picked_[source_]; }
    /// Chooses a sound or lets go of it; at most `most`, the first of them gives way.
    void togglePicked(const QString& id);
    /// Chooses these in place of the others of this source; at most `most`, the last of them.
    void pick(const QStringList& ids);
    /// Draws again as the seed says.
    void clearPicked();

    /// What a figure calls a sound of this source: without the path of this machine, and words so that they are known after a restart.
    QString portableOf(const QString& id) const;
    /// The ids of what is called so, one each; empty where no sound of choices() is.
    QStringList fromPortable(const QStringList& portables) const;

    /// Which of them, where there are more than are shown and none was picked.
    std::uint64_t seed() const { return seed_; }
    void setSeed(std::uint64_t seed);
    /// Draws only recordings of one digit, up to ten of them; -1: one of each. Does not concern words.
    int digit() const { return digit_; }
    void setDigit(int digit);

    /// What the built-in models know. Their sounds are looked for in `folder`, the data folder.
    void setExamples(const std::vector<ExampleCode>& examples, const QString& folder);
    /// Where held-out recordings come from; nothing is read unless they are shown.
    void setData(const DatasetConfig& data);

    const std::vector<WallSound>& sounds() const { return sounds_; }
    bool reading() const { return reading_; }
    /// Why there are none, as a sentence; empty where there are some or they are being read.
    QString trouble() const { return trouble_; }

Q_SIGNALS:
    void changed();

private:
    struct Candidate {
        WallSoundChoice choice;
        std::filesystem::path file;
        std::string recording;
    };
    struct Read {
        std::vector<WallSoundChoice> choices;
        std::vector<WallSound> sounds;
        QString trouble;
    };
    /// Which rows those are. A recording that cannot be read is left out, unless models `know` it.
    static Read rows(std::vector<Candidate> candidates, const QStringList& picked, int digit, std::uint64_t seed, bool known);
    void refresh();
    void showWords();
    void takeWord(const HeardSoundPtr& word);
    void read(std::function<Read()> work);
    void take(Read result, int request);

    SoundLibrary* library_;
    Source source_ = Source::Examples;
    std::uint64_t seed_ = 1;
    int digit_ = -1;
    std::vector<ExampleCode> examples_;
    QString folder_;
    DatasetConfig data_;
    QHash<Source, QStringList> picked_;
    std::vector<WallSoundChoice> choices_;
    std::vector<WallSound> sounds_;
    std::vector<std::uint64_t> words_;  ///< that are shown, newest first
    QString trouble_;
    bool reading_ = false;
    int request_ = 0;
    QThreadPool worker_;  ///< last member: waits for its jobs first
};

}  // namespace sonoglyph
