#include "core/train/learner.h"

#include <ATen/Context.h>

#include "core/train/classifier_learner.h"
#include "core/train/vae_learner.h"

namespace sonoglyph {

std::unique_ptr<Learner> makeLearner(const RunConfig& config, const Placement& placement)
{
    // Same seed, same bytes, on a GPU too.
    at::globalContext().setDeterministicCuDNN(true);
    switch (config.model) {
    case ModelKind::Aivae:
        return std::make_unique<VaeLearner>(config, placement);
    case ModelKind::Aivaegan:
        return std::make_unique<VaeGanLearner>(config, placement);
    case ModelKind::Classifier:
        return std::make_unique<ClassifierLearner>(config, placement);
    }
    return nullptr;
}

}  // namespace sonoglyph
