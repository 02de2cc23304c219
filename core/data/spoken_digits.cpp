#include "core/data/spoken_digits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string_view>

#include <espeak-ng/speak_lib.h>

#include "core/data/random.h"
#include "core/data/recordings.h"

namespace sonoglyph {

namespace {

constexpr std::uint64_t speakerStream = 11;

struct Accent {
    const char *name, *voice;
};
constexpr std::array<Accent, 6> accents{
    {{"us", "en-US"}, {"gb", "en"}, {"sc", "en-GB-scotland"}, {"rp", "en-GB-x-rp"}, {"la", "en-GB-x-gbclan"}, {"ca", "en-029"}}};
/// Of the library's variants those that speak clearly.
constexpr std::array<const char*, 20> variants{"m1", "f1", "m2",    "f2",    "m3",     "f3",    "m4",   "f4",      "m5",  "f5",
                                               "m6", "m7", "klatt", "linda", "klatt2", "steph", "paul", "belinda", "max", "aunty"};

/// The library: begun once (it cannot be ended and begun again), used by one caller at a time.
class Espeak {
public:
    static Espeak& instance()
    {
        static Espeak espeak;
        return espeak;
    }

    std::mutex& mutex() { return mutex_; }
    int rate() const { return rate_; }

    bool use(const std::string& voice) { return espeak_SetVoiceByName(voice.c_str()) == EE_OK; }

    Sound say(const std::string& text)
    {
        Sound sound;
        sound.rate = rate_;
        espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8 | espeakSSML, nullptr, &sound);
        espeak_Synchronize();
        return sound;
    }

private:
    Espeak() : rate_(espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT))
    {
        if (rate_ > 0) espeak_SetSynthCallback(&Espeak::take);
    }

    static int take(short* samples, int count, espeak_EVENT* event)
    {
        auto* sound = static_cast<Sound*>(event->user_data);
        if (!samples || !sound) return 0;
        for (int i = 0; i < count; ++i) sound->samples.push_back(float(samples[i]) / 32768.0F);
        return 0;
    }

    std::mutex mutex_;
    int rate_;  ///< Hz; not positive where it cannot be used
};

/// From the first to the last sample that stands out, and a little around them.
void trim(Sound& sound)
{
    constexpr float quiet = 0.02F;   // of the loudest
    constexpr double margin = 0.02;  // seconds
    float peak = 0;
    for (const float s : sound.samples) peak = std::max(peak, std::abs(s));
    const auto loud = [&](float s) { return std::abs(s) > quiet * peak; };
    const auto first = std::find_if(sound.samples.begin(), sound.samples.end(), loud);
    const auto last = std::find_if(sound.samples.rbegin(), sound.samples.rend(), loud).base();
    if (first >= last) return;
    const auto around = std::ptrdiff_t(margin * sound.rate);
    const auto from = std::max(sound.samples.begin(), first - std::min(around, first - sound.samples.begin()));
    const auto to = last + std::min(around, sound.samples.end() - last);
    sound.samples = std::vector<float>(from, to);
}

struct Speaker {
    std::string name, voice;
    int pitch = 50, range = 50, speed = 160;
};

Speaker speakerOf(int number, Random& random)
{
    const Accent& accent = accents[std::size_t(number) % accents.size()];
    const char* variant = variants[std::size_t(number) / accents.size() % variants.size()];
    char name[64];
    std::snprintf(name, sizeof name, "%s-%s-%03d", accent.name, variant, number);
    Speaker speaker{name, std::string(accent.voice) + "+" + variant};
    speaker.pitch = int(25 + drawBelow(random, 51));
    speaker.range = int(25 + drawBelow(random, 51));
    speaker.speed = int(125 + drawBelow(random, 76));
    return speaker;
}

}  // namespace

Result<void> speakDigits(int speakers, int takes, std::uint64_t seed, const std::function<Result<void>(const SpokenDigit&)>& heard,
                         const Progress& progress, const std::stop_token& stop)
{
    constexpr std::array<const char*, 3> emphases{"none", "moderate", "strong"};
    Espeak& espeak = Espeak::instance();
    const std::scoped_lock alone(espeak.mutex());
    std::srand(1);  // breath and creak of some voices
    const Error missing{
        Errc::Unavailable,
        {SONOGLYPH_TEXT("core", "Digits cannot be spoken: the voices of espeak-ng are not installed. Install espeak-ng-data."), {}}};
    if (espeak.rate() <= 0) return missing;
    Random random = seededRandom(seed, speakerStream);
    for (int number = 0; number < speakers; ++number) {
        const Speaker speaker = speakerOf(number, random);
        if (!espeak.use(speaker.voice)) return missing;
        espeak_SetParameter(espeakPITCH, speaker.pitch, 0);
        espeak_SetParameter(espeakRANGE, speaker.range, 0);
        for (int digit = 0; digit < 10; ++digit) {
            for (int take = 0; take < takes; ++take) {
                if (stop.stop_requested()) return cancelled();
                espeak_SetParameter(espeakRATE, speaker.speed + int(drawBelow(random, 31)) - 15, 0);
                const std::string word(digitWord(digit));
                SpokenDigit spoken{digit, speaker.name, take, {}};
                spoken.sound =
                    espeak.say("<speak><emphasis level=\"" + std::string(emphases[std::size_t(drawBelow(random, emphases.size()))]) +
                               "\">" + word + "</emphasis></speak>");
                trim(spoken.sound);
                if (auto taken = heard(spoken); !taken) return taken;
            }
        }
        if (progress) progress({SONOGLYPH_TEXT("core", "Speaking synthetic digits"), {}}, double(number + 1) / speakers);
    }
    return {};
}

}  // namespace sonoglyph
