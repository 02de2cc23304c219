// Sound files, read and transformed one after the other on a worker thread. GUI thread only otherwise.
#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <cstdint>
#include <deque>
#include <memory>
#include <utility>

#include "ui/logic/sound_story.h"

namespace sonoglyph {

class SoundImport : public QObject {
    Q_OBJECT
public:
    static constexpr double longestSeconds = 30;  ///< of a file; what comes later is not read

    explicit SoundImport(QObject* parent = nullptr);
    ~SoundImport() override;

    /// A file that readNext() will read; `number` is that of its sound.
    void add(std::uint64_t number, const QString& file) { files_.emplace_back(number, file); }
    /// Reads the file that was added first; does nothing while one is being read or where there is none. Answered by prepared() or
    /// failed().
    void readNext(const SpectrogramParams& params);
    bool reading() const { return reading_; }

Q_SIGNALS:
    void prepared(const std::shared_ptr<const sonoglyph::HeardSound>& sound);
    /// Which file, what is wrong, what to do.
    void failed(const QString& text, const QString& details);

private:
    struct Outcome {
        std::shared_ptr<const HeardSound> sound;
        QString text, details;
    };
    static Outcome read(std::uint64_t number, const QString& file, const SpectrogramParams& params);

    std::deque<std::pair<std::uint64_t, QString>> files_;  ///< still to read, with the numbers of their sounds
    bool reading_ = false;
    QThreadPool pool_;  ///< last member: its job ends first
};

}  // namespace sonoglyph
