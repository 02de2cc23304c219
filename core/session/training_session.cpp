#include "core/session/training_session.h"

#include <thread>

#include "core/train/trainer.h"

namespace sonoglyph {

namespace {

class Session : public TrainingSession {
public:
    Session(RunFolder run, TrainObserver& observer, std::shared_ptr<WeightSnapshot> snapshot)
        : folder_(run.folder()), snapshot_(std::move(snapshot)),
          thread_([this, run = std::move(run), &observer](const std::stop_token& stop) mutable {
              auto result = [&] {
                  // The lock must be free when the observer hears of the end: it may resume the run at once.
                  RunFolder mine = std::move(run);
                  return train(mine, observer, pause_, *snapshot_, stop);
              }();
              observer.onFinished(result);
          })
    {
    }

    void pause() override { pause_.close(); }
    void resume() override { pause_.open(); }
    bool paused() const override { return pause_.closed(); }
    void requestStop() override { thread_.request_stop(); }
    std::filesystem::path run() const override { return folder_; }

private:
    std::filesystem::path folder_;
    std::shared_ptr<WeightSnapshot> snapshot_;
    PauseGate pause_;
    std::jthread thread_;  ///< last: ends before anything it uses
};

}  // namespace

std::unique_ptr<TrainingSession> startTraining(RunFolder run, TrainObserver& observer, std::shared_ptr<WeightSnapshot> snapshot)
{
    return std::make_unique<Session>(std::move(run), observer, std::move(snapshot));
}

}  // namespace sonoglyph
