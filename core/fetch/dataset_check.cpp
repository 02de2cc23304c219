#include "core/fetch/dataset_check.h"

#include <array>
#include <fstream>
#include <optional>
#include <utility>

#include <zlib.h>

#include "core/audio/sound_file.h"
#include "core/base/atomic_file.h"
#include "core/base/digest.h"
#include "core/base/parallel.h"
#include "core/base/resources.h"
#include "core/data/data_folders.h"
#include "core/data/labels.h"
#include "core/data/mnist.h"
#include "core/data/recordings.h"
#include "core/fetch/dataset_source.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t faultsShown = 20;
constexpr std::array<int, 10> wordsOfSpeechCommands{2376, 2370, 2373, 2356, 2372, 2357, 2369, 2377, 2352, 2364};

/// One file: where it should be, and what is wrong with it; empty: nothing.
struct Checked {
    std::string name;
    bool there = false;
    std::string fault;
};

DatasetCheck summed(const std::vector<Checked>& files, int expected)
{
    DatasetCheck out;
    out.expected = expected;
    for (const Checked& file : files) {
        out.right += file.there && file.fault.empty();
        out.damaged += file.there && !file.fault.empty();
        if (!file.there || !file.fault.empty())
            if (out.faults.size() < faultsShown) out.faults.push_back(file.name + ": " + (file.there ? file.fault : "missing"));
    }
    out.missing = std::max(0, expected - out.right - out.damaged);
    out.complete = out.missing == 0 && out.damaged == 0;
    out.message =
        out.complete
            ? Message{SONOGLYPH_TEXT("core", "Complete: %1 files, each as it was published."), {std::to_string(out.right)}}
            : Message{SONOGLYPH_TEXT("core", "Not complete: of %1 files %2 are right, %3 are missing, %4 are damaged."),
                      {std::to_string(expected), std::to_string(out.right), std::to_string(out.missing), std::to_string(out.damaged)}};
    return out;
}

/// The MD5 sum of a file's content, unpacked where it is packed; empty where it cannot be read.
std::string unpackedDigest(const fs::path& file)
{
    gzFile handle = gzopen(file.c_str(), "rbe");
    if (!handle) return {};
    Digest sum(DigestKind::Md5);
    std::vector<std::byte> buffer(1 << 17);
    int got = 0;
    while ((got = gzread(handle, buffer.data(), unsigned(buffer.size()))) > 0) sum.update(std::span(buffer).first(std::size_t(got)));
    const bool closed = gzclose(handle) == Z_OK;
    return got == 0 && closed ? sum.hex() : std::string();
}

Result<std::vector<Checked>> checkMnist(const fs::path& data)
{
    struct Part {
        fs::path (*find)(const fs::path&, MnistPart);
        MnistPart part;
        const char *name, *md5;
    };
    const fs::path folder = mnistFolder(data);
    std::vector<Checked> files;
    for (const Part& p : {Part{findMnistImages, MnistPart::Train, "train-images", "6bbc9ace898e44ae57da46a324031adb"},
                          Part{findMnistLabels, MnistPart::Train, "train-labels", "a25bea736e30d166cdddb491f175f624"},
                          Part{findMnistImages, MnistPart::Test, "t10k-images", "2646ac647ad5339dbf082846283269ea"},
                          Part{findMnistLabels, MnistPart::Test, "t10k-labels", "27ae3e4e09519cfbb04c329615203637"}}) {
        const fs::path file = p.find(folder, p.part);
        Checked& checked = files.emplace_back(Checked{p.name, !file.empty(), {}});
        if (checked.there && unpackedDigest(file) != p.md5) checked.fault = "its content is another one";
    }
    return files;
}

Result<std::vector<std::pair<std::string, std::string>>> fsddManifest()
{
    const fs::path file = resourceFolder() / "data" / "fsdd.sha256";
    const auto text = readTextFile(file);
    if (!text) return text.error();
    constexpr std::size_t sum = 64;
    std::vector<std::pair<std::string, std::string>> lines;
    for (std::size_t from = 0; from < text->size();) {
        const std::size_t end = std::min(text->find('\n', from), text->size());
        if (end - from > sum + 2) lines.emplace_back(text->substr(from, sum), text->substr(from + sum + 2, end - from - sum - 2));
        from = end + 1;
    }
    return lines;
}

