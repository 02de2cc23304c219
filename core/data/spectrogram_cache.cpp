#include "core/data/spectrogram_cache.h"

#include <algorithm>
#include <new>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "core/audio/sound_file.h"
#include "core/base/atomic_file.h"
#include "core/base/digest.h"
#include "core/base/parallel.h"
#include "core/base/progress_meter.h"
#include "core/base/safetensors.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

constexpr int cacheFormat = 1;  // raise it whenever core/audio computes other values for the same parameters
constexpr const char* tableName = "spectrograms";
constexpr const char* usableName = "usable";

nlohmann::json describe(const SpectrogramParams& p)
{
    return {{"format", cacheFormat},
            {"kind", "spectrograms"},
            {"rate", p.rate},
            {"fftSize", p.fftSize},
            {"hopSeconds", p.hopSeconds},
            {"bands", p.bands},
            {"maxFrequency", p.maxFrequency},
            {"floorDecibels", p.floorDecibels},
            {"timeMode", int(p.timeMode)},
            {"size", p.size}};
}

/// Empty where it was stopped.
std::string cacheKey(std::span<const Recording> recordings, const SpectrogramParams& params, ProgressMeter& meter, std::stop_token stop,
                     int threads)
{
    std::vector<std::string> sums(recordings.size());
    const bool all = parallelFor(
        recordings.size(), threads,
        [&](std::size_t i) {
            if (auto sum = fileDigest(recordings[i].file, DigestKind::Sha256, stop)) sums[i] = std::move(*sum);
            meter.advance();
        },
        stop);
    if (!all || stop.stop_requested()) return {};
    Digest key;
    key.update(describe(params).dump());
    for (const std::string& sum : sums) {
        key.update(std::uint64_t(sum.size()));
        key.update(sum);
    }
    return key.hex();
}

std::optional<BadRecording> whyBad(const Recording& recording)
{
    const auto sound = readSoundFile(recording.file);
    if (sound) return std::nullopt;
    return BadRecording{recording.file, sound.error().message};
}

/// Nothing where the file is missing, damaged or does not fit the recordings.
std::optional<SpectrogramSet> readCache(const fs::path& file, std::span<const Recording> recordings, const SpectrogramParams& params)
{
    const auto stored = SafetensorsFile::read(file);
    if (!stored) return std::nullopt;
    const TensorView* table = stored->find(tableName);
    const TensorView* usable = stored->find(usableName);
    const auto hash = stored->metadata().find("hash");
    if (!table || !usable || table->dtype != DType::F32 || usable->dtype != DType::I32 || hash == stored->metadata().end())
        return std::nullopt;
    if (usable->shape.size() != 1 || table->shape != std::vector<std::int64_t>{usable->shape[0], params.size, params.size})
        return std::nullopt;
    if (hash->second != contentHash(stored->tensors())) return std::nullopt;

    SpectrogramSet set;
    std::size_t next = 0;
    for (const std::int32_t index : usable->as<std::int32_t>()) {
        if (index < std::int64_t(next) || std::size_t(index) >= recordings.size()) return std::nullopt;
        for (; next < std::size_t(index); ++next) {
            auto bad = whyBad(recordings[next]);
            if (!bad) return std::nullopt;
            set.bad.push_back(std::move(*bad));
        }
        set.usable.push_back(std::uint32_t(next++));
    }
    for (; next < recordings.size(); ++next) {
        auto bad = whyBad(recordings[next]);
        if (!bad) return std::nullopt;
        set.bad.push_back(std::move(*bad));
    }
    const auto values = table->as<float>();
    set.table = SpectrogramTable(params.size, std::vector<float>(values.begin(), values.end()));
    set.fromCache = true;
    return set;
}

