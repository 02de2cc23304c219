#include "core/model/small_weights.h"

#include <algorithm>
#include <cmath>

namespace sonoglyph {

namespace {

constexpr const char* scaleSuffix = ".scale";
constexpr const char* shapeSuffix = ".shape";
constexpr std::int64_t group = 64;                 ///< values that share a scale in 3 and 4 bits
constexpr std::int64_t leastForFour = 64 * 1024;   ///< values: smaller tensors gain nothing
constexpr std::int64_t leastForThree = 2'000'000;  ///< and only these are worth the loss

/// The largest value of so many bits, sign and all.
constexpr int most(int bits) { return (1 << (bits - 1)) - 1; }

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

struct Quantised {
    torch::Tensor values;  ///< uint8, flat: each so much more than it means that none is negative
    torch::Tensor scale;   ///< float16, [rows, groups]
};

/// Symmetric groups. The scale is the one of a few that leaves the least squared error: the largest magnitudes may be cut for the sake of
/// the many small ones.
Quantised quantised(const torch::Tensor& tensor, int bits)
{
    const int end = most(bits);
    const auto groups = tensor.reshape({-1, group});
    const auto largest = groups.abs().amax(1, /*keepdim=*/true).clamp_min(1e-7) / end;
    auto scale = largest.to(torch::kFloat16);
    auto error = torch::full_like(largest, std::numeric_limits<float>::infinity());
    for (int percent = 100; percent >= 48; percent -= 4) {
        const auto tried = (largest * (percent / 100.0)).to(torch::kFloat16);
        const auto exact = tried.to(torch::kFloat32).clamp_min(1e-12);
        const auto left = ((groups / exact).round().clamp(-end, end) * exact - groups).square().sum(1, /*keepdim=*/true);
        scale = torch::where(left < error, tried, scale);
        error = torch::minimum(left, error);
    }
    const auto values = (groups / scale.to(torch::kFloat32).clamp_min(1e-12)).round().clamp(-end, end) + (end + 1);
    return {values.to(torch::kUInt8).flatten(), scale.reshape({tensor.size(0), -1})};
}

void toFourBits(const std::string& name, const torch::Tensor& tensor, TensorDict& out)
{
    const Quantised q = quantised(tensor, 4);
    const auto pairs = q.values.reshape({-1, 2});
    auto shape = tensor.sizes().vec();
    shape.back() /= 2;
    out[name] = (pairs.select(1, 0) + pairs.select(1, 1) * 16).reshape(shape);
    out[name + scaleSuffix] = q.scale;
}

void toPacked(const std::string& name, const torch::Tensor& tensor, int bits, TensorDict& out)
{
    const Quantised q = quantised(tensor, bits);
    // A group of 64 fills whole bytes, so rows do.
    auto bytes = torch::empty({tensor.size(0), q.values.numel() / tensor.size(0) * bits / 8}, torch::kUInt8);
    const auto* from = q.values.data_ptr<std::uint8_t>();
    auto* to = bytes.data_ptr<std::uint8_t>();
    unsigned waiting = 0;
    int held = 0;
    for (std::int64_t i = 0; i < q.values.numel(); ++i) {
        waiting |= unsigned(from[i]) << held;
        for (held += bits; held >= 8; held -= 8, waiting >>= 8) *to++ = std::uint8_t(waiting);
    }
    out[name] = bytes;
    out[name + scaleSuffix] = q.scale;
    out[name + shapeSuffix] = torch::tensor(tensor.sizes().vec(), torch::kInt64);
}

/// Bits a value of a packed tensor; 0 where the three parts do not fit together.
int packedBits(const torch::Tensor& stored, const torch::Tensor& scale, const torch::Tensor& shape)
{
    if (stored.scalar_type() != torch::kUInt8 || scale.scalar_type() != torch::kFloat16 || shape.scalar_type() != torch::kInt64) return 0;
    if (stored.dim() != 2 || scale.dim() != 2 || shape.dim() != 1 || shape.numel() < 2) return 0;
    std::int64_t values = 1;
    for (std::int64_t i = 0; i < shape.numel(); ++i) {
        const std::int64_t size = shape.data_ptr<std::int64_t>()[i];
        if (size < 1 || size > stored.numel() * 8 / values) return 0;
        values *= size;
    }
    if (scale.numel() * group != values || scale.size(0) != stored.size(0) || shape.data_ptr<std::int64_t>()[0] != stored.size(0)) return 0;
    for (const int bits : {3, 4})
        if (stored.numel() * 8 == values * bits) return bits;
    return 0;
}

torch::Tensor fromPacked(const torch::Tensor& stored, const torch::Tensor& scale, const torch::Tensor& shape, int bits)
{
    const std::vector<std::int64_t> sizes(shape.data_ptr<std::int64_t>(), shape.data_ptr<std::int64_t>() + shape.numel());
    const auto scales = scale.to(torch::kFloat32).contiguous();
    auto out = torch::empty(sizes, torch::kFloat32);
    const auto* from = stored.data_ptr<std::uint8_t>();
    auto* to = out.data_ptr<float>();
    unsigned waiting = 0;
    int held = 0;
    for (std::int64_t i = 0; i < out.numel(); ++i) {
        for (; held < bits; held += 8) waiting |= unsigned(*from++) << held;
        *to++ = scales.data_ptr<float>()[i / group] * float(int(waiting & ((1U << bits) - 1)) - most(bits) - 1);
        waiting >>= bits;
        held -= bits;
    }
    return out;
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
        const std::int64_t count = values.numel();
        const bool grouped = precision != Precision::Int8 && count >= leastForFour && count / values.size(0) % group == 0;
        if (!grouped)
            toEightBits(name, values, out);
        else if (precision == Precision::Int3 && count >= leastForThree)
            toPacked(name, values, 3, out);
        else if (values.size(-1) % 2 == 0)
            toFourBits(name, values, out);
        else
            toPacked(name, values, 4, out);
    }
    return out;
}

TensorDict restored(const TensorDict& stored)
{
    TensorDict out;
    const auto part = [&](const std::string& name, const char* suffix) {
        const auto found = stored.find(name + suffix);
        return found == stored.end() ? torch::Tensor() : found->second;
    };
    for (const auto& [name, tensor] : stored) {
        const auto scale = part(name, scaleSuffix), shape = part(name, shapeSuffix);
        if (!scale.defined()) {
            if (!name.ends_with(scaleSuffix) && !name.ends_with(shapeSuffix)) out[name] = tensor;
        } else if (shape.defined()) {
            if (const int bits = packedBits(tensor, scale, shape); bits > 0) out[name] = fromPacked(tensor, scale, shape, bits);
        } else if (isFourBits(tensor, scale)) {
            out[name] = fromFourBits(tensor, scale);
        } else if (tensor.scalar_type() == torch::kInt8 && tensor.dim() > 0 && scale.numel() == tensor.size(0)) {
            out[name] = fromEightBits(tensor, scale);
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

bool holdsPacked(const TensorDict& stored)
{
    return std::any_of(stored.begin(), stored.end(), [](const auto& entry) { return entry.first.ends_with(shapeSuffix); });
}

}  // namespace sonoglyph
