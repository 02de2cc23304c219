#include "core/data/mnist.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include <zlib.h>

#include "core/base/atomic_file.h"

namespace sonoglyph {
namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t imageMagic = 0x803;  // unsigned bytes, three dimensions
constexpr std::uint32_t labelMagic = 0x801;
constexpr std::uint64_t maxPacking = 1032;  // deflate packs no better than this

Error damaged(const fs::path& file, std::string details)
{
    return {Errc::Corrupt,
            {SONOGLYPH_TEXT("core", "%1 is damaged or no MNIST file. Download it again and put it there."), {file.string()}},
            std::move(details)};
}

/// A file that zlib unpacks where it is packed.
class IdxFile {
public:
    static Result<IdxFile> open(const fs::path& file)
    {
        std::error_code failed;
        const auto status = fs::status(file, failed);
        if (failed) return readError(file, failed.value());
        if (fs::is_directory(status)) return readError(file, EISDIR);
        const std::uint64_t bytes = fs::file_size(file, failed);
        if (failed) return readError(file, failed.value());
        gzFile handle = gzopen(file.c_str(), "rbe");
        if (!handle) return errno == ENOMEM ? outOfMemory(file) : readError(file, errno);
        gzbuffer(handle, 1 << 17);
        return IdxFile(file, handle, bytes);
    }
    IdxFile(IdxFile&& other) noexcept : file_(std::move(other.file_)), handle_(std::exchange(other.handle_, nullptr)), bytes_(other.bytes_)
    {
    }
    IdxFile& operator=(IdxFile&&) = delete;
    ~IdxFile()
    {
        if (handle_) gzclose(handle_);
    }

    /// The header's dimensions; refuses another magic number and more content than the file can hold.
    Result<std::vector<std::uint32_t>> readHeader(std::uint32_t magic)
    {
        std::vector<std::uint32_t> words(1 + (magic & 0xff));
        std::vector<std::uint8_t> bytes(words.size() * 4);
        if (auto read = readExactly(bytes); !read) return read.error();
        for (std::size_t i = 0; i < words.size(); ++i)
            words[i] = std::uint32_t(bytes[4 * i]) << 24 | std::uint32_t(bytes[4 * i + 1]) << 16 | std::uint32_t(bytes[4 * i + 2]) << 8 |
                       bytes[4 * i + 3];
        if (words[0] != magic) return damaged(file_, "magic number " + std::to_string(words[0]) + ", expected " + std::to_string(magic));
        words.erase(words.begin());
        std::uint64_t content = 1;
        for (const std::uint32_t word : words) {
            if (__builtin_mul_overflow(content, std::uint64_t(word), &content)) return damaged(file_, "impossible sizes");
        }
        const bool packed = gzdirect(handle_) == 0;
        if (packed ? content / maxPacking > bytes_ : content + bytes.size() != bytes_)
            return damaged(file_, "the header promises " + std::to_string(content) + " bytes, the file has " + std::to_string(bytes_));
        return words;
    }

    Result<void> readExactly(std::span<std::uint8_t> out)
    {
        while (!out.empty()) {
            const int got = gzread(handle_, out.data(), unsigned(std::min<std::size_t>(out.size(), 1 << 20)));
            if (got <= 0) return damaged(file_, got < 0 ? gzerror(handle_, nullptr) : "the file ends too early");
            out = out.subspan(std::size_t(got));
        }
        return {};
    }

    /// After the content nothing may follow, and the checksum must be right.
    Result<void> finish()
    {
        std::uint8_t more = 0;
        const int got = gzread(handle_, &more, 1);
        if (got != 0) return damaged(file_, got < 0 ? gzerror(handle_, nullptr) : "the file is longer than its header says");
        if (gzclose(std::exchange(handle_, nullptr)) != Z_OK) return damaged(file_, "the packed file ends too early");
        return {};
    }

    static Error outOfMemory(const fs::path& file)
    {
        return {Errc::OutOfMemory, {SONOGLYPH_TEXT("core", "There is not enough memory to read %1."), {file.string()}}, {}};
    }

private:
    IdxFile(fs::path file, gzFile handle, std::uint64_t bytes) : file_(std::move(file)), handle_(handle), bytes_(bytes) {}

