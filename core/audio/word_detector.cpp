#include "core/audio/word_detector.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/audio/word_segments.h"

namespace sonoglyph {

namespace {

/// A level covers its own frame and the one before it, so a word begins and ends half a frame to a frame before its frames say.
WordBounds toSamples(const WordSegment& word, std::size_t offset, int frameSamples, int rate, double marginSeconds, std::size_t length)
{
    const auto margin = std::int64_t(std::llround(marginSeconds * rate));
    const std::int64_t begin = (std::int64_t(offset) + word.begin) * frameSamples - margin;
    const std::int64_t end = (std::int64_t(offset) + word.end - 1) * frameSamples + margin;
    return {std::size_t(std::max<std::int64_t>(0, begin)), std::min(length, std::size_t(end))};
}

/// A recording that was cut to its word before holds too little background to know it by: what seems to be background is the word's own
/// faint parts. `sounding` frames of it seem to be a word.
bool isTrimmed(const std::vector<FrameLevel>& levels, std::size_t sounding, const WordDetectorParams& params)
{
    constexpr std::size_t leastBackground = 20;
    if (levels.empty() || double(levels.size()) * FrameLevels::frameSeconds > params.longestSeconds || isSteady(levels)) return false;
    const auto [quiet, loud] = std::minmax_element(levels.begin(), levels.end(), [](auto& a, auto& b) { return a.voice < b.voice; });
    const bool isLoudEnough = loud->voice - quiet->voice >= float(params.thresholdDecibels);
    return sounding == 0 ? isLoudEnough : levels.size() - sounding < leastBackground;
}

}  // namespace

struct WordDetector::Impl {
    Impl(int soundRate, const WordDetectorParams& wordParams)
        : rate(soundRate), params(wordParams), frames(soundRate),
          kept(std::size_t((params.longestSeconds + params.hangOverSeconds + floorSeconds) / FrameLevels::frameSeconds))
    {
    }

    static constexpr double floorSeconds = 1.5;  ///< of background that are remembered before the longest word
    static constexpr std::size_t leastFrames = 10;
    static constexpr std::size_t steadyFrames = 100;
    static constexpr std::size_t backgroundFrames = 150;
    static constexpr std::size_t leastKnown = 30;  ///< the filter of the levels settles in the first
    static constexpr int leastSoundFrames = 2;     ///< a single one is chance

    void addFrame(FrameLevel level)
    {
        levels.push_back(level);
        if (levels.size() > kept) forget(1);
        if (levels.size() > backgroundFrames) background.clear();
        // A second without change is the background, whatever was before: a fan or a hum has begun.
        if (levels.size() > steadyFrames && isSteady(std::span(levels).last(steadyFrames))) {
            forget(levels.size() - steadyFrames);
            background.clear();
        }
        const std::size_t known = learnFloor();
        const bool isSound = (known >= leastKnown || assumed) && floor.excess(level) > floor.soundAbove;
        soundFrames = isSound ? soundFrames + 1 : 0;
        if (soundFrames >= leastSoundFrames)
            quietFrames = 0;
        else if (quietFrames)
            ++*quietFrames;
        word.reset();
        state = State::Waiting;
        if (known < leastFrames && !assumed) return;
        const auto words = findSegments(levels, floor, params);
        if (words.empty()) return;
        word = words.front();
        state = word->ended ? State::Ended : State::Speaking;
    }

    /// Gives the number of frames by which the floor is known.
    std::size_t learnFloor()
    {
        const std::size_t known = background.size() + levels.size();
        if (assumed && known < steadyFrames) {
            floor = *assumed;
        } else if (background.empty()) {
            floor = noiseFloor(levels, params);
        } else {
            std::vector<FrameLevel> all = background;
            all.insert(all.end(), levels.begin(), levels.end());
            floor = noiseFloor(all, params);
        }
        return known;
    }

    void next()
    {
        if (state != State::Ended) return;
        const auto begin = levels.begin() + std::max(0, word->begin - 1);
        background.insert(background.end(), levels.begin(), begin);
        if (background.size() > backgroundFrames) background.erase(background.begin(), background.end() - backgroundFrames);
        forget(std::size_t(word->end));
        word.reset();
        state = State::Waiting;
    }

