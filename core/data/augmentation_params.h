// How recordings are changed while a model trains, so that it learns more voices, rooms and microphones than were recorded. Part of every
// run's configuration. The changes follow one another as in the world: a mouth (trim, speed), a room (echo, colour, noise), a microphone
// (level); then parts of the network's input are hidden, so that no single part is relied on (SpecAugment, Park et al. 2019).
#pragma once

namespace sonoglyph {

/// As they stand, nothing is changed. Amounts are drawn anew, evenly within their range, each time a recording is used.
struct AugmentationParams {
    double share = 0;          ///< of the recordings that are changed at all, 0 to 1
    double trimShare = 0;      ///< of those, cut to the word, as a word heard by the microphone is
    double shiftSeconds = 0;   ///< earlier or later by up to so much; the word stays inside the second (time mode pad only)
    double speedPercent = 0;   ///< faster or slower, and so higher or lower, by up to so much
    double roomShare = 0;      ///< with the echo of a room
    double roomSeconds = 0.4;  ///< in which the echo falls by 60 dB, at most; at least 0.05 s
    double tiltDecibels = 0;   ///< high over low frequencies, up to so much more or less: the colour of a microphone
    double noiseShare = 0;     ///< with noise: white, pink, or the babble of other recordings
    double snrLowest = 5;      ///< dB, of the word over the noise
    double snrHighest = 40;
    double levelLowest = 0;  ///< dB relative to full scale, of the loudest sample; what is beyond is clipped; then 16 bits remain
    double levelHighest = 0;
    double hiddenBands = 0;    ///< up to so many of the input's rows, side by side, silent: 0 to 48
    double hiddenColumns = 0;  ///< and so many of its columns

    bool operator==(const AugmentationParams&) const = default;

    bool on() const { return share > 0; }
};

/// What the model for the microphone is trained with: any voice, an ordinary room, any level.
AugmentationParams microphoneAugmentation();

}  // namespace sonoglyph
