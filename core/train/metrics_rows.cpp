#include "core/train/metrics_rows.h"

#include <algorithm>
#include <charconv>

namespace sonoglyph {

namespace {

/// The unit stands after the name.
constexpr std::array<std::string_view, ColumnCount> headers{"scope",
                                                            "epoch",
                                                            "step",
                                                            "seconds [s]",
                                                            "total [nat]",
                                                            "reconstruction [nat]",
                                                            "kl [nat]",
                                                            "kl_weight",
                                                            "samples_per_second [1/s]",
                                                            "test_total [nat]",
                                                            "test_reconstruction [nat]",
                                                            "test_kl [nat]",
                                                            "accuracy",
                                                            "accuracy_mean",
                                                            "active_units",
                                                            "adversarial [nat]",
                                                            "discriminator [nat]",
                                                            "d_real",
                                                            "d_drawn",
                                                            "gradient_norm",
                                                            "discriminator_gradient_norm",
                                                            "diversity",
                                                            "kl_per_dimension [nat]"};

template <class Number>
std::string text(Number number)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), end};
}

template <class Number>
std::string text(const std::optional<Number>& number)
{
    return number ? text(*number) : std::string();
}

std::string text(const std::vector<double>& numbers)
{
    std::string out;
    for (const double number : numbers) out += (out.empty() ? "" : " ") + text(number);
    return out;
}

using Cells = std::array<std::string, ColumnCount>;

std::string joined(const Cells& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += (i ? "," : "") + cells[i];
    return line + "\n";
}

template <class Number>
bool parse(std::string_view value, Number& out)
{
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), out);
    return failed == std::errc() && end == value.data() + value.size();
}

}  // namespace

std::string metricsHeader()
{
    Cells cells;
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = headers[i];
    return joined(cells);
}

std::string metricsRow(const StepMetrics& m)
{
    Cells cells;
    cells[Scope] = "step";
    cells[Epoch] = text(m.epoch);
    cells[Step] = text(m.step);
    cells[Seconds] = text(m.seconds);
    cells[Total] = text(m.total);
    cells[Reconstruction] = text(m.reconstruction);
    cells[Kl] = text(m.kl);
    cells[KlWeight] = text(m.klWeight);
    cells[SamplesPerSecond] = text(m.samplesPerSecond);
    cells[ActiveUnits] = text(m.activeUnits);
    cells[GradientNorm] = text(m.gradientNorm);
    if (const auto& d = m.discriminator) {
        cells[Adversarial] = text(d->adversarial);
        cells[DiscriminatorLoss] = text(d->loss);
        cells[DReal] = text(d->real);
        cells[DDrawn] = text(d->drawn);
        cells[DiscriminatorGradientNorm] = text(d->gradientNorm);
    }
    return joined(cells);
}

std::string metricsRow(const EpochMetrics& m)
{
    Cells cells;
    cells[Scope] = "epoch";
    cells[Epoch] = text(m.epoch);
    cells[Step] = text(m.step);
    cells[Seconds] = text(m.seconds);
    cells[Total] = text(m.trainTotal);
    cells[Reconstruction] = text(m.trainReconstruction);
    cells[Kl] = text(m.trainKl);
    cells[TestTotal] = text(m.testTotal);
    cells[TestReconstruction] = text(m.testReconstruction);
    cells[TestKl] = text(m.testKl);
    cells[Accuracy] = text(m.accuracy);
    cells[AccuracyMean] = text(m.accuracyMean);
    cells[ActiveUnits] = text(m.activeUnits);
    cells[Diversity] = text(m.diversity);
    cells[KlPerDimension] = text(m.klPerDimension);
    return joined(cells);
}

std::vector<std::string_view> cellsOf(std::string_view line)
{
    if (line.ends_with('\r')) line.remove_suffix(1);
    std::vector<std::string_view> cells;
    for (std::size_t comma; (comma = line.find(',')) != line.npos; line.remove_prefix(comma + 1)) cells.push_back(line.substr(0, comma));
    cells.push_back(line);
    return cells;
}

