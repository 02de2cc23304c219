#include "core/eval/code_map.h"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "core/eval/latent_pca.h"
#include "core/eval/posteriors.h"
#include "core/model/losses.h"

namespace sonoglyph {

namespace {

constexpr std::int64_t drawnAtOnce = 500;
constexpr double heardShare = 0.5;  // of the progress

std::vector<float> flat(const torch::Tensor& t)
{
    const auto values = t.to(torch::kFloat32).contiguous();
    return {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()};
}

std::vector<MapPoint> pointsOf(const RecordingSet& set, const std::filesystem::path& folder)
{
    std::vector<MapPoint> points;
    points.reserve(set.recordings.size());
    for (const Recording& r : set.recordings)
        points.push_back({r.file.lexically_proximate(folder).generic_string(), r.speaker, r.set, r.label});
    return points;
}

Result<void> readPoints(std::vector<MapPoint>& points, const torch::Tensor& means, Vae& vae, Lenet5& judge,
                        const std::function<void(std::int64_t)>& done, const std::stop_token& stop)
{
    for (std::int64_t i = 0; i < means.size(0); i += drawnAtOnce) {
        if (stop.stop_requested()) return cancelled();
        const auto part = means.slice(0, i, i + drawnAtOnce);
        const auto [probability, digit] = judge->forward(vae->decode(part)).softmax(1).max(1);
        for (std::int64_t j = 0; j < part.size(0); ++j) {
            MapPoint& point = points[std::size_t(i + j)];
            point.read = int(digit.data_ptr<std::int64_t>()[j]);
            point.probability = probability.data_ptr<float>()[j];
        }
        done(i + part.size(0));
    }
    return {};
}

}  // namespace

Result<LatentMap> mapCodes(Vae& vae, Lenet5& judge, const RecordingSet& recordings, const SpectrogramTable& table,
                           const std::filesystem::path& folder, const Progress& progress, const std::stop_token& stop)
{
    const auto began = std::chrono::steady_clock::now();
    torch::NoGradGuard noGrad;
    const double total = double(std::max<std::size_t>(1, table.count()));
    const auto tell = [&](const char* phase, double fraction) {
        if (progress) progress({phase, {std::to_string(table.count())}}, fraction);
    };
    const auto spectrograms = torch::from_blob(const_cast<float*>(table.values().data()),
                                               {std::int64_t(table.count()), 1, table.size(), table.size()}, torch::kFloat32);
    std::vector<std::uint32_t> all(table.count());
    std::iota(all.begin(), all.end(), 0U);
    const auto q = posteriorsOf(
        vae, spectrograms, all,
        [&](std::size_t heard) { tell(SONOGLYPH_TEXT("core", "Hearing %1 recordings"), heardShare * double(heard) / total); }, stop);
    if (!q) return q.error();
    if (!q->mean.isfinite().all().item<bool>() || !q->logVariance.isfinite().all().item<bool>())
        return Error{Errc::Diverged, {SONOGLYPH_TEXT("core", "The model hears recordings as codes that are no numbers."), {}}};

    LatentMap map;
    map.dataset = recordings.name;
    map.folder = folder;
    map.latent = vae->latent();
    map.points = pointsOf(recordings, folder);
    if (auto read = readPoints(
            map.points, q->mean, vae, judge,
            [&](std::int64_t drawn) {
                tell(SONOGLYPH_TEXT("core", "Reading %1 images"), heardShare + (1 - heardShare) * double(drawn) / total);
            },
            stop);
        !read)
        return read.error();
    map.means = flat(q->mean);
    map.logVariances = flat(q->logVariance);
    const auto kl = klPerDimension(q->mean, q->logVariance).to(torch::kFloat64).contiguous();
    map.importance.assign(kl.data_ptr<double>(), kl.data_ptr<double>() + kl.numel());
    map.pca = pcaOf(q->mean);
    map.labels = recordings.labels;
    std::vector<std::vector<std::uint32_t>> said(map.labels.size());
    for (const std::uint32_t i : all) said[std::size_t(map.points[i].label)].push_back(i);
    for (const auto& some : said) map.classMeans.push_back(map.meanOf(some));
    map.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    return map;
}

}  // namespace sonoglyph
