// What was found out about the rooms of the microphones, remembered for each of them; and how to say it. GUI thread only.
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

#include <optional>

#include "core/audio/room_check.h"

namespace sonoglyph {

class Settings;

class RoomMemory {
    Q_DECLARE_TR_FUNCTIONS(sonoglyph::RoomMemory)
public:
    /// `settings` must outlive it.
    explicit RoomMemory(Settings& settings) : settings_(settings) {}

    /// Empty where this microphone's room was never checked, or what was remembered cannot be read.
    std::optional<RoomReport> of(const QByteArray& device) const;
    void remember(const QByteArray& device, const RoomReport& report);

private:
    Settings& settings_;
};

/// What was found and what to do, in sentences.
QString roomText(const RoomReport& report);

}  // namespace sonoglyph
