#include "ui/logic/figure_sound.h"

#include <algorithm>
#include <filesystem>
#include <span>
#include <vector>

#include "core/audio/sound_file.h"
#include "core/base/digest.h"
#include "ui/logic/sound_library.h"

namespace sonoglyph {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t hashedSamples = std::size_t(1) << 18;  // the first ones: milliseconds, and enough to tell sounds apart

QString hashOf(const Sound& sound, qint64 begin, qint64 end)
{
    const auto from = std::min(std::size_t(std::max<qint64>(0, begin)), sound.samples.size());
    const auto to = std::clamp(std::size_t(std::max<qint64>(0, end)), from, std::min(sound.samples.size(), from + hashedSamples));
    return QString::fromStdString(digest(std::as_bytes(std::span(sound.samples).subspan(from, to - from))));
}

bool isSame(const fs::path& file, const SoundTrace& trace)
{
    const auto sound = readSoundFile(file);
    return sound && sound->rate == trace.rate && qint64(sound->samples.size()) == trace.samples &&
           hashOf(*sound, trace.begin, trace.end) == trace.hash;
}

struct Place {
    quint64 number = 0;  ///< of a card; 0: `file` is none of the history
    fs::path file;
};

/// Files of that name below `folder`, however deep its data sets lie.
std::vector<Place> filesNamed(const QString& name, const QString& folder, const std::stop_token& stop)
{
    std::vector<Place> found;
    std::error_code ignored;
    const fs::path wanted = name.toStdString();
    auto at = fs::recursive_directory_iterator(
        folder.toStdString(), fs::directory_options::skip_permission_denied | fs::directory_options::follow_directory_symlink, ignored);
    for (; at != fs::recursive_directory_iterator() && !stop.stop_requested(); at.increment(ignored))
        if (at->path().filename() == wanted) found.push_back({0, at->path()});
    return found;
}

}  // namespace

SoundTrace traceOf(const HeardSound& sound, const SoundLibrary& library)
{
    SoundTrace trace{{},
                     sound.shortName,
                     sound.file,
                     sound.sound.rate,
                     qint64(sound.sound.samples.size()),
                     qint64(sound.word.begin),
                     qint64(sound.word.end),
                     {}};
    if (const SoundCard* card = library.find(sound.number)) trace.id = card->id;
    trace.hash = hashOf(sound.sound, trace.begin, trace.end);
    return trace;
}

QJsonObject toJson(const SoundTrace& trace)
{
    return {{QStringLiteral("id"), trace.id},
            {QStringLiteral("name"), trace.name},
            {QStringLiteral("file"), trace.file},
            {QStringLiteral("rate"), trace.rate},
            {QStringLiteral("samples"), double(trace.samples)},
            {QStringLiteral("begin"), double(trace.begin)},
            {QStringLiteral("end"), double(trace.end)},
            {QStringLiteral("hash"), trace.hash}};
}

std::optional<SoundTrace> soundTraceFromJson(const QJsonValue& json)
{
    const QJsonObject object = json.toObject();
    SoundTrace trace;
    trace.id = object[QStringLiteral("id")].toString();
    trace.name = object[QStringLiteral("name")].toString();
    trace.file = object[QStringLiteral("file")].toString();
    trace.rate = object[QStringLiteral("rate")].toInt();
    trace.samples = object[QStringLiteral("samples")].toInteger(-1);
    trace.begin = object[QStringLiteral("begin")].toInteger(-1);
    trace.end = object[QStringLiteral("end")].toInteger(-1);
    trace.hash = object[QStringLiteral("hash")].toString();
    const bool good = !trace.hash.isEmpty() && trace.rate > 0 && trace.begin >= 0 && trace.begin <= trace.end && trace.end <= trace.samples;
    return good ? std::optional(trace) : std::nullopt;
}

void FigureSound::find(const SoundTrace& trace, const SoundLibrary& library, const QString& dataFolder)
{
    cancel();
    std::vector<Place> places;
    for (int row = 0; row < library.rowCount(); ++row) {
        const SoundCard& card = library.card(row);
        if (card.rate != trace.rate || card.samples != trace.samples) continue;
        if (card.id == trace.id) return Q_EMIT foundCard(card.number);
        if (!library.folder().isEmpty())
            places.push_back({card.number, fs::path(library.folder().toStdString()) / (card.id + QStringLiteral(".wav")).toStdString()});
    }
    start<Place>(
        [trace, places, dataFolder](const Progress&, std::stop_token stop) -> Result<Place> {
            const auto same = [&](const Place& place) { return !stop.stop_requested() && isSame(place.file, trace); };
            if (const auto card = std::find_if(places.begin(), places.end(), same); card != places.end()) return *card;
            const auto files = trace.file.isEmpty() ? std::vector<Place>() : filesNamed(trace.file, dataFolder, stop);
            if (const auto file = std::find_if(files.begin(), files.end(), same); file != files.end()) return *file;
            if (stop.stop_requested()) return cancelled();
            return Place{};
        },
        [this, trace](const std::shared_ptr<const Place>& place) {
            if (place->number > 0)
                Q_EMIT foundCard(place->number);
            else if (!place->file.empty())
                Q_EMIT foundFile(QString::fromStdString(place->file.string()));
            else
                Q_EMIT missing(trace);
        });
}

}  // namespace sonoglyph
