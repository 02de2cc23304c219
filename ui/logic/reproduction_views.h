// What the views show of a reproduction: names of data sets, models and orders, pictures cut from files. Any thread.
#pragma once

#include <filesystem>
#include <vector>

#include <QImage>
#include <QList>
#include <QString>

#include "core/report/reproduction_files.h"

namespace sonoglyph {

/// MNIST-FSDD.
QString setTitle(const std::string& set);
/// "AIVAE", "AIVAEGAN, α = 0.5", "Classifier".
QString modelTitle(const RunConfig& config);
QString orderTitle(ZeroOrder order);

/// The rows of pictures/NAME-PART.png, PART being learned, held-out or archetypes; empty where there is no such file or it is no picture.
QList<QList<QImage>> picturesOf(const std::filesystem::path& folder, const std::string& name, const char* part);

}  // namespace sonoglyph
