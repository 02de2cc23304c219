#include "core/fetch/dataset_fetch.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/file_lock.h"
#include "core/data/labels.h"
#include "core/fetch/archive_unpack.h"
#include "core/fetch/dataset_source.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

constexpr const char* receiptName = "sonoglyph-source.json";
constexpr int receiptFormat = 1;
constexpr std::int64_t mostBytesOfARecording = 4 << 20;

fs::path workFolder(const std::string& name, const fs::path& data) { return data / ".fetch" / name; }

fs::path receiptOf(const std::string& name, const fs::path& data) { return data / name / receiptName; }

Error unknown(const std::string& name)
{
    return {Errc::BadOption, {SONOGLYPH_TEXT("core", "There is no data set %1 to download. Choose mnist, fsdd or scd."), {name}}, {}};
}

/// FSDD's recordings and what its makers say about them.
std::optional<fs::path> placeInFsdd(const std::string& entry)
{
    const fs::path path(entry);
    std::vector<fs::path> parts(path.begin(), path.end());
    if (parts.size() == 3 && parts[1] == "recordings" && parts[2].extension() == ".wav") return fs::path("recordings") / parts[2];
    if (parts.size() == 2 && (parts[1] == "README.md" || parts[1] == "metadata.py")) return parts[1];
    return std::nullopt;
}

/// The ten digits, the lists and the licence.
std::optional<fs::path> placeInScd(const std::string& entry)
{
    const fs::path path(entry);
    std::vector<fs::path> parts(path.begin(), path.end());
    if (parts.size() == 1 && (entry == "LICENSE" || entry == "README.md" || entry == "testing_list.txt" || entry == "validation_list.txt"))
        return path;
    const bool digit = parts.size() == 2 && labelNamed(digitLabels(), parts[0].string()) && parts[0].string().size() > 1;
    return digit && parts[1].extension() == ".wav" ? std::optional(path) : std::nullopt;
}

/// Whether the folder is there and holds anything.
bool holdsSomething(const fs::path& folder)
{
    std::error_code failed;
    return fs::exists(folder, failed) && !(fs::is_directory(folder, failed) && fs::is_empty(folder, failed));
}

std::vector<std::string> filesBelow(const fs::path& folder)
{
    std::vector<std::string> files;
    std::error_code failed;
    for (fs::recursive_directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed))
        if (it->is_regular_file(failed)) files.push_back(it->path().lexically_relative(folder).generic_string());
    std::sort(files.begin(), files.end());
    return files;
}

