#include "app/cli/augmentation_options.h"

namespace sonoglyph {

AugmentationParams AugmentationOptions::params() const
{
    AugmentationParams params;
    if (preset == "microphone") params = microphoneAugmentation();
    if (preset == "none" && !changes.empty()) params.share = 1;
    for (const auto& [member, value] : changes) params.*member = value;
    return params;
}

void addAugmentationOptions(CLI::App& command, AugmentationOptions& options)
{
    using Params = AugmentationParams;
    CLI::Option_group& group = *command.add_option_group("Augmentation", "Recordings changed anew each time they are used");
    group.add_option("--augment", options.preset, "none, or microphone: any voice, an ordinary room, any level")
        ->check(CLI::IsMember({"none", "microphone"}));
    const auto number = [&](const char* name, double Params::*member, const char* unit, const char* help) {
        group
            .add_option_function<double>(
                name, [&options, member](double value) { options.changes.emplace_back(member, value); }, help)
            ->type_name(unit);
    };
    const auto range = [&](const char* name, double Params::*low, double Params::*high, const char* help) {
        group
            .add_option_function<std::vector<double>>(
                name,
                [&options, low, high](const std::vector<double>& values) {
                    options.changes.emplace_back(low, values.front());
                    options.changes.emplace_back(high, values.back());
                },
                help)
            ->delimiter(',')
            ->expected(2)
            ->type_name("LOW,HIGH");
    };
    number("--augment-share", &Params::share, "0..1", "Of the recordings, changed at all");
    number("--trim-share", &Params::trimShare, "0..1", "Of those, cut to the word");
    number("--shift", &Params::shiftSeconds, "SECONDS", "Earlier or later by up to so much (--time pad)");
    number("--speed", &Params::speedPercent, "PERCENT", "Faster or slower, higher or lower, by up to so much");
    number("--room-share", &Params::roomShare, "0..1", "With the echo of a room");
    number("--reverberation", &Params::roomSeconds, "SECONDS", "In which the echo falls by 60 dB, at most");
    number("--tilt", &Params::tiltDecibels, "DB", "High over low frequencies, up to so much more or less");
    number("--noise-share", &Params::noiseShare, "0..1", "With white or pink noise or the babble of others");
    range("--snr", &Params::snrLowest, &Params::snrHighest, "Of the word over the noise, dB");
    range("--level", &Params::levelLowest, &Params::levelHighest, "Of the loudest sample, dB of full scale; clipped over 0");
    number("--hide-bands", &Params::hiddenBands, "N", "Of the 48 bands, up to so many side by side silent");
    number("--hide-columns", &Params::hiddenColumns, "N", "Of the 48 columns, up to so many side by side silent");
}

}  // namespace sonoglyph
