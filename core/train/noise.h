// The generator of a run's noise: its own, so that decoding elsewhere never changes a run, and its state can be saved.
#pragma once

#include <cstdint>

#include <torch/types.h>

namespace sonoglyph {

/// Not thread-safe.
class Noise {
public:
    /// Drawn on the CPU whatever the `device`: a run has the same noise and the same state everywhere.
    explicit Noise(std::uint64_t seed, torch::Device device = torch::kCPU);
    /// Standard normal values, on the device.
    torch::Tensor normal(at::IntArrayRef shape);
    torch::Tensor state() const;  ///< uint8
    void restore(const torch::Tensor& state);

private:
    at::Generator generator_;
    torch::Device device_;
};

}  // namespace sonoglyph
