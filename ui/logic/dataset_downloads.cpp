#include "ui/logic/dataset_downloads.h"

#include <chrono>
#include <functional>

#include "core/fetch/dataset_check.h"
#include "ui/logic/data_catalog.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace {

constexpr std::chrono::milliseconds tellEvery{50};

/// Lets one of many tellings through, but the first of every phase.
class Slowly {
public:
    bool due(FetchProgress::Phase phase)
    {
        const auto now = std::chrono::steady_clock::now();
        if (told_ && phase == phase_ && now - last_ < tellEvery) return false;
        told_ = true;
        phase_ = phase;
        last_ = now;
        return true;
    }

private:
    bool told_ = false;
    FetchProgress::Phase phase_ = FetchProgress::Phase::Downloading;
    std::chrono::steady_clock::time_point last_;
};

}  // namespace

DatasetDownloads::DatasetDownloads(DataCatalog& catalog, const QString& from, QObject* parent)
    : QObject(parent), catalog_(catalog), from_(from)
{
    pool_.setMaxThreadCount(int(datasetSources().size()));
    for (const DatasetSource& source : datasetSources()) jobs_[QString::fromStdString(source.name)];
    connect(&catalog_, &DataCatalog::folderChanged, this, &DatasetDownloads::look);
    look();
}

DatasetDownloads::~DatasetDownloads()
{
    for (auto& [name, job] : jobs_) job.stop.request_stop();
    pool_.waitForDone();
}

const DatasetDownloads::Status& DatasetDownloads::status(const QString& name) const { return jobs_.at(name).status; }

void DatasetDownloads::look()
{
    // A few files are looked at: not while a person waits for a window.
    pool_.start([this, look = ++looks_, folder = catalog_.folder()] {
        std::map<QString, std::pair<bool, qint64>> found;
        for (const DatasetSource& source : datasetSources())
            found[QString::fromStdString(source.name)] = {wasFetched(source.name, folder.toStdString()),
                                                          bytesWaiting(source.name, folder.toStdString())};
        QMetaObject::invokeMethod(
            this,
            [this, look, found] {
                if (look != looks_) return;
                for (const auto& [name, what] : found) {
                    Status& status = jobs_.at(name).status;
                    if (status.fetched == what.first && status.waitingBytes == what.second) continue;
                    status.fetched = what.first;
                    status.waitingBytes = what.second;
                    Q_EMIT changed(name);
                }
            },
            Qt::QueuedConnection);
    });
}

void DatasetDownloads::start(const QString& name, Work work,
                             std::function<Done(const std::string&, const std::filesystem::path&, std::stop_token)> run)
{
    Job& job = jobs_.at(name);
    if (job.status.work != Work::None) return;
    job.stop = {};
    job.forgets = false;
    job.folder = catalog_.folder();
    job.status.work = work;
    job.status.progress = {};
    job.status.told.clear();
    job.status.details.clear();
    job.status.trouble = false;
    pool_.start([this, name, run = std::move(run), folder = job.folder, stop = job.stop.get_token()] {
        auto done = run(name.toStdString(), folder.toStdString(), stop);
        QMetaObject::invokeMethod(
            this, [this, name, done = std::move(done)] { end(name, done); }, Qt::QueuedConnection);
    });
    Q_EMIT changed(name);
}

void DatasetDownloads::end(const QString& name, const Done& done)
{
    Job& job = jobs_.at(name);
    job.status.work = Work::None;
    done(job);
    const bool forgets = job.forgets;
    Q_EMIT changed(name);
    if (forgets)
        remove(name);
    else
        look();
    catalog_.refresh();
}

void DatasetDownloads::fetch(const QString& name)
{
    start(name, Work::Fetching,
          [this, name, from = from_.toStdString()](const std::string& set, const std::filesystem::path& data, std::stop_token stop) {
              Slowly slowly;
              const auto observe = [&](const FetchProgress& progress) {
                  if (!slowly.due(progress.phase)) return;
                  QMetaObject::invokeMethod(
                      this,
                      [this, name, progress] {
                          Status& status = jobs_.at(name).status;
                          if (status.work != Work::Fetching) return;
                          status.progress = progress;
                          Q_EMIT changed(name);
                      },
                      Qt::QueuedConnection);
              };
              const auto done = fetchDataset({set, data, from, {}}, observe, stop);
              return Done([done](Job& job) {
                  if (done || done.error().code == Errc::Cancelled) return;
                  job.status.told = toText(done.error().message);
                  job.status.details = QString::fromStdString(done.error().details);
                  job.status.trouble = true;
              });
          });
}

void DatasetDownloads::stop(const QString& name) { jobs_.at(name).stop.request_stop(); }

void DatasetDownloads::forget(const QString& name)
{
    Job& job = jobs_.at(name);
    if (job.status.work == Work::None) return remove(name);
    job.forgets = true;
    job.stop.request_stop();
}

void DatasetDownloads::check(const QString& name)
{
    start(name, Work::Checking, [this, name](const std::string& set, const std::filesystem::path& data, std::stop_token stop) {
        Slowly slowly;
        const auto progress = [&](const Message&, double fraction) {
            if (!slowly.due(FetchProgress::Phase::Checking)) return;
            QMetaObject::invokeMethod(
                this,
                [this, name, fraction] {
                    Status& status = jobs_.at(name).status;
                    if (status.work != Work::Checking) return;
                    status.progress.fraction = fraction;
                    Q_EMIT changed(name);
                },
                Qt::QueuedConnection);
        };
        const auto checked = checkDataset(set, data, progress, stop);
        return Done([checked](Job& job) {
            if (!checked && checked.error().code == Errc::Cancelled) return;
            job.status.told = toText(checked ? checked->message : checked.error().message);
            job.status.trouble = !checked || !checked->complete;
            if (checked)
                for (const std::string& fault : checked->faults) job.status.details += QString::fromStdString(fault) + u'\n';
        });
    });
}

void DatasetDownloads::remove(const QString& name)
{
    start(name, Work::Removing, [](const std::string& set, const std::filesystem::path& data, std::stop_token) {
        const auto removed = removeDataset(set, data);
        return Done([removed](Job& job) {
            if (removed) return;
            job.status.told = toText(removed.error().message);
            job.status.trouble = true;
        });
    });
}

}  // namespace sonoglyph
