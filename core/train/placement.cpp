#include "core/train/placement.h"

#include <torch/cuda.h>

namespace sonoglyph {

Placement Placement::of(const RunConfig& config)
{
    const torch::Device device(config.device);
    return {device, !device.is_cpu()};
}

Result<void> requireDevice(const std::string& device)
{
    if (device == "cpu" || torch::cuda::is_available()) return {};
    return Error{
        Errc::Unavailable,
        {SONOGLYPH_TEXT("core", "LibTorch finds no GPU for the device %1. Build with a LibTorch that has CUDA, on a machine with an "
                                "NVIDIA GPU and its driver, or choose the device cpu."),
         {device}}};
}

}  // namespace sonoglyph
