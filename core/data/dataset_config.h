// Which sounds are paired with which images, and how they are split. Part of every run's configuration.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/audio/spectrogram.h"
#include "core/base/result.h"

namespace sonoglyph {

struct DatasetConfig {
    std::string name = "fsdd";      ///< fsdd (the paper's four speakers), fsdd6 (all six), scd, mixed (fsdd6 and scd), synthetic
    std::filesystem::path folder;   ///< holds mnist/, fsdd/recordings/, scd/; empty: defaultDataFolder()
    std::string split = "random";   ///< random (90/10, the paper's), official, speakers, speaker:NAME: see split.h
    SpectrogramParams spectrogram;  ///< rate 0: 8000 Hz for fsdd, fsdd6 and mixed, 16000 Hz for scd
    std::uint64_t seed = 1;         ///< of split and pairing

    bool operator==(const DatasetConfig&) const = default;
};

/// SONOGLYPH_DATA, else $XDG_DATA_HOME/sonoglyph/data, else ~/.local/share/sonoglyph/data.
std::filesystem::path defaultDataFolder();

/// $XDG_CACHE_HOME/sonoglyph, else ~/.cache/sonoglyph.
std::filesystem::path defaultCacheFolder();

/// The data sets that `name` may say.
const std::vector<std::string>& datasetNames();

}  // namespace sonoglyph
