#include "core/base/safetensors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <new>
#include <optional>
#include <stdexcept>
#include <sys/stat.h>
#include <tuple>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/digest.h"

namespace sonoglyph {
namespace fs = std::filesystem;
using nlohmann::json;

static_assert(std::endian::native == std::endian::little, "safetensors is little-endian");

namespace {

constexpr std::string_view metadataKey = "__metadata__";
constexpr std::uint64_t maxHeaderBytes = 16 << 20;  // a thousand tensors take 0.1 MB
constexpr std::size_t maxDimensions = 32;

struct TypeRow {
    DType type;
    std::string_view name;
    std::size_t size;
};

constexpr std::array<TypeRow, 7> types{{{DType::F32, "F32", 4},
                                        {DType::F64, "F64", 8},
                                        {DType::F16, "F16", 2},
                                        {DType::I8, "I8", 1},
                                        {DType::U8, "U8", 1},
                                        {DType::I32, "I32", 4},
                                        {DType::I64, "I64", 8}}};

const TypeRow& rowOf(DType type)
{
    return *std::find_if(types.begin(), types.end(), [type](const TypeRow& row) { return row.type == type; });
}

/// Bytes that a tensor takes; empty where the shape is negative or the number does not fit.
std::optional<std::uint64_t> byteCount(DType type, const std::vector<std::int64_t>& shape)
{
    std::uint64_t count = sizeOf(type);
    for (const std::int64_t size : shape) {
        if (size < 0 || __builtin_mul_overflow(count, std::uint64_t(size), &count)) return std::nullopt;
    }
    return count;
}

Error corrupt(const fs::path& file, std::string details)
{
    return {Errc::Corrupt,
            {SONOGLYPH_TEXT("core", "%1 is damaged or no safetensors file. Choose another file or make it again."), {file.string()}},
            std::move(details)};
}

struct Descriptor {
    int number = -1;
    ~Descriptor()
    {
        if (number >= 0) ::close(number);
    }
};

Result<void> readFully(const fs::path& file, int descriptor, std::span<std::byte> out)
{
    while (!out.empty()) {
        const ssize_t got = ::read(descriptor, out.data(), out.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return readError(file, errno);
        if (got == 0) return corrupt(file, "the file ends too early");
        out = out.subspan(std::size_t(got));
    }
    return {};
}

struct Place {
    std::string name;
    TensorShape shape;
    std::uint64_t begin = 0, end = 0;
};

struct Layout {
    std::vector<Place> places;  ///< in the order of the file
    TensorMetadata metadata;
    std::uint64_t dataBytes = 0;
};

/// The header's JSON as checked places. Any fault is thrown as std::exception; a type that we do not know comes out as an Error.
Result<Layout> parseHeader(const fs::path& file, std::string_view text, std::uint64_t dataBytes)
{
    const auto shallow = [](int depth, json::parse_event_t, json&) {
        if (depth > 3) throw std::runtime_error("the header is nested too deep");
        return true;
    };
    const json header = json::parse(text, shallow);
    if (!header.is_object()) throw std::runtime_error("the header is no object");

    Layout layout;
    layout.dataBytes = dataBytes;
    for (const auto& [name, entry] : header.items()) {
        if (name == metadataKey) {
            layout.metadata = entry.get<TensorMetadata>();
            continue;
        }
        Place place{name, {}, 0, 0};
        const auto& typeName = entry.at("dtype").get_ref<const std::string&>();
        const auto row = std::find_if(types.begin(), types.end(), [&](const TypeRow& r) { return r.name == typeName; });
        if (row == types.end())
            return Error{
                Errc::Incompatible,
                {SONOGLYPH_TEXT("core", "%1 holds values of the type %2, which this program does not read."), {file.string(), typeName}},
                name};
        place.shape.dtype = row->type;
        const json& shape = entry.at("shape");
        if (!shape.is_array() || shape.size() > maxDimensions) throw std::runtime_error(name + ": bad shape");
        for (const json& size : shape) {
            if (!size.is_number_unsigned() || size.get<std::uint64_t>() > std::uint64_t(std::numeric_limits<std::int64_t>::max()))
                throw std::runtime_error(name + ": bad shape");
            place.shape.shape.push_back(size.get<std::int64_t>());
        }
        const json& offsets = entry.at("data_offsets");
        if (!offsets.is_array() || offsets.size() != 2 || !offsets[0].is_number_unsigned() || !offsets[1].is_number_unsigned())
            throw std::runtime_error(name + ": bad offsets");
        place.begin = offsets[0].get<std::uint64_t>();
        place.end = offsets[1].get<std::uint64_t>();
        const auto bytes = byteCount(place.shape.dtype, place.shape.shape);
        if (place.begin > place.end || place.end > dataBytes) throw std::runtime_error(name + ": lies outside the file");
        if (!bytes || *bytes != place.end - place.begin) throw std::runtime_error(name + ": the shape does not fit the bytes");
        layout.places.push_back(std::move(place));
    }

    std::sort(layout.places.begin(), layout.places.end(),
              [](const Place& a, const Place& b) { return std::tie(a.begin, a.end, a.name) < std::tie(b.begin, b.end, b.name); });
    std::uint64_t reached = 0;
    for (const Place& place : layout.places) {
        if (place.begin != reached) throw std::runtime_error(place.name + ": overlaps another tensor or leaves a hole");
        reached = place.end;
    }
    if (reached != dataBytes) throw std::runtime_error("bytes that belong to no tensor");
    return layout;
}

Result<Layout> readLayout(const fs::path& file, int descriptor)
{
    struct stat status {};
    if (::fstat(descriptor, &status) < 0) return readError(file, errno);
    if (S_ISDIR(status.st_mode)) return readError(file, EISDIR);
    if (!S_ISREG(status.st_mode)) return corrupt(file, "not a regular file");
    const auto fileBytes = std::uint64_t(status.st_size);
    std::uint64_t headerBytes = 0;
    if (fileBytes < sizeof headerBytes) return corrupt(file, "the file ends too early");
    if (auto read = readFully(file, descriptor, std::as_writable_bytes(std::span(&headerBytes, 1))); !read) return read.error();
    if (headerBytes > maxHeaderBytes || headerBytes > fileBytes - sizeof headerBytes)
        return corrupt(file, "the header's length is impossible");
    std::string text(std::size_t(headerBytes), ' ');
    if (auto read = readFully(file, descriptor, std::as_writable_bytes(std::span(text))); !read) return read.error();
    try {
        return parseHeader(file, text, fileBytes - sizeof headerBytes - headerBytes);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& fault) {
        return corrupt(file, fault.what());
    }
}

Error outOfMemory(const fs::path& file)
{
    return {Errc::OutOfMemory, {SONOGLYPH_TEXT("core", "There is not enough memory to read %1."), {file.string()}}, {}};
}

}  // namespace

std::size_t sizeOf(DType type) { return rowOf(type).size; }

std::string_view nameOf(DType type) { return rowOf(type).name; }

Result<void> writeSafetensors(const fs::path& file, const TensorMap& tensors, const TensorMetadata& metadata)
{
    std::vector<const TensorMap::value_type*> order;
    for (const auto& tensor : tensors) {
        const auto bytes = byteCount(tensor.second.dtype, tensor.second.shape);
        if (!bytes || *bytes != tensor.second.bytes.size() || tensor.first == metadataKey)
            return Error{Errc::Internal,
                         {SONOGLYPH_TEXT("core", "%1 cannot be written: a fault of the program."), {file.string()}},
                         "bad tensor " + tensor.first};
        order.push_back(&tensor);
    }
    std::stable_sort(order.begin(), order.end(), [](auto* a, auto* b) { return sizeOf(a->second.dtype) > sizeOf(b->second.dtype); });

    json header = json::object();
    if (!metadata.empty()) header[std::string(metadataKey)] = metadata;
    std::uint64_t offset = 0;
    for (const auto* tensor : order) {
        const std::uint64_t end = offset + tensor->second.bytes.size();
        header[tensor->first] = {{"dtype", nameOf(tensor->second.dtype)}, {"shape", tensor->second.shape}, {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text = header.dump(-1, ' ', false, json::error_handler_t::replace);
    text.append((8 - text.size() % 8) % 8, ' ');
    const std::uint64_t headerBytes = text.size();
    if (headerBytes > maxHeaderBytes)
        return Error{
            Errc::Internal, {SONOGLYPH_TEXT("core", "%1 cannot be written: a fault of the program."), {file.string()}}, "header too long"};

    auto out = AtomicFile::create(file);
    if (!out) return out.error();
    if (auto written = out->write(std::as_bytes(std::span(&headerBytes, 1))); !written) return written;
    if (auto written = out->write(text); !written) return written;
    for (const auto* tensor : order) {
        if (auto written = out->write(tensor->second.bytes); !written) return written;
    }
    return out->commit();
}

Result<SafetensorsFile> SafetensorsFile::read(const fs::path& file)
{
    try {
        const Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
        if (descriptor.number < 0) return readError(file, errno);
        auto layout = readLayout(file, descriptor.number);
        if (!layout) return layout.error();

        SafetensorsFile result;
        result.metadata_ = std::move(layout->metadata);
        const auto size = std::size_t(layout->dataBytes);
        result.data_ = std::make_unique_for_overwrite<std::byte[]>(size);
        if (auto read = readFully(file, descriptor.number, {result.data_.get(), size}); !read) return read.error();
        for (Place& place : layout->places) {
            const auto bytes = std::size_t(place.end - place.begin);
            const std::byte* begin = result.data_.get() + place.begin;
            if (place.begin % sizeOf(place.shape.dtype) != 0) {
                auto& copy = result.realigned_.emplace_back(std::make_unique_for_overwrite<std::byte[]>(bytes));
                std::memcpy(copy.get(), begin, bytes);
                begin = copy.get();
            }
            result.tensors_[std::move(place.name)] = {place.shape.dtype, std::move(place.shape.shape), {begin, bytes}};
        }
        return result;
    } catch (const std::bad_alloc&) {
        return outOfMemory(file);
    }
}

const TensorView* SafetensorsFile::find(const std::string& name) const
{
    const auto it = tensors_.find(name);
    return it == tensors_.end() ? nullptr : &it->second;
}

Result<SafetensorsHeader> readSafetensorsHeader(const fs::path& file)
{
    try {
        const Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
        if (descriptor.number < 0) return readError(file, errno);
        auto layout = readLayout(file, descriptor.number);
        if (!layout) return layout.error();
        SafetensorsHeader header;
        header.metadata = std::move(layout->metadata);
        for (Place& place : layout->places) header.tensors[std::move(place.name)] = std::move(place.shape);
        return header;
    } catch (const std::bad_alloc&) {
        return outOfMemory(file);
    }
}

std::string contentHash(const TensorMap& tensors)
{
    Digest sum;
    for (const auto& [name, tensor] : tensors) {
        sum.update(std::uint64_t(name.size()));
        sum.update(name);
        sum.update(nameOf(tensor.dtype));
        sum.update(std::uint64_t(tensor.shape.size()));
        for (const std::int64_t size : tensor.shape) sum.update(std::uint64_t(size));
        sum.update(tensor.bytes);
    }
    return sum.hex();
}

}  // namespace sonoglyph