Result<void> writeCache(const fs::path& file, const SpectrogramSet& set, const SpectrogramParams& params)
{
    if (auto made = makeFolder(file.parent_path()); !made) return made;
    const std::vector<std::int32_t> usable(set.usable.begin(), set.usable.end());
    const auto count = std::int64_t(usable.size());
    TensorMap tensors;
    tensors[tableName] = tensorView(DType::F32, {count, params.size, params.size}, set.table.values());
    tensors[usableName] = tensorView(DType::I32, {count}, std::span<const std::int32_t>(usable));
    return writeSafetensors(file, tensors, {{"sonoglyph", describe(params).dump()}, {"hash", contentHash(tensors)}});
}

Result<SpectrogramSet> compute(std::span<const Recording> recordings, const SpectrogramParams& params, ProgressMeter& meter,
                               std::stop_token stop, int threads)
{
    const std::size_t stride = std::size_t(params.size) * std::size_t(params.size);
    std::vector<float> values(recordings.size() * stride);
    std::vector<std::optional<Message>> faults(recordings.size());
    const bool all = parallelFor(
        recordings.size(), threads,
        [&](std::size_t i) {
            if (const auto sound = readSoundFile(recordings[i].file)) {
                const Spectrogram input = networkInput(*sound, params);
                std::copy(input.values.begin(), input.values.end(), values.begin() + std::ptrdiff_t(i * stride));
            } else {
                faults[i] = sound.error().message;
            }
            meter.advance();
        },
        stop);
    if (!all) return cancelled();

    SpectrogramSet set;
    for (std::size_t i = 0; i < recordings.size(); ++i) {
        if (faults[i]) {
            set.bad.push_back({recordings[i].file, std::move(*faults[i])});
            continue;
        }
        const auto from = values.begin() + std::ptrdiff_t(i * stride);
        if (set.usable.size() != i)
            std::copy(from, from + std::ptrdiff_t(stride), values.begin() + std::ptrdiff_t(set.usable.size() * stride));
        set.usable.push_back(std::uint32_t(i));
    }
    values.resize(set.usable.size() * stride);
    set.table = SpectrogramTable(params.size, std::move(values));
    return set;
}

}  // namespace

Result<SpectrogramSet> spectrogramsOf(std::span<const Recording> recordings, const SpectrogramParams& params, const fs::path& cacheFolder,
                                      const Progress& progress, std::stop_token stop, int threads)
{
    constexpr double keyShare = 0.1;
    try {
        ProgressMeter reading(progress, {SONOGLYPH_TEXT("core", "Looking for stored spectrograms"), {}}, recordings.size(), 0, keyShare);
        const std::string key = cacheKey(recordings, params, reading, stop, threads);
        if (key.empty()) return cancelled();
        const fs::path file = cacheFolder / "spectrograms" / (key + ".safetensors");
        if (auto stored = readCache(file, recordings, params)) {
            if (progress) progress({SONOGLYPH_TEXT("core", "Looking for stored spectrograms"), {}}, 1);
            return std::move(*stored);
        }

        ProgressMeter computing(progress, {SONOGLYPH_TEXT("core", "Computing %1 spectrograms"), {std::to_string(recordings.size())}},
                                recordings.size(), keyShare, 1);
        auto set = compute(recordings, params, computing, stop, threads);
        if (!set) return set;
        if (set->usable.empty())
            return Error{Errc::Corrupt,
                         {SONOGLYPH_TEXT("core", "None of the %1 recordings can be read, for example %2. Download the data set again."),
                          {std::to_string(recordings.size()), set->bad.empty() ? std::string("-") : set->bad.front().file.string()}},
                         set->bad.empty() ? std::string() : english(set->bad.front().reason)};
        if (const auto written = writeCache(file, *set, params); !written)
            set->notes.push_back(
                {SONOGLYPH_TEXT("core", "The spectrograms could not be stored in %1 and will be computed again next time: %2"),
                 {file.parent_path().string(), english(written.error())}});
        return set;
    } catch (const std::bad_alloc&) {
        return Error{Errc::OutOfMemory,
                     {SONOGLYPH_TEXT("core", "There is not enough memory for %1 spectrograms."), {std::to_string(recordings.size())}},
                     {}};
    }
}

}  // namespace sonoglyph
