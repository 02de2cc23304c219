// Checksums of bytes and of files (OpenSSL's EVP).
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace sonoglyph {

enum class DigestKind { Sha256, Md5 };

/// A checksum over bytes that come piece by piece. Not thread-safe.
class Digest {
public:
    explicit Digest(DigestKind kind = DigestKind::Sha256);
    ~Digest();
    Digest(Digest&&) noexcept;
    Digest& operator=(Digest&&) noexcept;

    void update(std::span<const std::byte> bytes);
    void update(std::string_view text);
    /// Eight bytes, little-endian. Lengths put before variable parts keep ("ab", "c") and ("a", "bc") apart.
    void update(std::uint64_t number);
    /// Lower-case hexadecimal. Ends the computation: nothing may be added after it.
    std::string hex();

private:
    struct State;
    std::unique_ptr<State> state_;
};

std::string digest(std::span<const std::byte> bytes, DigestKind kind = DigestKind::Sha256);
std::string digest(std::string_view text, DigestKind kind = DigestKind::Sha256);

/// Reads the file piece by piece. Errors: NotFound, Unreadable, Cancelled.
Result<std::string> fileDigest(const std::filesystem::path& file, DigestKind kind = DigestKind::Sha256, std::stop_token stop = {});

}  // namespace sonoglyph
