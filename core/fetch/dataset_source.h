// The data sets that can be downloaded: who made them, under which licence, where they lie. Facts for people are not translated: names,
// licences and addresses are the same in every language.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sonoglyph {

struct SourceFile {
    std::string name;                    ///< of the file that is downloaded
    std::vector<std::string> addresses;  ///< in the order in which they are tried
};

struct DatasetSource {
    std::string name;   ///< mnist, fsdd or scd; also its folder in the data folder
    std::string title;  ///< e.g. "Free Spoken Digit Dataset"
    std::string licence, credit, home;
    std::int64_t downloadBytes = 0;  ///< about
    std::int64_t diskBytes = 0;      ///< about, once it is there
    std::vector<SourceFile> files;
};

/// MNIST, FSDD 1.0.10, Speech Commands 0.01 (its digits).
const std::vector<DatasetSource>& datasetSources();

/// Null where there is none of this name.
const DatasetSource* datasetSource(const std::string& name);

}  // namespace sonoglyph
