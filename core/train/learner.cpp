#include "core/train/learner.h"

#include "core/train/classifier_learner.h"
#include "core/train/vae_learner.h"

namespace sonoglyph {

std::unique_ptr<Learner> makeLearner(const RunConfig& config)
{
    switch (config.model) {
    case ModelKind::Aivae:
        return std::make_unique<VaeLearner>(config);
    case ModelKind::Aivaegan:
        return std::make_unique<VaeGanLearner>(config);
    case ModelKind::Classifier:
        return std::make_unique<ClassifierLearner>(config);
    }
    return nullptr;
}

}  // namespace sonoglyph
