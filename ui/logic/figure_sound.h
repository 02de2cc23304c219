// The sound that a figure was made from, named so that it can be found again, here or on another machine: in the history, or by its file's
// name among the data sets. GUI thread only; files are read on a worker thread.
#pragma once

#include <cstdint>
#include <optional>

#include <QJsonObject>
#include <QString>

#include "ui/logic/study_job.h"

namespace sonoglyph {

struct HeardSound;
class SoundLibrary;

struct SoundTrace {
    QString id;    ///< SoundCard::id; empty: it is in no history
    QString name;  ///< for people
    QString file;  ///< name of the file that it was opened from; empty: it was recorded
    int rate = 0;
    qint64 samples = 0, begin = 0, end = 0;  ///< of the whole sound; its used part
    QString hash;                            ///< of the used part's samples, see hashOf()
};

/// A few milliseconds at most.
SoundTrace traceOf(const HeardSound& sound, const SoundLibrary& library);
QJsonObject toJson(const SoundTrace& trace);
/// None where that is no such object.
std::optional<SoundTrace> soundTraceFromJson(const QJsonValue& json);

class FigureSound : public StudyJob {
    Q_OBJECT
public:
    using StudyJob::StudyJob;

    /// Answered by one of the signals, at once where the history has it by its id. `dataFolder`: where files of that name are looked for.
    void find(const SoundTrace& trace, const SoundLibrary& library, const QString& dataFolder);

Q_SIGNALS:
    /// A number of the library.
    void foundCard(quint64 number);
    void foundFile(const QString& file);
    void missing(const sonoglyph::SoundTrace& trace);
};

}  // namespace sonoglyph
