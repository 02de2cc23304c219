#include "core/data/synthetic_digits.h"

#include <cerrno>
#include <fstream>
#include <mutex>

#include <sndfile.h>
#include <unistd.h>

#include "core/base/atomic_file.h"
#include "core/base/user_folders.h"
#include "core/data/drawn_digits.h"
#include "core/data/spoken_digits.h"

namespace sonoglyph {

namespace fs = std::filesystem;

namespace {

constexpr int takes = 1;
constexpr std::uint64_t seed = 1, trainStream = 21, testStream = 22;
constexpr double speaking = 0.7;  // of the time

/// Not synced: the folder is moved into place only when all is there.
Result<void> writeRecording(const fs::path& file, const Sound& sound)
{
    SF_INFO info{};
    info.samplerate = sound.rate;
    info.channels = 1;
    info.format = SF_FORMAT_WAV | SF_FORMAT_PCM_16;
    SNDFILE* out = sf_open(file.c_str(), SFM_WRITE, &info);
    if (!out) return writeError(file, errno);
    const auto count = sf_count_t(sound.samples.size());
    const bool whole = sf_write_float(out, sound.samples.data(), count) == count;
    if (sf_close(out) != 0 || !whole) return writeError(file, ENOSPC);
    return {};
}

std::string bigEndian(std::uint32_t number) { return {char(number >> 24), char(number >> 16), char(number >> 8), char(number)}; }

/// IDX (yann.lecun.com/exdb/mnist).
Result<void> writeImages(const fs::path& folder, const std::string& part, const DigitImages& images)
{
    const auto count = std::uint32_t(images.count());
    std::string pixels = bigEndian(0x803) + bigEndian(count) + bigEndian(DigitImages::height) + bigEndian(DigitImages::width);
    pixels.append(reinterpret_cast<const char*>(images.pixels().data()), images.pixels().size());
    std::string labels = bigEndian(0x801) + bigEndian(count);
    for (int i = 0; i < images.count(); ++i) labels += char(images.label(i));
    if (auto written = replaceFile(folder / (part + "-images-idx3-ubyte"), pixels); !written) return written;
    return replaceFile(folder / (part + "-labels-idx1-ubyte"), labels);
}

Result<void> make(const fs::path& folder, const Progress& progress, const std::stop_token& stop, int threads)
{
    const auto share = [&](double from, double to) -> Progress {
        return [&progress, from, to](const Message& phase, double fraction) {
            if (progress) progress(phase, from + (to - from) * fraction);
        };
    };
    const fs::path recordings = folder / syntheticName / "recordings", mnist = folder / "mnist";
    for (const fs::path& part : {recordings, mnist})
        if (auto made = makeFolder(part); !made) return made;
    const auto keep = [&](const SpokenDigit& spoken) {
        return writeRecording(
            recordings / (std::to_string(spoken.digit) + "_" + spoken.speaker + "_" + std::to_string(spoken.take) + ".wav"), spoken.sound);
    };
    if (auto said = speakDigits(syntheticSpeakers, takes, seed, keep, share(0, speaking), stop); !said) return said;
    const auto train = drawDigits(syntheticTrainImages, seed, trainStream, threads, share(speaking, 0.95), stop);
    if (!train) return train.error();
    const auto test = drawDigits(syntheticTestImages, seed, testStream, threads, share(0.95, 1), stop);
    if (!test) return test.error();
    if (auto written = writeImages(mnist, "train", *train); !written) return written;
    return writeImages(mnist, "t10k", *test);
}

}  // namespace

fs::path syntheticFolder() { return userCacheFolder() / "synthetic-1"; }

Result<void> ensureSyntheticDigits(const Progress& progress, const std::stop_token& stop, int threads)
{
    static std::mutex one;
    const std::scoped_lock alone(one);
    const fs::path folder = syntheticFolder();
    std::error_code ignored;
    if (fs::is_directory(folder, ignored)) return {};
    const fs::path unfinished = folder.string() + "." + std::to_string(getpid()) + ".tmp";
    auto made = make(unfinished, progress, stop, threads);
    if (made) {
        std::error_code failed;
        fs::rename(unfinished, folder, failed);
        if (failed && !fs::is_directory(folder, ignored))
            made = writeError(folder, failed.value());  // another program may have been faster
    }
    fs::remove_all(unfinished, ignored);
    return made;
}

}  // namespace sonoglyph
