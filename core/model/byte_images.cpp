#include "core/model/byte_images.h"

namespace sonoglyph {

std::vector<ByteImage> byteImages(const torch::Tensor& images)
{
    const auto bytes = std::make_shared<torch::Tensor>(images.detach().mul(255).round().clamp(0, 255).to(torch::kUInt8).cpu().contiguous());
    const auto height = int(bytes->size(2)), width = int(bytes->size(3));
    std::vector<ByteImage> out;
    for (std::int64_t i = 0; i < bytes->size(0); ++i)
        out.push_back({width, height, {bytes, bytes->data_ptr<std::uint8_t>() + i * width * height}});
    return out;
}

}  // namespace sonoglyph
