// Every number of one training run, as columns that a chart can take as they are. GUI thread only.
#pragma once

#include <array>
#include <filesystem>
#include <vector>

#include <QList>
#include <QPointF>

#include "core/base/result.h"
#include "core/train/metrics.h"

namespace sonoglyph {

/// The three losses of a run, in nats a pair.
enum class LossTerm { Total, Reconstruction, Kl };
inline constexpr std::array lossTerms{LossTerm::Total, LossTerm::Reconstruction, LossTerm::Kl};

class MetricStore {
public:
    void clear();
    void add(const StepMetrics& step);
    void add(const EpochMetrics& epoch);
    /// Forgets what lies after `step`: a resumed run goes on from its checkpoint, which may be older than its last metrics.
    void forgetAfter(std::int64_t step);

    bool empty() const { return train_[0].isEmpty() && epochs_.empty(); }
    /// x: step, y: loss of that step's batch.
    const QList<QPointF>& train(LossTerm term) const { return train_[std::size_t(term)]; }
    /// x: last step of the epoch, y: loss on the held-out pairs.
    const QList<QPointF>& test(LossTerm term) const { return test_[std::size_t(term)]; }
    const std::vector<EpochMetrics>& epochs() const { return epochs_; }
    /// 0 where there is none.
    std::int64_t lastStep() const;

    /// The metrics.csv of a run on disk. Reads files: call it on a worker thread. A run without metrics gives an empty store.
    static Result<MetricStore> read(const std::filesystem::path& run);

private:
    std::array<QList<QPointF>, 3> train_, test_;
    std::vector<EpochMetrics> epochs_;
};

}  // namespace sonoglyph
