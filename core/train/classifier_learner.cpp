#include "core/train/classifier_learner.h"

#include "core/eval/evaluation.h"
#include "core/model/initialise.h"
#include "core/model/layer_flop.h"
#include "core/model/losses.h"

namespace sonoglyph {

ClassifierLearner::ClassifierLearner(const RunConfig& config)
    : net_(makeSeeded(config.seed,
                      [&] {
                          Classifier net;
                          initialise(*net, config.initialisation, net->encoder->ptr(net->encoder->size() - 1).get());
                          return net;
                      })),
      adam_("classifier", *net_, {.learningRate = config.effectiveLearningRate()})
{
}

StepLosses ClassifierLearner::step(const Batch& batch, double)
{
    net_->train();
    const auto loss = digitNats(net_->forward(batch.spectrograms), batch.digits);
    adam_.minimise(loss);
    StepLosses losses;
    losses.total = loss.item<double>();
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

Result<Evaluation> ClassifierLearner::evaluate(const PairedDataset& dataset, Lenet5*, std::uint64_t, const std::stop_token& stop)
{
    return evaluateClassifier(net_, dataset, stop);
}

double ClassifierLearner::stepFlop(int batch) { return 3.0 * batch * layerFlop(net_->encoder, torch::zeros({1, 1, 48, 48})); }

}  // namespace sonoglyph
