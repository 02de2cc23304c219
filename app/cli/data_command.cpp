#include "app/cli/data_command.h"

#include <cstdio>
#include <memory>

#include "app/cli/data_check_command.h"
#include "core/data/dataset_config.h"
#include "core/data/own_dataset.h"
#include "core/data/survey.h"
#include "core/fetch/dataset_check.h"
#include "core/fetch/dataset_fetch.h"
#include "core/fetch/dataset_source.h"

namespace sonoglyph {

namespace {

using Json = nlohmann::ordered_json;

struct Options {
    std::string job;
    std::filesystem::path data;
    DataCheckOptions check;
    std::vector<std::string> names;
    std::string from;
    std::filesystem::path recordings, table, images;
    std::string labelsFrom, labels, title;
    std::vector<std::string> with;
    bool oneToOne = false;
};

template <class... Values>
std::string format(const char* how, Values... values)
{
    char text[400];
    std::snprintf(text, sizeof text, how, values...);
    return text;
}

std::filesystem::path folderOf(const Options& options) { return options.data.empty() ? defaultDataFolder() : options.data; }

double megabytes(std::int64_t bytes) { return double(bytes) / 1e6; }

Json recordingsOf(const RecordingSurvey& set)
{
    Json object{{"name", set.name},
                {"present", set.present},
                {"folder", set.folder.string()},
                {"recordings", set.recordings},
                {"speakers", set.speakers.size()},
                {"labels", set.labels},
                {"per_label", set.perLabel}};
    if (set.problem) object["problem"] = english(*set.problem);
    return object;
}

std::string lineOf(const RecordingSurvey& set)
{
    return set.present ? format("%d recordings by %zu speakers", set.recordings, set.speakers.size()) : english(*set.problem);
}

Result<void> list(CommandLine& line, const Options& options)
{
    const auto folder = folderOf(options);
    const DataSurvey survey = surveyData(folder);
    Json sets = Json::array();
    std::string text = folder.string();
    for (const DatasetSource& source : datasetSources()) {
        Json set{{"name", source.name}};
        std::string there;
        if (source.name == "mnist") {
            set["present"] = survey.mnist.present;
            set["folder"] = survey.mnist.folder.string();
            set["images"] = {survey.mnist.train, survey.mnist.test};
            if (survey.mnist.problem) set["problem"] = english(*survey.mnist.problem);
            there =
                survey.mnist.present ? format("%d and %d images", survey.mnist.train, survey.mnist.test) : english(*survey.mnist.problem);
        } else {
            const RecordingSurvey& recordings = source.name == "fsdd" ? survey.fsdd : survey.scd;
            set = recordingsOf(recordings);
            there = lineOf(recordings);
        }
        set["title"] = source.title;
        set["licence"] = source.licence;
        set["credit"] = source.credit;
        set["download_bytes"] = source.downloadBytes;
        set["fetched"] = wasFetched(source.name, folder);
        set["waiting_bytes"] = bytesWaiting(source.name, folder);
        text += "\n" + format("%-10s", source.name.c_str()) + there +
                format("\n          %s, %s, %s; about %.0f MB to download", source.title.c_str(), source.licence.c_str(),
                       source.credit.c_str(), megabytes(source.downloadBytes));
        sets.push_back(std::move(set));
    }
    for (const RecordingSurvey& own : survey.own) {
        sets.push_back(recordingsOf(own));
        text += "\n" + format("%-10s", own.name.c_str()) + lineOf(own);
    }
    return line.print({{"folder", folder.string()}, {"sets", sets}}, text);
}

void tellProgress(CommandLine& line, const std::string& name, const FetchProgress& p)
{
    const char* phase = p.phase == FetchProgress::Phase::Downloading ? "downloading"
                        : p.phase == FetchProgress::Phase::Unpacking ? "unpacking"
                                                                     : "checking";
    if (line.json()) {
        const Json object{{"name", name},
                          {"phase", phase},
                          {"fraction", p.fraction},
                          {"bytes", p.download.bytes},
                          {"total", p.download.total},
                          {"bytes_per_second", p.download.bytesPerSecond},
                          {"seconds_left", p.download.secondsLeft}};
        (void)line.print(object, {}).ok();
        return;
    }
    std::string text = name + ": " + phase;
    if (line.interactive() && p.download.bytesPerSecond > 0)
        text += format(", %.1f of %.1f MB, %.1f MB/s, %.0f s left", megabytes(p.download.bytes), megabytes(p.download.total),
                       p.download.bytesPerSecond / 1e6, std::max(0.0, p.download.secondsLeft));
    line.progress()({text, {}}, p.fraction);
}

Result<void> fetch(CommandLine& line, const Options& options)
{
    const auto folder = folderOf(options);
    for (const std::string& name : options.names) {
        if (const DatasetSource* source = datasetSource(name))
            line.say(format("%s: %s, by %s (%s). About %.0f MB.", source->title.c_str(), source->licence.c_str(), source->credit.c_str(),
                            source->home.c_str(), megabytes(source->downloadBytes)));
        const FetchRequest request{name, folder, options.from, {}};
        const auto done = fetchDataset(
            request, [&](const FetchProgress& p) { tellProgress(line, name, p); }, line.stopToken());
        if (!done) return done;
        if (auto told = line.print({{"name", name}, {"phase", "done"}, {"folder", (folder / name).string()}},
                                   name + ": complete, in " + (folder / name).string());
            !told)
            return told;
    }
    return {};
}

Result<void> verify(CommandLine& line, const Options& options)
{
    bool complete = true;
    for (const std::string& name : options.names) {
        const auto checked = checkDataset(name, folderOf(options), line.progress(), line.stopToken());
        if (!checked) return checked.error();
        const Json object{{"name", name},
                          {"complete", checked->complete},
                          {"right", checked->right},
                          {"expected", checked->expected},
                          {"missing", checked->missing},
                          {"damaged", checked->damaged},
                          {"faults", checked->faults}};
        std::string text = name + ": " + english(checked->message);
        for (const std::string& fault : checked->faults) text += "\n  " + fault;
        if (auto told = line.print(object, text); !told) return told;
        complete = complete && checked->complete;
    }
    if (complete) return {};
    return Error{Errc::Corrupt, {SONOGLYPH_TEXT("core", "Not every data set is complete."), {}}, {}};
}

Result<void> remove(CommandLine& line, const Options& options)
{
    for (const std::string& name : options.names) {
        const auto removed = removeDataset(name, folderOf(options));
        if (!removed) return removed.error();
        if (auto told = line.print({{"name", name}, {"removed", *removed}}, name + ": " + std::to_string(*removed) + " files removed");
            !told)
            return told;
    }
    return {};
}

/// The labels named on the line, with commas between; else those that the recordings have.
Result<Labels> labelsFor(const Options& options, const RecordingSource* source)
{
    Labels labels;
    for (std::size_t from = 0; from < options.labels.size();) {
        const std::size_t end = std::min(options.labels.find(',', from), options.labels.size());
        labels.push_back(options.labels.substr(from, end - from));
        from = end + 1;
    }
    if (!labels.empty()) return labels;
    return source ? findLabels(*source) : Result<Labels>(digitLabels());
}

Result<void> add(CommandLine& line, const Options& options)
{
    if (options.names.size() != 1)
        return Error{Errc::BadOption,
                     {SONOGLYPH_TEXT("core", "Name one data set to add, for example: data add class-5b --recordings DIR."), {}},
                     {}};
    const auto folder = folderOf(options);
    OwnDataset set;
    set.name = options.names.front();
    set.title = options.title;
    set.alignment = options.oneToOne ? Alignment::OneToOne : Alignment::ManyToOne;
    if (!options.images.empty()) set.images = std::filesystem::absolute(options.images);
    const RecordingSource* own = nullptr;
    if (!options.recordings.empty()) {
        RecordingSource source;
        source.folder = std::filesystem::absolute(options.recordings);
        source.labelsFrom = !options.table.empty()            ? LabelsFrom::Table
                            : options.labelsFrom == "names"   ? LabelsFrom::Names
                            : options.labelsFrom == "folders" ? LabelsFrom::Folders
                                                              : guessLabelsFrom(source.folder);
        if (!options.table.empty()) source.table = std::filesystem::absolute(options.table);
        set.recordings.push_back(std::move(source));
        own = &set.recordings.front();
    }
    auto labels = labelsFor(options, own);
    if (!labels) return labels.error();
    set.labels = std::move(*labels);
    for (const std::string& dataset : options.with) set.recordings.push_back({dataset, {}, LabelsFrom::Names, {}});
    const auto listed = listOwnRecordings(folder, set);
    if (!listed) return listed.error();
    if (auto written = writeOwnDataset(folder, set); !written) return written;
    std::string text = set.name + ": " + format("%zu recordings by %zu speakers", listed->recordings.size(), listed->speakers().size());
    const auto counts = listed->perLabel();
    for (std::size_t i = 0; i < counts.size(); ++i) text += "\n  " + set.labels[i] + ": " + std::to_string(counts[i]);
    if (listed->skipped > 0) text += format("\n%d files were left out: they name none of these labels", listed->skipped);
    text += "\nTrain on it with --dataset " + set.name + ".";
    return line.print({{"name", set.name},
                       {"folder", ownFolder(folder, set.name).string()},
                       {"labels", set.labels},
                       {"per_label", counts},
                       {"speakers", listed->speakers()},
                       {"skipped", listed->skipped}},
                      text);
}

Result<void> run(CommandLine& line, const Options& options)
{
    if (options.job == "list") return list(line, options);
    if (options.names.empty())
        return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "Name a data set, for example: data %1 fsdd."), {options.job}}, {}};
    if (options.job == "check") {
        DataCheckOptions check = options.check;
        check.dataset.folder = options.data;
        for (const std::string& name : options.names) {
            check.dataset.name = name;
            if (auto checked = checkData(line, check); !checked) return checked;
        }
        return {};
    }
    return options.job == "fetch"    ? fetch(line, options)
           : options.job == "verify" ? verify(line, options)
           : options.job == "remove" ? remove(line, options)
                                     : add(line, options);
}

}  // namespace

