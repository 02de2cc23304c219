#include "ui/logic/dataset_title.h"

#include <QCoreApplication>

#include "core/data/survey.h"

namespace sonoglyph {

namespace {

struct Title {
    std::string_view name;
    const char* text;
};

constexpr Title titles[] = {
    {"fsdd", QT_TRANSLATE_NOOP("sonoglyph::datasetTitle", "FSDD, 4 speakers")},
    {"fsdd6", QT_TRANSLATE_NOOP("sonoglyph::datasetTitle", "FSDD, 6 speakers")},
    {"scd", QT_TRANSLATE_NOOP("sonoglyph::datasetTitle", "Speech Commands")},
    {"mixed", QT_TRANSLATE_NOOP("sonoglyph::datasetTitle", "Mixed: both")},
    {"synthetic", QT_TRANSLATE_NOOP("sonoglyph::datasetTitle", "Synthetic digits")},
};

}  // namespace

QString datasetTitle(std::string_view name)
{
    for (const Title& title : titles)
        if (title.name == name) return QCoreApplication::translate("sonoglyph::datasetTitle", title.text);
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

QString datasetTitle(const RecordingSurvey& own) { return QString::fromStdString(own.title.empty() ? own.name : own.title); }

}  // namespace sonoglyph
