// Loads the LibTorch part of the core behind the first window: LibTorch takes a second to load, and nobody should look at nothing
// meanwhile.
//
// Loading happens on a thread of its own; signals arrive in the GUI thread. The engine, once there, lives until the process ends.
#pragma once

#include <functional>
#include <memory>

#include <QObject>
#include <QString>

#include "core/base/result.h"

namespace sonoglyph {

class Engine;

class EngineLoader : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Loading, Ready, Failed };
    using Load = std::function<Result<Engine*>()>;

    explicit EngineLoader(QObject* parent = nullptr);
    /// With another loading function, for tests.
    explicit EngineLoader(Load load, QObject* parent = nullptr);
    /// Waits until loading has ended: a library half loaded cannot be given up.
    ~EngineLoader() override;

    /// Does nothing while loading or when ready; tries again after a failure.
    void start();

    State state() const { return state_; }
    /// Null until ready.
    Engine* engine() const { return engine_; }
    /// What failed() said; empty unless failed.
    QString failure() const { return failure_; }
    QString failureDetails() const { return details_; }

Q_SIGNALS:
    void ready(sonoglyph::Engine* engine);
    /// `text` for people, `details` technical, may be empty.
    void failed(const QString& text, const QString& details);

private:
    void finish(const Result<Engine*>& result);

    Load load_;
    State state_ = State::Idle;
    Engine* engine_ = nullptr;
    QString failure_;
    QString details_;
    class Worker;
    std::unique_ptr<Worker> worker_;
};

}  // namespace sonoglyph
