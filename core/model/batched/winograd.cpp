#include "core/model/batched/winograd.h"

#include <algorithm>

#include <ATen/Dispatch.h>
#include <ATen/Parallel.h>

#include "core/model/batched/matrix_product.h"

namespace sonoglyph::batched {

namespace {

using torch::Tensor;

/// So many values of every position are transformed at a time: what neighbouring tiles share is still in the cache.
constexpr std::int64_t chunk = 2048;

/// Work on units 0 to `count`, shared among the threads in one go: a matrix product inside runs on its own thread alone. Waking a thread
/// costs more than a small product, so all products of a convolution are shared out at once.
template <class Work>
void shareOut(std::int64_t count, const Work& work)
{
    at::parallel_for(0, count, 1, [&](std::int64_t begin, std::int64_t end) {
        torch::NoGradGuard noGrad;  // is each thread's own
        work(begin, end);
    });
}

/// [count, N, channels] from `first` on as a matrix.
Tensor rows(const Tensor& products, std::int64_t first, std::int64_t count) { return products.narrow(0, first, count).flatten(0, 1); }

}  // namespace

Winograd::Line::Line(std::int64_t results)
{
    std::int64_t start = 0;
    while (start < results) {
        const std::int64_t left = results - start;
        // No tile of 1 where two of 2 will do.
        const std::int64_t size = left == 4 ? 2 : std::min<std::int64_t>(left, largestTile);
        starts.push_back(start);
        sizes.push_back(int(size));
        start += size;
    }
}

std::int64_t Winograd::Line::count(int point) const
{
    if (point == sizes.front()) return std::int64_t(sizes.size());
    return std::count_if(sizes.begin(), sizes.end(), [&](int size) { return point < size; });
}

Winograd::Winograd(std::int64_t height, std::int64_t width, std::int64_t examples)
    : height_(height), width_(width), examples_(examples), rows_(height - 1), columns_(width - 1)
{
    std::int64_t first = 0;
    for (int y = 0; y < rows_.points(); ++y)
        for (int x = 0; x < columns_.points(); ++x) {
            pairs_.push_back({first, rows_.count(y) * columns_.count(x)});
            first += pairs_.back().count;
        }
}

std::vector<std::int64_t> Winograd::places(Side side, std::size_t row, std::size_t column) const
{
    const int more = side == Side::Results ? 0 : 1, height = rows_.sizes[row] + more, width = columns_.sizes[column] + more;
    std::vector<std::int64_t> places;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            if (side == Side::Products) {
                const int pointY = rows_.point(row, y), pointX = columns_.point(column, x);
                places.push_back(pairs_[std::size_t(pointY * columns_.points() + pointX)].first +
                                 std::int64_t(row) * columns_.count(pointX) + std::int64_t(column));
            } else {
                const std::int64_t stride = side == Side::Inputs ? width_ : width_ - 1;
                places.push_back((rows_.starts[row] + y) * stride + columns_.starts[column] + x);
            }
        }
    return places;
}

void Winograd::transformTiles(TileTransform transform, TileDirection direction, Side fromSide, const Tensor& from, Side toSide,
                              Tensor& to) const
{
    struct Step {
        Tile tile;
        TileOverlap overlap;
        std::vector<std::int64_t> from, to;
    };
    std::vector<Step> steps;
    for (std::size_t row = 0; row < rows_.sizes.size(); ++row)
        for (std::size_t column = 0; column < columns_.sizes.size(); ++column) {
            // Inputs are shared by tiles: their gradients are sums.
            const TileOverlap overlap = toSide == Side::Inputs ? TileOverlap{row > 0, column > 0} : TileOverlap{};
            steps.push_back(
                {{rows_.sizes[row], columns_.sizes[column]}, overlap, places(fromSide, row, column), places(toSide, row, column)});
        }
    const std::int64_t size = from.size(-1) * examples_;
    AT_DISPATCH_FLOATING_TYPES(from.scalar_type(), "transformTiles", [&] {
        const auto* const source = from.data_ptr<scalar_t>();
        auto* const target = to.data_ptr<scalar_t>();
        at::parallel_for(0, (size + chunk - 1) / chunk, 1, [&](std::int64_t begin, std::int64_t end) {
            std::vector<const scalar_t*> sources;
            std::vector<scalar_t*> targets;
            for (std::int64_t at = begin * chunk; at < std::min(end * chunk, size); at += chunk)
                for (const Step& step : steps) {
                    sources.clear();
                    targets.clear();
                    for (const std::int64_t place : step.from) sources.push_back(source + place * size + at);
                    for (const std::int64_t place : step.to) targets.push_back(target + place * size + at);
                    transformTile(transform, direction, step.tile, std::min(chunk, size - at), sources.data(), targets.data(),
                                  step.overlap);
                }
        });
    });
}

