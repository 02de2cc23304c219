#include "core/base/png.h"

#include <algorithm>
#include <string_view>

#include <zlib.h>

#include "core/base/atomic_file.h"

namespace sonoglyph {

namespace {

using namespace std::string_view_literals;

std::string bigEndian(std::uint32_t value) { return {char(value >> 24), char(value >> 16), char(value >> 8), char(value)}; }

void appendChunk(std::string& png, std::string_view type, std::string_view data)
{
    png += bigEndian(std::uint32_t(data.size()));
    const std::size_t start = png.size();
    png += type;
    png += data;
    png += bigEndian(std::uint32_t(crc32_z(0, reinterpret_cast<const Bytef*>(png.data() + start), png.size() - start)));
}

/// Keyword and text, as tEXt where both are ASCII, else as iTXt, which is UTF-8.
void appendText(std::string& png, const std::string& keyword, const std::string& text)
{
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
    if (ascii)
        appendChunk(png, "tEXt", keyword + '\0' + text);
    else
        appendChunk(png, "iTXt", keyword + std::string("\0\0\0\0\0"sv) + text);  // not compressed, no language, no translated keyword
}

bool allowedKeyword(const std::string& keyword)
{
    return !keyword.empty() && keyword.size() < 80 && keyword.front() != ' ' && keyword.back() != ' ' &&
           std::all_of(keyword.begin(), keyword.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::string compressed(const ByteImage& image)
{
    std::string rows;
    const auto width = std::size_t(image.width);
    rows.reserve((width + 1) * std::size_t(image.height));
    for (int y = 0; y < image.height; ++y) {
        rows += '\0';  // filter "none"
        rows.append(reinterpret_cast<const char*>(image.pixels.get()) + std::size_t(y) * width, width);
    }
    std::string out(compressBound(rows.size()), '\0');
    uLongf size = out.size();
    compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(rows.data()), rows.size(), 6);
    out.resize(size);
    return out;
}

}  // namespace

Result<std::string> encodePng(const ByteImage& image, const PngText& text)
{
    if (image.empty() || image.width <= 0 || image.height <= 0)
        return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "An empty image cannot be written as PNG."), {}}, {}};
    std::string png("\x89PNG\r\n\x1a\n"sv);
    // 8 bits a pixel, grey, deflate, the standard filters, not interlaced
    appendChunk(png, "IHDR",
                bigEndian(std::uint32_t(image.width)) + bigEndian(std::uint32_t(image.height)) + std::string("\x08\0\0\0\0"sv));
    for (const auto& [keyword, value] : text) {
        if (!allowedKeyword(keyword) || value.find('\0') != std::string::npos)
            return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "The text \"%1\" cannot be kept in a PNG file."), {keyword}}, {}};
        appendText(png, keyword, value);
    }
    appendChunk(png, "IDAT", compressed(image));
    appendChunk(png, "IEND", {});
    return png;
}

Result<void> writePng(const std::filesystem::path& file, const ByteImage& image, const PngText& text)
{
    const auto png = encodePng(image, text);
    if (!png) return png.error();
    return replaceFile(file, std::string_view(*png));
}

}  // namespace sonoglyph
