#include "core/model/judge.h"

#include "core/data/own_dataset.h"
#include "core/data/paired_dataset.h"
#include "core/model/model_file.h"

namespace sonoglyph {

namespace {

namespace fs = std::filesystem;

/// Empty: the built-in one.
Result<fs::path> judgeFile(const DatasetConfig& data)
{
    if (!isOwnName(data.name)) return fs::path();
    const fs::path own = ownJudgeFile(data.folder, data.name);
    std::error_code ignored;
    if (fs::exists(own, ignored)) return own;
    const auto set = readOwnDataset(data.folder, data.name);
    if (!set) return set.error();
    if (set->images == "mnist" && set->labels == digitLabels()) return fs::path();
    return Error{
        Errc::NotFound,
        {SONOGLYPH_TEXT("core", "No LeNet-5 has been trained on the images of %1 yet: train one on the page Data or by sonoglyph-cli "
                                "lenet train --dataset %1."),
         {data.name}}};
}

}  // namespace

Result<Lenet5> loadJudge(const fs::path& file, const DatasetConfig& config)
{
    const DatasetConfig data = resolved(config);
    const auto found = file.empty() ? judgeFile(data) : Result<fs::path>(file);
    if (!found) return found.error();
    auto judge = loadLenet5(*found);
    if (judge && (*judge)->labels() != int(data.labels.size()))
        return Error{Errc::Incompatible,
                     {SONOGLYPH_TEXT("core", "The LeNet-5 tells %1 labels apart, the data set %2 has %3. Train one on its images."),
                      {std::to_string((*judge)->labels()), data.name, std::to_string(data.labels.size())}}};
    return judge;
}

}  // namespace sonoglyph
