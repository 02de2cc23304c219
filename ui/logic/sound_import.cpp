#include "ui/logic/sound_import.h"

#include <QCollator>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <exception>

#include "core/audio/sound_file.h"
#include "ui/logic/sound_preparation.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace {

constexpr std::uint64_t mostFiles = std::uint64_t(1) << 20;  // of one request

/// All files behind `paths`; empty once `stop` is set.
QStringList filesBehind(const QStringList& paths, const std::atomic<bool>& stop)
{
    QCollator natural(QLocale(QLocale::English));  // the C locale knows no numbers inside names
    natural.setNumericMode(true);
    QStringList files;
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir()) {
            files << path;
            continue;
        }
        QStringList inside;
        QDirIterator it(path, SoundImport::patterns(), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext() && !stop && std::uint64_t(inside.size()) < mostFiles) inside << it.next();
        std::sort(inside.begin(), inside.end(), natural);
        files << inside;
    }
    return stop ? QStringList() : files.mid(0, qsizetype(mostFiles));
}

}  // namespace

SoundImport::SoundImport(std::function<std::uint64_t(std::uint64_t count)> numbers, QObject* parent)
    : QObject(parent), numbers_(std::move(numbers)), stop_(std::make_shared<std::atomic<bool>>(false))
{
    pool_.setMaxThreadCount(1);
}

SoundImport::~SoundImport()
{
    *stop_ = true;
    pool_.clear();
    pool_.waitForDone();
}

QStringList SoundImport::patterns()
{
    QStringList patterns;
    for (const char* extension : {"wav", "flac", "ogg", "oga", "opus", "mp3", "aif", "aiff", "aifc", "au", "caf", "w64"})
        patterns << QStringLiteral("*.") + QLatin1String(extension);
    return patterns;
}

void SoundImport::add(const QStringList& paths)
{
    if (paths.isEmpty()) return;
    if (!std::exchange(active_, true)) {
        bad_.clear();
        done_ = good_ = 0;
        cancelled_ = false;
        since_.start();
    }
    ++searches_;
    // Now, so that what is heard while the folders are searched counts as later.
    const std::uint64_t first = numbers_(mostFiles);
    pool_.start([this, paths, first, stop = stop_, now = QDateTime::currentDateTimeUtc()] {
        const QStringList found = filesBehind(paths, *stop);
        QMetaObject::invokeMethod(
            this,
            [this, found, paths, first, stop, now] {
                --searches_;
                std::uint64_t number = first;
                if (!*stop)
                    for (const QString& file : found) files_.push_back({number++, file, now});
                if (!*stop && found.isEmpty())
                    bad_.push_back({{}, tr("There are no sound files in %1.").arg(paths.join(QStringLiteral(", "))), {}});
                Q_EMIT progressChanged();
                if (!files_.empty()) Q_EMIT this->found();
                endIfDone();
            },
            Qt::QueuedConnection);
    });
    Q_EMIT progressChanged();
}

void SoundImport::cancel()
{
    if (!active_) return;
    cancelled_ = true;
    std::exchange(stop_, std::make_shared<std::atomic<bool>>(false))->store(true);
    files_.clear();
    Q_EMIT progressChanged();
    endIfDone();
}

void SoundImport::readNext(const SpectrogramParams& params)
{
    if (files_.empty() || reading_) return;
    const File file = files_.front();
    files_.pop_front();
    reading_ = true;
    pool_.start([this, file, params] {
        const Outcome outcome = read(file, params);
        QMetaObject::invokeMethod(
            this, [this, outcome] { take(outcome); }, Qt::QueuedConnection);
    });
}

SoundImport::Outcome SoundImport::read(const File& file, const SpectrogramParams& params)
{
    try {
        Result<Sound> sound = readSoundFile(file.path.toStdString(), longestSeconds);
        if (!sound) return {nullptr, {file.path, toText(sound.error()), QString::fromStdString(sound.error().details)}};
        const UsedPart part = usedPart(*sound);
        const QString name = QFileInfo(file.path).fileName();
        auto heard = namedSound(file.number, name, name);
        heard->file = name;
        heard->heardAt = file.askedAt;
        return {transformed(std::move(heard), std::move(*sound), part, params), {}};
    } catch (const std::exception& error) {
        return {nullptr, {file.path, tr("%1 could not be transformed.").arg(file.path), QString::fromUtf8(error.what())}};
    }
}

void SoundImport::take(const Outcome& outcome)
{
    reading_ = false;
    ++done_;
    if (outcome.sound)
        ++good_;
    else
        bad_.push_back(outcome.bad);
    Q_EMIT progressChanged();
    if (outcome.sound)
        Q_EMIT prepared(outcome.sound);
    else
        Q_EMIT failed();
    endIfDone();
}

void SoundImport::endIfDone()
{
    if (!active_ || reading_ || searches_ > 0 || !files_.empty()) return;
    active_ = false;
    Q_EMIT progressChanged();
    Q_EMIT finished(good_, bad_, cancelled_);
}

std::optional<double> SoundImport::secondsLeft() const
{
    constexpr int enough = 5;
    if (!active_ || done_ < enough) return {};
    return double(since_.elapsed()) / 1e3 / done_ * (total() - done_);
}

}  // namespace sonoglyph
