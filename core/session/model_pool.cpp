#include "core/session/model_pool.h"

#include <algorithm>

namespace sonoglyph {

namespace {

std::size_t bytesOf(const Decoder& decoder) { return std::size_t(decoder.info().parameters) * sizeof(float); }

/// The image of the mean, with the code.
Result<Drawing> drawMean(Decoder& decoder, const PoolWord& word, std::vector<std::pair<SpectrogramParams, Spectrogram>>& inputs)
{
    const ModelInfo& info = decoder.info();
    if (word.sound) {
        auto input = std::find_if(inputs.begin(), inputs.end(), [&](const auto& known) { return known.first == info.spectrogram; });
        if (input == inputs.end()) input = inputs.insert(input, {info.spectrogram, networkInput(*word.sound, info.spectrogram)});
        return decoder.hear(input->second);
    }
    const auto example =
        std::find_if(info.examples.begin(), info.examples.end(), [&](const ExampleCode& e) { return e.recording == word.recording; });
    if (example == info.examples.end())
        return Error{Errc::NotFound,
                     {SONOGLYPH_TEXT("core", "The model %1 does not know the recording %2, and its sound is not at hand."),
                      {info.name, word.recording}}};
    auto drawing = decoder.draw(example->code.mean);
    if (drawing) drawing->code = example->code;
    return drawing;
}

}  // namespace

ModelPool::ModelPool(ModelPoolListener& listener, Open open, std::size_t memory)
    : listener_(listener), open_(std::move(open)), memory_(memory), thread_([this](const std::stop_token& stop) { serve(stop); })
{
}

std::uint64_t ModelPool::draw(PoolRequest request)
{
    std::uint64_t number = 0;
    {
        std::lock_guard lock(mutex_);
        number = ++count_;
        next_ = std::move(request);
    }
    wake_.notify_all();
    return number;
}

void ModelPool::serve(const std::stop_token& stop)
{
    std::unique_lock lock(mutex_);
    while (wake_.wait(lock, stop, [this] { return next_.has_value(); })) {
        const PoolRequest request = *std::exchange(next_, std::nullopt);
        const std::uint64_t number = count_;
        lock.unlock();
        answer(number, request, stop);
        lock.lock();
    }
}

bool ModelPool::outdated(const std::stop_token& stop)
{
    std::lock_guard lock(mutex_);
    return stop.stop_requested() || next_;
}

void ModelPool::answer(std::uint64_t number, const PoolRequest& request, const std::stop_token& stop)
{
    std::erase_if(kept_, [&](const auto& entry) {
        return std::none_of(request.tasks.begin(), request.tasks.end(), [&](const PoolTask& t) { return t.model == entry.first; });
    });
    std::vector<Inputs> inputs(request.words.size());
    for (const PoolTask& task : request.tasks) {
        if (outdated(stop)) return;
        const auto decoder = decoderOf(task);
        for (const std::size_t word : task.words) {
            if (outdated(stop)) return;
            listener_.onPooled(number, task.model, word,
                               decoder ? drawWord(**decoder, request, request.words[word], inputs[word]) : decoder.error());
        }
    }
}

Result<PooledDrawing> ModelPool::drawWord(Decoder& decoder, const PoolRequest& request, const PoolWord& word, Inputs& inputs)
{
    auto mean = drawMean(decoder, word, inputs);
    if (!mean) return mean.error();
    PooledDrawing drawing{std::move(*mean), {}};
    if (request.samples == 0) return drawing;
    // Two are the least that a posterior's picture is made of.
    auto picture = decoder.drawPosterior({drawing.mean.code, 1, request.seed, std::max(2, request.samples), request.samples});
    if (!picture) return picture.error();
    drawing.samples = std::move(picture->draws);
    return drawing;
}

Result<Decoder*> ModelPool::decoderOf(const PoolTask& task)
{
    const auto known = kept_.find(task.model);
    if (known != kept_.end() && known->second.version == task.version) return known->second.decoder.get();
    passing_.reset();
    if (known != kept_.end()) kept_.erase(known);
    auto opened = open_(task.model);
    if (!opened) return opened.error();
    std::size_t used = bytesOf(**opened);
    for (const auto& [name, kept] : kept_) used += bytesOf(*kept.decoder);
    if (used > memory_) {
        passing_ = std::move(*opened);
        return passing_.get();
    }
    return (kept_[task.model] = {task.version, std::move(*opened)}).decoder.get();
}

}  // namespace sonoglyph
