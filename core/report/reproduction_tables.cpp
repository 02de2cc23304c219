#include "core/report/reproduction_tables.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <set>

#include "core/base/number_text.h"
#include "core/base/statistics.h"
#include "core/report/paper_results.h"

namespace sonoglyph {

namespace {

using Runs = std::vector<const RunResults*>;
using Cells = std::vector<std::string>;

constexpr const char* none = "–";

std::string number(const char* format, double value)
{
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

std::string percent(double share) { return number("%.1f", 100 * share); }
std::string points(double difference) { return number("%+.1f", 100 * difference); }
std::string interval(const std::array<double, 2>& i) { return percent(i[0]) + " – " + percent(i[1]); }

template <class Value>
Spread spread(const Runs& runs, Value value)
{
    std::vector<double> values;
    for (const RunResults* run : runs) values.push_back(value(*run));
    return spreadOf(values);
}

template <class Value>
std::string percentOf(const Runs& runs, Value value)
{
    if (runs.empty()) return none;
    const Spread s = spread(runs, value);
    return runs.size() > 1 ? percent(s.mean) + " ± " + percent(s.deviation) : percent(s.mean);
}

double accuracyOf(const RunResults& run) { return run.evaluation.accuracy; }
double accuracyMeanOf(const RunResults& run) { return run.evaluation.accuracyMean; }

std::set<double> alphasOf(const Reproduction& r)
{
    std::set<double> alphas;
    for (const RunResults& run : r.runs)
        if (run.config.model == ModelKind::Aivaegan) alphas.insert(run.config.alpha);
    return alphas;
}

std::string modelTitle(const RunConfig& c)
{
    if (c.model == ModelKind::Classifier) return "Classifier";
    return c.model == ModelKind::Aivae ? "AIVAE" : "AIVAEGAN, α = " + shortest(c.alpha);
}

std::string runTitle(const RunResults& run) { return titleOf(run.config.data.name) + ", " + modelTitle(run.config); }

const std::string samplesNote = "Accuracy of LeNet-5 on images drawn for held-out recordings, percent; 95 % intervals after Wilson.";

/// Below a table that tells of a data set that is not whole.
void tellWhatIsMissing(Table& table, const Reproduction& r)
{
    for (const auto& [set, facts] : r.data) {
        const std::string missing = incompleteNote(r, set), title = titleOf(set);
        const auto tells = [&](const Cells& row) {
            return std::any_of(row.begin(), row.end(), [&](const std::string& cell) { return cell.find(title) != std::string::npos; });
        };
        if (!missing.empty() && std::any_of(table.rows.begin(), table.rows.end(), tells))
            table.note += (table.note.empty() ? "" : " ") + missing;
    }
}

/// One cell of the paper's tables beside ours.
Cells besidePaper(const Runs& runs, std::optional<double> paper)
{
    Cells cells{percentOf(runs, accuracyOf), runs.size() == 1 ? interval(runs[0]->evaluation.interval) : none,
                percentOf(runs, accuracyMeanOf), paper ? percent(*paper) : none};
    const double ours = spread(runs, accuracyOf).mean;
    cells.push_back(paper && !runs.empty() ? points(ours - *paper) : none);
    cells.push_back(paper && !runs.empty() ? number("%.2f", ours / *paper) : none);
    return cells;
}

const Cells besidePaperColumns{"Ours, samples", "95 % interval", "Ours, mean", "Paper", "Difference", "Ours / paper"};

Table withColumns(std::string name, std::string title, std::string note, Cells columns, const Cells& more = {})
{
    columns.insert(columns.end(), more.begin(), more.end());
    return {std::move(name), std::move(title), std::move(note), std::move(columns), {}};
}

void addRow(Table& table, Cells row, const Cells& more = {})
{
    row.insert(row.end(), more.begin(), more.end());
    row.resize(table.columns.size(), none);
    table.rows.push_back(std::move(row));
}

Table aivaeTable(const Reproduction& r)
{
    Table t = withColumns("table-4", "AIVAE beside the paper's table 4", samplesNote, {"Data set"}, besidePaperColumns);
    for (const auto& [set, facts] : r.data)
        if (const Runs runs = r.find(set, ModelKind::Aivae, 1); !runs.empty())
            addRow(t, {titleOf(set)}, besidePaper(runs, paperAccuracy(ModelKind::Aivae, set, 1)));
    return t;
}

Table aivaeganTable(const Reproduction& r)
{
    Table t = withColumns("table-5", "AIVAEGAN beside the paper's table 5", samplesNote, {"Data set", "α"}, besidePaperColumns);
    for (const auto& [set, facts] : r.data)
        for (const double alpha : alphasOf(r))
            if (const Runs runs = r.find(set, ModelKind::Aivaegan, alpha); !runs.empty())
                addRow(t, {titleOf(set), shortest(alpha)}, besidePaper(runs, paperAccuracy(ModelKind::Aivaegan, set, alpha)));
    return t;
}

Table errorDropTable(const Reproduction& r)
{
    Table t = withColumns("error-drop", "By how much the error rate of AIVAEGAN falls as alpha rises",
                          "Share of the error at the lowest alpha, percent.", {"Data set", "From α", "To α", "Ours", "Paper, 0.2 to 2"});
    const auto alphas = alphasOf(r);
    for (const auto& [set, facts] : r.data) {
        if (alphas.size() < 2) continue;
        const Runs low = r.find(set, ModelKind::Aivaegan, *alphas.begin()), high = r.find(set, ModelKind::Aivaegan, *alphas.rbegin());
        if (low.empty() || high.empty()) continue;
        const double before = 1 - spread(low, accuracyOf).mean, after = 1 - spread(high, accuracyOf).mean;
        const auto paper = paperErrorDrop(set);
        addRow(t, {titleOf(set), shortest(*alphas.begin()), shortest(*alphas.rbegin()), before > 0 ? percent(1 - after / before) : none,
                   paper ? percent(*paper) : none});
    }
    return t;
}

Table ceilingTable(const Reproduction& r)
{
    Table t = withColumns("ceilings", "What could be reached",
                          "LeNet-5 on real images bounds how well an image can be read, the classifier how well the digit can be heard "
                          "by an encoder of AIVAE's size (its interval counts recordings).",
                          {"Ceiling", "Accuracy", "95 % interval", "Paper", "AIVAE, mean", "AIVAE below it"});
    if (r.lenet) addRow(t, {"LeNet-5 on MNIST test", percent(r.lenet->accuracy), interval(r.lenet->interval), percent(paperLenet)});
    for (const auto& [set, facts] : r.data) {
        const Runs heard = r.find(set, ModelKind::Classifier, 1), aivae = r.find(set, ModelKind::Aivae, 1);
        if (heard.empty()) continue;
        addRow(t, {"Classifier on " + titleOf(set), percentOf(heard, accuracyOf),
                   heard.size() == 1 ? interval(heard[0]->evaluation.interval) : none, none, percentOf(aivae, accuracyMeanOf),
                   aivae.empty() ? none : points(spread(heard, accuracyOf).mean - spread(aivae, accuracyMeanOf).mean)});
    }
    return t;
}

Table measuresTable(const Reproduction& r)
{
    Table t = withColumns(
        "measures", "All measures",
        "Diversity: deviation of a pixel (0 to 1) and of a feature of LeNet-5 among images of one digit. Distance: of drawn "
        "images to the mean training image of their digit, root mean square of a pixel. Reconstruction and KL in nats.",
        {"Run", "Seed", "Accuracy", "Mean", "Diversity", "Feature diversity", "Distance to archetype", "Reconstruction", "KL", "Active"});
    for (const RunResults& run : r.runs) {
        const Evaluation& e = run.evaluation;
        if (run.config.data.split != "random" || e.heard) continue;
        addRow(t, {runTitle(run), std::to_string(run.config.seed), percent(e.accuracy), percent(e.accuracyMean),
                   number("%.4f", e.diversity), e.details ? number("%.3f", e.details->featureDiversity) : none,
                   e.details ? number("%.4f", e.details->archetypeDistance) : none, number("%.1f", e.reconstruction), number("%.2f", e.kl),
                   std::to_string(e.activeUnits)});
    }
    return t;
}

Table splitTable(const Reproduction& r)
{
    Table t = withColumns(
        "splits", "AIVAE on MNIST-FSDD: voices that were learned, and voices that were not",
        "With the random and the official split every voice of the test was heard in training: such a score says nothing about a "
        "new voice. With a speaker left out, everything that speaker says is held out.",
        {"Split", "Voices", "Recordings", "Accuracy, samples", "Accuracy, mean"});
    double sum = 0, sumMean = 0;
    int leftOut = 0;
    std::set<std::string> seen;
    for (const RunResults& run : r.runs) {
        const std::string& split = run.config.data.split;
        if (run.config.data.name != "fsdd" || run.config.model != ModelKind::Aivae || !seen.insert(split).second) continue;
        const Runs runs = r.find("fsdd", ModelKind::Aivae, 1, split);
        std::int64_t recordings = 0;
        for (const SetReading& s : run.evaluation.sets) recordings += s.all().recordings;
        const bool isNew = split.starts_with("speaker:");
        addRow(t, {isNew ? split.substr(8) + " left out" : split, isNew ? "new" : "learned", std::to_string(recordings),
                   percentOf(runs, accuracyOf), percentOf(runs, accuracyMeanOf)});
        if (!isNew) continue;
        sum += spread(runs, accuracyOf).mean;
        sumMean += spread(runs, accuracyMeanOf).mean;
        ++leftOut;
    }
    if (leftOut > 1) addRow(t, {"mean of those left out", "new", none, percent(sum / leftOut), percent(sumMean / leftOut)});
    return t;
}

Table digitTable(const Reproduction& r)
{
    Table t = withColumns("digits", "Accuracy of each digit", "Images drawn from samples of z, percent; of the classifier: what it hears.",
                          {"Run"}, {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"});
    for (const RunResults& run : r.runs) {
        if (run.config.data.split != "random") continue;
        Cells cells;
        for (const double accuracy : run.evaluation.perLabel) cells.push_back(percent(accuracy));
        addRow(t, {runTitle(run)}, cells);
    }
    return t;
}

Table speakerTable(const Reproduction& r)
{
    Table t = withColumns("speakers", "MNIST-FSDD: accuracy for each speaker, random split",
                          "Images drawn from samples of z, percent, with 95 % intervals.", {"Run"});
    for (const RunResults& run : r.runs) {
        if (run.config.data.name != "fsdd" || run.config.data.split != "random" || run.evaluation.heard || !run.evaluation.details)
            continue;
        const auto& speakers = run.evaluation.details->speakers;
        if (t.columns.size() == 1)
            for (const SpeakerReading& s : speakers) t.columns.push_back(s.speaker);
        Cells cells;
        for (const SpeakerReading& s : speakers)
            cells.push_back(percent(s.reading.accuracy()) + " [" + interval(wilsonInterval(s.reading.right, s.reading.examples)) + "]");
        addRow(t, {runTitle(run)}, cells);
    }
    return t;
}

/// Each kind of run with the next one, and AIVAE with the highest alpha.
Table differenceTable(const Reproduction& r)
{
    Table t = withColumns("differences", "Differences, tested pair by pair",
                          "Points; the interval counts recordings, not pairs, and p is of a randomisation test over recordings.",
                          {"First", "Second", "First less second", "95 % interval", "p"});
    const auto add = [&](const Runs& a, const Runs& b) {
        if (a.empty() || b.empty() || !a[0]->evaluation.details || !b[0]->evaluation.details) return;
        if (!samePairs(*a[0]->evaluation.details, *b[0]->evaluation.details)) return;
        const PairedDifference d = difference(*a[0]->evaluation.details, *b[0]->evaluation.details);
        addRow(t, {runTitle(*a[0]), modelTitle(b[0]->config), points(d.difference), points(d.interval[0]) + " – " + points(d.interval[1]),
                   d.p < 0.001 ? "<0.001" : number("%.3f", d.p)});
    };
    const auto alphas = alphasOf(r);
    for (const auto& [set, facts] : r.data) {
        for (auto alpha = alphas.begin(); alpha != alphas.end() && std::next(alpha) != alphas.end(); ++alpha)
            add(r.find(set, ModelKind::Aivaegan, *std::next(alpha)), r.find(set, ModelKind::Aivaegan, *alpha));
        if (!alphas.empty()) add(r.find(set, ModelKind::Aivae, 1), r.find(set, ModelKind::Aivaegan, *alphas.rbegin()));
    }
    return t;
}

std::string orderTitle(const ZeroingCurve& c)
{
    if (c.order == ZeroOrder::Random) return "random, " + std::to_string(c.repeats) + " times";
    return c.order == ZeroOrder::MostImportant ? "most important first" : "least important first";
}

Table zeroingTable(const Reproduction& r)
{
    Table t = withColumns("zeroing", "Accuracy of AIVAE with k latent dimensions set to 0 (the paper's figure 8)",
                          "Images drawn from means of z, percent; random: mean ± deviation over the orders. Importance: mean KL "
                          "over held-out recordings.",
                          {"Data set", "Order"});
    std::vector<int> counts;
    for (const RunResults& run : r.runs) {
        for (const ZeroingCurve& curve : run.zeroing) {
            if (counts.empty()) {
                for (int k = 0; k <= curve.latent; k += std::max(1, curve.latent / 8)) counts.push_back(k);
                for (const int k : counts) t.columns.push_back("k = " + std::to_string(k));
            }
            Cells cells;
            for (const int k : counts) {
                const auto point =
                    std::find_if(curve.points.begin(), curve.points.end(), [&](const ZeroingPoint& p) { return p.zeroed == k; });
                if (point == curve.points.end())
                    cells.push_back(none);
                else
                    cells.push_back(percent(point->accuracy) +
                                    (curve.repeats > 1 && point->deviation > 0 ? " ± " + percent(point->deviation) : ""));
            }
            addRow(t, {titleOf(run.config.data.name), orderTitle(curve)}, cells);
        }
    }
    return t;
}

Table configurationTable(const Reproduction& r)
{
    Table t = withColumns("configurations", "How each run was made",
                          "Everything else is the default of this version, or the paper's: batches of 128, 64 latent dimensions, Adam.",
                          {"Run", "Minimised", "Epochs", "Steps", "KL weight rises over", "Learning rate", "Weights (hash)"});
    for (const RunResults& run : r.runs)
        addRow(t, {run.name, objectiveOf(run.config), std::to_string(run.epoch), std::to_string(run.step),
                   run.config.model == ModelKind::Classifier ? none : std::to_string(run.config.klWarmup) + " steps",
                   shortest(run.config.effectiveLearningRate()),
                   run.evaluation.details ? run.evaluation.details->fingerprint.substr(0, 16) : none});
    return t;
}

}  // namespace

std::string titleOf(const std::string& set) { return set == "scd" ? "MNIST-SCD" : set == "fsdd" ? "MNIST-FSDD" : set; }

std::string incompleteNote(const Reproduction& r, const std::string& set)
{
    const auto facts = r.data.find(set);
    if (set != "scd" || facts == r.data.end() || facts->second.recordings >= paperScdRecordings) return {};
    return "MNIST-SCD here is a part of the paper's: " + std::to_string(facts->second.recordings) + " of " +
           std::to_string(paperScdRecordings) + " recordings, " + std::to_string(facts->second.trainPairs) +
           " training pairs instead of 21160.";
}

std::vector<Table> tablesOf(const Reproduction& r)
{
    std::vector<Table> tables;
    for (const auto& make : {aivaeTable, aivaeganTable, errorDropTable, ceilingTable, measuresTable, splitTable, digitTable, speakerTable,
                             differenceTable, zeroingTable, configurationTable}) {
        Table table = make(r);
        if (table.rows.empty()) continue;
        tellWhatIsMissing(table, r);
        tables.push_back(std::move(table));
    }
    return tables;
}

}  // namespace sonoglyph
