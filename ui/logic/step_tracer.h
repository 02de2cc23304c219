// Has one training step taken apart in the background, newest wins. GUI thread only.
#pragma once

#include <memory>
#include <optional>
#include <stop_token>

#include <QObject>
#include <QString>
#include <QThreadPool>

#include "core/session/engine.h"

namespace sonoglyph {

class StepTracer : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Cancels what is under way and waits for it.
    ~StepTracer() override;

    void trace(Engine& engine, const StepTraceRequest& request);
    /// Nothing is told of what is under way.
    void cancel();
    bool busy() const { return busy_; }

Q_SIGNALS:
    void progressed(const QString& phase);
    void traced(const sonoglyph::StepTrace& trace);
    void failed(const QString& text, const QString& details);

private:
    void take(const Result<StepTrace>& trace, quint64 request);

    bool busy_ = false;
    quint64 request_ = 0;
    std::stop_source stop_;
    QThreadPool worker_;  ///< last member: waits for its job first
};

}  // namespace sonoglyph
