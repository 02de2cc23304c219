// Walks through the pairs of a data set: which image belongs to which recording. GUI thread only; opening the data set and reading a
// recording happen on worker threads.
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include <QImage>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include "core/audio/sound.h"
#include "core/audio/spectrogram.h"
#include "core/data/dataset_config.h"
#include "core/data/paired_dataset.h"

namespace sonoglyph {

/// One pair as it is shown.
struct ShownPair {
    int position = 0;  ///< in the part that is browsed, from 0
    QImage image;      ///< 28x28
    QString label;     ///< its name
    QString speaker;
    QString file;             ///< of the recording
    Spectrogram spectrogram;  ///< the network input
};

class PairBrowser : public QObject {
    Q_OBJECT
public:
    enum class State {
        Empty,    ///< nothing opened yet, or cancelled
        Opening,  ///< phase() and fraction()
        Ready,
        Failed,  ///< failure()
    };
    Q_ENUM(State)
    enum class Part { Train, Test };
    Q_ENUM(Part)

    explicit PairBrowser(QObject* parent = nullptr);
    /// Cancels what is under way and waits for it.
    ~PairBrowser() override;

    /// Opens another data set; what was opened before is let go at once. The place (part, label) stays.
    void open(const DatasetConfig& config);
    /// Gives opening up: Empty. Does nothing in another state.
    void cancel();
    /// Lets go of the data set, or of opening it: Empty.
    void close();

    State state() const { return state_; }
    QString phase() const { return phase_; }       ///< translated
    double fraction() const { return fraction_; }  ///< 0 to 1
    QString failure() const { return failure_; }   ///< translated; empty unless Failed
    QString failureDetails() const { return details_; }
    /// Null unless Ready.
    const std::shared_ptr<const PairedDataset>& dataset() const { return dataset_; }

    Part part() const { return part_; }
    void setPart(Part part);
    /// -1: all labels.
    int label() const { return label_; }
    void setLabel(int label);

    /// Pairs of the part and label; 0 unless Ready.
    int count() const { return int(shown_.size()); }
    int position() const { return position_; }
    /// Wraps around at both ends.
    void setPosition(int position);
    void next() { setPosition(position_ + 1); }
    void previous() { setPosition(position_ - 1); }
    void random();

    /// Empty where there is no pair to show.
    const std::optional<ShownPair>& pair() const { return pair_; }
    /// The recording of pair(), once read; null while reading and where it cannot be read (then soundFailed() has told).
    const std::shared_ptr<const Sound>& sound() const { return sound_; }

Q_SIGNALS:
    void stateChanged();
    void progressed(const QString& phase, double fraction);
    /// pair(), position() or count() is another one; sound() is null until soundArrived().
    void pairChanged();
    void soundArrived();
    void soundFailed(const QString& text);

private:
    void setState(State state);
    void opened(const Result<std::shared_ptr<const PairedDataset>>& result);
    void filter();
    void show();

    State state_ = State::Empty;
    QString phase_;
    double fraction_ = 0;
    QString failure_, details_;
    std::shared_ptr<const PairedDataset> dataset_;
    Part part_ = Part::Train;
    int label_ = -1;
    std::vector<std::uint32_t> shown_;  ///< indices of pairs
    int position_ = 0;
    std::optional<ShownPair> pair_;
    std::shared_ptr<const Sound> sound_;
    std::stop_source stop_;
    quint64 opening_ = 0, reading_ = 0;  ///< newest requests
    QThreadPool openPool_, readPool_;    ///< last members: wait for their jobs first
};

}  // namespace sonoglyph
