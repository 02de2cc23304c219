#include "ui/logic/room_memory.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QStringList>
#include <QVariantMap>

#include <cmath>

#include "core/audio/word_detector.h"
#include "ui/logic/settings.h"

namespace sonoglyph {

namespace {

/// Ids of devices hold anything; keys of settings do not.
QString keyOf(const QByteArray& device)
{
    const QByteArray hash = QCryptographicHash::hash(device, QCryptographicHash::Sha1).toHex().left(16);
    return QStringLiteral("listen/rooms/") + QString::fromLatin1(hash);
}

QString decibels(double value) { return QLocale().toString(value, 'f', 0); }

QString textOf(RoomTrouble trouble, const RoomReport& report)
{
    switch (trouble) {
    case RoomTrouble::Muted:
        return RoomMemory::tr(
            "The microphone sends nothing but silence. Is it muted, by a switch on it or in the system's sound settings?");
    case RoomTrouble::TooQuiet:
        return RoomMemory::tr("The microphone hears next to nothing (%1 dB). Raise its level in the system's sound settings.")
            .arg(decibels(report.noiseDecibels));
    case RoomTrouble::Clipping:
        return RoomMemory::tr("The microphone clips: what is loud is cut off. Lower its level in the system's sound settings.");
    case RoomTrouble::Spoken:
        return RoomMemory::tr("There was more than the room to hear. Check again in silence.");
    case RoomTrouble::Hum:
        return RoomMemory::tr("The mains hum with %1 Hz (%2 dB). Another socket or cable helps, or some distance to power supplies.")
            .arg(decibels(report.humHertz), decibels(report.humDecibels));
    case RoomTrouble::Noisy:
        return RoomMemory::tr("The room is loud (%1 dB). Speak close to the microphone, so that words stand out.")
            .arg(decibels(report.noiseDecibels));
    }
    return {};
}

}  // namespace

std::optional<RoomReport> RoomMemory::of(const QByteArray& device) const
{
    const QVariantMap kept = settings_.value(keyOf(device)).toMap();
    RoomReport report;
    bool good = !device.isEmpty();
    const auto number = [&](const char* name) {
        bool isNumber = false;
        const double value = kept.value(QString::fromLatin1(name)).toDouble(&isNumber);
        good = good && isNumber && std::isfinite(value);
        return value;
    };
    report.floor = {{float(number("voice")), float(number("hiss"))}, float(number("soundAbove"))};
    report.noiseDecibels = number("noise");
    report.humHertz = number("humHertz");
    report.humDecibels = number("hum");
    const QStringList troubles = kept.value(QStringLiteral("troubles")).toString().split(u',', Qt::SkipEmptyParts);
    for (const QString& trouble : troubles) {
        const int value = trouble.toInt(&good);
        if (!good || value < 0 || value > int(RoomTrouble::Noisy)) return std::nullopt;
        report.troubles.push_back(RoomTrouble(value));
    }
    return good ? std::optional(report) : std::nullopt;
}

void RoomMemory::remember(const QByteArray& device, const RoomReport& report)
{
    if (device.isEmpty()) return;
    QStringList troubles;
    for (RoomTrouble trouble : report.troubles) troubles << QString::number(int(trouble));
    settings_.setValue(keyOf(device), QVariantMap{{QStringLiteral("voice"), double(report.floor.level.voice)},
                                                  {QStringLiteral("hiss"), double(report.floor.level.hiss)},
                                                  {QStringLiteral("soundAbove"), double(report.floor.soundAbove)},
                                                  {QStringLiteral("noise"), report.noiseDecibels},
                                                  {QStringLiteral("humHertz"), report.humHertz},
                                                  {QStringLiteral("hum"), report.humDecibels},
                                                  {QStringLiteral("troubles"), troubles.join(u',')}});
}

QString roomText(const RoomReport& report)
{
    if (report.troubles.empty())
        return RoomMemory::tr("The room is quiet enough: noise at %1 dB. Words stand out from %2 dB on.")
            .arg(decibels(report.noiseDecibels), decibels(double(report.floor.level.voice) + WordDetectorParams().thresholdDecibels));
    QStringList sentences;
    for (RoomTrouble trouble : report.troubles) sentences << textOf(trouble, report);
    return sentences.join(u' ');
}

}  // namespace sonoglyph
