#include "core/data/data_folders.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <vector>

#include "core/data/labels.h"
#include "core/data/mnist.h"
#include "core/data/recordings.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

bool isFolder(const fs::path& path)
{
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

bool holdsImages(const fs::path& folder)
{
    return !findMnistImages(folder, MnistPart::Train).empty() || !findMnistImages(folder, MnistPart::Test).empty() ||
           !findMnistLabels(folder, MnistPart::Train).empty() || !findMnistLabels(folder, MnistPart::Test).empty();
}

/// Of a folder named recordings anywhere, only one with digits in it is FSDD's.
bool holdsFsdd(const fs::path& folder)
{
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed))
        if (isFsddName(it->path().stem().string()) && hasSoundExtension(it->path())) return true;
    return false;
}

bool holdsWords(const fs::path& folder)
{
    for (int digit = 0; digit < 10; ++digit)
        if (isFolder(folder / digitWord(digit))) return true;
    return false;
}

/// Folders in `data` whose name begins with `prefix`, sorted.
std::vector<fs::path> foldersNamed(const fs::path& data, std::string_view prefix)
{
    std::vector<fs::path> found;
    std::error_code failed;
    for (fs::directory_iterator it(data, failed), end; !failed && it != end; it.increment(failed))
        if (it->path().filename().string().starts_with(prefix) && isFolder(it->path())) found.push_back(it->path());
    std::sort(found.begin(), found.end());
    return found;
}

fs::path firstThatHolds(const std::vector<fs::path>& places, const std::function<bool(const fs::path&)>& holds)
{
    const auto found = std::find_if(places.begin(), places.end(), holds);
    return found != places.end() ? *found : places.front();
}

}  // namespace

fs::path mnistFolder(const fs::path& data)
{
    return firstThatHolds({data / "mnist", data / "MNIST" / "raw", data / "mnist" / "MNIST" / "raw", data}, holdsImages);
}

fs::path fsddFolder(const fs::path& data)
{
    std::vector<fs::path> places{data / "fsdd" / "recordings"};
    for (const fs::path& parent : {data / "fsdd", data})
        for (const fs::path& archive : foldersNamed(parent, "free-spoken-digit-dataset")) places.push_back(archive / "recordings");
    places.push_back(data / "recordings");
    return firstThatHolds(places, holdsFsdd);
}

fs::path scdFolder(const fs::path& data)
{
    std::vector<fs::path> places{data / "scd"};
    for (const fs::path& parent : {data / "scd", data / "SpeechCommands", data})
        for (const char* version : {"speech_commands_v0.01", "speech_commands_v0.02"}) places.push_back(parent / version);
    places.push_back(data);
    return firstThatHolds(places, holdsWords);
}

}  // namespace sonoglyph
