// Runs that train beside the one of this process, each in a process of its own (`sonoglyph-cli train`): threads of one process cannot share
// OpenBLAS without changing each other's last bits (core/session/sweep_queue.h). They are on the disk as any run of the command line is,
// and are watched and gone on with there. GUI thread only; each is waited for by a thread of its own.
#pragma once

#include <filesystem>
#include <memory>
#include <thread>
#include <vector>

#include <QObject>
#include <QString>

#include "core/train/run_config.h"

namespace sonoglyph {

class SideRuns : public QObject {
    Q_OBJECT
public:
    /// `program`: the path of sonoglyph-cli; empty: beside this program's own file.
    explicit SideRuns(const std::filesystem::path& program = {}, QObject* parent = nullptr);
    /// Stops all of them with a checkpoint and waits for that.
    ~SideRuns() override;

    /// A new run in `folder`, which must be absent or empty.
    void start(const RunConfig& config, const std::filesystem::path& folder);
    /// With a checkpoint; ignored where no such run trains here.
    void stop(const std::filesystem::path& folder);
    int count() const { return int(runs_.size()); }
    bool holds(const std::filesystem::path& folder) const;
    /// A person has asked, and it has not ended yet.
    bool stopping(const std::filesystem::path& folder) const;

Q_SIGNALS:
    /// The runs are others, or one is being stopped.
    void changed();
    /// `reason`: empty where it finished or was stopped, else a sentence.
    void ended(const QString& folder, const QString& reason);

private:
    struct Run {
        std::filesystem::path folder;
        bool stopping = false;
        std::jthread thread;  ///< is asked to stop, and joined, when the run goes
    };
    Run* find(const std::filesystem::path& folder) const;
    void take(const std::filesystem::path& folder, const QString& reason);

    std::filesystem::path program_;
    std::vector<std::unique_ptr<Run>> runs_;
};

}  // namespace sonoglyph
