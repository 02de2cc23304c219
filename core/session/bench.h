// The measurements behind `bench`. Inside the core only.
#pragma once

#include <stop_token>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/session/benchmark.h"
#include "core/session/decoder.h"

namespace sonoglyph {

/// Steps on random pairs of the paper's shapes; real data sets only change what is gathered. Errors: Cancelled.
Result<TrainBenchmark> measureTraining(const RunConfig& config, int steps, const Progress& progress, const std::stop_token& stop);

/// Errors: Cancelled, those of the decoder.
Result<DecodeBenchmark> measureDecoding(Decoder& decoder, int repeats, const std::stop_token& stop);

}  // namespace sonoglyph