    void forget(std::size_t frameCount)
    {
        levels.erase(levels.begin(), levels.begin() + std::ptrdiff_t(frameCount));
        offset += frameCount;
    }

    int rate;
    WordDetectorParams params;
    FrameLevels frames;
    std::size_t kept;                    ///< frames that are remembered
    std::vector<FrameLevel> levels;      ///< the last `kept`
    std::size_t offset = 0;              ///< frames before levels[0]
    std::size_t pushed = 0;              ///< samples
    std::vector<FrameLevel> background;  ///< before the last word, until enough was heard after it
    std::optional<NoiseFloor> assumed;
    NoiseFloor floor;
    int soundFrames = 0;                     ///< in a row, up to now
    std::optional<std::size_t> quietFrames;  ///< since the last sound
    State state = State::Waiting;
    std::optional<WordSegment> word;
};

WordDetector::WordDetector(int rate, const WordDetectorParams& params) : impl_(new Impl(rate, params)) {}
WordDetector::~WordDetector() = default;
WordDetector::WordDetector(WordDetector&&) noexcept = default;
WordDetector& WordDetector::operator=(WordDetector&&) noexcept = default;

WordDetector::State WordDetector::push(std::span<const float> samples)
{
    std::size_t used = 0;
    for (; !samples.empty() && impl_->state != State::Ended; samples = samples.subspan(used)) {
        FrameLevel level;
        const bool complete = impl_->frames.next(samples, used, level);
        impl_->pushed += used;
        if (complete) impl_->addFrame(level);
    }
    return impl_->state;
}

WordDetector::State WordDetector::state() const { return impl_->state; }

std::optional<WordBounds> WordDetector::word() const
{
    if (!impl_->word) return std::nullopt;
    return toSamples(*impl_->word, impl_->offset, impl_->frames.frameSamples(), impl_->rate, impl_->params.marginSeconds, impl_->pushed);
}

void WordDetector::next() { impl_->next(); }

std::size_t WordDetector::samplesHeard() const { return impl_->pushed; }

void WordDetector::assumeFloor(const NoiseFloor& floor) { impl_->assumed = floor; }

double WordDetector::quietSeconds() const
{
    return impl_->quietFrames ? double(*impl_->quietFrames) * FrameLevels::frameSeconds : std::numeric_limits<double>::infinity();
}

double WordDetector::floorDecibels() const { return double(impl_->floor.level.voice); }

double WordDetector::levelDecibels() const { return double(impl_->levels.empty() ? FrameLevel::quietest : impl_->levels.back().voice); }

void WordDetector::reset() { *impl_ = Impl(impl_->rate, impl_->params); }

std::optional<WordBounds> findWord(const Sound& sound, const WordDetectorParams& params)
{
    if (sound.rate <= 0) return std::nullopt;
    const std::vector<FrameLevel> levels = frameLevels(sound);
    const auto words = findSegments(levels, noiseFloor(levels, params), params);
    const auto loudest = std::max_element(words.begin(), words.end(), [](auto& a, auto& b) { return a.loudest < b.loudest; });
    const auto sounding = std::size_t(loudest == words.end() ? 0 : loudest->end - loudest->begin);
    if (isTrimmed(levels, sounding, params)) return WordBounds{0, sound.samples.size()};
    if (loudest == words.end()) return std::nullopt;
    return toSamples(*loudest, 0, FrameLevels(sound.rate).frameSamples(), sound.rate, params.marginSeconds, sound.samples.size());
}

Sound cut(const Sound& sound, const WordBounds& bounds)
{
    const std::size_t end = std::min(bounds.end, sound.samples.size());
    const std::size_t begin = std::min(bounds.begin, end);
    return {sound.rate, {sound.samples.begin() + std::ptrdiff_t(begin), sound.samples.begin() + std::ptrdiff_t(end)}};
}

}  // namespace sonoglyph
