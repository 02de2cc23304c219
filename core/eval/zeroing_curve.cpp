#include "core/eval/zeroing_curve.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <numeric>

#include "core/eval/posteriors.h"
#include "core/model/byte_images.h"
#include "core/model/losses.h"
#include "core/train/batches.h"
#include "core/train/noise.h"

namespace sonoglyph {

namespace {

constexpr std::int64_t drawnAtOnce = 250;
constexpr std::int64_t noiseAtOnce = 500;  // as evaluate() draws it

/// Codes to be drawn, each for so many pairs.
struct Examples {
    torch::Tensor codes;    ///< [N, latent]
    torch::Tensor digits;   ///< [N]
    torch::Tensor weights;  ///< [N] float64, their sum is 1
};

Result<void> validate(const ZeroingRequest& request)
{
    if (request.repeats >= 1 && request.step >= 1 && request.limit >= 0) return {};
    return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "Repeats and step must be 1 or more, the limit 0 or more."), {}}};
}

std::vector<int> countsOf(int latent, int step)
{
    std::vector<int> out;
    for (int k = 0; k < latent; k += step) out.push_back(k);
    out.push_back(latent);
    return out;
}

ZeroingPoint pointOf(int zeroed, const std::vector<double>& accuracies)
{
    const auto [lowest, highest] = std::minmax_element(accuracies.begin(), accuracies.end());
    const double count = double(accuracies.size());
    const double mean = std::accumulate(accuracies.begin(), accuracies.end(), 0.0) / count;
    double squares = 0;
    for (const double a : accuracies) squares += (a - mean) * (a - mean);
    return {zeroed, mean, *lowest, *highest, accuracies.size() > 1 ? std::sqrt(squares / (count - 1)) : 0};
}

class Curve {
public:
    Curve(Vae& vae, Lenet5& judge, const PairedDataset& dataset, const ZeroingRequest& request, const Progress& progress,
          const std::stop_token& stop)
        : vae_(vae), judge_(judge), dataset_(dataset), request_(request), progress_(progress), stop_(stop)
    {
        const auto pairs = std::span(dataset.testPairs);
        pairs_ = request.limit > 0 ? pairs.first(std::min(pairs.size(), std::size_t(request.limit))) : pairs;
    }

    Result<ZeroingCurve> measure()
    {
        auto q = posteriorsOf(vae_, Batches(dataset_).spectrograms(), dataset_.split.test, {}, stop_);
        if (!q) return q.error();
        posterior_ = std::move(*q);
        rowOf_.assign(dataset_.spectrograms.count(), 0);
        for (std::size_t i = 0; i < dataset_.split.test.size(); ++i) rowOf_[dataset_.split.test[i]] = std::int64_t(i);
        const auto kl = klPerDimension(posterior_.mean, posterior_.logVariance).to(torch::kFloat64).contiguous();
        const std::span importance(kl.data_ptr<double>(), std::size_t(kl.numel()));

        ZeroingCurve curve;
        curve.dataset = dataset_.config.name;
        curve.order = request_.order;
        curve.samples = request_.samples;
        curve.latent = vae_->latent();
        curve.repeats = request_.order == ZeroOrder::Random || request_.samples ? request_.repeats : 1;
        curve.examples = std::int64_t(pairs_.size());
        const auto counts = countsOf(curve.latent, request_.step);
        std::vector<std::vector<double>> accuracies(counts.size());
        Examples examples = request_.samples ? Examples{} : means();
        for (int repeat = 0; repeat < curve.repeats; ++repeat) {
            if (request_.samples) examples = samples(std::uint64_t(repeat));
            if (repeat == 0) planned_ = examples.codes.size(0) * std::int64_t(counts.size() - 1) * curve.repeats;
            const auto order = zeroingOrder(request_.order, importance, request_.seed + std::uint64_t(repeat));
            if (repeat == 0 && request_.pictures) curve.pictures = pictures(order, counts);
            for (std::size_t i = 0; i < counts.size(); ++i) {
                const bool same = (counts[i] == 0 && !request_.samples) || counts[i] == curve.latent;
                if (same && repeat > 0) continue;
                const auto accuracy = counts[i] == curve.latent ? accuracyOfNothing(examples) : accuracyOf(examples, order, counts[i]);
                if (!accuracy) return accuracy.error();
                accuracies[i].push_back(*accuracy);
            }
        }
        for (std::size_t i = 0; i < counts.size(); ++i) curve.points.push_back(pointOf(counts[i], accuracies[i]));
        curve.images = drawn_;
        return curve;
    }

private:
    /// Every recording once, for all its pairs.
    Examples means() const
    {
        std::map<std::uint32_t, std::int64_t> pairsOf;
        for (const Pair& pair : pairs_) ++pairsOf[pair.recording];
        std::vector<std::int64_t> rows, digits;
        std::vector<double> weights;
        for (const auto& [recording, pairs] : pairsOf) {
            rows.push_back(rowOf_[recording]);
            digits.push_back(dataset_.recordings.recordings[recording].label);
            weights.push_back(double(pairs) / double(pairs_.size()));
        }
        return {posterior_.mean.index_select(0, torch::tensor(rows)), torch::tensor(digits), torch::tensor(weights, torch::kFloat64)};
    }

