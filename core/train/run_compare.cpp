#include "core/train/run_compare.h"

#include <algorithm>

#include "core/base/safetensors.h"
#include "core/train/metrics_csv.h"
#include "core/train/run_folder.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

std::optional<Message> firstDifference(const fs::path& fileA, const TensorMap& a, const fs::path& fileB, const TensorMap& b)
{
    for (const auto& [name, tensor] : a) {
        const auto other = b.find(name);
        if (other == b.end()) return Message{SONOGLYPH_TEXT("core", "%1 has no tensor %2."), {fileB.string(), name}};
        if (tensor.dtype != other->second.dtype || tensor.shape != other->second.shape ||
            !std::equal(tensor.bytes.begin(), tensor.bytes.end(), other->second.bytes.begin(), other->second.bytes.end()))
            return Message{SONOGLYPH_TEXT("core", "The tensor %1 in %2 is not the one in %3."), {name, fileB.string(), fileA.string()}};
    }
    for (const auto& [name, tensor] : b)
        if (!a.contains(name)) return Message{SONOGLYPH_TEXT("core", "%1 has no tensor %2."), {fileA.string(), name}};
    return std::nullopt;
}

Result<fs::path> latestOf(const fs::path& folder)
{
    auto run = RunFolder::openForReading(folder);
    return run ? run->latest() : Result<fs::path>(run.error());
}

}  // namespace

Result<RunComparison> compareRuns(const fs::path& a, const fs::path& b)
{
    auto rows = firstDifference(a / "metrics.csv", b / "metrics.csv");
    if (!rows) return rows.error();
    const auto fileA = latestOf(a), fileB = latestOf(b);
    if (!fileA || !fileB) return (fileA ? fileB : fileA).error();
    const auto tensorsA = SafetensorsFile::read(*fileA), tensorsB = SafetensorsFile::read(*fileB);
    if (!tensorsA || !tensorsB) return (tensorsA ? tensorsB : tensorsA).error();
    if (!*rows) *rows = firstDifference(*fileA, tensorsA->tensors(), *fileB, tensorsB->tensors());
    return RunComparison{contentHash(tensorsA->tensors()), *rows};
}

}  // namespace sonoglyph
