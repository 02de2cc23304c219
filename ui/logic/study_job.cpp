#include "ui/logic/study_job.h"

#include "core/base/priority.h"
#include "ui/logic/text.h"

namespace sonoglyph {

StudyJob::StudyJob(QObject* parent) : QObject(parent) { worker_.setMaxThreadCount(1); }

StudyJob::~StudyJob()
{
    stop_.request_stop();
    worker_.waitForDone();
}

void StudyJob::begin(Work work)
{
    stop_.request_stop();
    stop_ = {};
    busy_ = true;
    progress_ = 0;
    worker_.start([this, work = std::move(work), request = ++request_, stop = stop_.get_token()] {
        workInBackground();
        const auto told = [this, request](const Message&, double fraction) {
            QMetaObject::invokeMethod(
                this,
                [this, request, fraction] {
                    if (request != request_) return;
                    progress_ = fraction;
                    Q_EMIT changed();
                },
                Qt::QueuedConnection);
        };
        QMetaObject::invokeMethod(
            this, [this, result = work(told, stop), request] { end(result, request); }, Qt::QueuedConnection);
    });
    Q_EMIT changed();
}

void StudyJob::cancel()
{
    stop_.request_stop();
    ++request_;
    busy_ = false;
    Q_EMIT changed();
}

void StudyJob::end(const Result<std::function<void()>>& result, quint64 request)
{
    if (request != request_) return;
    busy_ = false;
    if (result)
        (*result)();
    else if (result.error().code != Errc::Cancelled)
        Q_EMIT failed(toText(result.error()), QString::fromStdString(result.error().details));
    Q_EMIT changed();
}

}  // namespace sonoglyph
