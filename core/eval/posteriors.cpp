#include "core/eval/posteriors.h"

#include <algorithm>
#include <vector>

namespace sonoglyph {

namespace {

constexpr std::size_t atOnce = 500;

}  // namespace

Result<Posterior> posteriorsOf(Vae& vae, const torch::Tensor& spectrograms, std::span<const std::uint32_t> which,
                               const std::function<void(std::size_t)>& done, const std::stop_token& stop)
{
    torch::NoGradGuard noGrad;
    vae->eval();
    const auto none = torch::empty({0, vae->latent()}, spectrograms.options());
    std::vector<torch::Tensor> means{none}, logVariances{none};
    for (std::size_t i = 0; i < which.size(); i += atOnce) {
        if (stop.stop_requested()) return cancelled();
        const auto part = which.subspan(i, std::min(atOnce, which.size() - i));
        const std::vector<std::int64_t> rows(part.begin(), part.end());
        const auto q = vae->encode(spectrograms.index_select(0, torch::tensor(rows).to(spectrograms.device())));
        means.push_back(q.mean);
        logVariances.push_back(q.logVariance);
        if (done) done(i + part.size());
    }
    return Posterior{torch::cat(means), torch::cat(logVariances)};
}

}  // namespace sonoglyph
