// How well the images of held-out sounds can be read (paper section 5.2.2): LeNet-5's accuracy and what belongs to it.
#pragma once

#include <cstdint>
#include <stop_token>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/classifier.h"
#include "core/model/lenet5.h"
#include "core/model/vae.h"
#include "core/session/evaluation.h"

namespace sonoglyph {

class Batches;

/// Draws an image for every held-out pair, once from a sample of z (the paper's way) and once from its mean, and has `judge` read them.
/// All of them on one device. Without a judge only the losses and the KL are computed. `seed` of the samples. Puts `vae` in evaluation
/// mode. Leaves `total` 0: it is for those who know the objective. Errors: Cancelled.
///
/// Diversity is that of drawn images within a class: for every digit, the deviation of each pixel over the images drawn from samples of z
/// for held-out recordings of that digit (divided by their number, not one less), averaged over the 784 pixels; then averaged over the
/// digits that occur. 0 where a digit is always drawn alike. It holds what differs between recordings as well as what z leaves open.
Result<Evaluation> evaluate(Vae& vae, Lenet5* judge, const Batches& batches, std::uint64_t seed, const Progress& progress,
                            const std::stop_token& stop, bool details = false);

/// How well a classifier hears the held-out recordings, each counted once. Puts `net` in evaluation mode. Errors: Cancelled.
Result<Evaluation> evaluateClassifier(Classifier& net, const Batches& batches, const std::stop_token& stop, bool details = false);

}  // namespace sonoglyph
