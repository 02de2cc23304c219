// A data folder as small as one can be: a few digits to see, a few seconds to hear.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "core/audio/sound_file.h"
#include "core/base/temporary_folder.h"
#include "core/data/recordings.h"

namespace small_data {

inline std::string bigEndian(std::uint32_t number) { return {char(number >> 24), char(number >> 16), char(number >> 8), char(number)}; }

/// An IDX file of images in which every pixel of image i is i.
inline std::string idxImages(std::uint32_t count, std::uint32_t size = 28)
{
    std::string out = bigEndian(0x803) + bigEndian(count) + bigEndian(size) + bigEndian(size);
    for (std::uint32_t i = 0; i < count; ++i) out.append(size * size, char(i));
    return out;
}

/// Labels 0, 1, ..., 9, 0, ...
inline std::string idxLabels(std::uint32_t count)
{
    std::string out = bigEndian(0x801) + bigEndian(count);
    for (std::uint32_t i = 0; i < count; ++i) out += char(i % 10);
    return out;
}

inline void putMnist(const TemporaryFolder& folder, std::uint32_t train = 100, std::uint32_t test = 40)
{
    folder.put("mnist/train-images-idx3-ubyte", idxImages(train));
    folder.put("mnist/train-labels-idx1-ubyte", idxLabels(train));
    folder.put("mnist/t10k-images-idx3-ubyte", idxImages(test));
    folder.put("mnist/t10k-labels-idx1-ubyte", idxLabels(test));
}

/// A tone that is different for every number.
inline sonoglyph::Sound tone(int number, int rate = 8000)
{
    sonoglyph::Sound sound{rate, std::vector<float>(std::size_t(rate) / 5)};
    for (std::size_t i = 0; i < sound.samples.size(); ++i) sound.samples[i] = 0.5F * std::sin(0.05F * float(number + 3) * float(i));
    return sound;
}

inline std::string littleEndian(std::uint32_t number, int bytes)
{
    std::string out;
    for (int i = 0; i < bytes; ++i) out += char(number >> 8 * i);
    return out;
}

/// A 16-bit WAV file. The program's own writer waits for the disk, which takes long for hundreds of files.
inline void putSound(const TemporaryFolder& folder, const std::string& name, int number)
{
    const sonoglyph::Sound sound = tone(number);
    std::string data;
    for (const float sample : sound.samples) data += littleEndian(std::uint32_t(std::int32_t(std::lround(sample * 32767))), 2);
    const auto rate = std::uint32_t(sound.rate), size = std::uint32_t(data.size());
    folder.put(name, "RIFF" + littleEndian(36 + size, 4) + "WAVEfmt " + littleEndian(16, 4) + littleEndian(1, 2) + littleEndian(1, 2) +
                         littleEndian(rate, 4) + littleEndian(2 * rate, 4) + littleEndian(2, 2) + littleEndian(16, 2) + "data" +
                         littleEndian(size, 4) + data);
}

/// `takes` recordings of every digit by each speaker.
inline void putFsdd(const TemporaryFolder& folder, const std::vector<std::string>& speakers, int takes)
{
    for (int digit = 0; digit < 10; ++digit)
        for (const std::string& speaker : speakers)
            for (int take = 0; take < takes; ++take)
                putSound(folder, "fsdd/recordings/" + std::to_string(digit) + "_" + speaker + "_" + std::to_string(take) + ".wav",
                         digit * 31 + take);
}

/// All that a training reads, as small as it can be. What the program caches on the way comes to lie there too.
class TrainingFolder : public TemporaryFolder {
public:
    TrainingFolder()
    {
        qputenv("XDG_CACHE_HOME", QByteArray::fromStdString((path() / "cache").string()));
        putMnist(*this, 48, 20);
        putFsdd(*this, {"theo", "jackson"}, 3);
    }
};

/// A set that lies only in memory.
inline sonoglyph::RecordingSet recordingSet(const std::string& name, const std::vector<int>& perLabel, const std::string& set = "fsdd",
                                            const std::vector<std::string>& speakers = {"theo", "jackson"})
{
    sonoglyph::RecordingSet out;
    out.name = name;
    for (std::size_t digit = 0; digit < perLabel.size(); ++digit) {
        for (int i = 0; i < perLabel[digit]; ++i) {
            sonoglyph::Recording recording;
            recording.label = int(digit);
            recording.speaker = speakers[std::size_t(i) % speakers.size()];
            recording.take = i / int(speakers.size());
            recording.set = set;
            recording.official = recording.take < 2 ? sonoglyph::OfficialPart::Test : sonoglyph::OfficialPart::Train;
            out.recordings.push_back(recording);
        }
    }
    return out;
}

}  // namespace small_data
