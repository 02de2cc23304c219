// Which sounds are paired with which images, and how they are split. Part of every run's configuration.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/audio/spectrogram.h"
#include "core/base/result.h"
#include "core/data/labels.h"

namespace sonoglyph {

struct DatasetConfig {
    std::string name =
        "fsdd";  ///< fsdd (the paper's four speakers), fsdd6 (all six), scd, mixed (fsdd6 and scd), synthetic, or an own one's
    std::filesystem::path folder;   ///< see core/data/data_folders.h; empty: defaultDataFolder()
    std::string split = "random";   ///< random (90/10, the paper's), official, speakers, speaker:NAME: see split.h
    SpectrogramParams spectrogram;  ///< rate 0: 8000 Hz for fsdd, fsdd6, mixed and what they are mixed into, else 16000 Hz
    std::uint64_t seed = 1;         ///< of split and pairing
    Labels labels = digitLabels();  ///< what may be said and seen; of an own data set as its description says (resolved())

    bool operator==(const DatasetConfig&) const = default;
};

/// SONOGLYPH_DATA, else $XDG_DATA_HOME/sonoglyph/data, else ~/.local/share/sonoglyph/data.
std::filesystem::path defaultDataFolder();

/// $XDG_CACHE_HOME/sonoglyph, else ~/.cache/sonoglyph.
std::filesystem::path defaultCacheFolder();

/// fsdd, fsdd6, scd, mixed, synthetic.
const std::vector<std::string>& builtInDatasets();

/// Whether a data set may be called so: a built-in one, or as isOwnName() allows. It need not be there.
bool isDatasetName(const std::string& name);

}  // namespace sonoglyph
