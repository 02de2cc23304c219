// One step of training on one pair, taken apart: everything between the sound and the update, with its real numbers (paper, sections 3.1
// to 3.3). No LibTorch.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/audio/spectrogram.h"
#include "core/base/byte_image.h"
#include "core/session/decoder.h"
#include "core/train/run_config.h"

namespace sonoglyph {

struct StepTraceRequest {
    std::string model;             ///< as DecoderService::load()
    std::filesystem::path folder;  ///< of the data; empty: the model's own if it is there, else defaultDataFolder()
    std::uint64_t seed = 1;        ///< which training pair, and which noise
    int digit = -1;                ///< of the pair; -1: any
};

/// What the discriminator of AIVAEGAN says. Losses in nats.
struct DiscriminatorTrace {
    double real = 0, drawn = 0;      ///< probability of being real, 0 to 1
    double loss = 0;                 ///< its own: -log D(real) - log(1 - D(drawn))
    double adversarial = 0;          ///< the generator's term
    double gradientNorm = 0;         ///< of its own loss
    std::vector<float> drawnWishes;  ///< gradient of the generator's term for each pixel, sign turned: positive, where it wants more ink
};

struct StepTrace {
    std::string recording;  ///< file name
    int digit = 0;
    std::int64_t modelSteps = 0;  ///< that the model was trained before
    std::string objective;        ///< objectiveOf()
    ModelKind kind = ModelKind::Aivae;

    Spectrogram input;  ///< what the network hears
    LatentCode code;    ///< q(z|x)
    std::vector<float> noise, z;
    ByteImage drawn, real;            ///< the image of z, and the one of the pair
    std::vector<float> pixelNats;     ///< binary cross-entropy of each pixel, row by row
    double reconstruction = 0;        ///< their sum, nats
    std::vector<double> dimensionKl;  ///< KL of each dimension, nats
    double kl = 0;                    ///< their sum
    double reconstructionWeight = 1, klWeight = 1;
    std::optional<DiscriminatorTrace> discriminator;  ///< none for AIVAE, and where the file holds none (an exported model)
    double total = 0;                                 ///< what is minimised
    double encoderGradient = 0, decoderGradient = 0;  ///< lengths of its gradient, over the weights of each
};

}  // namespace sonoglyph
