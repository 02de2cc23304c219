#include "core/fetch/http_download.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <deque>
#include <memory>
#include <optional>

#include <curl/curl.h>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "core/base/atomic_file.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int tellEvery = 100;  // milliseconds
constexpr std::chrono::seconds speedWindow{5};
constexpr long partial = 206, rangeNotSatisfiable = 416;

fs::path partOf(const fs::path& file) { return file.string() + ".part"; }

fs::path noteOf(const fs::path& file) { return file.string() + ".part.json"; }

/// Which version of a file a part belongs to.
struct PartNote {
    std::string address, validator;  ///< ETag, else Last-Modified
};

std::optional<PartNote> readNote(const fs::path& file)
{
    const auto text = readTextFile(noteOf(file));
    if (!text) return std::nullopt;
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    const auto field = [&](const char* name) {
        return json.is_object() && json.contains(name) && json[name].is_string() ? json[name].get<std::string>() : std::string();
    };
    return PartNote{field("address"), field("validator")};
}

void setUpCurl()
{
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)done;
}

/// One attempt at one address.
class Transfer {
public:
    Transfer(const DownloadRequest& request, const std::string& address, const std::function<void(const DownloadProgress&)>& progress,
             const std::stop_token& stop)
        : request_(request), address_(address), progress_(progress), stop_(stop), curl_(curl_easy_init(), curl_easy_cleanup)
    {
    }
    ~Transfer()
    {
        if (descriptor_ >= 0) close(descriptor_);
    }
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    Result<void> run()
    {
        if (!curl_) return Error{Errc::Internal, {SONOGLYPH_TEXT("core", "The program could not prepare a download."), {}}, {}};
        descriptor_ = open(partOf(request_.file).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor_ < 0) return writeError(partOf(request_.file), errno);
        const auto note = readNote(request_.file);
        const auto size = lseek(descriptor_, 0, SEEK_END);
        // Without a validator nobody can tell whether it is still the same file.
        if (size > 0 && note && note->address == address_ && !note->validator.empty()) {
            before_ = size;
            validator_ = note->validator;
        }
        prepare();
        const CURLcode code = curl_easy_perform(curl_.get());
        return finish(code);
    }

private:
    template <class Value>
    void set(CURLoption option, Value value)
    {
        curl_easy_setopt(curl_.get(), option, value);
    }

