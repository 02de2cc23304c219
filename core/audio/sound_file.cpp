#include "core/audio/sound_file.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <memory>
#include <system_error>

#include <sndfile.h>

#include "core/base/atomic_file.h"

namespace sonoglyph {

namespace fs = std::filesystem;

namespace {

constexpr int lowestRate = 1000;
constexpr int highestRate = 384000;
constexpr float loudestSample = 1e9F;  // 16 and 32 bit integers kept as floats are heard; powers of more would not fit a float

struct CloseSoundFile {
    void operator()(SNDFILE* file) const { sf_close(file); }
};

struct OpenedFile {
    std::unique_ptr<SNDFILE, CloseSoundFile> handle;
    SF_INFO info{};
};

Error corrupt(Message message, std::string details = {}) { return {Errc::Corrupt, std::move(message), std::move(details)}; }

Result<OpenedFile> open(const fs::path& file)
{
    std::error_code failure;
    const fs::file_status status = fs::status(file, failure);
    if (status.type() == fs::file_type::not_found) return readError(file, ENOENT);
    if (failure) return readError(file, failure.value());
    if (fs::is_directory(status))
        return Error{Errc::Unreadable, {SONOGLYPH_TEXT("core", "%1 is a folder. Choose a sound file in it."), {file.string()}}, {}};
    if (!fs::is_regular_file(status))
        return Error{Errc::Unreadable, {SONOGLYPH_TEXT("core", "%1 is not a regular file. Choose a sound file."), {file.string()}}, {}};
    if (fs::file_size(file, failure) == 0 && !failure)
        return corrupt({SONOGLYPH_TEXT("core", "%1 is empty. Record or copy it again."), {file.string()}});

    OpenedFile opened;
    opened.handle.reset(sf_open(file.c_str(), SFM_READ, &opened.info));
    const SF_INFO& info = opened.info;
    if (!opened.handle && sf_error(nullptr) == SF_ERR_SYSTEM) return readError(file, errno != 0 ? errno : EIO);
    if (!opened.handle)
        return corrupt({SONOGLYPH_TEXT("core", "%1 is not a sound file, or its start is damaged. Open a WAV, FLAC, OGG or AIFF file."),
                        {file.string()}},
                       sf_strerror(nullptr));
    if (info.samplerate < lowestRate || info.samplerate > highestRate)
        return corrupt({SONOGLYPH_TEXT("core", "%1 says it has %2 samples a second; only %3 to %4 can be used. Convert it to 16000."),
                        {file.string(), std::to_string(info.samplerate), std::to_string(lowestRate), std::to_string(highestRate)}});
    return opened;
}

std::string formatName(int format)
{
    const auto name = [](int code) -> std::string {
        SF_FORMAT_INFO found{};
        found.format = code;
        return sf_command(nullptr, SFC_GET_FORMAT_INFO, &found, sizeof found) == 0 && found.name ? found.name : "";
    };
    std::string container = name(format & SF_FORMAT_TYPEMASK);
    container = container.substr(0, container.find(" ("));
    const std::string encoding = name(format & SF_FORMAT_SUBMASK);
    if (container.empty() || encoding.empty()) return container + encoding;
    return container + ", " + static_cast<char>(std::tolower(static_cast<unsigned char>(encoding[0]))) + encoding.substr(1);
}

/// Mixes interleaved channels to mono behind `out`. False where a sample is not a number that a sound can have.
bool appendMono(const float* interleaved, std::int64_t frames, int channels, std::vector<float>& out)
{
    for (std::int64_t frame = 0; frame < frames; ++frame) {
        float sum = 0;
        for (int channel = 0; channel < channels; ++channel) sum += *interleaved++;
        const float mono = sum / float(channels);
        if (!(std::abs(mono) <= loudestSample)) return false;
        out.push_back(mono);
    }
    return true;
}

/// A file in memory that libsndfile writes.
struct MemoryFile {
    std::string bytes;
    std::size_t position = 0;
};

SF_VIRTUAL_IO memoryWriting()
{
    SF_VIRTUAL_IO io{};
    io.get_filelen = [](void* user) { return sf_count_t(static_cast<MemoryFile*>(user)->bytes.size()); };
    io.tell = [](void* user) { return sf_count_t(static_cast<MemoryFile*>(user)->position); };
    io.seek = [](sf_count_t offset, int whence, void* user) {
        auto& file = *static_cast<MemoryFile*>(user);
        const sf_count_t from = whence == SEEK_SET ? 0 : sf_count_t(whence == SEEK_CUR ? file.position : file.bytes.size());
        file.position = std::size_t(from + offset);
        return from + offset;
    };
    io.read = [](void*, sf_count_t, void*) { return sf_count_t(0); };
    io.write = [](const void* data, sf_count_t count, void* user) {
        auto& file = *static_cast<MemoryFile*>(user);
        file.bytes.resize(std::max(file.bytes.size(), file.position + std::size_t(count)));
        std::memcpy(file.bytes.data() + file.position, data, std::size_t(count));
        file.position += std::size_t(count);
        return count;
    };
    return io;
}

std::int16_t toInt16(float sample)
{
    // NaN compares false and becomes silence.
    return sample >= -1 ? std::int16_t(std::lround(std::min(sample * 32768.0F, 32767.0F))) : std::int16_t(sample < -1 ? -32768 : 0);
}

}  // namespace

Result<SoundFileInfo> probeSoundFile(const fs::path& file)
{
    auto opened = open(file);
    if (!opened) return opened.error();
    const SF_INFO& info = opened->info;
    return SoundFileInfo{info.samplerate, info.channels, info.frames, formatName(info.format)};
}

Result<Sound> readSoundFile(const fs::path& file, double maxSeconds)
{
    auto opened = open(file);
    if (!opened) return opened.error();
    const int channels = opened->info.channels;
    const std::int64_t most = std::max<std::int64_t>(1, std::llround(maxSeconds * opened->info.samplerate));
    const std::int64_t blockFrames = std::max(1, 16384 / channels);
    std::vector<float> block(std::size_t(blockFrames * channels));

    Sound sound{opened->info.samplerate, {}};
    sound.samples.reserve(std::size_t(std::clamp<std::int64_t>(opened->info.frames, 0, std::min<std::int64_t>(most, 1 << 20))));
    while (std::int64_t(sound.samples.size()) < most) {
        const std::int64_t wanted = std::min(blockFrames, most - std::int64_t(sound.samples.size()));
        const std::int64_t got = sf_readf_float(opened->handle.get(), block.data(), wanted);
        if (got <= 0) break;
        if (!appendMono(block.data(), got, channels, sound.samples))
            return corrupt({SONOGLYPH_TEXT("core", "%1 contains samples that are not numbers (at %2 s). Record or convert it again."),
                            {file.string(), std::to_string(sound.seconds()).substr(0, 5)}});
    }
    if (sound.samples.empty())
        return corrupt({SONOGLYPH_TEXT("core", "%1 contains no sound. Record or copy it again."), {file.string()}},
                       sf_strerror(opened->handle.get()));
    return sound;
}

Result<void> writeWavFile(const fs::path& file, const Sound& sound, WavSamples samples)
{
    const auto changes = [](float sample) { return float(toInt16(sample)) / 32768.0F != sample; };
    const bool floats = samples == WavSamples::Exact && std::any_of(sound.samples.begin(), sound.samples.end(), changes);
    MemoryFile memory;
    SF_VIRTUAL_IO io = memoryWriting();
    SF_INFO info{};
    info.samplerate = sound.rate;
    info.channels = 1;
    info.format = SF_FORMAT_WAV | (floats ? SF_FORMAT_FLOAT : SF_FORMAT_PCM_16);
    std::unique_ptr<SNDFILE, CloseSoundFile> handle(sf_open_virtual(&io, SFM_WRITE, &info, &memory));
    if (!handle)
        return Error{Errc::Internal, {SONOGLYPH_TEXT("core", "%1 could not be written as WAV."), {file.string()}}, sf_strerror(nullptr)};
    if (floats) {
        sf_writef_float(handle.get(), sound.samples.data(), sf_count_t(sound.samples.size()));
    } else {
        std::vector<std::int16_t> integers(sound.samples.size());
        std::transform(sound.samples.begin(), sound.samples.end(), integers.begin(), toInt16);
        sf_writef_short(handle.get(), integers.data(), sf_count_t(integers.size()));
    }
    handle.reset();
    return replaceFile(file, std::string_view(memory.bytes));
}

}  // namespace sonoglyph
