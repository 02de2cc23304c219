#include "core/train/lenet_trainer.h"

#include "core/base/statistics.h"
#include "core/data/own_dataset.h"
#include "core/data/paired_dataset.h"
#include "core/data/sampler.h"
#include "core/model/initialise.h"
#include "core/model/model_file.h"
#include "core/train/adam.h"
#include "core/train/batches.h"

namespace sonoglyph {

LenetReport readImages(Lenet5& net, const DigitImages& images)
{
    torch::NoGradGuard noGrad;
    net->eval();
    LenetReport report;
    report.examples = images.count();
    report.perLabel.resize(std::size_t(net->labels()));
    report.confusion = emptyConfusion(report.perLabel.size());
    const auto pixels = imageTensor(images);
    std::int64_t right = 0;
    constexpr int chunk = 1000;
    for (int i = 0; i < images.count(); i += chunk) {
        const int n = std::min(chunk, images.count() - i);
        const auto read = net->forward(unitImages(pixels.narrow(0, i, n))).argmax(1).contiguous();
        for (int j = 0; j < n; ++j) {
            const int label = images.label(i + j), said = int(read.data_ptr<std::int64_t>()[j]);
            ++report.confusion[std::size_t(label)][std::size_t(said)];
            right += label == said;
        }
    }
    report.accuracy = double(right) / double(std::max<std::int64_t>(1, report.examples));
    report.interval = wilsonInterval(right, report.examples);
    for (std::size_t label = 0; label < report.perLabel.size(); ++label)
        report.perLabel[label] =
            double(report.confusion[label][label]) / double(std::max<std::size_t>(1, images.indicesOf(int(label)).size()));
    return report;
}

Result<LenetReport> trainLenet5(const LenetRequest& request, const Progress& progress, const std::stop_token& stop)
{
    DatasetConfig data;
    data.name = request.dataset;
    data.folder = request.folder;
    data = resolved(data);
    const auto source = imagesOf(data);
    if (!source) return source.error();
    const auto train = readMnist(source->folder, MnistPart::Train), test = readMnist(source->folder, MnistPart::Test);
    if (!train) return train.error();
    if (!test) return test.error();
    if (auto named = checkLabels(*source, data, std::max(train->labelCount(), test->labelCount())); !named) return named.error();
    const auto out = request.out.empty() && isOwnName(data.name) ? ownJudgeFile(data.folder, data.name) : request.out;
    if (out.empty()) return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "Say with --out where the trained LeNet-5 should go."), {}}};
    const int labels = int(data.labels.size());
    Lenet5 net = makeSeeded(request.seed, [labels] {
        Lenet5 made(labels);
        initialise(*made, Initialisation::He);
        return made;
    });
    Adam adam("lenet5", *net, {.learningRate = request.learningRate});
    Sampler sampler(std::uint32_t(train->count()), request.batch, request.seed);
    const auto pixels = imageTensor(*train);
    const std::int64_t steps = request.epochs * sampler.stepsPerEpoch();
    for (std::int64_t step = 1; step <= steps; ++step) {
        if (stop.stop_requested()) return cancelled();
        const auto which = sampler.batch(step);
        auto rows = torch::empty({std::int64_t(which.size())}, torch::kInt64), labels = torch::empty_like(rows);
        for (std::size_t i = 0; i < which.size(); ++i) {
            rows.data_ptr<std::int64_t>()[i] = which[i];
            labels.data_ptr<std::int64_t>()[i] = train->label(int(which[i]));
        }
        adam.zeroGrad();
        torch::nn::functional::cross_entropy(net->forward(unitImages(pixels.index_select(0, rows))), labels).backward();
        adam.step();
        if (step % sampler.stepsPerEpoch() == 0) {
            // A tenth of the rate for the last third settles the weights.
            if (sampler.epochOf(step) >= request.epochs - request.epochs / 3) adam.setLearningRate(request.learningRate / 10);
            if (progress)
                progress({SONOGLYPH_TEXT("core", "LeNet-5: epoch %1 of %2"),
                          {std::to_string(sampler.epochOf(step)), std::to_string(request.epochs)}},
                         double(step) / double(steps));
        }
    }
    LenetReport report = readImages(net, *test);
    ModelDescription d;
    d.kind = "lenet5";
    d.config.data.name = data.name;
    d.config.data.labels = data.labels;
    d.config.epochs = request.epochs;
    d.config.batch = request.batch;
    d.config.learningRate = request.learningRate;
    d.config.seed = request.seed;
    d.epoch = request.epochs;
    d.step = steps;
    d.accuracy = d.accuracyMean = report.accuracy;
    d.note = "LeNet-5 (paper table 3) trained on the images of " + data.name + ", " + std::to_string(request.epochs) + " epochs; reads " +
             std::to_string(report.accuracy) + " of the test images";
    if (auto written = writeModelFile(out, stateOf(*net), d); !written) return written.error();
    return report;
}

}  // namespace sonoglyph