std::string today()
{
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

class Fetch {
public:
    Fetch(const FetchRequest& request, const DatasetSource& source, const FetchObserver& observer, const std::stop_token& stop)
        : request_(request), source_(source), observer_(observer), stop_(stop), work_(workFolder(request.name, request.data)),
          fresh_(work_ / "new"), from_(request.from)
    {
        if (const char* from = std::getenv("SONOGLYPH_DATA_FROM"); from && from_.empty()) from_ = from;
    }

    Result<void> run()
    {
        if (auto made = makeFolder(work_); !made) return made;
        const auto lock = FileLock::acquire(work_ / "lock");
        if (!lock)
            return lock.error().code == Errc::Busy
                       ? Error{Errc::Busy,
                               {SONOGLYPH_TEXT("core", "Another program is downloading %1 at the moment."), {source_.title}},
                               {}}
                       : lock.error();
        auto done = bring();
        if (bytesWaiting(source_.name, request_.data) == 0) {
            std::error_code ignored;
            fs::remove_all(work_, ignored);
            fs::remove(work_.parent_path(), ignored);  // unless another set is on its way
        }
        return done;
    }

private:
    Result<void> bring()
    {
        if (complete()) return {};
        const fs::path target = request_.data / source_.name;
        if (holdsSomething(target) && !wasFetched(source_.name, request_.data))
            return Error{
                Errc::Incompatible,
                {SONOGLYPH_TEXT("core", "The folder %1 is there already and was not brought by this program, so it is left alone. Move "
                                        "it away, or choose another data folder."),
                 {target.string()}},
                {}};
        if (auto room = checkRoom(); !room) return room;
        for (auto step : {&Fetch::downloadAll, &Fetch::unpackAll, &Fetch::check, &Fetch::putInPlace})
            if (auto done = (this->*step)(); !done) return done;
        return {};
    }

    void tell(FetchProgress::Phase phase, double fraction, const DownloadProgress& download = {})
    {
        if (observer_) observer_({phase, fraction, download});
    }

    Progress progressOf(FetchProgress::Phase phase)
    {
        return [this, phase](const Message&, double fraction) { tell(phase, fraction); };
    }

    bool complete()
    {
        const auto checked = checkDataset(source_.name, request_.data, progressOf(FetchProgress::Phase::Checking), stop_);
        return checked && checked->complete;
    }

    Result<void> checkRoom() const
    {
        std::error_code failed;
        const auto space = fs::space(request_.data, failed);
        const std::int64_t needed = source_.downloadBytes + source_.diskBytes - bytesWaiting(source_.name, request_.data);
        if (failed || std::int64_t(space.available) >= needed) return {};
        constexpr double megabyte = 1e6;
        return Error{Errc::DiskFull,
                     {SONOGLYPH_TEXT("core", "%1 needs %2 MB in %3 while it is unpacked, and only %4 MB are free there."),
                      {source_.title, std::to_string(std::int64_t(double(needed) / megabyte)), request_.data.string(),
                       std::to_string(std::int64_t(double(space.available) / megabyte))}},
                     {}};
    }

    Result<void> downloadAll()
    {
        std::int64_t before = 0;
        for (const SourceFile& file : source_.files) {
            const fs::path target = work_ / file.name;
            std::error_code failed;
            if (!fs::exists(target, failed)) {
                DownloadRequest download{file.addresses, target, std::max(source_.downloadBytes * 2, std::int64_t(1) << 26),
                                         request_.limits};
                if (!from_.empty()) download.addresses = {from_ + (from_.ends_with('/') ? "" : "/") + file.name};
                const auto observe = [&](const DownloadProgress& p) {
                    DownloadProgress all = p;
                    all.bytes += before;
                    // Of several files only the sizes that were published are known.
                    if (source_.files.size() > 1 || all.total == 0) all.total = source_.downloadBytes;
                    if (all.bytesPerSecond > 0) all.secondsLeft = std::max(0.0, double(all.total - all.bytes) / all.bytesPerSecond);
                    tell(FetchProgress::Phase::Downloading, std::min(1.0, double(all.bytes) / double(all.total)), all);
                };
                if (auto done = sonoglyph::download(download, observe, stop_); !done) return done;
            }
            before += std::int64_t(fs::file_size(target, failed));
        }
        return {};
    }

    Result<void> unpackAll()
    {
        std::error_code failed;
        fs::remove_all(fresh_, failed);
        const fs::path into = fresh_ / source_.name;
        if (auto made = makeFolder(into); !made) return made;
        if (source_.name == "mnist") {  // read packed as they are
            for (const SourceFile& file : source_.files) {
                fs::create_hard_link(work_ / file.name, into / file.name, failed);
                if (failed) fs::copy_file(work_ / file.name, into / file.name, failed);
                if (failed) return writeError(into / file.name, failed.value());
            }
            return {};
        }
        UnpackRequest request;
        request.archive = work_ / source_.files.front().name;
        request.into = into;
        request.placeOf = source_.name == "fsdd" ? placeInFsdd : placeInScd;
        request.mostBytes = 2 * source_.diskBytes + (64 << 20);
        request.mostBytesOfAFile = mostBytesOfARecording;
        const auto unpacked = unpack(request, progressOf(FetchProgress::Phase::Unpacking), stop_);
        if (unpacked) return {};
        if (unpacked.error().code == Errc::Corrupt) throwAway();
        return unpacked.error();
    }

    Result<void> check()
    {
        const auto checked = checkDataset(source_.name, fresh_, progressOf(FetchProgress::Phase::Checking), stop_);
        if (checked && checked->complete) return {};
        if (!checked && checked.error().code != Errc::NotFound) return checked.error();
        throwAway();
        std::string details;
        if (checked)
            for (const std::string& fault : checked->faults) details += fault + "\n";
        return Error{Errc::Corrupt,
                     {SONOGLYPH_TEXT("core", "What came is not %1 as it was published, so it was thrown away. Try again, or download from "
                                             "elsewhere."),
                      {source_.title}},
                     details};
    }

    Result<void> putInPlace()
    {
        const fs::path target = request_.data / source_.name, fresh = fresh_ / source_.name, old = work_ / "old";
        const nlohmann::json receipt{{"format", receiptFormat},   {"title", source_.title}, {"licence", source_.licence},
                                     {"credit", source_.credit},  {"home", source_.home},   {"fetched", today()},
                                     {"files", filesBelow(fresh)}};
        if (auto written = replaceFile(fresh / receiptName, receipt.dump(1) + "\n"); !written) return written;
        std::error_code failed;
        fs::remove_all(old, failed);
        if (fs::exists(target, failed)) {
            fs::rename(target, old, failed);
            if (failed) return writeError(target, failed.value());
        }
        fs::rename(fresh, target, failed);
        if (failed) {
            std::error_code ignored;
            fs::rename(old, target, ignored);
            return writeError(target, failed.value());
        }
        for (const SourceFile& file : source_.files) fs::remove(work_ / file.name, failed);
        return {};
    }

    /// Nothing of what came is taken for good by the next attempt.
    void throwAway()
    {
        std::error_code ignored;
        fs::remove_all(fresh_, ignored);
        for (const SourceFile& file : source_.files) {
            fs::remove(work_ / file.name, ignored);
            forgetDownload(work_ / file.name);
        }
    }

    const FetchRequest& request_;
    const DatasetSource& source_;
    const FetchObserver& observer_;
    const std::stop_token& stop_;
    fs::path work_, fresh_;
    std::string from_;
};

}  // namespace