template <class Check>
Result<std::vector<Checked>> each(std::vector<Checked> files, const Check& check, const Progress& progress, const std::stop_token& stop)
{
    const Message phase{SONOGLYPH_TEXT("core", "Checking the files"), {}};
    constexpr std::size_t atOnce = 64;
    for (std::size_t from = 0; from < files.size(); from += atOnce) {
        if (stop.stop_requested()) return cancelled();
        if (progress) progress(phase, double(from) / double(files.size()));
        parallelFor(std::min(atOnce, files.size() - from), 0, [&](std::size_t i) { check(files[from + i], from + i); });
    }
    return files;
}

Result<std::vector<Checked>> checkFsdd(const fs::path& data, const Progress& progress, const std::stop_token& stop)
{
    const auto manifest = fsddManifest();
    if (!manifest) return manifest.error();
    const fs::path folder = fsddFolder(data);
    std::vector<Checked> files;
    for (const auto& [sum, name] : *manifest) files.push_back({name, false, {}});
    const auto check = [&](Checked& file, std::size_t i) {
        std::error_code ignored;
        file.there = fs::is_regular_file(folder / file.name, ignored);
        if (!file.there) return;
        const auto sum = fileDigest(folder / file.name, DigestKind::Sha256, stop);
        if (!sum || *sum != (*manifest)[i].first) file.fault = "its content is another one";
    };
    return each(std::move(files), check, progress, stop);
}

std::string headerFault(const fs::path& file)
{
    const auto info = probeSoundFile(file);
    if (!info) return english(info.error());
    if (info->rate != 16000 || info->channels != 1) return "it is not of 16 kHz and one channel";
    if (info->format.find("16 bit") == std::string::npos) return "its samples are not of 16 bits";
    return info->frames > 0 && info->frames <= 16000 ? std::string() : "it is not of one second at most";
}

Result<std::vector<Checked>> checkScd(const fs::path& data, const Progress& progress, const std::stop_token& stop)
{
    const fs::path folder = scdFolder(data);
    std::vector<Checked> files;
    std::error_code failed, ignored;
    for (const char* list : {"testing_list.txt", "validation_list.txt"})
        files.push_back({list, fs::is_regular_file(folder / list, ignored), {}});
    const std::size_t lists = files.size();
    for (int digit = 0; digit < 10; ++digit) {
        const std::string word(digitWord(digit));
        int found = 0;
        for (fs::directory_iterator it(folder / word, failed), end; !failed && it != end; it.increment(failed)) {
            if (!hasSoundExtension(it->path())) continue;
            files.push_back({word + "/" + it->path().filename().string(), true, {}});
            ++found;
        }
        if (const int missing = wordsOfSpeechCommands[std::size_t(digit)] - found; missing > 0)
            files.push_back({word + "/ (" + std::to_string(missing) + " recordings)", false, {}});
    }
    const auto check = [&](Checked& file, std::size_t i) {
        if (file.there && i >= lists) file.fault = headerFault(folder / file.name);
    };
    return each(std::move(files), check, progress, stop);
}

}  // namespace

Result<DatasetCheck> checkDataset(const std::string& name, const fs::path& data, const Progress& progress, const std::stop_token& stop)
{
    if (!datasetSource(name))
        return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "There is no data set %1 to check. Choose mnist, fsdd or scd."), {name}}, {}};
    const auto files = name == "mnist"  ? checkMnist(data)
                       : name == "fsdd" ? checkFsdd(data, progress, stop)
                                        : checkScd(data, progress, stop);
    if (!files) return files.error();
    int expected = int(files->size());
    if (name == "scd") {
        expected = 2;
        for (const int words : wordsOfSpeechCommands) expected += words;
    }
    const DatasetCheck check = summed(*files, expected);
    if (check.right + check.damaged == 0)
        return Error{Errc::NotFound, {SONOGLYPH_TEXT("core", "Nothing of %1 is in %2."), {datasetSource(name)->title, data.string()}}, {}};
    return check;
}

}  // namespace sonoglyph
