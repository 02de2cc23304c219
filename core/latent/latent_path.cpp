#include "core/latent/latent_path.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/latent/code_check.h"

namespace sonoglyph {

namespace {

constexpr double nearlyParallel = 1e-4;  // sine of the angle

Result<void> checkFrames(int frames, int fewest)
{
    if (frames >= fewest && frames <= mostFrames) return {};
    return Error{Errc::BadOption,
                 {SONOGLYPH_TEXT("core", "A film has %1 to %2 frames, not %3."),
                  {std::to_string(fewest), std::to_string(mostFrames), std::to_string(frames)}},
                 "--frames"};
}

double dot(const std::vector<float>& a, const std::vector<float>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += double(a[i]) * double(b[i]);
    return sum;
}

std::vector<float> sum(const std::vector<float>& a, double shareA, const std::vector<float>& b, double shareB)
{
    std::vector<float> out(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) out[i] = float(shareA * double(a[i]) + shareB * double(b[i]));
    return out;
}

}  // namespace

std::vector<float> dimensionDirection(int latent, int dimension, float deviation)
{
    std::vector<float> direction(std::size_t(latent), 0.0F);
    direction.at(std::size_t(dimension)) = deviation;
    return direction;
}

std::vector<float> axisDirection(const Pca& pca, int axis)
{
    std::vector<float> direction = pca.axes.at(std::size_t(axis));
    for (float& v : direction) v *= pca.deviation(axis);
    return direction;
}

Result<LatentPath> traverse(const std::vector<float>& code, const std::vector<float>& direction, int frames, double range)
{
    for (const auto* values : {&code, &direction})
        if (auto fits = checkCode(*values, code.size()); !fits) return fits.error();
    if (auto counted = checkFrames(frames, fewestFrames); !counted) return counted.error();
    if (!(range > 0 && range <= widestRange))
        return Error{Errc::BadOption,
                     {SONOGLYPH_TEXT("core", "A range must be above 0 and at most %1 deviations."), {std::to_string(int(widestRange))}},
                     "--range"};
    LatentPath path;
    for (int i = 0; i < frames; ++i) {
        // From the middle outwards both sides have the same numbers.
        const double position = range * double(2 * i - (frames - 1)) / double(frames - 1);
        path.positions.push_back(position);
        path.codes.push_back(sum(code, 1, direction, position));
    }
    return path;
}

std::vector<float> morphed(const std::vector<float>& from, const std::vector<float>& to, MorphKind kind, double position)
{
    if (position <= 0) return from;
    if (position >= 1) return to;
    if (kind == MorphKind::Spherical) {
        const double lengths = std::sqrt(dot(from, from)) * std::sqrt(dot(to, to));
        const double angle = lengths > 0 ? std::acos(std::clamp(dot(from, to) / lengths, -1.0, 1.0)) : 0;
        if (const double sine = std::sin(angle); sine > nearlyParallel)
            return sum(from, std::sin((1 - position) * angle) / sine, to, std::sin(position * angle) / sine);
    }
    return sum(from, 1 - position, to, position);
}

Result<LatentPath> morph(const std::vector<float>& from, const std::vector<float>& to, MorphKind kind, int frames)
{
    for (const auto* values : {&from, &to})
        if (auto fits = checkCode(*values, from.size()); !fits) return fits.error();
    if (auto counted = checkFrames(frames, fewestMorphFrames); !counted) return counted.error();
    LatentPath path;
    for (int i = 0; i < frames; ++i) {
        const double position = double(i) / double(frames - 1);
        path.positions.push_back(position);
        path.codes.push_back(morphed(from, to, kind, position));
    }
    return path;
}

}  // namespace sonoglyph
