#include "core/data/paired_dataset.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

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

void noteSilentDigits(std::vector<Message>& notes, const RecordingSet& set, std::span<const std::uint32_t> part, const char* text)
{
    std::array<bool, 10> heard{};
    for (const std::uint32_t i : part) heard[std::size_t(set.recordings[i].digit)] = true;
    std::string silent;
    for (std::size_t digit = 0; digit < heard.size(); ++digit) {
        if (!heard[digit]) silent += (silent.empty() ? "" : ", ") + std::to_string(digit);
    }
    if (!silent.empty()) notes.push_back({text, {silent}});
}

}  // namespace

DatasetConfig resolved(DatasetConfig config)
{
    if (config.name == syntheticName) config.folder = syntheticFolder();
    if (config.folder.empty()) config.folder = defaultDataFolder();
    if (config.spectrogram.rate == 0) config.spectrogram.rate = config.name == "scd" || config.name == syntheticName ? 16000 : 8000;
    return config;
}

Result<std::shared_ptr<const PairedDataset>> openDataset(const DatasetConfig& config, const Progress& progress, std::stop_token stop,
                                                         int threads)
{
    const auto tell = [&](const Message& phase, double fraction) {
        if (progress) progress(phase, fraction);
    };
    auto data = std::make_shared<PairedDataset>();
    data->config = resolved(config);

    if (data->config.name == syntheticName)
        if (auto made = ensureSyntheticDigits(progress, stop, threads); !made) return made.error();
    tell({SONOGLYPH_TEXT("core", "Reading the images"), {}}, 0);
    auto train = readMnist(data->config.folder / "mnist", MnistPart::Train);
    if (!train) return train.error();
    auto test = readMnist(data->config.folder / "mnist", MnistPart::Test);
    if (!test) return test.error();
    data->trainImages = std::move(*train);
    data->testImages = std::move(*test);
    if (stop.stop_requested()) return cancelled();

    auto recordings = listRecordings(data->config.name, data->config.folder);
    if (!recordings) return recordings.error();
    data->recordings = std::move(*recordings);
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
    noteSilentDigits(data->notes, data->recordings, data->split.train,
                     SONOGLYPH_TEXT("core", "No recordings of these digits to learn from: %1."));
    noteSilentDigits(data->notes, data->recordings, data->split.test,
                     SONOGLYPH_TEXT("core", "No recordings of these digits to test with: %1."));

    data->alignment = alignmentOf(data->config.name);
    Random trainRandom = seededRandom(data->config.seed, trainPairStream);
    Random testRandom = seededRandom(data->config.seed, testPairStream);
    data->trainPairs = pairUp(data->alignment, data->trainImages, data->recordings, data->split.train, trainRandom);
    data->testPairs = pairUp(data->alignment, data->testImages, data->recordings, data->split.test, testRandom);
    if (data->trainPairs.empty() || data->testPairs.empty())
        return Error{Errc::Incompatible,
                     {SONOGLYPH_TEXT("core", "The recordings of %1 and the images have no digit in common."), {data->config.name}},
                     {}};
    tell({SONOGLYPH_TEXT("core", "The data set is ready"), {}}, 1);
    return std::shared_ptr<const PairedDataset>(std::move(data));
}

}  // namespace sonoglyph