    void prepare()
    {
        set(CURLOPT_URL, address_.c_str());
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
        set(CURLOPT_FOLLOWLOCATION, 1L);
        set(CURLOPT_MAXREDIRS, long(request_.limits.redirects));
        set(CURLOPT_FAILONERROR, 1L);
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_USERAGENT, "sonoglyph/" SONOGLYPH_VERSION);
        set(CURLOPT_CONNECTTIMEOUT, long(request_.limits.connect.count()));
        set(CURLOPT_LOW_SPEED_LIMIT, long(request_.limits.slowBytesPerSecond));
        set(CURLOPT_LOW_SPEED_TIME, long(request_.limits.slow.count()));
        set(CURLOPT_ERRORBUFFER, details_);
        set(CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
        set(CURLOPT_HEADERDATA, this);
        set(CURLOPT_WRITEFUNCTION, &Transfer::onBytes);
        set(CURLOPT_WRITEDATA, this);
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, &Transfer::onProgress);
        set(CURLOPT_XFERINFODATA, this);
        if (before_ > 0) {
            set(CURLOPT_RANGE, (std::to_string(before_) + "-").c_str());
            headers_.reset(curl_slist_append(nullptr, ("If-Range: " + validator_).c_str()));
            set(CURLOPT_HTTPHEADER, headers_.get());
        }
    }

    static std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* self)
    {
        static_cast<Transfer*>(self)->takeHeader({data, size * count});
        return size * count;
    }

    void takeHeader(std::string_view line)
    {
        if (line.starts_with("HTTP/")) {  // of every answer on the way
            etag_.clear();
            modified_.clear();
            return;
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) return;
        std::string name(line.substr(0, colon));
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return char(std::tolower(c)); });
        std::string value(line.substr(colon + 1));
        value.erase(0, value.find_first_not_of(" \t"));
        while (!value.empty() && std::isspace(static_cast<unsigned char>(value.back()))) value.pop_back();
        if (name == "etag" && !value.starts_with("W/")) etag_ = value;  // a weak one says nothing about bytes
        if (name == "last-modified") modified_ = value;
    }

    static std::size_t onBytes(char* data, std::size_t size, std::size_t count, void* self)
    {
        return static_cast<Transfer*>(self)->take({data, size * count}) ? size * count : 0;
    }

    bool take(std::string_view bytes)
    {
        if (!began_ && !beginContent()) return false;
        if (written_ + std::int64_t(bytes.size()) > request_.mostBytes) {
            tooLong_ = true;
            return false;
        }
        while (!bytes.empty()) {
            const ssize_t done = write(descriptor_, bytes.data(), bytes.size());
            if (done < 0 && errno == EINTR) continue;
            if (done <= 0) {
                writeFailed_ = done < 0 ? errno : ENOSPC;
                return false;
            }
            written_ += done;
            bytes.remove_prefix(std::size_t(done));
        }
        return true;
    }

    /// The first bytes of the file: they continue the part, or begin anew.
    bool beginContent()
    {
        began_ = true;
        long status = 0;
        curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &status);
        curl_off_t rest = -1;
        curl_easy_getinfo(curl_.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &rest);
        if (status != partial) before_ = 0;
        written_ = before_;
        total_ = rest >= 0 ? before_ + rest : 0;
        const nlohmann::json note{{"address", address_}, {"validator", etag_.empty() ? modified_ : etag_}};
        const bool noted = replaceFile(noteOf(request_.file), note.dump()).ok();
        if (noted && ftruncate(descriptor_, before_) == 0 && lseek(descriptor_, before_, SEEK_SET) == before_) return true;
        writeFailed_ = errno != 0 ? errno : EIO;
        return false;
    }

    static int onProgress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
    {
        return static_cast<Transfer*>(self)->goOn() ? 0 : 1;
    }

    bool goOn()
    {
        if (stop_.stop_requested()) return false;
        const auto now = Clock::now();
        if (!began_ || now - told_ < std::chrono::milliseconds(tellEvery)) return true;
        told_ = now;
        tell(now);
        return true;
    }

    void tell(Clock::time_point now)
    {
        marks_.emplace_back(now, written_);
        while (marks_.size() > 2 && now - marks_.front().first > speedWindow) marks_.pop_front();
        DownloadProgress progress{written_, total_, 0, -1};
        const double seconds = std::chrono::duration<double>(now - marks_.front().first).count();
        if (seconds > 0) progress.bytesPerSecond = double(written_ - marks_.front().second) / seconds;
        if (total_ > 0 && progress.bytesPerSecond > 0) progress.secondsLeft = double(total_ - written_) / progress.bytesPerSecond;
        if (progress_) progress_(progress);
    }

    Result<void> finish(CURLcode code)
    {
        if (stop_.stop_requested()) return cancelled();
        if (writeFailed_) return writeError(partOf(request_.file), *writeFailed_);
        long status = 0;
        curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &status);
        if (tooLong_) {
            forgetDownload(request_.file);
            return Error{Errc::Corrupt, {SONOGLYPH_TEXT("core", "%1 sends more than this file can be. Try again later."), {address_}}, {}};
        }
        if (code == CURLE_HTTP_RETURNED_ERROR && status == rangeNotSatisfiable) forgetDownload(request_.file);  // the next try begins anew
        if (code != CURLE_OK) return failure(code, status);
        if (!began_ && !beginContent()) return writeError(partOf(request_.file), writeFailed_.value_or(EIO));  // an empty file
        if (fsync(descriptor_) != 0) return writeError(partOf(request_.file), errno);
        tell(Clock::now());
        std::error_code failed, ignored;
        fs::rename(partOf(request_.file), request_.file, failed);
        if (failed) return writeError(request_.file, failed.value());
        fs::remove(noteOf(request_.file), ignored);
        return {};
    }

    Error failure(CURLcode code, long status) const
    {
        const std::string details = std::string(curl_easy_strerror(code)) + (details_[0] ? std::string(": ") + details_ : "");
        const auto error = [&](Errc kind, const char* text) { return Error{kind, {text, {address_, std::to_string(status)}}, details}; };
        switch (code) {
        case CURLE_HTTP_RETURNED_ERROR:
            return status == 404 || status == 410
                       ? error(Errc::NotFound, SONOGLYPH_TEXT("core", "There is no such file at %1 any more."))
                       : error(Errc::Unavailable, SONOGLYPH_TEXT("core", "The server of %1 refused (status %2). Try again later."));
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_CONNECT_ERROR:
            return error(Errc::Unavailable, SONOGLYPH_TEXT("core", "The identity of the server of %1 could not be checked, so nothing was "
                                                                   "taken from it. Is the computer's clock right?"));
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
        case CURLE_COULDNT_CONNECT:
            return error(Errc::Unavailable, SONOGLYPH_TEXT("core", "%1 could not be reached. Is this computer online?"));
        case CURLE_OPERATION_TIMEDOUT:
            return error(Errc::Unavailable,
                         SONOGLYPH_TEXT("core", "%1 answers too slowly. What has come is kept: try again later, and it goes on there."));
        case CURLE_TOO_MANY_REDIRECTS:
        case CURLE_UNSUPPORTED_PROTOCOL:
        case CURLE_URL_MALFORMAT:
            return error(Errc::NotFound, SONOGLYPH_TEXT("core", "%1 leads nowhere."));
        default:
            return error(Errc::Unavailable,
                         SONOGLYPH_TEXT("core", "The connection to %1 broke. What has come is kept: try again, and it goes on there."));
        }
    }

    const DownloadRequest& request_;
    const std::string& address_;
    const std::function<void(const DownloadProgress&)>& progress_;
    const std::stop_token& stop_;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl_;
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers_{nullptr, curl_slist_free_all};
    char details_[CURL_ERROR_SIZE] = {};
    int descriptor_ = -1;
    std::int64_t before_ = 0;  ///< bytes of an earlier transfer
    std::int64_t written_ = 0, total_ = 0;
    std::string validator_, etag_, modified_;
    bool began_ = false, tooLong_ = false;
    std::optional<int> writeFailed_;  ///< errno
    Clock::time_point told_;
    std::deque<std::pair<Clock::time_point, std::int64_t>> marks_;
};

