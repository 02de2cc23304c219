#include "core/session/decoder_service.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace sonoglyph {

namespace {

template <class T>
struct Request {
    std::uint64_t number = 0;
    T what;
};

class Service : public DecoderService {
public:
    Service(DecoderListener& listener, OpenDecoder open)
        : listener_(listener), open_(std::move(open)), thread_([this](const std::stop_token& stop) { serve(stop); })
    {
    }

    void load(std::string model) override
    {
        put([&] { load_ = std::move(model); });
    }

    std::uint64_t hear(Spectrogram input) override
    {
        return put([&] { hear_ = {++count_, std::move(input)}; });
    }

    std::uint64_t draw(std::vector<float> z) override
    {
        return put([&] { draw_ = {++count_, std::move(z)}; });
    }

private:
    template <class Place>
    std::uint64_t put(Place place)
    {
        std::uint64_t number = 0;
        {
            std::lock_guard lock(mutex_);
            place();
            number = count_;
        }
        wake_.notify_one();
        return number;
    }

    void serve(const std::stop_token& stop)
    {
        std::unique_lock lock(mutex_);
        for (;;) {
            wake_.wait(lock, stop, [this] { return load_ || (decoder_ && (hear_ || draw_)); });
            if (stop.stop_requested()) return;
            const auto model = std::exchange(load_, std::nullopt);
            // Before a model is there, requests wait for it.
            const bool able = decoder_ && !model;
            const auto heard = able ? std::exchange(hear_, std::nullopt) : std::nullopt;
            const auto drawn = able && !heard ? std::exchange(draw_, std::nullopt) : std::nullopt;
            lock.unlock();
            if (model) open(*model);
            if (heard) answer(heard->number, decoder_->hear(heard->what));
            if (drawn) answer(drawn->number, decoder_->draw(drawn->what));
            lock.lock();
        }
    }

    void open(const std::string& model)
    {
        auto opened = open_(model);
        if (!opened) return listener_.onModel(opened.error());
        decoder_ = std::move(*opened);
        listener_.onModel(decoder_->info());
    }

    void answer(std::uint64_t number, Result<Drawing> drawing)
    {
        if (drawing) drawing->request = number;
        listener_.onDrawing(drawing);
    }

    DecoderListener& listener_;
    OpenDecoder open_;
    std::unique_ptr<Decoder> decoder_;  ///< the service thread's own
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<std::string> load_;
    std::optional<Request<Spectrogram>> hear_;
    std::optional<Request<std::vector<float>>> draw_;
    std::uint64_t count_ = 0;
    std::jthread thread_;  ///< last: ends before anything it uses
};

}  // namespace

std::unique_ptr<DecoderService> makeDecoderService(DecoderListener& listener, OpenDecoder open)
{
    return std::make_unique<Service>(listener, std::move(open));
}

}  // namespace sonoglyph
