#include "core/model/state.h"

#include <sstream>

namespace sonoglyph {

namespace {

DType fileType(const torch::Tensor& t)
{
    switch (t.scalar_type()) {
    case torch::kFloat64:
        return DType::F64;
    case torch::kFloat16:
        return DType::F16;
    case torch::kInt8:
        return DType::I8;
    case torch::kUInt8:
        return DType::U8;
    case torch::kInt32:
        return DType::I32;
    case torch::kInt64:
        return DType::I64;
    default:
        return DType::F32;
    }
}

torch::Dtype torchType(DType type)
{
    switch (type) {
    case DType::F64:
        return torch::kFloat64;
    case DType::F16:
        return torch::kFloat16;
    case DType::I8:
        return torch::kInt8;
    case DType::U8:
        return torch::kUInt8;
    case DType::I32:
        return torch::kInt32;
    case DType::I64:
        return torch::kInt64;
    case DType::F32:
        break;
    }
    return torch::kFloat32;
}

std::string shapeText(at::IntArrayRef shape)
{
    std::ostringstream out;
    out << shape;
    return out.str();
}

}  // namespace

TensorDict stateOf(const torch::nn::Module& module, const std::string& prefix)
{
    TensorDict dict;
    for (const auto& p : module.named_parameters()) dict[prefix + p.key()] = p.value();
    for (const auto& b : module.named_buffers()) dict[prefix + b.key()] = b.value();
    return dict;
}

Result<void> restore(torch::nn::Module& module, const TensorDict& from, const std::filesystem::path& file, const std::string& prefix)
{
    torch::NoGradGuard noGrad;
    const auto wanted = stateOf(module, prefix);
    for (const auto& [name, tensor] : wanted) {
        const auto found = from.find(name);
        if (found == from.end())
            return Error{Errc::Incompatible,
                         {SONOGLYPH_TEXT("core", "%1 does not hold this kind of model: the tensor %2 is missing."), {file.string(), name}}};
        if (found->second.sizes() != tensor.sizes())
            return Error{Errc::Incompatible,
                         {SONOGLYPH_TEXT("core", "%1 does not fit its own description: the tensor %2 has the shape %3 instead of %4."),
                          {file.string(), name, shapeText(found->second.sizes()), shapeText(tensor.sizes())}}};
    }
    for (auto [name, tensor] : wanted) tensor.copy_(from.at(name));
    return {};
}

std::string fingerprint(const torch::nn::Module& module)
{
    TensorDict vectors = stateOf(module), keep;
    std::erase_if(vectors, [](const auto& entry) { return entry.second.dim() != 1; });
    return contentHash(viewsOf(vectors, keep));
}

TensorMap viewsOf(const TensorDict& tensors, TensorDict& keep)
{
    TensorMap views;
    for (const auto& [name, tensor] : tensors) {
        const auto& flat = keep[name] = tensor.detach().cpu().contiguous();
        views[name] = {fileType(flat), flat.sizes().vec(), {static_cast<const std::byte*>(flat.data_ptr()), flat.nbytes()}};
    }
    return views;
}

TensorDict tensorsOf(const SafetensorsFile& file)
{
    TensorDict dict;
    for (const auto& [name, view] : file.tensors())
        dict[name] = torch::from_blob(const_cast<std::byte*>(view.bytes.data()), view.shape, torchType(view.dtype));
    return dict;
}

}  // namespace sonoglyph
