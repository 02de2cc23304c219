// Adam (Kingma & Ba 2015) in one pass over the weights. LibTorch's walks over them eleven times, which takes a quarter of an AIVAE step.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "core/model/state.h"
#include "core/train/adam_kernel.h"

namespace sonoglyph {

struct AdamOptions {
    double learningRate = 1e-3;
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-8;
    bool lists = false;  ///< see Placement; must be set where the network is not on the CPU
};

/// Not thread-safe; uses LibTorch's threads. The moments lie where the network does. Same update as torch::optim::Adam without weight
/// decay, up to rounding.
class Adam {
public:
    /// `name` of the network, for the state's names.
    Adam(std::string name, const torch::nn::Module& module, const AdamOptions& options);

    /// Forgets the gradients: the next backward pass hands over its own memory, without a sum.
    void zeroGrad();
    /// Parameters without a gradient are left alone.
    void step();
    /// Backward pass of `loss` and a step. A loss that is no number changes nothing: the weights stay those of the last good step.
    /// Gives the loss and after it the values of `told`, as they were before the step, in one transfer from the network's device.
    std::vector<double> minimise(const torch::Tensor& loss, const std::vector<torch::Tensor>& told = {});
    /// The same without the step: nothing changes but gradientNorm().
    std::vector<double> measure(const torch::Tensor& loss, const std::vector<torch::Tensor>& told = {});
    /// Euclidean length of the last gradient that was followed or measured; not a number before the first.
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

    std::vector<double> backward(const torch::Tensor& loss, const std::vector<torch::Tensor>& told);
    void stepByLists(const AdamUpdate& update);

    std::string name_;
    AdamOptions options_;
    std::vector<Slot> slots_;
    double gradientNorm_ = std::numeric_limits<double>::quiet_NaN();
    torch::Tensor steps_;  ///< one int64, so that it is saved with the rest
};

}  // namespace sonoglyph
