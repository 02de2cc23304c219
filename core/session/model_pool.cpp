#include "core/session/model_pool.h"

#include <algorithm>

namespace sonoglyph {

namespace {

std::size_t bytesOf(const Decoder& decoder) { return std::size_t(decoder.info().parameters) * sizeof(float); }

}  // namespace

ModelPool::ModelPool(ModelPoolListener& listener, Open open, std::size_t memory)
    : listener_(listener), open_(std::move(open)), memory_(memory), thread_([this](const std::stop_token& stop) { serve(stop); })
{
}

std::uint64_t ModelPool::hear(std::vector<PooledModel> models, Sound word)
{
    std::uint64_t number = 0;
    {
        std::lock_guard lock(mutex_);
        number = ++count_;
        next_ = Request{number, std::move(models), std::move(word)};
    }
    wake_.notify_all();
    return number;
}

void ModelPool::serve(const std::stop_token& stop)
{
    std::unique_lock lock(mutex_);
    while (wake_.wait(lock, stop, [this] { return next_.has_value(); })) {
        const Request request = *std::exchange(next_, std::nullopt);
        lock.unlock();
        answer(request, stop);
        lock.lock();
    }
}

void ModelPool::answer(const Request& request, const std::stop_token& stop)
{
    std::erase_if(kept_, [&](const auto& entry) {
        return std::none_of(request.models.begin(), request.models.end(), [&](const PooledModel& m) { return m.model == entry.first; });
    });
    // Models of one kind hear the same input.
    std::vector<std::pair<SpectrogramParams, Spectrogram>> inputs;
    for (const PooledModel& model : request.models) {
        {
            std::lock_guard lock(mutex_);
            if (stop.stop_requested() || next_) return;
        }
        const auto decoder = decoderOf(model);
        if (!decoder) {
            listener_.onPooled(request.number, model.model, decoder.error());
            continue;
        }
        const SpectrogramParams& params = (*decoder)->info().spectrogram;
        auto input = std::find_if(inputs.begin(), inputs.end(), [&](const auto& known) { return known.first == params; });
        if (input == inputs.end()) input = inputs.insert(input, {params, networkInput(request.word, params)});
        listener_.onPooled(request.number, model.model, (*decoder)->hear(input->second));
    }
}

Result<Decoder*> ModelPool::decoderOf(const PooledModel& model)
{
    const auto known = kept_.find(model.model);
    if (known != kept_.end() && known->second.version == model.version) return known->second.decoder.get();
    passing_.reset();
    if (known != kept_.end()) kept_.erase(known);
    auto opened = open_(model.model);
    if (!opened) return opened.error();
    std::size_t used = bytesOf(**opened);
    for (const auto& [name, kept] : kept_) used += bytesOf(*kept.decoder);
    if (used > memory_) {
        passing_ = std::move(*opened);
        return passing_.get();
    }
    return (kept_[model.model] = {model.version, std::move(*opened)}).decoder.get();
}

}  // namespace sonoglyph
