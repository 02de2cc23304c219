// Adam (Kingma & Ba 2015) in one pass over the weights. LibTorch's walks over them eleven times, which takes a quarter of an AIVAE step.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "core/model/state.h"

namespace sonoglyph {

struct AdamOptions {
    double learningRate = 1e-3;
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-8;
};

/// Not thread-safe; uses LibTorch's threads. Same update as torch::optim::Adam without weight decay, up to rounding.
class Adam {
public:
    /// `name` of the network, for the state's names.
    Adam(std::string name, const torch::nn::Module& module, const AdamOptions& options);

    /// Forgets the gradients: the next backward pass hands over its own memory, without a sum.
    void zeroGrad();
    /// Parameters without a gradient are left alone.
    void step();
    /// Backward pass of `loss` and a step. A loss that is no number changes nothing: the weights stay those of the last good step.
    void minimise(const torch::Tensor& loss);
    /// Euclidean length of the gradient that the last step followed; not a number before the first.
    double gradientNorm() const { return gradientNorm_; }
    void setLearningRate(double rate) { options_.learningRate = rate; }

    /// "adam.NAME.PARAMETER.m" and ".v" of every parameter, "adam.NAME.step". The tensors are the optimiser's own.
    TensorDict state() const;
    /// Errors: Incompatible.
    Result<void> restore(const TensorDict& from, const std::filesystem::path& file);

private:
    struct Slot {
        std::string name;
        torch::Tensor parameter, m, v;
    };

    std::string name_;
    AdamOptions options_;
    std::vector<Slot> slots_;
    double gradientNorm_ = std::numeric_limits<double>::quiet_NaN();
    torch::Tensor steps_;  ///< one int64, so that it is saved with the rest
};

}  // namespace sonoglyph
