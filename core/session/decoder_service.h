// Makes the DecoderService of core/session/decoder.h. Inside the core only; no LibTorch in it.
#pragma once

#include <functional>
#include <memory>

#include "core/session/decoder.h"

namespace sonoglyph {

/// How the service opens a model; called on a thread of its own beside that which decodes.
using OpenDecoder = std::function<Result<std::unique_ptr<Decoder>>(const std::string& model)>;

std::unique_ptr<DecoderService> makeDecoderService(DecoderListener& listener, OpenDecoder open);

}  // namespace sonoglyph
