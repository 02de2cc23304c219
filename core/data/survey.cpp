#include "core/data/survey.h"

#include <algorithm>

#include <zlib.h>

#include "core/data/data_folders.h"
#include "core/data/dataset_config.h"
#include "core/data/mnist.h"
#include "core/data/own_dataset.h"
#include "core/data/recordings.h"
#include "core/data/synthetic_digits.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

/// The number of labels that a label file's header promises; -1 where it is none.
int labelCount(const fs::path& file)
{
    unsigned char bytes[8] = {};
    gzFile handle = gzopen(file.c_str(), "rbe");
    if (!handle) return -1;
    const int got = gzread(handle, bytes, sizeof bytes);
    gzclose(handle);
    if (got != sizeof bytes || bytes[0] || bytes[1] || bytes[2] != 8 || bytes[3] != 1 || bytes[4]) return -1;
    return bytes[5] << 16 | bytes[6] << 8 | bytes[7];
}

ImageSurvey surveyMnist(const fs::path& data)
{
    ImageSurvey survey;
    survey.folder = mnistFolder(data);
    std::string missing;
    for (const MnistPart part : {MnistPart::Train, MnistPart::Test}) {
        const char* rank = part == MnistPart::Train ? "train" : "t10k";
        const fs::path labels = findMnistLabels(survey.folder, part);
        if (findMnistImages(survey.folder, part).empty())
            missing += std::string(missing.empty() ? "" : ", ") + rank + "-images-idx3-ubyte.gz";
        if (labels.empty()) {
            missing += std::string(missing.empty() ? "" : ", ") + rank + "-labels-idx1-ubyte.gz";
            continue;
        }
        const int count = labelCount(labels);
        if (count < 0)
            survey.problem =
                Message{SONOGLYPH_TEXT("core", "%1 is damaged or no MNIST file. Download it again and put it there."), {labels.string()}};
        (part == MnistPart::Train ? survey.train : survey.test) = std::max(count, 0);
    }
    survey.present = missing.empty();
    if (!survey.present)
        survey.problem = Message{SONOGLYPH_TEXT("core", "Missing in %1: %2. Download MNIST's four files and put them there."),
                                 {survey.folder.string(), missing}};
    return survey;
}

RecordingSurvey surveyRecordings(const std::string& name, const std::string& set, const fs::path& data, const fs::path& folder)
{
    RecordingSurvey survey;
    survey.name = name;
    survey.folder = folder;
    const auto listed = listRecordings(set, data);
    if (!listed) {
        survey.problem = listed.error().message;
        return survey;
    }
    survey.present = true;
    survey.recordings = int(listed->recordings.size());
    survey.labels = listed->labels;
    survey.perLabel = listed->perLabel();
    survey.speakers = listed->speakers();
    survey.skipped = listed->skipped;
    survey.officialKnown = listed->officialKnown;
    std::string absent;
    for (std::size_t label = 0; label < survey.labels.size(); ++label) {
        if (survey.perLabel[label] == 0) absent += (absent.empty() ? "" : ", ") + survey.labels[label];
    }
    if (!absent.empty())
        survey.problem = Message{SONOGLYPH_TEXT("core", "No recordings in %1 of: %2."), {folder.string(), absent}};
    else if (!survey.officialKnown && name == "scd")
        survey.problem =
            Message{SONOGLYPH_TEXT("core", "testing_list.txt or validation_list.txt is missing in %1: the official split cannot be used."),
                    {folder.string()}};
    return survey;
}

RecordingSurvey surveyOwn(const std::string& name, const fs::path& data)
{
    RecordingSurvey survey = surveyRecordings(name, name, data, ownFolder(data, name));
    const auto own = readOwnDataset(data, name);
    if (!own) return survey;
    survey.title = own->title;
    survey.labels = own->labels;
    const fs::path images = ownImages(data, *own);
    for (const MnistPart part : {MnistPart::Train, MnistPart::Test})
        survey.images = survey.images && !findMnistImages(images, part).empty() && !findMnistLabels(images, part).empty();
    survey.alignment = own->alignment;
    std::error_code ignored;
    survey.readable = fs::exists(ownJudgeFile(data, name), ignored) || (own->images == "mnist" && own->labels == digitLabels());
    if (survey.images) survey.trainImages = std::max(0, labelCount(findMnistLabels(images, MnistPart::Train)));
    if (!survey.images && !survey.problem)
        survey.problem = Message{SONOGLYPH_TEXT("core", "%1 does not hold the four files of images and labels."), {images.string()}};
    return survey;
}

}  // namespace

const RecordingSurvey* DataSurvey::ownNamed(const std::string& name) const
{
    const auto found = std::find_if(own.begin(), own.end(), [&](const RecordingSurvey& set) { return set.name == name; });
    return found == own.end() ? nullptr : &*found;
}

bool DataSurvey::canUse(const std::string& dataset) const
{
    if (dataset == syntheticName) return true;
    if (const RecordingSurvey* set = ownNamed(dataset)) return set->present && set->images;
    if (!mnist.present) return false;
    if (dataset == "fsdd") return paperRecordings > 0;
    if (dataset == "fsdd6") return fsdd.present;
    if (dataset == "scd") return scd.present;
    return dataset == "mixed" && fsdd.present && scd.present;
}

DataSurvey surveyData(const fs::path& folder)
{
    DataSurvey survey;
    survey.folder = folder.empty() ? defaultDataFolder() : folder;
    std::error_code ignored;
    survey.folderThere = fs::is_directory(survey.folder, ignored);
    survey.mnist = surveyMnist(survey.folder);
    survey.fsdd = surveyRecordings("fsdd", "fsdd6", survey.folder, fsddFolder(survey.folder));
    survey.scd = surveyRecordings("scd", "scd", survey.folder, scdFolder(survey.folder));
    for (const std::string& name : ownDatasets(survey.folder)) survey.own.push_back(surveyOwn(name, survey.folder));
    if (const auto paper = listRecordings("fsdd", survey.folder)) survey.paperRecordings = int(paper->recordings.size());
    return survey;
}

}  // namespace sonoglyph
