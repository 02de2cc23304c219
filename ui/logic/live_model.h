// A run that trains in this process is a model that changes: whoever draws with it, does so with its newest weights. GUI thread only.
//
// Weights are taken anew only where there are new ones, somebody draws with them and somebody looks; and so seldom that taking them costs a
// tenth of the time at most, since it is the training that pays for it.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <filesystem>

namespace sonoglyph {

class DecoderController;
class TrainingController;

class LiveModel : public QObject {
    Q_OBJECT
public:
    LiveModel(DecoderController& decoder, const TrainingController& training, QObject* parent = nullptr);

    /// The run whose weights can be drawn with; empty: none.
    const std::filesystem::path& run() const { return run_; }
    /// Whether somebody looks; what was missed meanwhile is made up for.
    void setWatched(bool watched);

Q_SIGNALS:
    /// run() is another one.
    void runChanged();
    /// The run has new weights.
    void renewed();

private:
    void follow();
    void take();
    void taken();

    DecoderController& decoder_;
    const TrainingController& training_;
    std::filesystem::path run_;
    std::int64_t newest_ = -1, taken_ = -1;  ///< steps of the weights
    bool watched_ = false, loading_ = false;
    QElapsedTimer since_;  ///< the weights were asked for
    QTimer pause_;
};

}  // namespace sonoglyph
