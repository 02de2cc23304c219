// Labels as they are shown: by the names that their data set gives them.
#pragma once

#include <QString>
#include <QStringList>

#include "core/data/labels.h"

namespace sonoglyph {

/// A label without a name: its number.
inline QString labelText(const Labels& labels, int label)
{
    return label >= 0 && label < int(labels.size()) ? QString::fromStdString(labels[std::size_t(label)]) : QString::number(label);
}

inline QStringList labelTexts(const Labels& labels)
{
    QStringList texts;
    for (const std::string& label : labels) texts << QString::fromStdString(label);
    return texts;
}

}  // namespace sonoglyph
