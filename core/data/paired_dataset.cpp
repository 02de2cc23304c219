#include "core/data/paired_dataset.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "core/data/data_folders.h"
#include "core/data/own_dataset.h"
#include "core/data/synthetic_digits.h"

namespace sonoglyph {

namespace {

constexpr std::uint64_t trainPairStream = 2;
constexpr std::uint64_t testPairStream = 3;

/// Leaves only the recordings that have a spectrogram.
void keepUsable(RecordingSet& set, const SpectrogramSet& spectrograms)
{
    std::vector<Recording> kept;
    kept.reserve(spectrograms.usable.size());
    for (const std::uint32_t i : spectrograms.usable) kept.push_back(std::move(set.recordings[i]));
    set.recordings = std::move(kept);
}

void noteBad(std::vector<Message>& notes, const SpectrogramSet& spectrograms)
{
    constexpr std::size_t shown = 5;
    for (std::size_t i = 0; i < std::min(shown, spectrograms.bad.size()); ++i)
        notes.push_back({SONOGLYPH_TEXT("core", "Left out: %1"), {english(spectrograms.bad[i].reason)}});
    if (spectrograms.bad.size() > shown)
        notes.push_back({SONOGLYPH_TEXT("core", "Left out as well: %1 more recordings that cannot be read."),
                         {std::to_string(spectrograms.bad.size() - shown)}});
}

/// Whether it is one of the built-in sets `names`, or one of them is mixed into it.
bool holds(const DatasetConfig& config, std::initializer_list<std::string_view> names)
{
    const auto named = [&](const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); };
    if (!isOwnName(config.name)) return named(config.name);
    const auto own = readOwnDataset(config.folder, config.name);
    return own && std::any_of(own->recordings.begin(), own->recordings.end(), [&](const auto& source) { return named(source.dataset); });
}

void noteSilentLabels(std::vector<Message>& notes, const RecordingSet& set, std::span<const std::uint32_t> part, const char* text)
{
    std::vector<bool> heard(set.labels.size());
    for (const std::uint32_t i : part) heard[std::size_t(set.recordings[i].label)] = true;
    std::string silent;
    for (std::size_t label = 0; label < heard.size(); ++label) {
        if (!heard[label]) silent += (silent.empty() ? "" : ", ") + set.labels[label];
    }
    if (!silent.empty()) notes.push_back({text, {silent}});
}

}  // namespace

Result<ImageSource> imagesOf(const DatasetConfig& config)
{
    if (!isOwnName(config.name)) return ImageSource{mnistFolder(config.folder), alignmentOf(config.name)};
    const auto own = readOwnDataset(config.folder, config.name);
    if (!own) return own.error();
    return ImageSource{ownImages(config.folder, *own), own->alignment};
}

DatasetConfig resolved(DatasetConfig config)
{
    if (config.name == syntheticName) config.folder = syntheticFolder();
    if (config.folder.empty()) config.folder = defaultDataFolder();
    if (isOwnName(config.name))
        if (auto own = readOwnDataset(config.folder, config.name)) config.labels = std::move(own->labels);
    if (config.spectrogram.rate == 0) config.spectrogram.rate = holds(config, {"fsdd", "fsdd6", "mixed"}) ? 8000 : 16000;
    return config;
}

Result<void> checkLabels(const ImageSource& source, const DatasetConfig& config, int labelsOfImages)
{
    if (labelsOfImages <= int(config.labels.size())) return {};
    return Error{
        Errc::Incompatible,
        {SONOGLYPH_TEXT("core", "The images in %1 have labels up to %2, but the data set %3 names only %4. Name a label for each."),
         {source.folder.string(), std::to_string(labelsOfImages - 1), config.name, std::to_string(config.labels.size())}},
        {}};
}

Result<std::shared_ptr<const PairedDataset>> openDataset(const DatasetConfig& config, const Progress& progress, std::stop_token stop,
                                                         int threads)
{
    const auto tell = [&](const Message& phase, double fraction) {
        if (progress) progress(phase, fraction);
    };
    auto data = std::make_shared<PairedDataset>();
    data->config = resolved(config);

    if (holds(data->config, {syntheticName}))
        if (auto made = ensureSyntheticDigits(progress, stop, threads); !made) return made.error();
    tell({SONOGLYPH_TEXT("core", "Reading the images"), {}}, 0);
    const auto source = imagesOf(data->config);
    if (!source) return source.error();
    auto train = readMnist(source->folder, MnistPart::Train);
    if (!train) return train.error();
    auto test = readMnist(source->folder, MnistPart::Test);
    if (!test) return test.error();
    data->trainImages = std::move(*train);
    data->testImages = std::move(*test);
    if (stop.stop_requested()) return cancelled();

    auto recordings = listRecordings(data->config.name, data->config.folder);
    if (!recordings) return recordings.error();
    data->recordings = std::move(*recordings);
    if (auto named = checkLabels(*source, data->config, std::max(data->trainImages.labelCount(), data->testImages.labelCount())); !named)
        return named.error();
    if (data->recordings.skipped > 0)
        data->notes.push_back({SONOGLYPH_TEXT("core", "%1 sound files were skipped: their names do not follow the data set's pattern."),
                               {std::to_string(data->recordings.skipped)}});
    // An unknown speaker or split shows before the spectrograms take their time.
    if (auto tried = splitRecordings(data->recordings, data->config.split, data->config.seed); !tried) return tried.error();

    constexpr double readShare = 0.1;
    auto spectrograms = spectrogramsOf(
        data->recordings.recordings, data->config.spectrogram, defaultCacheFolder(),
        [&](const Message& phase, double fraction) { tell(phase, readShare + (1 - readShare) * fraction); }, stop, threads);
    if (!spectrograms) return spectrograms.error();
    keepUsable(data->recordings, *spectrograms);
    data->spectrograms = std::move(spectrograms->table);
    noteBad(data->notes, *spectrograms);
    data->notes.insert(data->notes.end(), spectrograms->notes.begin(), spectrograms->notes.end());

    auto split = splitRecordings(data->recordings, data->config.split, data->config.seed);
    if (!split) return split.error();
    data->split = std::move(*split);
    noteSilentLabels(data->notes, data->recordings, data->split.train, SONOGLYPH_TEXT("core", "No recordings to learn from of: %1."));
    noteSilentLabels(data->notes, data->recordings, data->split.test, SONOGLYPH_TEXT("core", "No recordings to test with of: %1."));

    data->alignment = source->alignment;
    Random trainRandom = seededRandom(data->config.seed, trainPairStream);
    Random testRandom = seededRandom(data->config.seed, testPairStream);
    data->trainPairs = pairUp(data->alignment, data->trainImages, data->recordings, data->split.train, trainRandom);
    data->testPairs = pairUp(data->alignment, data->testImages, data->recordings, data->split.test, testRandom);
    if (data->trainPairs.empty() || data->testPairs.empty())
        return Error{Errc::Incompatible,
                     {SONOGLYPH_TEXT("core", "The recordings of %1 and the images have no label in common."), {data->config.name}},
                     {}};
    tell({SONOGLYPH_TEXT("core", "The data set is ready"), {}}, 1);
    return std::shared_ptr<const PairedDataset>(std::move(data));
}

}  // namespace sonoglyph
