#include "app/cli/bench_recordings.h"

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <functional>

#include "app/cli/command_line.h"
#include "core/base/parallel.h"
#include "core/data/paired_dataset.h"
#include "core/data/recording_check.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

class TemporaryCache {
public:
    TemporaryCache() : path_(fs::temp_directory_path() / ("sonoglyph-bench-" + std::to_string(getpid()))) {}
    ~TemporaryCache()
    {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TemporaryCache(const TemporaryCache&) = delete;
    TemporaryCache& operator=(const TemporaryCache&) = delete;

    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) * 1024 / 1e6;
}

struct Timing {
    double seconds = 0, processor = 0;
};

Timing timed(const std::function<void()>& job)
{
    const double before = processorSeconds();
    const auto began = std::chrono::steady_clock::now();
    job();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(), processorSeconds() - before};
}

}  // namespace

Result<void> benchRecordings(CommandLine& line, const std::string& dataset, const fs::path& data, int threads)
{
    DatasetConfig named;
    named.name = dataset;
    named.folder = data;
    const DatasetConfig config = resolved(named);
    const auto set = listRecordings(config.name, config.folder);
    if (!set) return set.error();
    const TemporaryCache cache;
    Error trouble;
    bool failed = false;
    const auto measured = [&](auto job) {
        return timed([&] {
            if (const auto result = job(); !failed && !result) {
                failed = true;
                trouble = result.error();
            }
        });
    };
    const auto check = [&] { return checkRecordings(set->recordings, cache.path(), line.progress(), line.stopToken(), threads); };
    const auto transform = [&] {
        return spectrogramsOf(set->recordings, config.spectrogram, cache.path(), line.progress(), line.stopToken(), threads);
    };
    const Timing facts = measured(check), factsAgain = measured(check);
    const double factsMegabytes = peakMegabytes();
    const Timing inputs = measured(transform), inputsAgain = measured(transform);
    if (failed) return trouble;

    const auto count = double(set->recordings.size());
    const auto described = [&](const Timing& first, const Timing& again) {
        return Json{{"seconds", first.seconds},
                    {"processor_seconds", first.processor},
                    {"recordings_per_second", count / first.seconds},
                    {"recordings_per_processor_second", count / first.processor},
                    {"cached_seconds", again.seconds}};
    };
    char text[512];
    std::snprintf(text, sizeof text,
                  "%.0f recordings on %d threads.\n"
                  "Statistics: %.2f s (%.2f s of processor time), %.0f a second; from the cache %.3f s; at most %.0f MB in use.\n"
                  "Network inputs: %.2f s (%.2f s of processor time), %.0f a second; from the cache %.3f s.",
                  count, threadCount(threads), facts.seconds, facts.processor, count / facts.seconds, factsAgain.seconds, factsMegabytes,
                  inputs.seconds, inputs.processor, count / inputs.seconds, inputsAgain.seconds);
    Json statistics = described(facts, factsAgain);
    statistics["resident_megabytes"] = factsMegabytes;
    return line.print({{"bench", "recordings"},
                       {"dataset", dataset},
                       {"recordings", set->recordings.size()},
                       {"threads", threadCount(threads)},
                       {"statistics", statistics},
                       {"network_inputs", described(inputs, inputsAgain)}},
                      text);
}

}  // namespace sonoglyph
