#include "core/session/training_session.h"

#include <thread>

#include "core/train/trainer.h"

namespace sonoglyph {

namespace {

class Session : public TrainingSession {
public:
    Session(RunFolder run, TrainObserver& observer, std::shared_ptr<WeightSnapshot> snapshot)
        : folder_(run.folder()), config_(run.config()), weights_(std::move(snapshot)),
          thread_([this, run = std::move(run), &observer](const std::stop_token& stop) mutable {
              auto result = [&] {
                  // The lock must be free when the observer hears of the end: it may resume the run at once.
                  RunFolder mine = std::move(run);
                  return train(mine, observer, control_, *weights_, stop);
              }();
              observer.onFinished(result);
          })
    {
    }

    void pause() override { control_.pause(); }
    void resume() override { control_.resume(); }
    bool paused() const override { return control_.held(); }
    void step(Networks networks) override { control_.step(networks); }
    void epoch() override { control_.epoch(); }
    void snapshot() override { control_.snapshot(); }

    Result<void> change(RunChange::Field field, double value) override
    {
        RunChanges changes;
        changes.add({1, field, value});
        if (const auto wrong = validate(changes.configAt(config_, 1)); !wrong.empty())
            return Error{Errc::BadOption, wrong.front().message, wrong.front().field};
        control_.change(field, value);
        return {};
    }

    void requestStop() override { thread_.request_stop(); }
    std::filesystem::path run() const override { return folder_; }

private:
    const std::filesystem::path folder_;
    const RunConfig config_;
    std::shared_ptr<WeightSnapshot> weights_;
    RunControl control_;
    std::jthread thread_;  ///< last: ends before anything it uses
};

}  // namespace

std::unique_ptr<TrainingSession> startTraining(RunFolder run, TrainObserver& observer, std::shared_ptr<WeightSnapshot> snapshot)
{
    return std::make_unique<Session>(std::move(run), observer, std::move(snapshot));
}

}  // namespace sonoglyph
