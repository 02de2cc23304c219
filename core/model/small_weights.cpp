#include "core/model/small_weights.h"

#include <algorithm>
#include <cmath>

namespace sonoglyph {

namespace {

constexpr const char* scaleSuffix = ".scale";
constexpr std::int64_t group = 64;                ///< values that share a scale in 4 bits
constexpr std::int64_t leastForFour = 64 * 1024;  ///< values: smaller tensors gain nothing
constexpr int most = 7;                           ///< of 4 bits, sign and all

bool isFourBits(const torch::Tensor& stored, const torch::Tensor& scale)
{
    return stored.scalar_type() == torch::kUInt8 && scale.scalar_type() == torch::kFloat16 && stored.dim() >= 2 && scale.dim() == 2 &&
           scale.size(0) == stored.size(0) && 2 * stored.numel() == scale.numel() * group;
}

/// Symmetric rows: the largest magnitude of a row becomes 127.
void toEightBits(const std::string& name, const torch::Tensor& tensor, TensorDict& out)
{
    const auto rows = tensor.flatten(1);
    const auto scale = rows.abs().amax(1).clamp_min(1e-12) / 127;
    out[name] = (rows / scale.unsqueeze(1)).round().clamp(-127, 127).to(torch::kInt8).reshape(tensor.sizes());
    out[name + scaleSuffix] = scale;
}

/// Symmetric groups. The scale is the one of a few that leaves the least squared error: the largest magnitudes may be cut for the sake of
/// the many small ones.
void toFourBits(const std::string& name, const torch::Tensor& tensor, TensorDict& out)
{
    const auto groups = tensor.reshape({-1, group});
    const auto largest = groups.abs().amax(1, /*keepdim=*/true).clamp_min(1e-7) / most;
    auto scale = largest.to(torch::kFloat16);
    auto error = torch::full_like(largest, std::numeric_limits<float>::infinity());
    for (int percent = 100; percent >= 60; percent -= 4) {
        const auto tried = (largest * (percent / 100.0)).to(torch::kFloat16);
        const auto exact = tried.to(torch::kFloat32).clamp_min(1e-12);
        const auto left = ((groups / exact).round().clamp(-most, most) * exact - groups).square().sum(1, /*keepdim=*/true);
        scale = torch::where(left < error, tried, scale);
        error = torch::minimum(left, error);
    }
    const auto values = ((groups / scale.to(torch::kFloat32).clamp_min(1e-12)).round().clamp(-most, most) + 8).to(torch::kUInt8);
    const auto pairs = values.reshape({-1, 2});
    auto shape = tensor.sizes().vec();
    shape.back() /= 2;
    out[name] = (pairs.select(1, 0) + pairs.select(1, 1) * 16).reshape(shape);
    out[name + scaleSuffix] = scale.reshape({tensor.size(0), -1});
}

torch::Tensor fromEightBits(const torch::Tensor& stored, const torch::Tensor& scale)
{
    auto shape = std::vector<std::int64_t>(std::size_t(stored.dim()), 1);
    shape[0] = stored.size(0);
    return stored.to(torch::kFloat32) * scale.reshape(shape);
}

torch::Tensor fromFourBits(const torch::Tensor& stored, const torch::Tensor& scale)
{
    auto shape = stored.sizes().vec();
    shape.back() *= 2;
    const auto scales = scale.to(torch::kFloat32).contiguous();
    auto out = torch::empty(shape, torch::kFloat32);
    const auto* from = stored.data_ptr<std::uint8_t>();
    auto* to = out.data_ptr<float>();
    for (std::int64_t i = 0; i < scales.numel(); ++i) {
        const float by = scales.data_ptr<float>()[i];
        for (std::int64_t j = 0; j < group / 2; ++j, ++from) {
            *to++ = by * float(int(*from & 15) - 8);
            *to++ = by * float(int(*from >> 4) - 8);
        }
    }
    return out;
}

}  // namespace

TensorDict shrunk(const TensorDict& tensors, Precision precision)
{
    TensorDict out;
    for (const auto& [name, tensor] : tensors) {
        const bool matrix = tensor.dim() >= 2 && tensor.is_floating_point();
        if (precision == Precision::Float32 || !matrix) {
            out[name] = tensor;
            continue;
        }
        const auto values = tensor.detach().cpu().to(torch::kFloat32).contiguous();
        const bool four = values.numel() >= leastForFour && values.size(-1) % 2 == 0 && values.numel() / values.size(0) % group == 0;
        (precision == Precision::Int4 && four ? toFourBits : toEightBits)(name, values, out);
    }
    return out;
}

TensorDict restored(const TensorDict& stored)
{
    TensorDict out;
    for (const auto& [name, tensor] : stored) {
        const auto scale = stored.find(name + scaleSuffix);
        if (scale == stored.end()) {
            if (!name.ends_with(scaleSuffix)) out[name] = tensor;
        } else if (isFourBits(tensor, scale->second)) {
            out[name] = fromFourBits(tensor, scale->second);
        } else if (tensor.scalar_type() == torch::kInt8 && tensor.dim() > 0 && scale->second.numel() == tensor.size(0)) {
            out[name] = fromEightBits(tensor, scale->second);
        }
    }
    return out;
}

bool holdsFourBits(const TensorDict& stored)
{
    return std::any_of(stored.begin(), stored.end(), [&](const auto& entry) {
        const auto scale = stored.find(entry.first + scaleSuffix);
        return scale != stored.end() && isFourBits(entry.second, scale->second);
    });
}

}  // namespace sonoglyph
