#include "app/cli/shell.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <sstream>

namespace sonoglyph {

Result<double> lastNumberOf(const std::string& command)
{
    const Error failed{Errc::Unavailable, {SONOGLYPH_TEXT("core", "The command \"%1\" failed. Try it in a shell."), {command}}, {}};
    std::FILE* const pipe = ::popen(command.c_str(), "r");
    if (!pipe) return failed;
    std::string output;
    std::array<char, 4096> part{};
    while (const std::size_t n = std::fread(part.data(), 1, part.size(), pipe)) output.append(part.data(), n);
    if (::pclose(pipe) != 0) return failed;
    std::string last;
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty()) last = line;
    char* end = nullptr;
    const double number = std::strtod(last.c_str(), &end);
    if (last.empty() || *end != '\0')
        return Error{
            Errc::Corrupt, {SONOGLYPH_TEXT("core", "The last line that the command \"%1\" prints is no number."), {command}}, last};
    return number;
}

}  // namespace sonoglyph
