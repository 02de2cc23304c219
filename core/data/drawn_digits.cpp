#include "core/data/drawn_digits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <numbers>

#include "core/base/parallel.h"

namespace sonoglyph {

namespace {

constexpr int side = DigitImages::width;
constexpr double box = 20;  // MNIST's digits fill 20x20 of the 28x28
constexpr int partsOfACurve = 8;

struct Point {
    double x = 0, y = 0;
};

struct Stroke {
    bool smooth = false;  ///< through all points, else straight from one to the next
    std::vector<Point> points;
};

using Template = std::vector<Stroke>;

/// x to the right, y down, both about 0 to 1. Several ways in which people write a digit.
const std::vector<Template>& templatesOf(int digit)
{
    static const std::array<std::vector<Template>, 10> all{{
        // 0
        {{{true, {{0.5, 0}, {0.15, 0.2}, {0.08, 0.55}, {0.25, 0.92}, {0.55, 1}, {0.85, 0.75}, {0.9, 0.4}, {0.75, 0.08}, {0.48, 0.01}}}},
         {{true, {{0.6, 0.02}, {0.25, 0.12}, {0.1, 0.5}, {0.2, 0.88}, {0.5, 1}, {0.8, 0.85}, {0.92, 0.45}, {0.78, 0.1}, {0.5, 0}}}}},
        // 1
        {{{false, {{0.5, 0}, {0.5, 1}}}}, {{false, {{0.52, 0}, {0.48, 0.5}, {0.5, 1}}}}, {{false, {{0.36, 0.2}, {0.52, 0}, {0.5, 1}}}}},
        // 2
        {{{true, {{0.12, 0.25}, {0.3, 0.04}, {0.62, 0.03}, {0.8, 0.22}, {0.7, 0.48}, {0.4, 0.75}, {0.1, 0.97}}},
          {false, {{0.1, 0.97}, {0.9, 0.95}}}},
         {{true,
           {{0.15, 0.22},
            {0.35, 0.02},
            {0.68, 0.06},
            {0.76, 0.3},
            {0.55, 0.62},
            {0.25, 0.9},
            {0.1, 0.92},
            {0.2, 0.76},
            {0.45, 0.85},
            {0.92, 1}}}}},
        // 3
        {{{true, {{0.15, 0.12}, {0.45, 0}, {0.76, 0.12}, {0.72, 0.36}, {0.4, 0.48}}},
          {true, {{0.4, 0.48}, {0.78, 0.56}, {0.84, 0.82}, {0.5, 1}, {0.1, 0.88}}}},
         {{false, {{0.15, 0.03}, {0.8, 0.02}, {0.42, 0.42}}}, {true, {{0.42, 0.42}, {0.78, 0.5}, {0.86, 0.78}, {0.52, 1}, {0.1, 0.9}}}}},
        // 4
        {{{false, {{0.22, 0}, {0.12, 0.55}, {0.88, 0.5}}}, {false, {{0.74, 0.02}, {0.66, 1}}}},
         {{false, {{0.66, 0}, {0.08, 0.62}, {0.92, 0.6}}}, {false, {{0.66, 0}, {0.64, 1}}}}},
        // 5
        {{{false, {{0.82, 0.03}, {0.3, 0.04}, {0.22, 0.46}}},
          {true, {{0.22, 0.46}, {0.5, 0.38}, {0.82, 0.55}, {0.8, 0.85}, {0.45, 1}, {0.1, 0.9}}}},
         {{true, {{0.24, 0.05}, {0.2, 0.45}, {0.5, 0.4}, {0.8, 0.6}, {0.72, 0.9}, {0.4, 1}, {0.12, 0.92}}},
          {false, {{0.24, 0.05}, {0.85, 0}}}}},
        // 6
        {{{true, {{0.72, 0}, {0.38, 0.22}, {0.16, 0.6}, {0.24, 0.92}, {0.55, 1}, {0.82, 0.82}, {0.72, 0.58}, {0.45, 0.54}, {0.2, 0.72}}}},
         {{true, {{0.5, 0}, {0.25, 0.3}, {0.14, 0.7}, {0.3, 0.98}, {0.62, 0.98}, {0.8, 0.75}, {0.6, 0.55}, {0.34, 0.62}, {0.18, 0.78}}}}},
        // 7
        {{{false, {{0.1, 0.06}, {0.86, 0.03}}}, {true, {{0.86, 0.03}, {0.62, 0.45}, {0.42, 1}}}},
         {{false, {{0.12, 0.04}, {0.86, 0.04}, {0.4, 1}}}},
         {{false, {{0.1, 0.05}, {0.85, 0.04}, {0.44, 1}}}, {false, {{0.32, 0.52}, {0.8, 0.48}}}}},
        // 8
        {{{true,
           {{0.72, 0.14},
            {0.45, 0},
            {0.2, 0.18},
            {0.36, 0.42},
            {0.68, 0.6},
            {0.78, 0.84},
            {0.48, 1},
            {0.18, 0.84},
            {0.32, 0.58},
            {0.62, 0.38},
            {0.74, 0.14}}}},
         {{true, {{0.5, 0}, {0.2, 0.14}, {0.28, 0.4}, {0.5, 0.48}, {0.74, 0.36}, {0.78, 0.12}, {0.5, 0}}},
          {true, {{0.5, 0.48}, {0.18, 0.66}, {0.2, 0.92}, {0.52, 1}, {0.82, 0.88}, {0.8, 0.62}, {0.5, 0.48}}}}},
        // 9
        {{{true, {{0.8, 0.24}, {0.55, 0}, {0.22, 0.12}, {0.18, 0.4}, {0.45, 0.5}, {0.74, 0.36}, {0.82, 0.16}}},
          {false, {{0.82, 0.16}, {0.74, 0.6}, {0.68, 1}}}},
         {{true, {{0.76, 0.2}, {0.5, 0.01}, {0.2, 0.2}, {0.28, 0.46}, {0.58, 0.46}, {0.78, 0.2}}},
          {true, {{0.78, 0.2}, {0.76, 0.62}, {0.55, 0.95}, {0.2, 0.98}}}}},
    }};
    return all[std::size_t(digit)];
}

/// Catmull & Rom (1974), uniform.
Point curveAt(const Point& a, const Point& b, const Point& c, const Point& d, double t)
{
    const auto mix = [t](double p, double q, double r, double s) {
        return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t);
    };
    return {mix(a.x, b.x, c.x, d.x), mix(a.y, b.y, c.y, d.y)};
}

std::vector<Point> polyline(const Stroke& stroke)
{
    const auto& p = stroke.points;
    if (!stroke.smooth) return p;
    std::vector<Point> out{p.front()};
    for (std::size_t i = 0; i + 1 < p.size(); ++i) {
        const Point &before = p[i == 0 ? 0 : i - 1], &after = p[std::min(i + 2, p.size() - 1)];
        for (int part = 1; part <= partsOfACurve; ++part)
            out.push_back(curveAt(before, p[i], p[i + 1], after, double(part) / partsOfACurve));
    }
    return out;
}

/// How one hand writes one digit.
class Hand {
public:
    explicit Hand(Random& random)
        : random_(random), turn_(drawBetween(random, -0.16, 0.16)), slant_(drawBetween(random, -0.1, 0.35)),
          squeeze_(drawBetween(random, 0.6, 1.0)), bendX_(drawBetween(random, -0.05, 0.05)), bendY_(drawBetween(random, -0.05, 0.05)),
          phase_(drawBetween(random, 0, 2 * std::numbers::pi)), pen_(drawBetween(random, 1.7, 3.4))
    {
    }

