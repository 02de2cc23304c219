// A folder that is gone with the object, and files in it.
#pragma once

#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

class TemporaryFolder {
public:
    std::filesystem::path path() const { return dir_.path().toStdString(); }
    std::filesystem::path operator/(std::string_view name) const { return path() / name; }

    /// Writes a file, making the folders above it.
    std::filesystem::path put(std::string_view name, std::string_view content = {}) const
    {
        const std::filesystem::path file = path() / name;
        std::filesystem::create_directories(file.parent_path());
        std::filesystem::remove(file);  // rewriting a file in place waits for the disk
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

    static std::string content(const std::filesystem::path& file)
    {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    /// Names directly in a folder, sorted.
    static std::vector<std::string> names(const std::filesystem::path& folder)
    {
        std::vector<std::string> found;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) found.push_back(entry.path().filename().string());
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    QTemporaryDir dir_;
};
