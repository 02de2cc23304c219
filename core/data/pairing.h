// Which image goes with which recording: the paper's two alignments (section 5.1).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/data/mnist.h"
#include "core/data/random.h"
#include "core/data/recordings.h"

namespace sonoglyph {

/// Only indices: no image or spectrogram is copied for a pair.
struct Pair {
    std::uint32_t image = 0;      ///< into DigitImages
    std::uint32_t recording = 0;  ///< into RecordingSet::recordings

    bool operator==(const Pair&) const = default;
};

enum class Alignment {
    /// Every image once, each with any recording of its label (with replacement): fsdd, fsdd6, mixed. In mixed each set gives the same
    /// share
    /// of every label's pairs, however many recordings it has: else a set's sound would tell the label.
    ManyToOne,
    OneToOne,  ///< images and recordings both at most once, as many pairs a label as the smaller side has: scd
};

Alignment alignmentOf(const std::string& dataset);

/// Pairs in random order. `recordings` are the indices of one part of a split. Images of a label without a recording stay unpaired.
std::vector<Pair> pairUp(Alignment alignment, const DigitImages& images, const RecordingSet& set, std::span<const std::uint32_t> recordings,
                         Random& random);

}  // namespace sonoglyph
