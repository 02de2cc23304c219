// What is asked of a model's latent space as a whole: see Engine::mapCodes() and Engine::zeroingCurve().
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/latent/latent_map.h"
#include "core/latent/zeroing_curve.h"

namespace sonoglyph {

struct MapRequest {
    std::string model;             ///< as DecoderService::load()
    std::string dataset;           ///< fsdd, fsdd6, scd, mixed, synthetic; empty: the model's own
    std::filesystem::path folder;  ///< of the data; empty: the model's own if it is there, else defaultDataFolder()
    std::filesystem::path lenet;   ///< empty: the one that reads this data set (core/model/judge.h)
};

/// The paper's figure 8. Each repeat draws an order of its own, which all images share, and zeroes its first k dimensions.
struct ZeroingRequest {
    MapRequest data;  ///< its held-out pairs are drawn: the paper's test sets
    ZeroOrder order = ZeroOrder::Random;
    int repeats = 20;      ///< of Random, and of samples; else once is all
    bool samples = false;  ///< z sampled, as the paper evaluates; else its mean: a recording is then drawn once, however many pairs it has
    int step = 1;          ///< k = 0, step, 2 step, ..., and all
    int limit = 0;         ///< pairs, the first ones; 0: all
    std::uint64_t seed = 1;  ///< of orders and samples
    bool pictures = false;   ///< also ZeroingCurve::pictures
};

}  // namespace sonoglyph
