// What a run left of its epochs: the reconstruction grid and, where it was kept, the checkpoint. GUI thread only; files are read on a
// worker thread.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>

#include <QImage>
#include <QList>
#include <QObject>
#include <QThreadPool>

namespace sonoglyph {

class EpochFiles : public QObject {
    Q_OBJECT
public:
    explicit EpochFiles(QObject* parent = nullptr);
    ~EpochFiles() override;

    /// From now on of this run; what was read of another one is forgotten.
    void setRun(const std::filesystem::path& run);
    const std::filesystem::path& run() const { return run_; }
    /// Reads the grids of these epochs that have not been read yet, in this order.
    void readGrids(const QList<int>& epochs);
    /// Null where it has not been read or is not there.
    QImage grid(int epoch) const;
    /// Looks for the checkpoint of an epoch.
    void findCheckpoint(int epoch);

    static std::filesystem::path gridFile(const std::filesystem::path& run, int epoch);
    static std::filesystem::path checkpointFile(const std::filesystem::path& run, int epoch);

Q_SIGNALS:
    void gridRead(int epoch);
    /// `file` is empty where it was not kept.
    void checkpointFound(int epoch, const QString& file);

private:
    std::filesystem::path run_;
    std::atomic<int> request_ = 0;  // of the present run: jobs for another one end early
    std::map<int, QImage> grids_;   // null while it is being read
    QThreadPool worker_;
};

}  // namespace sonoglyph
