// Tensors in files: the safetensors format (github.com/huggingface/safetensors), used for models, checkpoints and caches.
//
// Layout: 8 bytes header length (little-endian), a JSON header {"name": {"dtype", "shape", "data_offsets"}, "__metadata__": {string:
// string}}, padded with spaces to 8 bytes, then the tensors' bytes without holes. No code in it, so a file of a stranger is safe to read.
// The metadata key "sonoglyph" holds this program's own JSON as a string.
//
// Any function may be called on any thread. Everything is little-endian, C order (row-major).
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace sonoglyph {

enum class DType { F32, F64, F16, I8, U8, I32, I64 };

std::size_t sizeOf(DType type);       ///< bytes a value
std::string_view nameOf(DType type);  ///< "F32" and so on, as in the file

/// A tensor that lies somewhere else. Does not own its bytes.
struct TensorView {
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;   ///< empty: one value (a scalar)
    std::span<const std::byte> bytes;  ///< product of shape times sizeOf(dtype), aligned for dtype

    /// The values; T must have the size of dtype (float for F32, std::uint16_t for the bits of F16, ...).
    template <class T>
    std::span<const T> as() const
    {
        assert(sizeof(T) == sizeOf(dtype));
        return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
    }
};

template <class T>
TensorView tensorView(DType dtype, std::vector<std::int64_t> shape, std::span<const T> values)
{
    return {dtype, std::move(shape), std::as_bytes(values)};
}

using TensorMap = std::map<std::string, TensorView>;  ///< sorted by name
using TensorMetadata = std::map<std::string, std::string>;

/// Name, type and shape without the values.
struct TensorShape {
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;
};

struct SafetensorsHeader {
    std::map<std::string, TensorShape> tensors;
    TensorMetadata metadata;
};

/// Replaces `file` whole (core/base/atomic_file.h). Equal tensors and metadata give equal bytes. Takes no second copy of the tensors.
/// Tensors lie in the order of falling value size, then of name, so that every one is aligned. Errors: those of AtomicFile; Internal
/// where bytes do not fit the shape or a name is "__metadata__".
Result<void> writeSafetensors(const std::filesystem::path& file, const TensorMap& tensors, const TensorMetadata& metadata = {});

/// A file in memory. The views of tensors() live as long as the object (moving it keeps them valid).
class SafetensorsFile {
public:
    /// Checks the header against the file's size before memory is taken: lengths, JSON, types, that offsets lie inside, do not overlap,
    /// leave no hole and are exactly the product of the shape. Errors: NotFound, Unreadable, Corrupt, Incompatible (a type that this
    /// program does not read), OutOfMemory.
    static Result<SafetensorsFile> read(const std::filesystem::path& file);

    const TensorMap& tensors() const { return tensors_; }
    const TensorMetadata& metadata() const { return metadata_; }
    /// Null where there is none of this name.
    const TensorView* find(const std::string& name) const;

private:
    std::unique_ptr<std::byte[]> data_;
    std::vector<std::unique_ptr<std::byte[]>> realigned_;  ///< copies of tensors that another program's file holds unaligned
    TensorMap tensors_;
    TensorMetadata metadata_;
};

/// Only what the header says, whatever the size of the file. Same checks, same errors.
Result<SafetensorsHeader> readSafetensorsHeader(const std::filesystem::path& file);

/// SHA-256 over names, types, shapes and bytes in the order of names; metadata is left out.
std::string contentHash(const TensorMap& tensors);

}  // namespace sonoglyph
