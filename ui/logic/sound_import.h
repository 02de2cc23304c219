// Sound files and folders of them, read and transformed one after the other on a worker thread. GUI thread only otherwise.
//
// A folder stands for the sound files in it and in all folders below, in natural order of their names; links to folders are not followed.
// What cannot be read is remembered with its reason, and the rest is still done.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QThreadPool>

#include <QDateTime>

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "ui/logic/sound_story.h"

namespace sonoglyph {

class SoundImport : public QObject {
    Q_OBJECT
public:
    static constexpr double longestSeconds = 30;  ///< of a file; what comes later is not read

    /// What could not be read.
    struct Bad {
        QString file;     ///< empty: no file at all was found
        QString text;     ///< which file, what is wrong, what to do
        QString details;  ///< technical, may be empty
    };

    /// `numbers` gives the first of as many numbers as it is asked for, for the sounds.
    explicit SoundImport(std::function<std::uint64_t(std::uint64_t count)> numbers, QObject* parent = nullptr);
    ~SoundImport() override;

    /// File name patterns of the formats that are tried in folders ("*.wav").
    static QStringList patterns();

    /// Files (whatever their names) and folders; more while others are being read come behind them.
    void add(const QStringList& paths);
    /// Reads the next file; does nothing while one is being read or where there is none. Answered by prepared() or by failed().
    void readNext(const SpectrogramParams& params);
    /// Gives up what has not been read yet.
    void cancel();

    /// Since add() until the last file is done.
    bool active() const { return active_; }
    bool reading() const { return reading_; }
    bool searching() const { return searches_ > 0; }
    int done() const { return done_; }
    int good() const { return good_; }
    int total() const { return done_ + int(reading_) + int(files_.size()); }
    /// Of the files that were left when it ended or was cancelled too.
    const std::vector<Bad>& bad() const { return bad_; }
    /// Empty until there is something to reckon with.
    std::optional<double> secondsLeft() const;

Q_SIGNALS:
    /// done(), total(), active() or searching().
    void progressChanged();
    /// More can be read.
    void found();
    void prepared(const std::shared_ptr<const sonoglyph::HeardSound>& sound);
    void failed();
    /// Once after add(): all is done, or cancelled. `good`: sounds that were prepared.
    void finished(int good, const std::vector<sonoglyph::SoundImport::Bad>& bad, bool cancelled);

private:
    struct File {
        std::uint64_t number;
        QString path;
        QDateTime askedAt;
    };
    struct Outcome {
        std::shared_ptr<const HeardSound> sound;
        Bad bad;
    };
    static Outcome read(const File& file, const SpectrogramParams& params);
    void take(const Outcome& outcome);
    void endIfDone();

    std::function<std::uint64_t(std::uint64_t)> numbers_;
    std::deque<File> files_;  ///< still to read
    std::vector<Bad> bad_;
    bool active_ = false, reading_ = false, cancelled_ = false;
    int searches_ = 0, done_ = 0, good_ = 0;
    QElapsedTimer since_;
    std::shared_ptr<std::atomic<bool>> stop_;  ///< of the searches that are under way
    QThreadPool pool_;                         ///< last member: its jobs end first
};

}  // namespace sonoglyph
