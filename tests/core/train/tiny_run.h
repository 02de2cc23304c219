// A run on a data set as small as one can be, and somebody who watches it.
#pragma once

#include <algorithm>
#include <functional>

#include "core/base/safetensors.h"
#include "core/data/small_data.h"
#include "core/train/trainer.h"

namespace sonoglyph {

class Recorder : public TrainObserver {
public:
    void onPreparing(const Message&, double) override {}
    void onPlan(const TrainPlan& plan) override { this->plan = plan; }
    void onStep(const StepMetrics& m) override
    {
        steps.push_back(m);
        if (atStep) atStep(m.step);
        if (m.step == stopAfter) stop.request_stop();
    }
    void onEpoch(const EpochMetrics& m) override { epochs.push_back(m); }
    void onPreview(const TrainPreview& p) override { previews.push_back(p); }
    void onNotice(const TrainNotice& n) override
    {
        notices.push_back(english(n.message));
        if (atNotice) atNotice(notices.back());
    }
    void onChange(const RunChange& c) override { changes.push_back(c); }
    void onPaused(std::int64_t step) override
    {
        pauses.push_back(step);
        if (atPause) atPause(step);
    }
    void onFinished(const Result<TrainSummary>&) override {}

    /// Whether a notice holds these words.
    bool heard(const std::string& words) const
    {
        return std::any_of(notices.begin(), notices.end(), [&](const std::string& n) { return n.find(words) != n.npos; });
    }

    std::stop_source stop;
    std::int64_t stopAfter = -1;
    std::function<void(std::int64_t)> atStep, atPause;
    std::function<void(const std::string&)> atNotice;
    TrainPlan plan;
    std::vector<StepMetrics> steps;
    std::vector<EpochMetrics> epochs;
    std::vector<TrainPreview> previews;
    std::vector<std::string> notices;
    std::vector<RunChange> changes;
    std::vector<std::int64_t> pauses;
};

inline RunConfig tinyConfig(const TemporaryFolder& data, ModelKind model)
{
    RunConfig c;
    c.model = model;
    c.data.folder = data.path();
    c.data.name = "fsdd";
    c.batch = 16;
    c.latent = 4;
    c.epochs = 2;
    c.previewEvery = 3;
    c.klWarmup = 20;
    return c;
}

inline Result<TrainSummary> trainOn(RunFolder& run, Recorder& recorder, RunControl& control, const LearnerFactory& make = makeLearner)
{
    WeightSnapshot snapshot;
    return train(run, recorder, control, snapshot, recorder.stop.get_token(), make);
}

inline std::string hashOf(const std::filesystem::path& file)
{
    const auto read = SafetensorsFile::read(file);
    return read ? contentHash(read->tensors()) : english(read.error());
}

}  // namespace sonoglyph
