// `sonoglyph-cli reproduce` as a job of the window: begun, watched by what it prints, stopped with everything kept. A process of its own:
// a training of hours neither shares OpenBLAS with the window nor ends with it. GUI thread only.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include <QObject>
#include <QString>

#include "core/report/reproduction_tables.h"

namespace sonoglyph {

/// What `sonoglyph-cli reproduce --json` told last.
struct ReproductionState {
    QString item, stage;
    double fraction = 0;
    int done = 0, items = 0;
    std::optional<double> secondsLeft;
};

class ReproductionJob : public QObject {
    Q_OBJECT
public:
    /// `program`: the path of sonoglyph-cli; empty: beside this program's own file.
    explicit ReproductionJob(const std::filesystem::path& program = {}, QObject* parent = nullptr);
    /// Stops it, with a checkpoint, and waits for that.
    ~ReproductionJob() override;

    /// Begins in `out`, or goes on there. `epochs` as EpochPlan::parse(). Ignored while one is under way.
    void start(const QString& data, const QString& out, const QString& epochs);
    void stop();
    bool running() const { return running_; }
    bool stopping() const { return running_ && thread_.get_stop_token().stop_requested(); }
    const ReproductionState& state() const { return state_; }

    /// Reads what has been measured in `out`, on a thread; results() follows.
    void read(const QString& out);
    /// What was read last; null where there is nothing.
    std::shared_ptr<const Reproduction> results() const { return results_; }
    /// Of results(): tablesOf().
    const std::vector<Table>& tables() const { return tables_; }

Q_SIGNALS:
    void changed();
    void resultsChanged();
    /// It ended; `trouble` is empty where it is complete or a person stopped it.
    void ended(const QString& trouble);

private:
    void hear(const QByteArray& line);

    std::filesystem::path program_;
    bool running_ = false;
    QString out_;
    ReproductionState state_;
    std::shared_ptr<const Reproduction> results_;
    std::vector<Table> tables_;
    std::jthread thread_, reader_;
};

}  // namespace sonoglyph
