#include "core/train/batch_feed.h"

#include "core/base/parallel.h"

namespace sonoglyph {

BatchFeed::BatchFeed(const PairedDataset& dataset, const Batches& batches, Sampler sampler, std::optional<Augmenter> augmenter, int threads)
    : dataset_(dataset), batches_(batches), sampler_(std::move(sampler)), augmenter_(std::move(augmenter)), threads_(threads)
{
}

BatchFeed::~BatchFeed()
{
    if (inputs_.valid()) inputs_.wait();
}

Batch BatchFeed::batch(std::int64_t step)
{
    if (!augmenter_) return batches_.train(sampler_.batch(step));
    if (ahead_ != step) begin(step);
    const Inputs inputs = inputs_.get();
    begin(step + 1);
    return batches_.train(inputs.pairs, inputs.spectrograms);
}

void BatchFeed::begin(std::int64_t step)
{
    if (inputs_.valid()) inputs_.wait();
    ahead_ = step;
    const auto which = sampler_.batch(step);
    inputs_ = std::async(std::launch::async, [this, step, pairs = std::vector<std::uint32_t>(which.begin(), which.end())]() mutable {
        const auto side = std::size_t(dataset_.spectrograms.size()), pixels = side * side;
        std::vector<float> spectrograms(pairs.size() * pixels);
        parallelFor(pairs.size(), threads_, [&](std::size_t row) {
            augmenter_->input(step, row, dataset_.trainPairs[pairs[row]].recording, std::span(spectrograms).subspan(row * pixels, pixels));
        });
        return Inputs{std::move(pairs), std::move(spectrograms)};
    });
}

}  // namespace sonoglyph
