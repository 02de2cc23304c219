#include "ui/logic/run_follower.h"

#include <optional>

#include <QDateTime>
#include <QDir>

#include "core/train/metrics_tail.h"
#include "core/train/run_notices.h"

namespace sonoglyph {

namespace {

constexpr std::chrono::milliseconds lookEvery{500};

}  // namespace

/// What the worker has read of a run so far.
struct RunFollower::Source {
    explicit Source(const std::filesystem::path& run)
        : rows(run / "metrics.csv"), previews(QString::fromStdString((run / "previews").string())),
          changesFile(QString::fromStdString((run / "changes.csv").string())),
          noticesFile(QString::fromStdString((run / "notices.jsonl").string()))
    {
    }

    /// The newest grid, where it is another one than before.
    std::optional<QImage> newPreview()
    {
        const QFileInfoList files = QDir(previews).entryInfoList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
        if (files.isEmpty() || (files.back().filePath() == file && files.back().lastModified() == written)) return std::nullopt;
        file = files.back().filePath();
        written = files.back().lastModified();
        return QImage(file);
    }

    /// What was changed while it trained, where that is not what it was before. A file that cannot be read tells nothing.
    std::optional<QList<RunChange>> newChanges()
    {
        const QDateTime now = QFileInfo(changesFile).lastModified();
        if (now == changed) return std::nullopt;
        changed = now;
        const auto read = RunChanges::read(changesFile.toStdString());
        return read ? QList<RunChange>(read->rows().begin(), read->rows().end()) : QList<RunChange>();
    }

    /// The same of what was said.
    std::optional<QList<TrainNotice>> newNotices()
    {
        const QDateTime now = QFileInfo(noticesFile).lastModified();
        if (now == said) return std::nullopt;
        said = now;
        const auto read = readRunNotices(noticesFile.toStdString());
        return read ? QList<TrainNotice>(read->begin(), read->end()) : QList<TrainNotice>();
    }

    /// The rows of a file that is read from its first one: a store of their own, made on the worker's thread, for they may be many.
    std::shared_ptr<MetricStore> takeWhole(Result<MetricsTail::News>& rows)
    {
        if (!rows) return nullptr;
        if (std::exchange(begun, true) && !rows->anew) return nullptr;
        auto whole = std::make_shared<MetricStore>();
        for (const StepMetrics& step : rows->steps) whole->add(step);
        for (const EpochMetrics& epoch : rows->epochs) whole->add(epoch);
        rows->steps.clear();
        rows->epochs.clear();
        return whole;
    }

    MetricsTail rows;
    QString previews, changesFile, noticesFile;
    QString file;
    QDateTime written, changed, said;
    bool begun = false;  ///< rows were read
};

struct RunFollower::News {
    std::shared_ptr<Source> from;
    Result<MetricsTail::News> rows;
    std::shared_ptr<MetricStore> whole;  ///< null: the rows go on where the last ones ended
    std::optional<QImage> preview;
    std::optional<QList<RunChange>> changes;
    std::optional<QList<TrainNotice>> notices;
};

RunFollower::RunFollower(QObject* parent) : QObject(parent)
{
    worker_.setMaxThreadCount(1);
    timer_.setInterval(lookEvery);
    connect(&timer_, &QTimer::timeout, this, &RunFollower::look);
    timer_.start();
}

RunFollower::~RunFollower() { worker_.waitForDone(); }

void RunFollower::follow(const std::filesystem::path& run)
{
    if (run == run_) return;
    run_ = run;
    source_ = run.empty() ? nullptr : std::make_shared<Source>(run);
    looking_ = told_ = failed_ = false;
    metrics_ = std::make_shared<MetricStore>();
    preview_ = {};
    changes_.clear();
    notices_.clear();
    look();
}

void RunFollower::setActive(bool active) { active ? timer_.start() : timer_.stop(); }

void RunFollower::look()
{
    if (!source_ || looking_) return;
    looking_ = true;
    worker_.start([this, source = source_] {
        auto rows = source->rows.read();
        auto whole = source->takeWhole(rows);
        News news{source, std::move(rows), std::move(whole), source->newPreview(), source->newChanges(), source->newNotices()};
        QMetaObject::invokeMethod(
            this, [this, news = std::move(news)] { take(news); }, Qt::QueuedConnection);
    });
}

void RunFollower::take(News news)
{
    if (news.from != source_) return;
    looking_ = false;
    const bool first = !std::exchange(told_, true);
    if (!news.rows) {
        if (!std::exchange(failed_, true)) Q_EMIT failed(news.rows.error());
    } else {
        failed_ = false;
        if (news.whole) metrics_ = news.whole;
        for (const StepMetrics& step : news.rows->steps) metrics_->add(step);
        for (const EpochMetrics& epoch : news.rows->epochs) metrics_->add(epoch);
    }
    if (news.preview) preview_ = *news.preview;
    if (news.changes) changes_ = *news.changes;
    if (news.notices) notices_ = *news.notices;
    if (first || (news.rows && (news.whole || !news.rows->empty()))) Q_EMIT metricsArrived();
    if (first || news.preview) Q_EMIT previewArrived();
    if (first || news.changes) Q_EMIT changesArrived();
    if (first || news.notices) Q_EMIT noticesArrived();
}

}  // namespace sonoglyph
