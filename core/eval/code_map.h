// Every recording of a data set as a model hears it: see core/latent/latent_map.h.
#pragma once

#include <stop_token>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/recordings.h"
#include "core/data/spectrogram_cache.h"
#include "core/latent/latent_map.h"
#include "core/model/lenet5.h"
#include "core/model/vae.h"

namespace sonoglyph {

/// Hears `recordings`, whose spectrograms are `table`, in the same order, and has `judge` read the images of their means. `folder` is what
/// their names are told relative to. Takes memory for the codes and for one batch. What else the map tells of model and data set, and what
/// was held out, is for the caller to fill in. Puts `vae` in evaluation mode. Errors: Diverged (a code that is not a number), Cancelled.
Result<LatentMap> mapCodes(Vae& vae, Lenet5& judge, const RecordingSet& recordings, const SpectrogramTable& table,
                           const std::filesystem::path& folder, const Progress& progress, const std::stop_token& stop);

}  // namespace sonoglyph
