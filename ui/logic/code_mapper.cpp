#include "ui/logic/code_mapper.h"

namespace sonoglyph {

void CodeMapper::map(Engine& engine, const MapRequest& request)
{
    start<LatentMap>(
        [&engine, request](const Progress& progress, std::stop_token stop) { return engine.mapCodes(request, progress, stop); },
        [this](std::shared_ptr<const LatentMap> map) { map_ = std::move(map); });
}

void CodeMapper::forget()
{
    map_.reset();
    cancel();
}

}  // namespace sonoglyph
