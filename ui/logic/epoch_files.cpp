#include "ui/logic/epoch_files.h"

#include <cstdio>
#include <system_error>

#include <QMetaObject>

namespace sonoglyph {

namespace {

std::string numbered(int epoch, const char* ending)
{
    char name[48];
    std::snprintf(name, sizeof name, "epoch-%04d.%s", epoch, ending);
    return name;
}

}  // namespace

EpochFiles::EpochFiles(QObject* parent) : QObject(parent) { worker_.setMaxThreadCount(1); }

EpochFiles::~EpochFiles()
{
    ++request_;
    worker_.clear();
    worker_.waitForDone();
}

std::filesystem::path EpochFiles::gridFile(const std::filesystem::path& run, int epoch)
{
    return run / "previews" / numbered(epoch, "png");
}

std::filesystem::path EpochFiles::checkpointFile(const std::filesystem::path& run, int epoch)
{
    return run / "checkpoints" / numbered(epoch, "safetensors");
}

void EpochFiles::setRun(const std::filesystem::path& run)
{
    if (run == run_) return;
    run_ = run;
    ++request_;
    worker_.clear();
    grids_.clear();
}

void EpochFiles::readGrids(const QList<int>& epochs)
{
    QList<int> missing;
    for (const int epoch : epochs) {
        if (grids_.try_emplace(epoch).second) missing.append(epoch);
    }
    if (missing.isEmpty()) return;
    worker_.start([this, missing, run = run_, request = request_.load()] {
        for (const int epoch : missing) {
            if (request != request_) return;
            const QImage grid(QString::fromStdString(gridFile(run, epoch).string()));
            QMetaObject::invokeMethod(
                this,
                [this, epoch, grid, request] {
                    if (request != request_) return;
                    if (grid.isNull()) {
                        grids_.erase(epoch);  // it may still be written
                        return;
                    }
                    grids_[epoch] = grid;
                    Q_EMIT gridRead(epoch);
                },
                Qt::QueuedConnection);
        }
    });
}

QImage EpochFiles::grid(int epoch) const
{
    const auto found = grids_.find(epoch);
    return found == grids_.end() ? QImage() : found->second;
}

void EpochFiles::findCheckpoint(int epoch)
{
    worker_.start(
        [this, epoch, run = run_, request = request_.load()] {
            std::error_code ignored;
            const auto file = checkpointFile(run, epoch);
            const QString found = std::filesystem::exists(file, ignored) ? QString::fromStdString(file.string()) : QString();
            QMetaObject::invokeMethod(
                this,
                [this, epoch, found, request] {
                    if (request == request_) Q_EMIT checkpointFound(epoch, found);
                },
                Qt::QueuedConnection);
        },
        1);  // somebody waits for it
}

}  // namespace sonoglyph
