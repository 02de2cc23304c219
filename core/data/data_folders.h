// Where a data set lies inside a data folder. Besides our own layout the ones of the original archives, of torchvision and of torchaudio
// are found and taken as they are; nothing is ever written into them.
//     images     mnist/, MNIST/raw/ (torchvision), mnist/MNIST/raw/, or the four files in the data folder itself
//     FSDD       fsdd/recordings/, [fsdd/]free-spoken-digit-dataset*/recordings/ (the archive), recordings/
//     commands   scd/, [scd/ or SpeechCommands/]speech_commands_v0.01/ or _v0.02/ (the archives, torchaudio), or the data folder itself
#pragma once

#include <filesystem>

namespace sonoglyph {

/// The first of those places that holds something of the set, else our own: mnist/, fsdd/recordings/, scd/.
std::filesystem::path mnistFolder(const std::filesystem::path& data);
std::filesystem::path fsddFolder(const std::filesystem::path& data);
std::filesystem::path scdFolder(const std::filesystem::path& data);

}  // namespace sonoglyph
