#include "core/session/bench.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <random>

#include <ATen/Parallel.h>
#include <unistd.h>

#include "core/model/batched/matrix_product.h"
#include "core/train/batches.h"
#include "core/train/learner.h"
#include "core/train/threads.h"

namespace sonoglyph {

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point began) { return std::chrono::duration<double, std::milli>(Clock::now() - began).count(); }

double quantile(std::vector<double> values, double q)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(q * double(values.size())))];
}

/// The rate of one large product is what no layer of the same arithmetic can beat.
double gemmGflops(torch::Device device)
{
    constexpr std::int64_t n = 1536;
    const auto a = torch::rand({n, n}).to(device), b = torch::rand({n, n}).to(device);
    auto c = torch::empty_like(a);
    std::vector<double> times;
    for (int i = 0; i < 6; ++i) {
        const auto began = Clock::now();
        device.is_cpu() ? batched::multiplyInto(c, a, b) : (void)torch::mm_out(c, a, b);
        (void)c[0][0].item<float>();  // a GPU is waited for
        if (i > 0) times.push_back(millisecondsSince(began));
    }
    return 2.0 * n * n * n / quantile(times, 0.5) / 1e6;
}

std::int64_t residentBytes()
{
    std::ifstream statm("/proc/self/statm");
    std::int64_t total = 0, resident = 0;
    statm >> total >> resident;
    return resident * sysconf(_SC_PAGESIZE);
}

/// As many pairs as MNIST-FSDD has recordings and digits to choose from, with random content.
PairedDataset randomDataset(int pairs)
{
    PairedDataset d;
    std::mt19937_64 random(1);
    std::vector<std::uint8_t> pixels(std::size_t(pairs) * DigitImages::pixelCount), labels(std::size_t(pairs), 0);
    for (auto& p : pixels) p = std::uint8_t(random());
    d.trainImages = DigitImages(pixels, labels);
    d.testImages = d.trainImages;
    const int size = d.config.spectrogram.size;
    std::vector<float> spectrograms(std::size_t(pairs) * std::size_t(size * size));
    for (auto& v : spectrograms) v = float(random() >> 40) / float(1 << 24);
    d.spectrograms = SpectrogramTable(size, std::move(spectrograms));
    for (int i = 0; i < pairs; ++i) {
        d.trainPairs.push_back({std::uint32_t(i), std::uint32_t(i)});
        d.split.train.push_back(std::uint32_t(i));
    }
    return d;
}

}  // namespace

Result<TrainBenchmark> measureTraining(const RunConfig& config, int steps, const Progress& progress, const std::stop_token& stop)
{
    constexpr int warmUp = 3;
    const PairedDataset dataset = randomDataset(std::max(2000, config.batch));
    const Placement placement = Placement::of(config);
    const Batches batches(dataset, placement.device);
    const auto learner = makeLearner(config, placement);
    TrainBenchmark out;
    useThreads(config.threads);
    out.threads = at::get_num_threads();
    out.batch = config.batch;
    out.steps = steps;
    out.gflopPerStep = learner->stepFlop(config.batch) / 1e9;
    out.gemmGflops = gemmGflops(placement.device);
    std::mt19937_64 random(2);
    std::vector<std::uint32_t> which(std::size_t(config.batch));
    std::vector<double> times, inputs;
    for (int i = 0; i < warmUp + steps; ++i) {
        if (stop.stop_requested()) return cancelled();
        if (progress) progress({SONOGLYPH_TEXT("core", "Measuring"), {}}, double(i) / double(warmUp + steps));
        for (auto& w : which) w = std::uint32_t(random() % dataset.trainPairs.size());
        const auto began = Clock::now();
        const Batch batch = batches.train(which);
        const double input = millisecondsSince(began);
        learner->step(batch, {config.effectiveLearningRate()});
        if (i < warmUp) continue;
        times.push_back(millisecondsSince(began));
        inputs.push_back(input);
    }
    out.millisecondsPerStep = quantile(times, 0.5);
    out.samplesPerSecond = 1e3 * config.batch / out.millisecondsPerStep;
    out.inputShare = quantile(inputs, 0.5) / out.millisecondsPerStep;
    out.shareOfLimit = out.gflopPerStep / out.gemmGflops * 1e3 / out.millisecondsPerStep;
    out.residentBytes = residentBytes();
    for (const auto& [name, tensor] : learner->state()) out.checkpointBytes += std::int64_t(tensor.nbytes());
    return out;
}

Result<DecodeBenchmark> measureDecoding(Decoder& decoder, int repeats, const std::stop_token& stop)
{
    DecodeBenchmark out;
    out.threads = at::get_num_threads();
    out.repeats = repeats;
    const int size = decoder.info().spectrogram.size;
    std::mt19937_64 random(1);
    Spectrogram input{size, size, std::vector<float>(std::size_t(size * size))};
    std::vector<double> both, drawn;
    for (int i = 0; i < repeats + 3; ++i) {
        if (stop.stop_requested()) return cancelled();
        for (auto& v : input.values) v = float(random() >> 40) / float(1 << 24);
        const auto heard = decoder.hear(input);
        if (!heard) return heard.error();
        const auto again = decoder.draw(heard->z);
        if (!again) return again.error();
        if (i < 3) continue;
        both.push_back(heard->milliseconds);
        drawn.push_back(again->milliseconds);
    }
    out.encodeAndDraw = quantile(both, 0.5);
    out.encodeAndDraw95 = quantile(both, 0.95);
    out.draw = quantile(drawn, 0.5);
    out.draw95 = quantile(drawn, 0.95);
    return out;
}

}  // namespace sonoglyph
