// Something that the engine works out in the background for a person who waits: with progress, cancelled by the next one. GUI thread only.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>

#include <QObject>
#include <QString>
#include <QThreadPool>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace sonoglyph {

class StudyJob : public QObject {
    Q_OBJECT
public:
    explicit StudyJob(QObject* parent = nullptr);
    /// Cancels what is under way and waits for it.
    ~StudyJob() override;

    bool busy() const { return busy_; }
    /// 0 to 1.
    double progress() const { return progress_; }
    /// Nothing is told of what is under way.
    void cancel();

Q_SIGNALS:
    /// busy(), progress() or the result is another one.
    void changed();
    void failed(const QString& text, const QString& details);

protected:
    /// `work` runs on a thread of its own, at low priority; `take` gets what it gives on the GUI thread, unless it was cancelled.
    template <class T>
    void start(std::function<Result<T>(const Progress&, std::stop_token)> work, std::function<void(std::shared_ptr<const T>)> take)
    {
        begin([work = std::move(work), take = std::move(take)](const Progress& progress,
                                                               std::stop_token stop) -> Result<std::function<void()>> {
            auto result = work(progress, stop);
            if (!result) return result.error();
            return std::function<void()>([take, value = std::make_shared<const T>(std::move(*result))] { take(value); });
        });
    }

private:
    using Work = std::function<Result<std::function<void()>>(const Progress&, std::stop_token)>;
    void begin(Work work);
    void end(const Result<std::function<void()>>& result, quint64 request);

    bool busy_ = false;
    double progress_ = 0;
    quint64 request_ = 0;
    std::stop_source stop_;
    QThreadPool worker_;  ///< last member: waits for its job first
};

}  // namespace sonoglyph
