#include "core/eval/recording_reader.h"

#include <functional>

#include "core/data/paired_dataset.h"
#include "core/data/spectrogram_cache.h"
#include "core/model/judge.h"
#include "core/session/trained_data.h"

namespace sonoglyph {

namespace {

constexpr std::int64_t atOnce = 256;

/// [N, 1, size, size] to probabilities of the labels [N, labels].
using Reader = std::function<torch::Tensor(const torch::Tensor&)>;

Result<Reader> readerOf(OpenModelFile opened)
{
    if (opened.description.config.model == ModelKind::Classifier) {
        auto net = loadClassifier(opened);
        if (!net) return net.error();
        (*net)->eval();
        return Reader([net = *net](const torch::Tensor& inputs) mutable { return net->forward(inputs).softmax(1); });
    }
    auto judge = loadJudge({}, trainedOn(opened.description.config, {}));
    if (!judge) return judge.error();
    auto model = loadModel(std::move(opened));
    if (!model) return model.error();
    return Reader([vae = model->vae, judge = *judge](const torch::Tensor& inputs) mutable {
        return judge->forward(vae->decode(vae->encode(inputs).mean)).softmax(1);
    });
}

}  // namespace

Result<std::vector<SoundReading>> readRecordings(OpenModelFile opened, const RecordingSet& set, const Progress& progress,
                                                 const std::stop_token& stop)
{
    torch::NoGradGuard noGrad;
    const DatasetConfig trained = resolved(opened.description.config.data);
    if (trained.labels != set.labels)
        return Error{
            Errc::Incompatible,
            {SONOGLYPH_TEXT("core", "The model %1 knows other labels than the data set %2 has."), {opened.path.stem().string(), set.name}}};
    auto reader = readerOf(std::move(opened));
    if (!reader) return reader.error();
    constexpr double heard = 0.7;
    auto spectrograms = spectrogramsOf(
        set.recordings, trained.spectrogram, defaultCacheFolder(),
        [&](const Message& phase, double fraction) {
            if (progress) progress(phase, heard * fraction);
        },
        stop, 0);
    if (!spectrograms) return spectrograms.error();
    const SpectrogramTable& table = spectrograms->table;
    const auto all = torch::from_blob(const_cast<float*>(table.values().data()),
                                      {std::int64_t(table.count()), 1, table.size(), table.size()}, torch::kFloat32);
    std::vector<SoundReading> readings(set.recordings.size());
    const Message phase{SONOGLYPH_TEXT("core", "Reading the recordings"), {}};
    for (std::int64_t i = 0; i < all.size(0); i += atOnce) {
        if (stop.stop_requested()) return cancelled();
        if (progress) progress(phase, heard + (1 - heard) * double(i) / double(all.size(0)));
        const auto [confidence, read] = (*reader)(all.slice(0, i, std::min(all.size(0), i + atOnce))).max(1);
        for (std::int64_t j = 0; j < read.size(0); ++j)
            readings[spectrograms->usable[std::size_t(i + j)]] = {int(read[j].item<std::int64_t>()), confidence[j].item<float>()};
    }
    return readings;
}

}  // namespace sonoglyph
