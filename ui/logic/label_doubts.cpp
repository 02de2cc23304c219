#include "ui/logic/label_doubts.h"

#include <algorithm>

#include "core/session/engine.h"
#include "core/train/run_folder.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/settings.h"

namespace sonoglyph {

namespace {

constexpr const char* builtInReader = "aivae-voice";

struct Reader {
    std::string model;  ///< empty: there is none
    QString name;
    bool classifier = false;
};

Reader readerFor(const std::filesystem::path& runs, const Labels& labels)
{
    std::vector<RunEntry> fitting = findRuns(runs);
    std::erase_if(fitting, [&](const RunEntry& run) {
        return run.config.model != ModelKind::Classifier || run.config.data.labels != labels || run.lastEpoch == 0;
    });
    const auto newest =
        std::max_element(fitting.begin(), fitting.end(), [](const RunEntry& a, const RunEntry& b) { return a.changed < b.changed; });
    if (newest != fitting.end()) return {newest->folder.string(), QString::fromStdString(newest->folder.filename().string()), true};
    if (labels == digitLabels()) return {builtInReader, QString::fromLatin1(builtInReader), false};
    return {};
}

}  // namespace

LabelDoubts::LabelDoubts(EngineLoader& engine, Settings& settings, QObject* parent) : StudyJob(parent), engine_(engine), settings_(settings)
{
    connect(&engine_, &EngineLoader::ready, this, &StudyJob::changed);
}

bool LabelDoubts::possible() const { return engine_.engine() != nullptr; }

void LabelDoubts::find(const RecordingSet& set)
{
    Engine* engine = engine_.engine();
    if (!engine) return;
    found_.reset();
    start<LabelDoubtList>(
        [engine, set, runs = std::filesystem::path(settings_.runsFolder().toStdString())](const Progress& progress,
                                                                                          std::stop_token stop) -> Result<LabelDoubtList> {
            const Reader reader = readerFor(runs, set.labels);
            if (reader.model.empty())
                return Error{
                    Errc::NotFound,
                    {SONOGLYPH_TEXT("core", "No classifier knows these labels yet. Train one: sonoglyph-cli train --model classifier "
                                            "--dataset %1."),
                     {set.name}}};
            auto readings = engine->readRecordings(reader.model, set, progress, std::move(stop));
            if (!readings) return readings.error();
            return LabelDoubtList{reader.name, reader.classifier, doubtfulLabels(set.recordings, *readings)};
        },
        [this](const std::shared_ptr<const LabelDoubtList>& found) {
            found_ = found;
            Q_EMIT changed();
        });
}

void LabelDoubts::forget()
{
    cancel();
    found_.reset();
}

}  // namespace sonoglyph
