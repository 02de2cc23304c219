// Which recordings are learned from and which are held out.
//
//     random        90 % train, 10 % test at random over the whole set (paper, section 5.1), not stratified; afterwards every digit with
//                   two recordings or more is given at least one in each part. mixed: each of its sets for itself.
//     official      fsdd: index 0 to 4 is the test part. scd: testing_list.txt is the test part, validation_list.txt belongs to neither
//                   (it is there to choose settings with).
//     speakers      a tenth of the speakers of each set, at random and at least one, is held out with everything they say: how well a voice
//     is
//                   understood that was never heard.
//     speaker:NAME  everything NAME says is held out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/recordings.h"

namespace sonoglyph {

/// Indices into RecordingSet::recordings, ascending, no index in two of them.
struct Split {
    std::vector<std::uint32_t> train;
    std::vector<std::uint32_t> test;
    std::vector<std::uint32_t> leftOut;  ///< official scd: the validation recordings

    bool operator==(const Split&) const = default;
};

/// The same seed and recordings give the same split. Errors: BadOption (unknown split; unknown speaker, naming those there are),
/// NotFound (official split without scd/testing_list.txt), Incompatible (a part would be empty).
Result<Split> splitRecordings(const RecordingSet& set, const std::string& split, std::uint64_t seed);

}  // namespace sonoglyph
