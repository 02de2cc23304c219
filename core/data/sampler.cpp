#include "core/data/sampler.h"

#include <numeric>

#include "core/data/random.h"

namespace sonoglyph {

namespace {

constexpr std::uint64_t samplerStream = std::uint64_t(1) << 32;  // apart from the streams of split and pairing

}  // namespace

Sampler::Sampler(std::uint32_t pairs, int batch, std::uint64_t seed) : batch_(std::uint32_t(batch)), seed_(seed), order_(pairs)
{
    const bool single = pairs % batch_ == 1 && pairs > 1 && batch_ > 1;
    stepsPerEpoch_ = pairs / batch_ + (pairs % batch_ != 0 && !single ? 1 : 0);
}

void Sampler::arrange(int epoch)
{
    std::iota(order_.begin(), order_.end(), 0u);
    Random random = seededRandom(seed_, samplerStream + std::uint64_t(epoch));
    shuffle(std::span(order_), random);
    epoch_ = epoch;
}

std::span<const std::uint32_t> Sampler::batch(std::int64_t step)
{
    if (const int epoch = epochOf(step); epoch != epoch_) arrange(epoch);
    const std::int64_t index = (step - 1) % stepsPerEpoch_;
    const auto rest = std::span<const std::uint32_t>(order_).subspan(std::size_t(index) * batch_);
    return index + 1 == stepsPerEpoch_ ? rest : rest.first(batch_);
}

}  // namespace sonoglyph
