#include "core/data/recording_check.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>
#include <type_traits>

#include "core/audio/sound_file.h"
#include "core/base/atomic_file.h"
#include "core/base/digest.h"
#include "core/base/parallel.h"
#include "core/base/progress_meter.h"
#include "core/base/safetensors.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

constexpr int cacheFormat = 1;  // raise it whenever factsOf() says something else of the same sound, and for another limit
constexpr const char* tableName = "facts";

static_assert(std::is_trivially_copyable_v<RecordingFacts>);

std::string cacheKey(std::span<const Recording> recordings)
{
    Digest key;
    key.update(std::uint64_t(cacheFormat));
    for (const Recording& recording : recordings) {
        std::error_code ignored;
        const std::string name = fs::absolute(recording.file, ignored).lexically_normal().string();
        key.update(std::uint64_t(name.size()));
        key.update(name);
        key.update(std::uint64_t(fs::file_size(recording.file, ignored)));
        key.update(std::uint64_t(fs::last_write_time(recording.file, ignored).time_since_epoch().count()));
    }
    return key.hex();
}

/// Nothing where the file is missing, damaged or does not fit the recordings.
std::optional<RecordingCheck> readCache(const fs::path& file, std::span<const Recording> recordings)
{
    const auto stored = SafetensorsFile::read(file);
    if (!stored) return std::nullopt;
    const TensorView* table = stored->find(tableName);
    const auto hash = stored->metadata().find("hash");
    const std::vector<std::int64_t> shape{std::int64_t(recordings.size()), std::int64_t(sizeof(RecordingFacts))};
    if (!table || table->dtype != DType::U8 || table->shape != shape) return std::nullopt;
    if (hash == stored->metadata().end() || hash->second != contentHash(stored->tensors())) return std::nullopt;
    RecordingCheck check;
    check.facts.resize(recordings.size());
    if (!recordings.empty()) std::memcpy(check.facts.data(), table->bytes.data(), table->bytes.size());
    check.fromCache = true;
    for (std::size_t i = 0; i < recordings.size(); ++i) {
        if (!check.facts[i].problems.has(Problem::Unreadable)) continue;
        const auto sound = readSoundFile(recordings[i].file);
        if (sound) return std::nullopt;
        check.bad.push_back({recordings[i].file, sound.error().message});
    }
    return check;
}

Result<void> writeCache(const fs::path& file, const RecordingCheck& check)
{
    if (auto made = makeFolder(file.parent_path()); !made) return made;
    TensorMap tensors;
    tensors[tableName] = {
        DType::U8, {std::int64_t(check.facts.size()), std::int64_t(sizeof(RecordingFacts))}, std::as_bytes(std::span(check.facts))};
    return writeSafetensors(file, tensors, {{"hash", contentHash(tensors)}});
}

void findDuplicates(std::vector<RecordingFacts>& all)
{
    std::map<std::array<std::uint8_t, 16>, std::size_t> first;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].problems.has(Problem::Unreadable)) continue;
        const auto [place, isNew] = first.emplace(all[i].content, i);
        if (isNew) continue;
        all[i].sameAs = std::int32_t(place->second);
        all[i].problems.add(Problem::Duplicate);
        all[place->second].problems.add(Problem::Duplicate);
    }
}

}  // namespace

int RecordingCheck::count(Problem problem) const
{
    return int(std::count_if(facts.begin(), facts.end(), [&](const RecordingFacts& one) { return one.problems.has(problem); }));
}

Result<RecordingCheck> checkRecordings(std::span<const Recording> recordings, const fs::path& cacheFolder, const Progress& progress,
                                       std::stop_token stop, int threads)
{
    const fs::path file = cacheFolder / "facts" / (cacheKey(recordings) + ".safetensors");
    if (auto stored = readCache(file, recordings)) return std::move(*stored);

    ProgressMeter meter(progress, {SONOGLYPH_TEXT("core", "Looking at %1 recordings"), {std::to_string(recordings.size())}},
                        recordings.size(), 0, 1);
    RecordingCheck check;
    check.facts.resize(recordings.size());
    std::vector<std::optional<Message>> faults(recordings.size());
    const bool all = parallelFor(
        recordings.size(), threads,
        [&](std::size_t i) {
            if (const auto sound = readSoundFile(recordings[i].file)) {
                check.facts[i] = factsOf(*sound);
            } else {
                check.facts[i].problems.add(Problem::Unreadable);
                faults[i] = sound.error().message;
            }
            meter.advance();
        },
        stop);
    if (!all || stop.stop_requested()) return cancelled();
    for (std::size_t i = 0; i < recordings.size(); ++i)
        if (faults[i]) check.bad.push_back({recordings[i].file, std::move(*faults[i])});
    findDuplicates(check.facts);
    if (const auto written = writeCache(file, check); !written)
        check.notes.push_back(
            {SONOGLYPH_TEXT("core", "What was found could not be stored in %1 and will be looked for again next time: %2"),
             {file.parent_path().string(), english(written.error())}});
    return check;
}

}  // namespace sonoglyph
