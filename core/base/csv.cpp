#include "core/base/csv.h"

namespace sonoglyph {

std::vector<std::vector<std::string>> csvRows(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    const std::string_view first = text.substr(0, text.find('\n'));
    const char separator = first.find(',') == std::string_view::npos && first.find(';') != std::string_view::npos ? ';' : ',';
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row(1);
    bool quoted = false;
    const auto endRow = [&] {
        if (row.size() > 1 || !row[0].empty()) rows.push_back(std::move(row));
        row.assign(1, {});
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
            row.back() += text[++i];
        else if (c == '"' && (quoted || row.back().empty()))
            quoted = !quoted;
        else if (quoted)
            row.back() += c;
        else if (c == separator)
            row.emplace_back();
        else if (c == '\n')
            endRow();
        else if (c != '\r')
            row.back() += c;
    }
    endRow();
    return rows;
}

}  // namespace sonoglyph
