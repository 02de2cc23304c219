#include "ui/logic/duration_text.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>

namespace sonoglyph {

namespace {

QString translated(const char* text) { return QCoreApplication::translate("sonoglyph::durationText", text); }

}  // namespace

QString durationText(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0) return {};
    const QLocale locale;
    const auto number = [&](qint64 value) { return locale.toString(value); };
    const auto whole = std::llround(seconds);
    if (whole < 60) return translated(QT_TRANSLATE_NOOP("sonoglyph::durationText", "%1 s")).arg(number(whole));
    const auto minutes = std::llround(seconds / 60);
    if (minutes < 60) return translated(QT_TRANSLATE_NOOP("sonoglyph::durationText", "%1 min")).arg(number(minutes));
    if (minutes < 24 * 60)
        return translated(QT_TRANSLATE_NOOP("sonoglyph::durationText", "%1 h %2 min")).arg(number(minutes / 60), number(minutes % 60));
    const auto hours = std::llround(seconds / 3600);
    return translated(QT_TRANSLATE_NOOP("sonoglyph::durationText", "%1 d %2 h")).arg(number(hours / 24), number(hours % 24));
}

}  // namespace sonoglyph
