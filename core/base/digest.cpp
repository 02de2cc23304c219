#include "core/base/digest.h"

#include <array>
#include <bit>
#include <cerrno>
#include <fcntl.h>
#include <new>
#include <unistd.h>
#include <vector>

#include <openssl/evp.h>

#include "core/base/atomic_file.h"

namespace sonoglyph {

struct Digest::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();

    ~State() { EVP_MD_CTX_free(context); }
};

Digest::Digest(DigestKind kind) : state_(std::make_unique<State>())
{
    const EVP_MD* algorithm = kind == DigestKind::Md5 ? EVP_md5() : EVP_sha256();
    if (!state_->context || EVP_DigestInit_ex(state_->context, algorithm, nullptr) != 1) throw std::bad_alloc();
}

Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::update(std::span<const std::byte> bytes) { EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()); }

void Digest::update(std::string_view text) { update(std::as_bytes(std::span(text))); }

void Digest::update(std::uint64_t number)
{
    static_assert(std::endian::native == std::endian::little);
    update(std::as_bytes(std::span(&number, 1)));
}

std::string Digest::hex()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> value{};
    unsigned size = 0;
    EVP_DigestFinal_ex(state_->context, value.data(), &size);
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (unsigned i = 0; i < size; ++i) {
        out += digits[value[i] >> 4];
        out += digits[value[i] & 15];
    }
    return out;
}

std::string digest(std::span<const std::byte> bytes, DigestKind kind)
{
    Digest sum(kind);
    sum.update(bytes);
    return sum.hex();
}

std::string digest(std::string_view text, DigestKind kind) { return digest(std::as_bytes(std::span(text)), kind); }

Result<std::string> fileDigest(const std::filesystem::path& file, DigestKind kind, std::stop_token stop)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return readError(file, errno);
    Digest sum(kind);
    std::vector<std::byte> buffer(1 << 17);
    ssize_t got = 0;
    int failed = 0;
    while (!stop.stop_requested()) {
        got = ::read(descriptor, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) failed = errno;
        if (got <= 0) break;
        sum.update(std::span(buffer).first(std::size_t(got)));
    }
    ::close(descriptor);
    if (failed) return readError(file, failed);
    if (got > 0 || stop.stop_requested()) return Error{Errc::Cancelled, {SONOGLYPH_TEXT("core", "Stopped."), {}}, {}};
    return sum.hex();
}

}  // namespace sonoglyph