Result<void> fetchDataset(const FetchRequest& request, const FetchObserver& observer, const std::stop_token& stop)
{
    const DatasetSource* source = datasetSource(request.name);
    return source ? Fetch(request, *source, observer, stop).run() : unknown(request.name);
}

bool wasFetched(const std::string& name, const fs::path& data)
{
    std::error_code ignored;
    return fs::is_regular_file(receiptOf(name, data), ignored);
}

std::int64_t bytesWaiting(const std::string& name, const fs::path& data)
{
    const DatasetSource* source = datasetSource(name);
    std::int64_t bytes = 0;
    if (!source) return 0;
    for (const SourceFile& file : source->files)
        for (const char* ending : {"", ".part"}) {
            std::error_code failed;
            const auto size = fs::file_size(workFolder(name, data) / (file.name + ending), failed);
            if (!failed) bytes += std::int64_t(size);
        }
    return bytes;
}

Result<int> removeDataset(const std::string& name, const fs::path& data)
{
    const DatasetSource* source = datasetSource(name);
    if (!source) return unknown(name);
    const fs::path folder = data / name, work = workFolder(name, data);
    if (FileLock::held(work / "lock"))
        return Error{Errc::Busy, {SONOGLYPH_TEXT("core", "Another program is downloading %1 at the moment."), {source->title}}, {}};
    std::error_code failed;
    const bool waiting = bytesWaiting(name, data) > 0;
    fs::remove_all(work, failed);
    fs::remove(work.parent_path(), failed);
    if (!wasFetched(name, data)) {
        if (waiting) return 0;
        return Error{
            Errc::NotFound,
            {SONOGLYPH_TEXT("core", "This program did not bring %1 into %2, so it removes nothing there."), {source->title, data.string()}},
            {}};
    }
    const auto text = readTextFile(receiptOf(name, data));
    if (!text) return text.error();
    const auto receipt = nlohmann::json::parse(*text, nullptr, false);
    int removed = 0;
    std::vector<fs::path> folders{folder};
    if (receipt.is_object() && receipt.contains("files"))
        for (const auto& entry : receipt["files"]) {
            if (!entry.is_string()) continue;
            const fs::path file = folder / entry.get<std::string>();
            if (file.lexically_normal().string().rfind(folder.lexically_normal().string() + "/", 0) != 0) continue;
            removed += fs::remove(file, failed) ? 1 : 0;
            if (failed) return writeError(file, failed.value());
            folders.push_back(file.parent_path());
        }
    fs::remove(receiptOf(name, data), failed);
    // The deepest first; what still holds something stays.
    std::sort(folders.begin(), folders.end(), std::greater<>());
    folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
    for (const fs::path& empty : folders) fs::remove(empty, failed);
    return removed;
}

}  // namespace sonoglyph