void addDataCommand(CommandLine& line)
{
    auto options = std::make_shared<Options>();
    CLI::App& command = line.add("data", "Data sets: list, download, check and remove them, or put one of your own together",
                                 [&line, options] { return run(line, *options); });
    Options& o = *options;
    command
        .add_option(
            "JOB", o.job,
            "list: what is there. fetch: download mnist, fsdd, scd (goes on where it was interrupted). verify: is it what was published? "
            "remove: what was fetched. check: how long, how loud, what may be "
            "wrong with recordings, what a score on a split means. add: your own recordings as a data set")
        ->required()
        ->check(CLI::IsMember({"list", "fetch", "verify", "remove", "check", "add"}));
    command.add_option("NAME", o.names, "Data sets; fetch, verify, remove: mnist, fsdd, scd");
    command.add_option("--data", o.data, "The data folder")->type_name("DIR");
    command.add_option("--from", o.from, "fetch: an address that holds the same files, e.g. of a school, instead of the makers'")
        ->type_name("URL");
    command.add_option("--recordings", o.recordings, "add: a folder of sound files; they stay where they are")->type_name("DIR");
    command
        .add_option("--labels-from", o.labelsFrom,
                    "add: names (LABEL_SPEAKER_N.wav) or folders (LABEL/FILE.wav, LABEL/SPEAKER/FILE.wav); seen by itself unless said")
        ->check(CLI::IsMember({"names", "folders"}));
    command.add_option("--table", o.table, "add: a CSV file with the columns file, label and, where known, speaker and part")
        ->type_name("FILE");
    command.add_option("--labels", o.labels,
                       "add: their names in the order of the images' labels, with commas between; found by itself unless said");
    command
        .add_option("--images", o.images,
                    "add: a folder with four IDX files named as MNIST's (KMNIST, Fashion-MNIST, ...); MNIST unless said")
        ->type_name("DIR");
    command.add_option("--with", o.with, "add: mix in a built-in data set (fsdd, fsdd6, scd, synthetic); may be repeated");
    command.add_option("--title", o.title, "add: its name for people");
    command.add_option("--split", o.check.dataset.split, "check: random, official, speakers or speaker:NAME")->type_name("SPLIT");
    command.add_option("--seed", o.check.dataset.seed, "check: of the split")->capture_default_str();
    command.add_option("--csv", o.check.csv, "check: a line a recording goes there")->type_name("OUT");
    command
        .add_option("--model", o.check.model, "check: a model that reads every recording; those that it surely reads otherwise are listed")
        ->type_name("MODEL");
    command.add_option("--threads", o.check.threads, "check: 0: as many as there are cores")->check(CLI::Range(0, 1024))->type_name("N");
    command.add_flag("--one-to-one", o.oneToOne, "add: every recording goes with one image at most, as in scd");
}

}  // namespace sonoglyph