    Examples samples(std::uint64_t repeat) const
    {
        std::vector<std::int64_t> rows, digits;
        for (const Pair& pair : pairs_) {
            rows.push_back(rowOf_[pair.recording]);
            digits.push_back(dataset_.recordings.recordings[pair.recording].label);
        }
        const auto which = torch::tensor(rows);
        Noise noise(request_.seed + repeat);
        std::vector<torch::Tensor> drawn;
        for (std::int64_t left = std::int64_t(rows.size()); left > 0; left -= noiseAtOnce)
            drawn.push_back(noise.normal({std::min(left, noiseAtOnce), vae_->latent()}));
        const Posterior q{posterior_.mean.index_select(0, which), posterior_.logVariance.index_select(0, which)};
        const auto count = std::int64_t(rows.size());
        return {sample(q, torch::cat(drawn)), torch::tensor(digits), torch::full({count}, 1.0 / double(count), torch::kFloat64)};
    }

    /// [latent]: 0 for the first of `order`, else 1.
    torch::Tensor keptOf(std::span<const int> order, int zeroed) const
    {
        auto kept = torch::ones({vae_->latent()});
        for (const int dimension : order.first(std::size_t(zeroed))) kept[dimension] = 0;
        return kept;
    }

    std::vector<std::vector<ByteImage>> pictures(std::span<const int> order, const std::vector<int>& counts) const
    {
        std::map<int, std::int64_t> rowOfDigit;
        for (const std::uint32_t recording : dataset_.split.test)
            rowOfDigit.try_emplace(dataset_.recordings.recordings[recording].label, rowOf_[recording]);
        std::vector<std::int64_t> rows;
        for (const auto& [digit, row] : rowOfDigit) rows.push_back(row);
        const auto codes = posterior_.mean.index_select(0, torch::tensor(rows));
        std::vector<std::vector<ByteImage>> out;
        for (const int zeroed : counts) out.push_back(byteImages(vae_->decode(codes * keptOf(order, zeroed))));
        return out;
    }

    Result<double> accuracyOf(const Examples& examples, std::span<const int> order, int zeroed)
    {
        const auto kept = keptOf(order, zeroed);
        double accuracy = 0;
        for (std::int64_t i = 0; i < examples.codes.size(0); i += drawnAtOnce) {
            if (stop_.stop_requested()) return cancelled();
            const auto part = [&](const torch::Tensor& t) { return t.slice(0, i, i + drawnAtOnce); };
            const auto read = readingOf(part(examples.codes) * kept);
            accuracy += (part(examples.weights) * (read == part(examples.digits)).to(torch::kFloat64)).sum().item<double>();
            if (progress_)
                progress_({SONOGLYPH_TEXT("core", "Reading images while dimensions are zero"), {}}, double(drawn_) / double(planned_));
        }
        return accuracy;
    }

    /// With everything zeroed all images are one.
    Result<double> accuracyOfNothing(const Examples& examples)
    {
        const auto read = readingOf(torch::zeros({1, vae_->latent()}));
        return (examples.weights * (examples.digits == read).to(torch::kFloat64)).sum().item<double>();
    }

    torch::Tensor readingOf(const torch::Tensor& z)
    {
        drawn_ += z.size(0);
        return judge_->forward(vae_->decode(z)).argmax(1);
    }

    Vae& vae_;
    Lenet5& judge_;
    const PairedDataset& dataset_;
    const ZeroingRequest& request_;
    const Progress& progress_;
    const std::stop_token& stop_;
    std::span<const Pair> pairs_;
    Posterior posterior_;              ///< of the held-out recordings
    std::vector<std::int64_t> rowOf_;  ///< in it, by recording
    std::int64_t drawn_ = 0, planned_ = 1;
};

}  // namespace

Result<ZeroingCurve> zeroingCurve(Vae& vae, Lenet5& judge, const PairedDataset& dataset, const ZeroingRequest& request,
                                  const Progress& progress, const std::stop_token& stop)
{
    if (auto valid = validate(request); !valid) return valid.error();
    const auto began = std::chrono::steady_clock::now();
    torch::NoGradGuard noGrad;
    auto curve = Curve(vae, judge, dataset, request, progress, stop).measure();
    if (curve) curve->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    return curve;
}

}  // namespace sonoglyph