/// Another mirror cannot help.
bool isOurs(const Error& error) { return error.code == Errc::Cancelled || error.code == Errc::DiskFull || error.code == Errc::Unwritable; }

}  // namespace

void forgetDownload(const fs::path& file)
{
    std::error_code ignored;
    fs::remove(partOf(file), ignored);
    fs::remove(noteOf(file), ignored);
}

Result<void> download(const DownloadRequest& request, const std::function<void(const DownloadProgress&)>& progress,
                      const std::stop_token& stop)
{
    setUpCurl();
    Result<void> result =
        Error{Errc::NotFound, {SONOGLYPH_TEXT("core", "There is no address to download %1 from."), {request.file.string()}}, {}};
    std::vector<std::string> addresses = request.addresses;
    if (const auto note = readNote(request.file))  // where something has come from already
        std::stable_partition(addresses.begin(), addresses.end(), [&](const std::string& address) { return address == note->address; });
    for (const std::string& address : addresses) {
        std::error_code ignored;
        const bool goesOn = fs::exists(noteOf(request.file), ignored);
        result = Transfer(request, address, progress, stop).run();
        const bool forgotten = goesOn && !fs::exists(noteOf(request.file), ignored);
        if (!result && forgotten && !isOurs(result.error())) result = Transfer(request, address, progress, stop).run();
        if (result || isOurs(result.error())) return result;
    }
    return result;
}

}  // namespace sonoglyph
