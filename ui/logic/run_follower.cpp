#include "ui/logic/run_follower.h"

#include <optional>

#include <QDateTime>
#include <QDir>

#include "core/train/metrics_tail.h"

namespace sonoglyph {

namespace {

constexpr std::chrono::milliseconds lookEvery{500};

}  // namespace

/// What the worker has read of a run so far.
struct RunFollower::Source {
    explicit Source(const std::filesystem::path& run)
        : rows(run / "metrics.csv"), previews(QString::fromStdString((run / "previews").string()))
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

    MetricsTail rows;
    QString previews;
    QString file;
    QDateTime written;
};

struct RunFollower::News {
    std::shared_ptr<Source> from;
    Result<MetricsTail::News> rows;
    std::optional<QImage> preview;
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
    metrics_.clear();
    preview_ = {};
    look();
}

void RunFollower::setActive(bool active) { active ? timer_.start() : timer_.stop(); }

void RunFollower::look()
{
    if (!source_ || looking_) return;
    looking_ = true;
    worker_.start([this, source = source_] {
        News news{source, source->rows.read(), source->newPreview()};
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
        if (news.rows->anew) metrics_.clear();
        for (const StepMetrics& step : news.rows->steps) metrics_.add(step);
        for (const EpochMetrics& epoch : news.rows->epochs) metrics_.add(epoch);
    }
    if (news.preview) preview_ = *news.preview;
    if (first || (news.rows && !news.rows->empty())) Q_EMIT metricsArrived();
    if (first || news.preview) Q_EMIT previewArrived();
}

}  // namespace sonoglyph
