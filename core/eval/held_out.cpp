#include "core/eval/held_out.h"

#include <algorithm>

#include "core/eval/posteriors.h"
#include "core/train/batches.h"
#include "core/train/noise.h"

namespace sonoglyph {

namespace {

constexpr std::int64_t atOnce = 500;  // keeps the decoder's largest activation under 20 MB

std::vector<std::int64_t> numbersIn(const torch::Tensor& t) { return {t.data_ptr<std::int64_t>(), t.data_ptr<std::int64_t>() + t.numel()}; }

}  // namespace

Result<void> drawHeldOut(Vae& vae, Lenet5* judge, const Batches& batches, std::uint64_t seed,
                         const std::function<void(const HeldOutChunk&)>& visit, const Progress& progress, const std::stop_token& stop)
{
    torch::NoGradGuard noGrad;
    vae->eval();
    const PairedDataset& dataset = batches.dataset();
    const Message phase{SONOGLYPH_TEXT("core", "Reading the images of held-out sounds"), {}};

    // A recording stands in many pairs: its posterior is computed once.
    const auto& held = dataset.split.test;
    std::vector<std::int64_t> rowOf(dataset.spectrograms.count(), -1);
    for (std::size_t i = 0; i < held.size(); ++i) rowOf[held[i]] = std::int64_t(i);
    const auto all = posteriorsOf(vae, batches.spectrograms(), held, {}, stop);
    if (!all) return all.error();

    Noise noise(seed, batches.device());
    const auto pairs = std::int64_t(dataset.testPairs.size());
    for (std::int64_t i = 0; i < pairs; i += atOnce) {
        if (stop.stop_requested()) return cancelled();
        if (progress) progress(phase, double(i) / double(pairs));
        const std::int64_t n = std::min(atOnce, pairs - i);
        HeldOutChunk chunk;
        chunk.first = i;
        std::vector<std::int64_t> rows;
        for (std::int64_t j = i; j < i + n; ++j) {
            const Pair& pair = dataset.testPairs[std::size_t(j)];
            chunk.pairs.push_back(std::uint32_t(j));
            chunk.labels.push_back(dataset.testImages.label(int(pair.image)));
            rows.push_back(rowOf[pair.recording]);
        }
        const auto there = torch::stack({torch::tensor(rows), torch::tensor(chunk.labels)}).to(batches.device());
        chunk.labelRows = there[1];
        chunk.posterior = {all->mean.index_select(0, there[0]), all->logVariance.index_select(0, there[0])};
        chunk.drawn = vae->decode(sample(chunk.posterior, noise.normal(chunk.posterior.mean.sizes())));
        if (judge) {
            chunk.drawnMean = vae->decode(chunk.posterior.mean);
            chunk.features = (*judge)->features(chunk.drawn);
            const auto read = torch::stack({(*judge)->read(chunk.features).argmax(1), (*judge)->forward(chunk.drawnMean).argmax(1)}).cpu();
            chunk.read = numbersIn(read[0]);
            chunk.readMean = numbersIn(read[1]);
        }
        visit(chunk);
    }
    return {};
}

}  // namespace sonoglyph
