#include "core/latent/latent_map.h"

#include <algorithm>
#include <set>

#include "core/base/number_text.h"

namespace sonoglyph {

namespace {

std::span<const float> row(const std::vector<float>& values, std::size_t point, int latent)
{
    return std::span(values).subspan(point * std::size_t(latent), std::size_t(latent));
}

}  // namespace

std::string_view MapPoint::name() const
{
    const auto slash = recording.rfind('/');
    return std::string_view(recording).substr(slash == std::string::npos ? 0 : slash + 1);
}

std::span<const float> LatentMap::mean(std::size_t point) const { return row(means, point, latent); }

std::span<const float> LatentMap::logVariance(std::size_t point) const { return row(logVariances, point, latent); }

double LatentMap::accuracy() const
{
    const auto right = std::count_if(points.begin(), points.end(), [](const MapPoint& p) { return p.right(); });
    return points.empty() ? 0 : double(right) / double(points.size());
}

std::vector<float> LatentMap::meanOf(std::span<const std::uint32_t> which) const
{
    if (which.empty()) return {};
    std::vector<double> sum(std::size_t(latent), 0);
    for (const std::uint32_t point : which) {
        const auto code = mean(point);
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += double(code[i]);
    }
    std::vector<float> out;
    for (const double s : sum) out.push_back(float(s / double(which.size())));
    return out;
}

std::vector<float> LatentMap::speakerMean(std::string_view speaker) const
{
    std::vector<std::uint32_t> said;
    for (std::uint32_t i = 0; i < points.size(); ++i)
        if (points[i].speaker == speaker) said.push_back(i);
    return meanOf(said);
}

std::vector<std::string> LatentMap::speakers() const
{
    std::set<std::string> out;
    for (const MapPoint& point : points) out.insert(point.speaker);
    return {out.begin(), out.end()};
}

std::vector<float> LatentMap::plane(int xAxis, int yAxis) const
{
    const std::array axes{std::size_t(xAxis), std::size_t(yAxis)};
    const std::size_t count = std::max(axes[0], axes[1]) + 1;
    std::vector<float> out;
    out.reserve(2 * points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto coordinates = pca.project(mean(i), count);
        for (const std::size_t axis : axes) out.push_back(axis < coordinates.size() ? coordinates[axis] : 0);
    }
    return out;
}

std::optional<std::size_t> LatentMap::nearest(std::span<const float> code) const
{
    std::optional<std::size_t> best;
    double bestDistance = 0;
    for (std::size_t p = 0; p < points.size(); ++p) {
        const auto other = mean(p);
        double distance = 0;
        for (std::size_t i = 0; i < other.size(); ++i)
            distance += (double(other[i]) - double(code[i])) * (double(other[i]) - double(code[i]));
        if (best && distance >= bestDistance) continue;
        best = p;
        bestDistance = distance;
    }
    return best;
}

std::string toCsv(const LatentMap& map, int xAxis, int yAxis, std::optional<std::span<const std::uint32_t>> which)
{
    std::string csv = "point,recording,digit,speaker,set,held_out,x,y,read,probability\n";
    const auto plane = map.plane(xAxis, yAxis);
    const auto line = [&](std::size_t i) {
        const MapPoint& p = map.points[i];
        csv += std::to_string(i) + ',' + csvField(p.recording) + ',' + std::to_string(p.label) + ',' + csvField(p.speaker) + ',' +
               csvField(p.set) + ',' + (p.heldOut ? '1' : '0') + ',' + shortest(plane[2 * i]) + ',' + shortest(plane[2 * i + 1]) + ',' +
               std::to_string(p.read) + ',' + shortest(p.probability) + '\n';
    };
    if (which)
        for (const std::uint32_t i : *which) line(i);
    else
        for (std::size_t i = 0; i < map.size(); ++i) line(i);
    return csv;
}

}  // namespace sonoglyph