    fs::path file_;
    gzFile handle_;
    std::uint64_t bytes_;
};

fs::path findFile(const fs::path& folder, std::string_view kind, std::string_view rank)
{
    for (const std::string_view dot : {"-", "."}) {  // some copies are spelled train-images.idx3-ubyte
        for (const std::string_view packing : {"", ".gz"}) {
            const fs::path file =
                folder / (std::string(kind) + std::string(dot) + "idx" + std::string(rank) + "-ubyte" + std::string(packing));
            std::error_code ignored;
            if (fs::exists(file, ignored)) return file;
        }
    }
    return {};
}

Error missing(const fs::path& folder, std::string_view file)
{
    return {Errc::NotFound,
            {SONOGLYPH_TEXT("core", "%1 is missing. Download MNIST's four files and put them into the folder %2."),
             {(folder / file).string() + ".gz", folder.string()}},
            {}};
}

}  // namespace

DigitImages::DigitImages(std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels)
    : pixels_(std::make_shared<const std::vector<std::uint8_t>>(std::move(pixels))),
      labels_(std::make_shared<const std::vector<std::uint8_t>>(std::move(labels)))
{
    const auto highest = std::max_element(labels_->begin(), labels_->end());
    std::vector<std::vector<std::uint32_t>> classes(highest == labels_->end() ? 0 : std::size_t(*highest) + 1);
    for (std::size_t i = 0; i < labels_->size(); ++i) classes[(*labels_)[i]].push_back(std::uint32_t(i));
    classes_ = std::make_shared<const std::vector<std::vector<std::uint32_t>>>(std::move(classes));
}

const std::vector<std::uint32_t>& DigitImages::indicesOf(int label) const
{
    static const std::vector<std::uint32_t> none;
    return label < labelCount() ? (*classes_)[std::size_t(label)] : none;
}

ByteImage DigitImages::image(int i) const { return {width, height, std::shared_ptr<const std::uint8_t>(pixels_, pixels(i).data())}; }

fs::path findMnistImages(const fs::path& mnist, MnistPart part)
{
    return findFile(mnist, part == MnistPart::Train ? "train-images" : "t10k-images", "3");
}

fs::path findMnistLabels(const fs::path& mnist, MnistPart part)
{
    return findFile(mnist, part == MnistPart::Train ? "train-labels" : "t10k-labels", "1");
}

Result<DigitImages> readMnist(const fs::path& mnist, MnistPart part)
{
    const bool train = part == MnistPart::Train;
    const fs::path images = findMnistImages(mnist, part);
    if (images.empty()) return missing(mnist, train ? "train-images-idx3-ubyte" : "t10k-images-idx3-ubyte");
    const fs::path labels = findMnistLabels(mnist, part);
    if (labels.empty()) return missing(mnist, train ? "train-labels-idx1-ubyte" : "t10k-labels-idx1-ubyte");
    return readIdxDigits(images, labels);
}

Result<DigitImages> readIdxDigits(const fs::path& imagesFile, const fs::path& labelsFile)
{
    try {
        auto images = IdxFile::open(imagesFile);
        if (!images) return images.error();
        const auto sizes = images->readHeader(imageMagic);
        if (!sizes) return sizes.error();
        const std::uint32_t count = sizes->at(0);
        if (sizes->at(1) != std::uint32_t(DigitImages::height) || sizes->at(2) != std::uint32_t(DigitImages::width))
            return damaged(imagesFile, "the images are not 28x28");

        auto labels = IdxFile::open(labelsFile);
        if (!labels) return labels.error();
        const auto labelSizes = labels->readHeader(labelMagic);
        if (!labelSizes) return labelSizes.error();
        if (labelSizes->at(0) != count)
            return damaged(labelsFile, std::to_string(labelSizes->at(0)) + " labels for " + std::to_string(count) + " images");

        std::vector<std::uint8_t> digits(count);
        if (auto read = labels->readExactly(digits); !read) return read.error();
        if (auto read = labels->finish(); !read) return read.error();
        std::vector<std::uint8_t> pixels(std::size_t(count) * std::size_t(DigitImages::pixelCount));
        if (auto read = images->readExactly(pixels); !read) return read.error();
        if (auto read = images->finish(); !read) return read.error();
        return DigitImages(std::move(pixels), std::move(digits));
    } catch (const std::bad_alloc&) {
        return IdxFile::outOfMemory(imagesFile);
    }
}

}  // namespace sonoglyph
