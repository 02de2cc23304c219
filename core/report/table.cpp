#include "core/report/table.h"

#include <charconv>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/number_text.h"

namespace sonoglyph {

namespace {

using Cells = std::vector<std::string>;

template <class Cell>
std::string joined(const Cells& cells, const char* between, Cell cell)
{
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i > 0 ? between : "") + cell(cells[i]);
    return out;
}

std::string escapedLatex(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '\\':
            out += "\\textbackslash{}";
            break;
        case '~':
            out += "\\textasciitilde{}";
            break;
        case '^':
            out += "\\textasciicircum{}";
            break;
        case '&':
        case '%':
        case '$':
        case '#':
        case '_':
        case '{':
        case '}':
            out += '\\';
            [[fallthrough]];
        default:
            out += c;
        }
    }
    return out;
}

std::string escapedMarkdown(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '|' || c == '\\' || c == '*' || c == '_' || c == '`') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

/// A number, a percentage, an interval or a dash.
bool isNumber(const std::string& cell) { return !cell.empty() && cell.find_first_not_of("0123456789.,+-−–± %[]<e") == std::string::npos; }

/// `step` once for each depth.
std::string indentation(const Table& table, std::size_t row, const char* step)
{
    std::string out;
    for (int depth = depthOf(table, row); depth > 0; --depth) out += step;
    return out;
}

/// Its cells, named in full.
Cells namedInFull(const Table& table, std::size_t row)
{
    Cells cells = table.rows[row];
    if (!cells.empty()) cells[0] = fullName(table, row);
    return cells;
}

}  // namespace

int depthOf(const Table& table, std::size_t row) { return row < table.depths.size() ? table.depths[row] : 0; }

std::string fullName(const Table& table, std::size_t row)
{
    if (table.rows[row].empty()) return {};
    std::string name = table.rows[row][0];
    for (std::size_t above = row; above-- > 0;)
        if (depthOf(table, above) < depthOf(table, row)) return fullName(table, above) + ", " + name;
    return name;
}

std::string toCsv(const Table& table)
{
    std::string out = joined(table.columns, ",", csvField) + "\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i) out += joined(namedInFull(table, i), ",", csvField) + "\n";
    return out;
}

Table tableFromCsv(std::string name, std::string title, std::string_view csv)
{
    Table table{std::move(name), std::move(title), {}, {}, {}};
    std::vector<Cells> lines(1, Cells(1));
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        std::string& cell = lines.back().back();
        if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
            cell += c;
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            lines.back().emplace_back();
        } else if (c == '\n' && !quoted) {
            lines.emplace_back(1);
        } else {
            cell += c;
        }
    }
    if (lines.back() == Cells(1)) lines.pop_back();
    if (lines.empty()) return table;
    table.columns = std::move(lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i) {
        lines[i].resize(table.columns.size());
        table.rows.push_back(std::move(lines[i]));
    }
    return table;
}

std::string toJson(const Table& table)
{
    auto rows = nlohmann::ordered_json::array();
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const Cells row = namedInFull(table, r);
        nlohmann::ordered_json object = nlohmann::ordered_json::object();
        for (std::size_t i = 0; i < row.size(); ++i) {
            double number = 0;
            const auto [end, error] = std::from_chars(row[i].data(), row[i].data() + row[i].size(), number);
            if (error == std::errc() && end == row[i].data() + row[i].size() && std::isfinite(number))
                object[table.columns[i]] = number;
            else
                object[table.columns[i]] = row[i];
        }
        rows.push_back(std::move(object));
    }
    return rows.dump(1) + "\n";
}

std::string toLatex(const Table& table)
{
    std::string out = "\\begin{table}\n\\centering\n\\caption{" + escapedLatex(table.title) + "}\n\\label{tab:" + table.name +
                      "}\n\\begin{tabular}{l" + std::string(table.columns.empty() ? 0 : table.columns.size() - 1, 'r') + "}\n\\toprule\n";
    out += joined(table.columns, " & ", escapedLatex) + " \\\\\n\\midrule\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        out += indentation(table, i, "\\quad ") + joined(table.rows[i], " & ", escapedLatex) + " \\\\\n";
    out += "\\bottomrule\n\\end{tabular}\n";
    if (!table.note.empty()) out += "\\par\\smallskip\\footnotesize " + escapedLatex(table.note) + "\n";
    return out + "\\end{table}\n";
}

std::string toMarkdown(const Table& table)
{
    std::string out = "**" + escapedMarkdown(table.title) + "**\n\n| " + joined(table.columns, " | ", escapedMarkdown) + " |\n|---|";
    for (std::size_t i = 1; i < table.columns.size(); ++i) out += "---:|";
    out += "\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        out += "| " + indentation(table, i, "&emsp;") + joined(table.rows[i], " | ", escapedMarkdown) + " |\n";
    return table.note.empty() ? out : out + "\n" + escapedMarkdown(table.note) + "\n";
}

std::string escapedHtml(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string toHtml(const Table& table)
{
    const auto cell = [](const std::string& text) {
        return std::string(isNumber(text) ? "<td class=\"number\">" : "<td>") + escapedHtml(text) + "</td>";
    };
    const auto head = [](const std::string& text) { return "<th>" + escapedHtml(text) + "</th>"; };
    std::string out = "<table id=\"" + escapedHtml(table.name) + "\">\n<caption>" + escapedHtml(table.title) + "</caption>\n<thead><tr>" +
                      joined(table.columns, "", head) + "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        std::string cells = joined(table.rows[i], "", cell);
        if (const std::string indent = indentation(table, i, "&emsp;"); !indent.empty()) cells.insert(cells.find('>') + 1, indent);
        out += "<tr>" + cells + "</tr>\n";
    }
    out += "</tbody>\n</table>\n";
    return table.note.empty() ? out : out + "<p class=\"note\">" + escapedHtml(table.note) + "</p>\n";
}

}  // namespace sonoglyph
