#include "ui/logic/step_tracer.h"

#include <QMetaObject>

#include "ui/logic/text.h"

namespace sonoglyph {

StepTracer::~StepTracer()
{
    stop_.request_stop();
    worker_.waitForDone();
}

void StepTracer::trace(Engine& engine, const StepTraceRequest& request)
{
    cancel();
    busy_ = true;
    stop_ = std::stop_source();
    worker_.setMaxThreadCount(1);
    worker_.start([this, &engine, request, number = ++request_, stop = stop_.get_token()] {
        const auto progress = [this, number](const Message& phase, double) {
            QMetaObject::invokeMethod(
                this,
                [this, number, text = toText(phase)] {
                    if (number == request_) Q_EMIT progressed(text);
                },
                Qt::QueuedConnection);
        };
        const auto trace = engine.traceStep(request, progress, stop);
        QMetaObject::invokeMethod(
            this, [this, trace, number] { take(trace, number); }, Qt::QueuedConnection);
    });
}

void StepTracer::cancel()
{
    stop_.request_stop();
    ++request_;
    busy_ = false;
}

void StepTracer::take(const Result<StepTrace>& trace, quint64 request)
{
    if (request != request_) return;
    busy_ = false;
    if (trace)
        Q_EMIT traced(*trace);
    else
        Q_EMIT failed(toText(trace.error()), QString::fromStdString(trace.error().details));
}

}  // namespace sonoglyph
