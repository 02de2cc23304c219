// MNIST: images of written digits in IDX files (yann.lecun.com/exdb/mnist), packed with gzip or not.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "core/base/byte_image.h"
#include "core/base/result.h"

namespace sonoglyph {

/// Images and their labels; never changed once read, cheap to copy (the pixels are shared). Any thread may read.
class DigitImages {
public:
    static constexpr int width = 28;
    static constexpr int height = 28;
    static constexpr int pixelCount = width * height;

    DigitImages() = default;
    /// `pixels` holds pixelCount values an image, as many `labels`.
    DigitImages(std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels);

    int count() const { return labels_ ? int(labels_->size()) : 0; }
    /// Rows from the top, 0 black (paper) to 255 white (ink).
    std::span<const std::uint8_t> pixels(int i) const
    {
        return std::span(*pixels_).subspan(std::size_t(i) * std::size_t(pixelCount), std::size_t(pixelCount));
    }
    /// All images one after another.
    std::span<const std::uint8_t> pixels() const
    {
        return pixels_ ? std::span<const std::uint8_t>(*pixels_) : std::span<const std::uint8_t>();
    }
    /// The same as a picture that keeps its pixels alive.
    ByteImage image(int i) const;
    int label(int i) const { return (*labels_)[std::size_t(i)]; }
    /// Which images have `label`, ascending.
    const std::vector<std::uint32_t>& indicesOf(int label) const;
    /// The highest label and one.
    int labelCount() const { return classes_ ? int(classes_->size()) : 0; }

private:
    std::shared_ptr<const std::vector<std::uint8_t>> pixels_;
    std::shared_ptr<const std::vector<std::uint8_t>> labels_;
    std::shared_ptr<const std::vector<std::vector<std::uint32_t>>> classes_;
};

enum class MnistPart {
    Train,  ///< 60,000 images: train-images-idx3-ubyte, train-labels-idx1-ubyte
    Test,   ///< 10,000 images: t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte
};

/// Reads one part from the folder `mnist` (with the four files, each with or without .gz). Sizes are checked against the file before
/// memory is taken. Errors: NotFound, Unreadable, Corrupt (each names the file and says where to get it), OutOfMemory.
Result<DigitImages> readMnist(const std::filesystem::path& mnist, MnistPart part);

/// The same from two files of any name.
Result<DigitImages> readIdxDigits(const std::filesystem::path& images, const std::filesystem::path& labels);

/// The file of a part that is there (packed or not), or an empty path.
std::filesystem::path findMnistImages(const std::filesystem::path& mnist, MnistPart part);
std::filesystem::path findMnistLabels(const std::filesystem::path& mnist, MnistPart part);

}  // namespace sonoglyph
