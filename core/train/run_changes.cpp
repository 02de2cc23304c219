#include "core/train/run_changes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <tuple>

#include "core/base/atomic_file.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

constexpr std::string_view header = "step,field,value";
constexpr std::size_t maxBytes = 64 << 20;
constexpr std::array fields{RunChange::Field::Alpha, RunChange::Field::LearningRate, RunChange::Field::Networks};
constexpr std::array networkChoices{Networks::Generator, Networks::Discriminator};

std::string nameOf(Networks networks) { return networks == Networks::Generator ? "generator" : "discriminator"; }

void apply(const RunChange& change, RunConfig& config)
{
    if (change.field == RunChange::Field::Alpha) config.alpha = change.value;
    if (change.field == RunChange::Field::LearningRate) config.learningRate = change.value;
}

template <class Number>
bool readNumber(std::string_view text, Number& out)
{
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), out);
    return failed == std::errc() && end == text.data() + text.size();
}

std::optional<RunChange> parse(std::string_view line)
{
    const auto first = line.find(','), second = line.find(',', first + 1);
    if (first == line.npos || second == line.npos) return std::nullopt;
    RunChange change;
    if (!readNumber(line.substr(0, first), change.step) || change.step < 1) return std::nullopt;
    const std::string_view name = line.substr(first + 1, second - first - 1), value = line.substr(second + 1);
    const auto field = std::ranges::find_if(fields, [&](RunChange::Field f) { return sonoglyph::nameOf(f) == name; });
    if (field == fields.end()) return std::nullopt;
    change.field = *field;
    if (change.field == RunChange::Field::Networks) {
        const auto choice = std::ranges::find_if(networkChoices, [&](Networks n) { return nameOf(n) == value; });
        if (choice == networkChoices.end()) return std::nullopt;
        change.networks = *choice;
        return change;
    }
    RunConfig checked;
    if (!readNumber(value, change.value)) return std::nullopt;
    apply(change, checked);
    return validate(checked).empty() ? std::optional(change) : std::nullopt;
}

bool isBefore(const RunChange& a, const RunChange& b) { return std::tie(a.step, a.field) < std::tie(b.step, b.field); }

}  // namespace

std::string nameOf(RunChange::Field field)
{
    switch (field) {
    case RunChange::Field::Alpha:
        return "alpha";
    case RunChange::Field::LearningRate:
        return "learningRate";
    case RunChange::Field::Networks:
        break;
    }
    return "networks";
}

std::string valueOf(const RunChange& change)
{
    if (change.field == RunChange::Field::Networks) return nameOf(change.networks);
    std::array<char, 32> buffer{};
    return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), change.value).ptr};
}

Message sentenceOf(const RunChange& change)
{
    const std::string step = std::to_string(change.step);
    switch (change.field) {
    case RunChange::Field::Alpha:
        return {SONOGLYPH_TEXT("core", "From step %1 on alpha is %2."), {step, valueOf(change)}};
    case RunChange::Field::LearningRate:
        return {SONOGLYPH_TEXT("core", "From step %1 on the learning rate is %2."), {step, valueOf(change)}};
    case RunChange::Field::Networks:
        break;
    }
    if (change.networks == Networks::Generator) return {SONOGLYPH_TEXT("core", "In step %1 only the generator learns."), {step}};
    return {SONOGLYPH_TEXT("core", "In step %1 only the discriminator learns."), {step}};
}

Result<RunChanges> RunChanges::read(const fs::path& file)
{
    RunChanges changes;
    const auto text = readTextFile(file, maxBytes);
    if (!text && text.error().code == Errc::NotFound) return changes;
    if (!text) return text.error();
    std::string_view rest = *text;
    for (int number = 1; !rest.empty(); ++number) {
        std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.ends_with('\r')) line.remove_suffix(1);
        const auto change = parse(line);
        const bool ascends = number == 1 || (change && (changes.rows_.empty() || isBefore(changes.rows_.back(), *change)));
        if (number == 1 ? line != header : !ascends)
            return Error{Errc::Corrupt,
                         {SONOGLYPH_TEXT("core", "%1 is damaged in line %2. Correct or delete that line."),
                          {file.string(), std::to_string(number)}}};
        if (number > 1) changes.rows_.push_back(*change);
    }
    return changes;
}

Result<void> RunChanges::write(const fs::path& file) const
{
    std::string text = std::string(header) + "\n";
    for (const RunChange& c : rows_) text += std::to_string(c.step) + "," + sonoglyph::nameOf(c.field) + "," + valueOf(c) + "\n";
    return replaceFile(file, text);
}

void RunChanges::add(const RunChange& change)
{
    std::erase_if(rows_, [&](const RunChange& c) { return c.step == change.step && c.field == change.field; });
    rows_.insert(std::upper_bound(rows_.begin(), rows_.end(), change, isBefore), change);
}

void RunChanges::forgetFrom(std::int64_t step)
{
    std::erase_if(rows_, [&](const RunChange& c) { return c.step >= step; });
}

RunConfig RunChanges::configAt(RunConfig initial, std::int64_t step) const
{
    for (const RunChange& change : rows_)
        if (change.step <= step) apply(change, initial);
    return initial;
}

Networks RunChanges::networksAt(std::int64_t step) const
{
    for (const RunChange& change : rows_)
        if (change.step == step && change.field == RunChange::Field::Networks) return change.networks;
    return Networks::Both;
}

}  // namespace sonoglyph
