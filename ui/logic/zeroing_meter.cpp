#include "ui/logic/zeroing_meter.h"

namespace sonoglyph {

namespace {

constexpr int repeats = 5;         // orders that are drawn
constexpr int sampledPairs = 500;  // of samples every pair is an image; of means only every recording

}  // namespace

void ZeroingMeter::measure(Engine& engine, const MapRequest& data, ZeroOrder order, bool samples)
{
    ZeroingRequest request;
    request.data = data;
    request.order = order;
    request.samples = samples;
    request.repeats = samples && order != ZeroOrder::Random ? 1 : repeats;
    request.limit = samples ? sampledPairs : 0;
    start<ZeroingCurve>(
        [&engine, request](const Progress& progress, std::stop_token stop) { return engine.zeroingCurve(request, progress, stop); },
        [this, order, samples](std::shared_ptr<const ZeroingCurve> curve) {
            curves_[{order, samples}] = std::move(curve);
        });
}

void ZeroingMeter::forget()
{
    curves_.clear();
    cancel();
}

std::shared_ptr<const ZeroingCurve> ZeroingMeter::curve(ZeroOrder order, bool samples) const
{
    const auto known = curves_.find({order, samples});
    return known == curves_.end() ? nullptr : known->second;
}

}  // namespace sonoglyph