std::string_view withoutUnit(std::string_view header) { return header.substr(0, header.find(" [")); }

std::string_view columnName(MetricsColumn column) { return withoutUnit(headers[column]); }

std::optional<MetricsColumns> MetricsColumns::of(std::string_view header)
{
    MetricsColumns columns;
    const auto cells = cellsOf(header);
    columns.count_ = cells.size();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto known = [&](std::string_view ours) { return withoutUnit(ours) == withoutUnit(cells[i]); };
        const auto found = std::find_if(headers.begin(), headers.end(), known);
        if (found == headers.end())
            columns.allKnown_ = false;
        else
            columns.places_[std::size_t(found - headers.begin())] = i;
    }
    const auto& places = columns.places_;
    return places[Scope] && places[Epoch] && places[Step] ? std::optional(columns) : std::nullopt;
}

std::string_view MetricsRow::cell(MetricsColumn column) const
{
    const auto place = columns_.place(column);
    return place && *place < cells_.size() ? cells_[*place] : std::string_view();
}

template <class Number>
bool MetricsRow::take(MetricsColumn column, Number& out) const
{
    const std::string_view value = cell(column);
    return value.empty() || parse(value, out);
}

template <class Number>
bool MetricsRow::take(MetricsColumn column, std::optional<Number>& out) const
{
    return cell(column).empty() || parse(cell(column), out.emplace());
}

bool MetricsRow::take(MetricsColumn column, std::vector<double>& out) const
{
    for (std::string_view rest = cell(column); !rest.empty();) {
        const std::string_view value = rest.substr(0, rest.find(' '));
        if (!parse(value, out.emplace_back())) return false;
        rest.remove_prefix(std::min(rest.size(), value.size() + 1));
    }
    return true;
}

bool MetricsRow::take(std::optional<DiscriminatorMetrics>& out) const
{
    if (cell(DiscriminatorLoss).empty()) return true;
    DiscriminatorMetrics& d = out.emplace();
    return take(Adversarial, d.adversarial) && take(DiscriminatorLoss, d.loss) && take(DReal, d.real) && take(DDrawn, d.drawn) &&
           take(DiscriminatorGradientNorm, d.gradientNorm);
}

std::optional<std::int64_t> MetricsRow::step() const
{
    std::int64_t step = 0;
    return !cell(Step).empty() && parse(cell(Step), step) ? std::optional(step) : std::nullopt;
}

bool MetricsRow::read(StepMetrics& m) const
{
    return take(Epoch, m.epoch) && take(Step, m.step) && take(Seconds, m.seconds) && take(Total, m.total) &&
           take(Reconstruction, m.reconstruction) && take(Kl, m.kl) && take(KlWeight, m.klWeight) &&
           take(SamplesPerSecond, m.samplesPerSecond) && take(ActiveUnits, m.activeUnits) && take(GradientNorm, m.gradientNorm) &&
           take(m.discriminator);
}

bool MetricsRow::read(EpochMetrics& m) const
{
    return take(Epoch, m.epoch) && take(Step, m.step) && take(Seconds, m.seconds) && take(Total, m.trainTotal) &&
           take(Reconstruction, m.trainReconstruction) && take(Kl, m.trainKl) && take(TestTotal, m.testTotal) &&
           take(TestReconstruction, m.testReconstruction) && take(TestKl, m.testKl) && take(Accuracy, m.accuracy) &&
           take(AccuracyMean, m.accuracyMean) && take(ActiveUnits, m.activeUnits) && take(Diversity, m.diversity) &&
           take(KlPerDimension, m.klPerDimension);
}

std::string MetricsRow::upgraded() const
{
    Cells cells;
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = cell(MetricsColumn(c));
    return joined(cells);
}

}  // namespace sonoglyph
