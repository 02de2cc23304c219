#include "core/train/classifier_learner.h"

#include "core/eval/evaluation.h"
#include "core/model/initialise.h"
#include "core/model/layer_flop.h"
#include "core/model/losses.h"

namespace sonoglyph {

namespace {

Classifier makeClassifier(const RunConfig& config, torch::Device device)
{
    Classifier net = makeSeeded(config.seed, [&] {
        Classifier made(int(config.data.labels.size()));
        initialise(*made, config.initialisation, made->encoder->ptr(made->encoder->size() - 1).get());
        return made;
    });
    net->to(device);
    return net;
}

}  // namespace

ClassifierLearner::ClassifierLearner(const RunConfig& config, const Placement& placement)
    : net_(makeClassifier(config, placement.device)),
      adam_("classifier", *net_, {.learningRate = config.effectiveLearningRate(), .lists = placement.lists})
{
}

StepLosses ClassifierLearner::step(const Batch& batch, const StepPlan& plan)
{
    adam_.setLearningRate(plan.learningRate);
    net_->train();
    const auto loss = digitNats(net_->forward(batch.spectrograms), batch.labels);
    StepLosses losses;
    losses.total = adam_.minimise(loss).front();
    losses.gradientNorm = adam_.gradientNorm();
    return losses;
}

TensorDict ClassifierLearner::state() const
{
    TensorDict dict = stateOf(*net_);
    dict.merge(adam_.state());
    return dict;
}

Result<void> ClassifierLearner::restore(const TensorDict& from, const std::filesystem::path& file)
{
    if (auto done = sonoglyph::restore(*net_, from, file); !done) return done;
    return adam_.restore(from, file);
}

void ClassifierLearner::setStandardisation(double mean, double deviation) { net_->setStandardisation(mean, deviation); }

Result<Evaluation> ClassifierLearner::evaluate(const Batches& batches, Lenet5*, double, std::uint64_t, const std::stop_token& stop)
{
    return evaluateClassifier(net_, batches, stop);
}

double ClassifierLearner::stepFlop(int batch) { return 3.0 * batch * layerFlop(net_->encoder, {1, 1, 48, 48}); }

}  // namespace sonoglyph
