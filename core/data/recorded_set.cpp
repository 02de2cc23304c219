#include "core/data/recorded_set.h"

#include <algorithm>
#include <cctype>
#include <numeric>

#include "core/audio/sound_file.h"
#include "core/base/atomic_file.h"
#include "core/base/digest.h"
#include "core/data/own_dataset.h"
#include "core/data/random.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

constexpr const char* folderOfTakes = "recordings";
constexpr int mostRepetitions = 1000;
constexpr std::size_t longestSpeaker = 40;

bool isSpeaker(const std::string& name)
{
    return !name.empty() && name.size() <= longestSpeaker &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) || c == '-'; });
}

/// The description of the set, with a place for what is recorded.
Result<OwnDataset> describe(const RecordingPlan& plan)
{
    const RecordingSource takes{{}, folderOfTakes, LabelsFrom::Folders, {}};
    std::error_code ignored;
    OwnDataset set;
    set.name = plan.name;
    set.labels = plan.labels;
    if (isOwnName(plan.name) && fs::exists(ownDescriptionFile(plan.data, plan.name), ignored)) {
        auto there = readOwnDataset(plan.data, plan.name);
        if (!there) return there.error();
        set = std::move(*there);
        if (std::find(set.recordings.begin(), set.recordings.end(), takes) != set.recordings.end()) return set;
    }
    set.recordings.push_back(takes);
    if (auto written = writeOwnDataset(plan.data, set); !written) return written.error();
    return set;
}

}  // namespace

int RecordedSet::done() const { return int(std::count(there.begin(), there.end(), true)); }

int RecordedSet::next(int from) const
{
    const auto missing = [&](int begin, int end) {
        const auto at = std::find(there.begin() + begin, there.begin() + end, false);
        return at == there.begin() + end ? -1 : int(at - there.begin());
    };
    const int size = int(there.size()), start = std::clamp(from, 0, size);
    const int later = missing(start, size);
    return later >= 0 ? later : missing(0, start);
}

Result<RecordedSet> openRecordedSet(const RecordingPlan& plan)
{
    if (!isSpeaker(plan.speaker))
        return Error{Errc::BadOption,
                     {SONOGLYPH_TEXT("core", "A speaker cannot be called “%1”: use letters, digits and -, at most 40."), {plan.speaker}},
                     {}};
    if (plan.repetitions < 1 || plan.repetitions > mostRepetitions)
        return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "Say every label 1 to 1000 times."), {}}, {}};
    const auto described = describe(plan);
    if (!described) return described.error();
    RecordedSet set;
    set.labels = described->labels;
    const fs::path folder = ownFolder(plan.data, plan.name) / folderOfTakes;
    const std::string seed = digest(plan.speaker).substr(0, 15);
    for (int repetition = 0; repetition < plan.repetitions; ++repetition) {
        std::vector<int> order(set.labels.size());
        std::iota(order.begin(), order.end(), 0);
        Random random = seededRandom(std::stoull(seed, nullptr, 16), std::uint64_t(repetition));
        shuffle(std::span(order), random);
        for (const int label : order) {
            const std::string file = plan.speaker + "_" + std::to_string(repetition) + ".wav";
            set.takes.push_back({label, repetition, folder / set.labels[std::size_t(label)] / file});
            std::error_code ignored;
            set.there.push_back(fs::is_regular_file(set.takes.back().file, ignored));
        }
    }
    return set;
}

Result<void> writeTake(const Take& take, const Sound& sound)
{
    if (auto made = makeFolder(take.file.parent_path()); !made) return made;
    return writeWavFile(take.file, sound);
}

}  // namespace sonoglyph
