#include "core/session/latent_study.h"

#include <algorithm>
#include <set>

#include "core/data/paired_dataset.h"
#include "core/data/synthetic_digits.h"
#include "core/eval/code_map.h"
#include "core/eval/zeroing_curve.h"
#include "core/model/judge.h"
#include "core/session/trained_data.h"

namespace sonoglyph {

namespace {

/// The model's own data set, or the one that is asked for where that lies; always heard as the model hears.
DatasetConfig dataOf(const LoadedModel& model, const MapRequest& request)
{
    DatasetConfig data = trainedOn(model.description.config, request.folder);
    data.spectrogram = model.info.spectrogram;
    if (!request.dataset.empty() && request.dataset != data.name) {
        if (data.name == syntheticName) data.folder = request.folder;  // that of the other one
        data.name = request.dataset;
    }
    return resolved(data);
}

/// The recordings that have a spectrogram.
RecordingSet usableOf(RecordingSet set, const std::vector<std::uint32_t>& usable)
{
    std::vector<Recording> kept;
    kept.reserve(usable.size());
    for (const std::uint32_t i : usable) kept.push_back(std::move(set.recordings[i]));
    set.recordings = std::move(kept);
    return set;
}

/// The files that the model learned from. `heard`: the recordings of the map; where they are of another data set than the model's own, that
/// one is looked up beside it. None where the model's data set is not there.
std::set<std::filesystem::path> learnedFiles(const LoadedModel& model, const DatasetConfig& data, const RecordingSet& heard)
{
    const DatasetConfig& own = model.description.config.data;
    RecordingSet set = heard;
    if (own.name != data.name) {
        auto listed = listRecordings(own.name, data.folder);
        if (!listed) return {};
        set = std::move(*listed);
    }
    const auto split = splitRecordings(set, own.split, own.seed);
    std::set<std::filesystem::path> files;
    if (split)
        for (const std::uint32_t i : split->train) files.insert(set.recordings[i].file);
    return files;
}

}  // namespace

Result<LatentMap> studyCodes(LoadedModel model, const MapRequest& request, const Progress& progress, const std::stop_token& stop)
{
    const DatasetConfig data = dataOf(model, request);
    auto judge = loadJudge(request.lenet, data);
    if (!judge) return judge.error();
    if (data.name == syntheticName)
        if (auto made = ensureSyntheticDigits(progress, stop, 0); !made) return made.error();
    auto listed = listRecordings(data.name, data.folder);
    if (!listed) return listed.error();
    auto spectrograms = spectrogramsOf(listed->recordings, data.spectrogram, defaultCacheFolder(), progress, stop, 0);
    if (!spectrograms) return spectrograms.error();
    const RecordingSet recordings = usableOf(std::move(*listed), spectrograms->usable);
    auto map = mapCodes(model.vae, *judge, recordings, spectrograms->table, data.folder, progress, stop);
    if (!map) return map;
    map->model = model.info.name;
    map->fingerprint = model.info.fingerprint;
    const auto learned = learnedFiles(model, data, recordings);
    for (std::size_t i = 0; i < map->size(); ++i) map->points[i].heldOut = !learned.contains(recordings.recordings[i].file);
    return map;
}

Result<ZeroingCurve> studyZeroing(LoadedModel model, const ZeroingRequest& request, const Progress& progress, const std::stop_token& stop)
{
    const DatasetConfig data = dataOf(model, request.data);
    auto judge = loadJudge(request.data.lenet, data);
    if (!judge) return judge.error();
    const auto dataset = openDataset(data, progress, stop, 0);
    if (!dataset) return dataset.error();
    auto curve = zeroingCurve(model.vae, *judge, **dataset, request, progress, stop);
    if (curve) curve->model = model.info.name;
    return curve;
}

}  // namespace sonoglyph
