#include "ui/logic/engine_loader.h"

#include <thread>

#include "core/session/engine_library.h"
#include "ui/logic/text.h"

namespace sonoglyph {

class EngineLoader::Worker {
public:
    template <class Job>
    explicit Worker(Job job) : thread_(std::move(job))
    {
    }

private:
    std::jthread thread_;
};

EngineLoader::EngineLoader(QObject* parent) : EngineLoader(loadEngine, parent) {}

EngineLoader::EngineLoader(Load load, QObject* parent) : QObject(parent), load_(std::move(load)) {}

EngineLoader::~EngineLoader() = default;

void EngineLoader::start()
{
    if (state_ == State::Loading || state_ == State::Ready) return;
    state_ = State::Loading;
    failure_.clear();
    details_.clear();
    worker_.reset();
    worker_ = std::make_unique<Worker>([this, load = load_] {
        auto result = load();
        QMetaObject::invokeMethod(
            this, [this, result = std::move(result)] { finish(result); }, Qt::QueuedConnection);
    });
}

void EngineLoader::finish(const Result<Engine*>& result)
{
    if (result) {
        engine_ = *result;
        state_ = State::Ready;
        Q_EMIT ready(engine_);
        return;
    }
    failure_ = toText(result.error());
    details_ = QString::fromStdString(result.error().details);
    state_ = State::Failed;
    Q_EMIT failed(failure_, details_);
}

}  // namespace sonoglyph
