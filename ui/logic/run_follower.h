// A run on disk, followed while any program writes it: its numbers as they are appended, its newest reconstructions. Files are read on a
// worker thread, only what is new of them; GUI thread only otherwise.
#pragma once

#include <filesystem>
#include <memory>

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "core/session/training.h"
#include "ui/logic/metric_store.h"

namespace sonoglyph {

class RunFollower : public QObject {
    Q_OBJECT
public:
    explicit RunFollower(QObject* parent = nullptr);
    ~RunFollower() override;

    /// Begins with all that is there; the run that is followed already goes on being followed. Empty: none.
    void follow(const std::filesystem::path& run);
    const std::filesystem::path& run() const { return run_; }
    /// Looks every half a second; false: not until it is switched on again.
    void setActive(bool active);

    const MetricStore& metrics() const { return *metrics_; }
    /// The same: it grows where it is, and another takes its place where the run begins anew.
    std::shared_ptr<const MetricStore> sharedMetrics() const { return metrics_; }
    /// The reconstruction grid of the last epoch as the run wrote it; null where there is none.
    const QImage& preview() const { return preview_; }
    /// What was changed while it trained.
    const QList<RunChange>& changes() const { return changes_; }
    /// What the rules of its health have said.
    const QList<TrainNotice>& notices() const { return notices_; }

    /// Looks now; the timer calls it, tests may.
    void look();

Q_SIGNALS:
    /// Once after follow(), also where there is nothing, then whenever metrics() has changed.
    void metricsArrived();
    /// The same of preview(), of changes() and of notices().
    void previewArrived();
    void changesArrived();
    void noticesArrived();
    /// The metrics cannot be read. Said once.
    void failed(const sonoglyph::Error& error);

private:
    struct Source;
    struct News;

    void take(News news);

    std::filesystem::path run_;
    std::shared_ptr<Source> source_;  ///< of run_; used by the worker's thread
    bool looking_ = false;
    bool told_ = false;    ///< what was there when it began
    bool failed_ = false;  ///< said
    std::shared_ptr<MetricStore> metrics_ = std::make_shared<MetricStore>();
    QImage preview_;
    QList<RunChange> changes_;
    QList<TrainNotice> notices_;
    QTimer timer_;
    QThreadPool worker_;  ///< one thread; last member: waits for its job first
};

}  // namespace sonoglyph

Q_DECLARE_METATYPE(sonoglyph::Error)
