// Brings, checks and removes the downloadable data sets behind the window. Lives as long as the program, so that a download goes on while
// another page is shown; when the program ends it stops, and what has come is gone on with the next time. GUI thread only.
#pragma once

#include <map>
#include <memory>
#include <stop_token>
#include <string>

#include <QObject>
#include <QString>
#include <QThreadPool>

#include "core/fetch/dataset_fetch.h"
#include "core/fetch/dataset_source.h"

namespace sonoglyph {

class DataCatalog;

class DatasetDownloads : public QObject {
    Q_OBJECT
public:
    enum class Work { None, Fetching, Checking, Removing };
    Q_ENUM(Work)

    struct Status {
        Work work = Work::None;
        FetchProgress progress;   ///< of Fetching; of Checking its fraction
        bool fetched = false;     ///< the program brought it
        qint64 waitingBytes = 0;  ///< of an unfinished download
        QString told, details;    ///< how the last work ended: what is wrong, or what a check found; empty: nothing to tell
        bool trouble = false;     ///< `told` is no good news
    };

    /// `catalog` says where the data folder is and is refreshed when a set came or went; it must outlive this. `from`: an address that is
    /// used instead of the makers'.
    explicit DatasetDownloads(DataCatalog& catalog, const QString& from = {}, QObject* parent = nullptr);
    /// Stops what is under way and waits for it.
    ~DatasetDownloads() override;

    /// `name` as datasetSources() has it.
    const Status& status(const QString& name) const;
    void fetch(const QString& name);
    /// What has come stays; fetch() goes on there. Of a check: stops it.
    void stop(const QString& name);
    /// Stops, and forgets what has come.
    void forget(const QString& name);
    void check(const QString& name);
    void remove(const QString& name);
    /// Looks anew what is there, e.g. in another data folder.
    void look();

Q_SIGNALS:
    void changed(const QString& name);

private:
    struct Job {
        Status status;
        std::stop_source stop;
        bool forgets = false;
        QString folder;  ///< that the work is done in
    };
    using Done = std::function<void(Job&)>;
    void start(const QString& name, Work work,
               std::function<Done(const std::string& name, const std::filesystem::path& data, std::stop_token stop)> run);
    void end(const QString& name, const Done& done);

    DataCatalog& catalog_;
    QString from_;
    std::map<QString, Job> jobs_;
    quint64 looks_ = 0;
    QThreadPool pool_;  ///< last member: its jobs end first
};

}  // namespace sonoglyph
