#include "core/report/reproduction_report.h"

#include <algorithm>

#include "core/base/atomic_file.h"
#include "core/report/reproduction_tables.h"
#include "core/report/table.h"

namespace sonoglyph {

namespace fs = std::filesystem;

namespace {

constexpr const char* style = R"(
:root { color-scheme: light dark; --text: #1b1f24; --soft: #5c6670; --line: #d5dae0; --ground: #ffffff; --accent: #0b6cb0; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e9ec; --soft: #9aa4ae; --line: #3a424b; --ground: #16191d; --accent: #6ab7ee; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground); max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
.note, figcaption { color: var(--soft); font-size: .875rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0 .25rem; font-variant-numeric: tabular-nums; font-size: .925rem; }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }
thead th { border-bottom: 1px solid var(--line); font-weight: 600; }
tbody tr + tr td { border-top: 1px solid var(--line); }
.number { text-align: right; white-space: nowrap; }
figure { margin: 1.5rem 0; } figure img { max-width: 100%; background: #fff; }
nav a, figcaption a { color: var(--accent); margin-right: 1rem; }
@media print { body { max-width: none; } h2 { break-after: avoid; } figure, table { break-inside: avoid; } }
)";

const RunResults* firstOf(const std::vector<const RunResults*>& runs) { return runs.empty() ? nullptr : runs.front(); }

bool measured(const Reproduction& r, const std::string& set, ModelKind model)
{
    return std::any_of(r.runs.begin(), r.runs.end(), [&](const RunResults& run) {
        return run.config.model == model && run.config.data.split == "random" && (set.empty() || run.config.data.name == set);
    });
}

std::string figureHtml(const fs::path& folder, const ReportFigure& figure)
{
    const auto there = [&](const char* ending) {
        std::error_code ignored;
        return fs::exists(folder / "figures" / (figure.name + ending), ignored);
    };
    if (!there(".svg")) return {};
    std::string out = "<figure id=\"" + figure.name + "\"><img src=\"figures/" + figure.name + ".svg\" alt=\"" +
                      escapedHtml(figure.caption) + "\"><figcaption>" + escapedHtml(figure.caption) + " ";
    for (const char* ending : {".svg", ".pdf", ".png", ".csv"})
        if (there(ending)) out += "<a href=\"figures/" + figure.name + ending + "\">" + (ending + 1) + "</a>";
    return out + "</figcaption></figure>\n";
}

std::string factsHtml(const Reproduction& r)
{
    std::string out = "<p>" + std::to_string(r.runs.size()) + " of " + std::to_string(r.planned.size()) +
                      " trainings are measured. Epochs: " + escapedHtml(r.epochs) + " (the paper: 100). ";
    for (const auto& [set, facts] : r.data)
        out += titleOf(set) + ": " + std::to_string(facts.recordings) + " recordings of " + std::to_string(facts.speakers) + " speakers, " +
               std::to_string(facts.trainPairs) + " pairs to learn from, " + std::to_string(facts.testPairs) + " held out. ";
    out += "</p>\n";
    for (const auto& [set, facts] : r.data)
        if (const auto note = incompleteNote(r, set); !note.empty()) out += "<p><strong>" + escapedHtml(note) + "</strong></p>\n";
    return out;
}

std::string html(const fs::path& folder, const Reproduction& r, const std::vector<Table>& tables)
{
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
        "<meta name=\"generator\" content=\"" +
        escapedHtml(r.version) + "\">\n<title>Audio-to-image generation, reproduced</title>\n<style>" + style +
        "</style>\n</head>\n<body>\n<h1>Audio-to-image generation, reproduced</h1>\n"
        "<p class=\"note\">M. Zelaszczyk, J. Mandziuk: Audio-to-Image Cross-Modal Generation (2021), section 5.2, measured anew by " +
        escapedHtml(r.version) + ".</p>\n";
    out += factsHtml(r) + "<h2>Tables</h2>\n";
    for (const Table& table : tables) {
        out += "<div class=\"scroll\">" + toHtml(table) + "</div>\n<p class=\"note\">";
        for (const char* ending : {"csv", "tex", "md"})
            out += std::string("<a href=\"tables/") + table.name + "." + ending + "\">" + ending + "</a> ";
        out += "</p>\n";
    }
    std::string figures;
    for (const ReportFigure& figure : figuresOf(r)) figures += figureHtml(folder, figure);
    if (!figures.empty()) out += "<h2>Figures</h2>\n" + figures;
    return out + "</body>\n</html>\n";
}

}  // namespace

std::vector<ReportFigure> figuresOf(const Reproduction& r)
{
    std::vector<ReportFigure> out;
    if (measured(r, "", ModelKind::Aivae)) {
        out.push_back({"figure-3", "Real images of training pairs and what AIVAE draws for their sounds (the paper's figure 3)."});
        out.push_back({"figure-4", "The same for held-out pairs; the first of a random order, not chosen (figure 4)."});
    }
    if (measured(r, "fsdd", ModelKind::Aivaegan))
        out.push_back({"figure-5", "AIVAEGAN on training pairs of MNIST-FSDD for each alpha (figure 5)."});
    if (measured(r, "scd", ModelKind::Aivaegan))
        out.push_back({"figure-6", "AIVAEGAN on training pairs of MNIST-SCD for each alpha (figure 6)."});
    if (measured(r, "", ModelKind::Aivaegan))
        out.push_back({"figure-7", "AIVAEGAN on held-out pairs for each alpha; not chosen (figure 7)."});
    const bool zeroing = std::any_of(r.runs.begin(), r.runs.end(), [](const RunResults& run) { return !run.zeroing.empty(); });
    if (zeroing) out.push_back({"figure-8", "Accuracy of AIVAE with k latent dimensions set to 0 (figure 8); bands: mean ± deviation."});
    if (!r.runs.empty()) out.push_back({"accuracy", "Accuracy with 95 % intervals; grey: the paper; lines: what could be reached."});
    for (const auto& [set, facts] : r.data) {
        const RunResults* run = firstOf(r.find(set, ModelKind::Aivae, 1));
        if (!run) continue;
        out.push_back(
            {"archetypes-" + set, "AIVAE on " + titleOf(set) +
                                      ", for each digit: mean training image, mean drawn image, and the training image nearest to that."});
        out.push_back({"confusion-" + set, "AIVAE on " + titleOf(set) + ": which digit was spoken (rows) and which is read (columns)."});
    }
    return out;
}

Result<void> writeReport(const fs::path& folder)
{
    const auto reproduction = readReproduction(folder);
    if (!reproduction) return reproduction.error();
    if (auto made = makeFolder(folder / "tables"); !made) return made;
    const auto tables = tablesOf(*reproduction);
    for (const Table& table : tables) {
        const fs::path stem = folder / "tables" / table.name;
        if (auto done = replaceFile(stem.string() + ".csv", toCsv(table)); !done) return done;
        if (auto done = replaceFile(stem.string() + ".tex", toLatex(table)); !done) return done;
        if (auto done = replaceFile(stem.string() + ".md", toMarkdown(table)); !done) return done;
    }
    return replaceFile(folder / "report.html", html(folder, *reproduction, tables));
}

}  // namespace sonoglyph
