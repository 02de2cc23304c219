#include "core/session/doubtful_labels.h"

#include <algorithm>

#include "core/audio/sound_file.h"
#include "core/base/progress_meter.h"
#include "core/data/labels.h"

namespace sonoglyph {

Result<std::vector<DoubtfulLabel>> findDoubtfulLabels(Decoder& decoder, std::span<const Recording> recordings, const Progress& progress,
                                                      const std::stop_token& stop)
{
    ProgressMeter meter(progress, {SONOGLYPH_TEXT("core", "Reading %1 recordings"), {std::to_string(recordings.size())}}, recordings.size(),
                        0, 1);
    std::vector<DoubtfulLabel> doubtful;
    for (std::size_t i = 0; i < recordings.size(); ++i) {
        if (stop.stop_requested()) return cancelled();
        if (const auto sound = readSoundFile(recordings[i].file)) {
            const auto drawing = decoder.hear(networkInput(*sound, decoder.info().spectrogram));
            if (!drawing) return drawing.error();
            const int read = drawing->reading.label();
            const auto confidence = float(drawing->reading.sure());
            if (read >= 0 && read != recordings[i].label && confidence >= sureReading)
                doubtful.push_back({std::uint32_t(i), read, confidence});
        }
        meter.advance();
    }
    std::ranges::stable_sort(doubtful, std::greater(), &DoubtfulLabel::confidence);
    return doubtful;
}

}  // namespace sonoglyph
