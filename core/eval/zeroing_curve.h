// The paper's figure 8: LeNet-5's accuracy on the images of held-out pairs while k latent dimensions are zero.
#pragma once

#include <stop_token>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/paired_dataset.h"
#include "core/model/lenet5.h"
#include "core/model/vae.h"
#include "core/session/latent_request.h"

namespace sonoglyph {

/// Repeat r zeroes in the order that zeroingOrder() gives for the seed `request.seed` + r; importance is the mean KL over the held-out
/// recordings. Its samples are those of evaluate() with the same seed, so that with nothing zeroed the accuracies of the first repeat are
/// evaluate()'s. What is known to be the same is drawn once: means of recordings that stand in many pairs, nothing zeroed for every order,
/// everything zeroed for every pair. `request.data` is not looked at. Puts `vae` in evaluation mode. Errors: BadOption (repeats or step
/// below 1, a limit below 0), Cancelled.
Result<ZeroingCurve> zeroingCurve(Vae& vae, Lenet5& judge, const PairedDataset& dataset, const ZeroingRequest& request,
                                  const Progress& progress, const std::stop_token& stop);

}  // namespace sonoglyph