    double pen() const { return pen_; }

    /// A template's own point, a little elsewhere.
    Point unsteady(const Point& p) { return {p.x + drawBetween(random_, -0.035, 0.035), p.y + drawBetween(random_, -0.035, 0.035)}; }

    /// Waves across the whole digit, then squeezed, slanted and turned about its middle.
    Point placed(Point p) const
    {
        const double wave = std::numbers::pi;
        p = {p.x + bendX_ * std::sin(wave * 2 * p.y + phase_), p.y + bendY_ * std::sin(wave * 2 * p.x + phase_)};
        const double x = (p.x - 0.5) * squeeze_ - slant_ * (p.y - 0.5), y = p.y - 0.5;
        return {x * std::cos(turn_) - y * std::sin(turn_), x * std::sin(turn_) + y * std::cos(turn_)};
    }

private:
    Random& random_;
    double turn_, slant_, squeeze_, bendX_, bendY_, phase_, pen_;
};

double distanceTo(const Point& p, const Point& a, const Point& b)
{
    const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

using Lines = std::vector<std::vector<Point>>;

/// Into `box`, its ratio kept.
void fit(Lines& lines, double pen)
{
    Point low{1e9, 1e9}, high{-1e9, -1e9};
    for (const auto& line : lines)
        for (const Point& p : line) {
            low = {std::min(low.x, p.x), std::min(low.y, p.y)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        }
    const double scale = (box - pen) / std::max(high.x - low.x, high.y - low.y);
    for (auto& line : lines)
        for (Point& p : line) p = {(p.x - (low.x + high.x) / 2) * scale, (p.y - (low.y + high.y) / 2) * scale};
}

/// `centre` is where (0, 0) lies, in pixels.
std::vector<double> inked(const Lines& lines, double pen, const Point& centre)
{
    constexpr double soft = 1.1;  // width of an edge, pixels
    std::vector<double> ink(std::size_t(DigitImages::pixelCount), 0);
    for (const auto& line : lines) {
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const Point a{line[i].x + centre.x, line[i].y + centre.y}, b{line[i + 1].x + centre.x, line[i + 1].y + centre.y};
            const double reach = pen / 2 + soft;
            const int left = std::max(0, int(std::floor(std::min(a.x, b.x) - reach))),
                      right = std::min(side - 1, int(std::ceil(std::max(a.x, b.x) + reach)));
            const int top = std::max(0, int(std::floor(std::min(a.y, b.y) - reach))),
                      bottom = std::min(side - 1, int(std::ceil(std::max(a.y, b.y) + reach)));
            for (int y = top; y <= bottom; ++y)
                for (int x = left; x <= right; ++x) {
                    double& pixel = ink[std::size_t(y * side + x)];
                    pixel = std::max(pixel, std::clamp((pen / 2 - distanceTo({x + 0.5, y + 0.5}, a, b)) / soft + 0.5, 0.0, 1.0));
                }
        }
    }
    return ink;
}

Point centreOfMass(const std::vector<double>& ink)
{
    double x = 0, y = 0, sum = 0;
    for (int i = 0; i < DigitImages::pixelCount; ++i) {
        const double value = ink[std::size_t(i)];
        x += value * (i % side + 0.5);
        y += value * (i / side + 0.5);
        sum += value;
    }
    return {x / sum, y / sum};
}

}  // namespace

std::vector<std::uint8_t> drawDigit(int digit, Random& random)
{
    const auto& templates = templatesOf(digit);
    const Template& chosen = templates[std::size_t(drawBelow(random, templates.size()))];
    Hand hand(random);
    Lines lines;
    Point last{-1, -1};
    Point lastMoved;
    for (const Stroke& stroke : chosen) {
        Stroke moved{stroke.smooth, {}};
        for (const Point& p : stroke.points) {
            // Where one stroke takes up another, the pen was not lifted.
            const bool same = p.x == last.x && p.y == last.y;
            moved.points.push_back(same ? lastMoved : hand.unsteady(p));
            last = p;
            lastMoved = moved.points.back();
        }
        auto line = polyline(moved);
        for (Point& p : line) p = hand.placed(p);
        lines.push_back(std::move(line));
    }
    fit(lines, hand.pen());
    const Point middle{side / 2.0, side / 2.0};
    const Point mass = centreOfMass(inked(lines, hand.pen(), middle));
    const auto ink = inked(lines, hand.pen(), {2 * middle.x - mass.x, 2 * middle.y - mass.y});
    std::vector<std::uint8_t> pixels(ink.size());
    std::transform(ink.begin(), ink.end(), pixels.begin(), [](double value) { return std::uint8_t(std::lround(255 * value)); });
    return pixels;
}

Result<DigitImages> drawDigits(int count, std::uint64_t seed, std::uint64_t stream, int threads, const Progress& progress,
                               const std::stop_token& stop)
{
    constexpr std::size_t atOnce = 500;
    std::vector<std::uint8_t> pixels(std::size_t(count) * DigitImages::pixelCount), labels(std::size_t(count), 0);
    std::mutex telling;
    std::size_t drawn = 0;
    const std::size_t blocks = (std::size_t(count) + atOnce - 1) / atOnce;
    const auto draw = [&](std::size_t block) {
        // A generator a block, so that threads do not matter.
        Random random = seededRandom(seed, (stream << 32) + block);
        for (std::size_t i = block * atOnce; i < std::min(std::size_t(count), (block + 1) * atOnce); ++i) {
            labels[i] = std::uint8_t(i % 10);
            const auto image = drawDigit(labels[i], random);
            std::copy(image.begin(), image.end(), pixels.begin() + std::ptrdiff_t(i * DigitImages::pixelCount));
        }
        const std::scoped_lock alone(telling);
        if (progress) progress({SONOGLYPH_TEXT("core", "Drawing synthetic digits"), {}}, double(++drawn) / double(blocks));
    };
    if (!parallelFor(blocks, threads, draw, stop)) return cancelled();
    return DigitImages(std::move(pixels), std::move(labels));
}

}  // namespace sonoglyph