Tensor Winograd::transformTaps(TileDirection direction, const Tensor& from) const
{
    // Taps [O, 4, D], filters [pairs, O, D].
    const bool forward = direction == TileDirection::Forward;
    const std::int64_t outputs = from.size(forward ? 0 : 1), depth = from.size(2), pairs = std::int64_t(pairs_.size());
    auto to = torch::empty(forward ? std::vector<std::int64_t>{pairs, outputs, depth} : std::vector<std::int64_t>{outputs, 4, depth},
                           from.options());
    AT_DISPATCH_FLOATING_TYPES(from.scalar_type(), "transformTaps", [&] {
        const auto* const source = from.data_ptr<scalar_t>();
        auto* const target = to.data_ptr<scalar_t>();
        at::parallel_for(0, outputs, 1, [&](std::int64_t begin, std::int64_t end) {
            std::vector<const scalar_t*> sources;
            std::vector<scalar_t*> targets;
            for (std::int64_t o = begin; o < end; ++o) {
                const auto tap = [&](auto* base, std::int64_t k) { return base + (o * 4 + k) * depth; };
                const auto filter = [&](auto* base, std::int64_t k) { return base + (k * outputs + o) * depth; };
                sources.clear();
                targets.clear();
                for (std::int64_t k = 0; k < (forward ? 4 : pairs); ++k) sources.push_back(forward ? tap(source, k) : filter(source, k));
                for (std::int64_t k = 0; k < (forward ? pairs : 4); ++k) targets.push_back(forward ? filter(target, k) : tap(target, k));
                transformTile(TileTransform::TapsToProducts, direction, largest(), depth, sources.data(), targets.data(), {});
            }
        });
    });
    return to;
}

Tensor Winograd::filters(const Tensor& packed) const { return transformTaps(TileDirection::Forward, packed); }

Tensor Winograd::filtersGradient(const Tensor& gradient) const { return transformTaps(TileDirection::Gradient, gradient); }

Tensor Winograd::inputs(const Tensor& blocks) const
{
    auto to = torch::empty({products(), examples_, blocks.size(3)}, blocks.options());
    transformTiles(TileTransform::InputsToProducts, TileDirection::Forward, Side::Inputs, blocks, Side::Products, to);
    return to;
}

Tensor Winograd::inputsGradient(const Tensor& gradient) const
{
    auto to = torch::empty({height_, width_, examples_, gradient.size(2)}, gradient.options());
    transformTiles(TileTransform::InputsToProducts, TileDirection::Gradient, Side::Products, gradient, Side::Inputs, to);
    return to;
}

Tensor Winograd::results(const Tensor& products) const
{
    auto to = torch::empty({height_ - 1, width_ - 1, examples_, products.size(2)}, products.options());
    transformTiles(TileTransform::ProductsToResults, TileDirection::Forward, Side::Products, products, Side::Results, to);
    return to;
}

Tensor Winograd::resultsGradient(const Tensor& gradient) const
{
    auto to = torch::empty({products(), examples_, gradient.size(3)}, gradient.options());
    transformTiles(TileTransform::ProductsToResults, TileDirection::Gradient, Side::Results, gradient, Side::Products, to);
    return to;
}

/// Calls work(pair, first, count) for products `begin` to `end`.
template <class Work>
void Winograd::eachRun(std::int64_t begin, std::int64_t end, const Work& work) const
{
    for (std::size_t p = 0; p < pairs_.size(); ++p) {
        const std::int64_t first = std::max(begin, pairs_[p].first), last = std::min(end, pairs_[p].first + pairs_[p].count);
        if (first < last) work(std::int64_t(p), first, last - first);
    }
}

Tensor Winograd::multiplyEach(const Tensor& products, const Tensor& matrices) const
{
    auto out = torch::empty({this->products(), examples_, matrices.size(2)}, products.options());
    shareOut(this->products(), [&](std::int64_t begin, std::int64_t end) {
        eachRun(begin, end, [&](std::int64_t pair, std::int64_t first, std::int64_t count) {
            auto part = rows(out, first, count);
            multiplyInto(part, rows(products, first, count), matrices[pair]);
        });
    });
    return out;
}

Tensor Winograd::multiply(const Tensor& inputs, const Tensor& filters) const { return multiplyEach(inputs, filters.transpose(1, 2)); }

Tensor Winograd::multiplyGradient(const Tensor& gradient, const Tensor& filters) const { return multiplyEach(gradient, filters); }

Tensor Winograd::filterGradient(const Tensor& gradient, const Tensor& inputs) const
{
    constexpr std::int64_t slice = 64;
    const std::int64_t outputs = gradient.size(2), slices = (outputs + slice - 1) / slice;
    auto out = torch::empty({std::int64_t(pairs_.size()), outputs, inputs.size(2)}, inputs.options());
    // Units of equal work are a product for a slice of the outputs; all of a pair's for one slice are one matrix product, and go to one
    // thread.
    shareOut(products() * slices, [&](std::int64_t begin, std::int64_t end) {
        for (std::size_t p = 0; p < pairs_.size(); ++p) {
            const auto [first, count] = pairs_[p];
            const auto wholeSlices = [&](std::int64_t units) {
                return std::clamp<std::int64_t>((units - first * slices) / count, 0, slices);
            };
            const std::int64_t from = wholeSlices(begin) * slice, to = std::min(wholeSlices(end) * slice, outputs);
            if (from >= to) continue;
            auto part = out[std::int64_t(p)].narrow(0, from, to - from);
            multiplyInto(part, rows(gradient, first, count).narrow(1, from, to - from).t(), rows(inputs, first, count));
        }
    });
    return out;
}

}  // namespace sonoglyph::batched
