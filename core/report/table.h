// A table of results for people who publish: one set of cells, written as CSV, LaTeX, Markdown or HTML. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sonoglyph {

struct Table {
    std::string name;   ///< of its files, e.g. "table-4"
    std::string title;  ///< a caption, plain text
    std::string note;   ///< a sentence below, may be empty
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  ///< as many cells as columns; the first one names the row
    std::vector<int> depths{};                   ///< of a row that belongs to the one above it that is less deep; empty: all 0
};

/// 0 for a row that stands for itself.
int depthOf(const Table& table, std::size_t row);
/// Its first cell, behind those of the rows that it belongs to: "my model, official split".
std::string fullName(const Table& table, std::size_t row);

/// RFC 4180: the columns, then a line a row, which begins with its full name.
std::string toCsv(const Table& table);
/// From such text; a quoted cell may hold anything. Rows are as long as the first.
Table tableFromCsv(std::string name, std::string title, std::string_view csv);
/// An array with an object a row, its keys the columns, named in full; what reads as a number is one.
std::string toJson(const Table& table);
/// A table float with booktabs rules: \usepackage{booktabs}. What LaTeX would take for a command is escaped; deeper rows are indented.
std::string toLatex(const Table& table);
/// GitHub's pipe table below the title; deeper rows are indented.
std::string toMarkdown(const Table& table);
/// A <table> with a <caption>; every text is escaped, deeper rows are indented.
std::string toHtml(const Table& table);

std::string escapedHtml(const std::string& text);

}  // namespace sonoglyph
