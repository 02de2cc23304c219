// How a run drew in the past: the weights of some of its epochs, small (8 bits, no optimiser), kept for good, so that its course can be
// seen when its checkpoints have long been removed. Two epochs an octave: 1, 2, 3, 4, 6, 8, 12, 16, ...: thirteen of a hundred. Knows no
// LibTorch.
//
//     history/epoch-0006.safetensors   a model file (core/model/model_file.h)
#pragma once

#include <filesystem>
#include <vector>

namespace sonoglyph {

/// A power of two, or three times one.
bool isHistoryEpoch(int epoch);

/// Of the run in `run`.
std::filesystem::path historyFile(const std::filesystem::path& run, int epoch);

struct HistoryFile {
    std::filesystem::path file;
    int epoch = 0;
};

/// Those that are there, ascending.
std::vector<HistoryFile> historyFiles(const std::filesystem::path& run);

}  // namespace sonoglyph
