// Looks at every recording of a data set that is open, and reads the one that a person wants to see and hear. GUI thread only; the work is
// done on worker threads.
#pragma once

#include <memory>
#include <stop_token>
#include <vector>

#include <QObject>
#include <QString>
#include <QThreadPool>

#include "core/audio/sound.h"
#include "core/audio/spectrogram.h"
#include "core/data/leak_check.h"
#include "core/data/paired_dataset.h"
#include "core/data/recording_check.h"

namespace sonoglyph {

enum class SplitPart : std::uint8_t { Train, Test, LeftOut, Unusable };

/// Never changed once made.
struct CheckedRecordings {
    DatasetConfig config;
    RecordingSet set;              ///< all, also those that cannot be read
    RecordingCheck check;          ///< of `set`
    std::vector<SplitPart> parts;  ///< one a recording of `set`
    LeakCheck leaks;
};

/// What can be seen and heard of one recording.
struct ReadRecording {
    int index = -1;  ///< into CheckedRecordings::set
    std::shared_ptr<const Sound> sound;
    Spectrogram input;  ///< of the network
};

class RecordingBrowser : public QObject {
    Q_OBJECT
public:
    explicit RecordingBrowser(QObject* parent = nullptr);
    /// Cancels what is under way and waits for it.
    ~RecordingBrowser() override;

    /// Looks at the recordings of another data set; null: of none.
    void open(std::shared_ptr<const PairedDataset> dataset);
    /// Null until checked().
    const std::shared_ptr<const CheckedRecordings>& recordings() const { return recordings_; }

    /// Reads this recording of recordings(); soundArrived() or soundFailed() follow unless another one is wanted before.
    void read(int index);

Q_SIGNALS:
    void progressed(const QString& phase, double fraction);
    /// recordings() is another one, or none.
    void checked();
    void failed(const QString& text);
    void soundArrived(const sonoglyph::ReadRecording& recording);
    void soundFailed(const QString& text);

private:
    std::shared_ptr<const CheckedRecordings> recordings_;
    std::stop_source stop_;
    quint64 checking_ = 0, reading_ = 0;  ///< newest requests
    QThreadPool checkPool_, readPool_;    ///< last members: wait for their jobs first
};

}  // namespace sonoglyph
