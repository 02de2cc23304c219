#include "core/audio/resample.h"

#include <array>
#include <cmath>
#include <stdexcept>

#include <samplerate.h>

namespace sonoglyph {

namespace {

constexpr int converter = SRC_SINC_MEDIUM_QUALITY;

struct FreeConverter {
    void operator()(SRC_STATE* state) const { src_delete(state); }
};
using Converter = std::unique_ptr<SRC_STATE, FreeConverter>;

Converter checked(SRC_STATE* state, int error)
{
    if (!state) throw std::runtime_error(src_strerror(error));
    return Converter(state);
}

/// Appends all that `state` can compute from `samples`.
void convert(SRC_STATE* state, double ratio, std::span<const float> samples, bool last, std::vector<float>& out)
{
    static constexpr float nothing = 0;  // libsamplerate does not end a stream whose data pointer is null
    std::array<float, 4096> block;
    for (;;) {
        SRC_DATA data{};
        data.data_in = samples.empty() ? &nothing : samples.data();
        data.input_frames = long(samples.size());
        data.data_out = block.data();
        data.output_frames = long(block.size());
        data.end_of_input = last ? 1 : 0;
        data.src_ratio = ratio;
        if (const int error = src_process(state, &data); error != 0) throw std::runtime_error(src_strerror(error));
        out.insert(out.end(), block.begin(), block.begin() + data.output_frames_gen);
        samples = samples.subspan(std::size_t(data.input_frames_used));
        if (data.output_frames_gen == 0 && data.input_frames_used == 0) return;
    }
}

}  // namespace

struct StreamingResampler::State {
    int inputRate;
    int outputRate;
    Converter converter;     ///< null where the rate is already right
    std::int64_t taken = 0;  ///< samples pushed
    std::int64_t given = 0;  ///< samples appended

    double ratio() const { return double(outputRate) / inputRate; }

    /// Ends the stream of `source`: the rest of its samples, cut or filled with zeros to the promised length.
    void finish(SRC_STATE* source, std::span<const float> samples, std::vector<float>& out) const
    {
        const std::size_t before = out.size();
        convert(source, ratio(), samples, true, out);
        out.resize(before + std::size_t(std::llround(double(taken) * outputRate / inputRate) - given));
    }
};

StreamingResampler::StreamingResampler(int inputRate, int outputRate) : state_(new State{inputRate, outputRate, nullptr})
{
    if (inputRate == outputRate) return;
    if (inputRate <= 0 || outputRate <= 0 || !src_is_valid_ratio(state_->ratio()))
        throw std::invalid_argument("no resampling from " + std::to_string(inputRate) + " Hz to " + std::to_string(outputRate) + " Hz");
    int error = 0;
    state_->converter = checked(src_new(sonoglyph::converter, 1, &error), error);
}

StreamingResampler::~StreamingResampler() = default;
StreamingResampler::StreamingResampler(StreamingResampler&&) noexcept = default;
StreamingResampler& StreamingResampler::operator=(StreamingResampler&&) noexcept = default;

void StreamingResampler::push(std::span<const float> samples, std::vector<float>& out, bool last)
{
    const std::size_t before = out.size();
    state_->taken += std::int64_t(samples.size());
    if (!state_->converter) {
        out.insert(out.end(), samples.begin(), samples.end());
    } else if (last) {
        state_->finish(state_->converter.get(), samples, out);
    } else {
        convert(state_->converter.get(), state_->ratio(), samples, false, out);
    }
    state_->given += std::int64_t(out.size() - before);
}

std::vector<float> StreamingResampler::heldBack() const
{
    std::vector<float> out;
    if (!state_->converter) return out;
    int error = 0;
    const Converter copy = checked(src_clone(state_->converter.get(), &error), error);
    state_->finish(copy.get(), {}, out);
    return out;
}

void StreamingResampler::reset()
{
    if (state_->converter) src_reset(state_->converter.get());
    state_->taken = state_->given = 0;
}

Sound resampled(const Sound& sound, int rate)
{
    if (sound.rate == rate) return sound;
    Sound out{rate, {}};
    out.samples.reserve(std::size_t(double(sound.samples.size()) * rate / sound.rate) + 1);
    StreamingResampler(sound.rate, rate).push(sound.samples, out.samples, true);
    return out;
}

}  // namespace sonoglyph
