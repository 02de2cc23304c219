// What data sets are called for people.
#pragma once

#include <string_view>

#include <QString>

namespace sonoglyph {

struct RecordingSurvey;

/// Of a built-in set, as builtInDatasets() names them; another name stays as it is.
QString datasetTitle(std::string_view name);
/// Of a person's own: the title given to it, else its name.
QString datasetTitle(const RecordingSurvey& own);

}  // namespace sonoglyph
