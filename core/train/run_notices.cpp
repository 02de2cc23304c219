#include "core/train/run_notices.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"

namespace sonoglyph {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 3> severities{"info", "warning", "problem"};

std::string lineOf(const TrainNotice& notice)
{
    return json{{"step", notice.step},
                {"severity", severities[std::size_t(notice.severity)]},
                {"text", notice.message.text},
                {"arguments", notice.message.arguments}}
               .dump() +
           "\n";
}

/// Throws json::exception.
TrainNotice noticeOf(std::string_view line)
{
    const json object = json::parse(line);
    const auto severity = std::find(severities.begin(), severities.end(), object.at("severity").get<std::string>());
    TrainNotice notice;
    notice.severity = severity == severities.end() ? TrainNotice::Severity::Info : TrainNotice::Severity(severity - severities.begin());
    notice.step = object.at("step").get<std::int64_t>();
    notice.message = {object.at("text").get<std::string>(), object.at("arguments").get<std::vector<std::string>>()};
    return notice;
}

}  // namespace

Result<std::vector<TrainNotice>> readRunNotices(const std::filesystem::path& file)
{
    std::vector<TrainNotice> notices;
    const auto text = readTextFile(file);
    if (!text && text.error().code == Errc::NotFound) return notices;
    if (!text) return text.error();
    std::string_view rest = *text;
    for (int number = 1;; ++number) {
        const auto end = rest.find('\n');
        if (end == rest.npos) return notices;
        try {
            notices.push_back(noticeOf(rest.substr(0, end)));
        } catch (const json::exception& fault) {
            return Error{
                Errc::Corrupt,
                {SONOGLYPH_TEXT("core", "%1 is damaged in line %2. Correct or delete that line."), {file.string(), std::to_string(number)}},
                fault.what()};
        }
        rest.remove_prefix(end + 1);
    }
}

Result<void> appendRunNotice(const std::filesystem::path& file, const TrainNotice& notice)
{
    std::ofstream out(file, std::ios::app);
    out << lineOf(notice) << std::flush;
    return out ? Result<void>() : writeError(file, errno);
}

Result<void> forgetRunNotices(const std::filesystem::path& file, std::int64_t step)
{
    const auto notices = readRunNotices(file);
    if (!notices) return notices.error();
    if (std::all_of(notices->begin(), notices->end(), [&](const TrainNotice& n) { return n.step <= step; })) return {};
    std::string text;
    for (const TrainNotice& notice : *notices)
        if (notice.step <= step) text += lineOf(notice);
    return replaceFile(file, text);
}

}  // namespace sonoglyph
