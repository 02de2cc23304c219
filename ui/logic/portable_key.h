// Models as figures name them: without the path of this machine. Any thread.
#pragma once

#include <filesystem>

#include <QString>

namespace sonoglyph {

/// A run in the runs folder as "run:NAME" ("run:SWEEP/NAME"), anything else that is a path by its file name, a built-in model as it is.
QString portableKey(const QString& key, const QString& runsFolder);
/// The other way: where such a run would lie here.
QString keyFromPortable(const QString& portable, const QString& runsFolder);
/// A recording of a data set with the folder that it is in: of Speech Commands the file alone says no word.
QString portableRecording(const std::filesystem::path& file);

}  // namespace sonoglyph
