#include "core/session/decoder_service.h"

#include <condition_variable>
#include <deque>
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
        : listener_(listener), open_(std::move(open)), loader_([this](const std::stop_token& stop) { loadModels(stop); }),
          thread_([this](const std::stop_token& stop) { serve(stop); })
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

    std::uint64_t drawPosterior(PosteriorRequest request) override
    {
        return put([&] { posterior_ = {++count_, std::move(request)}; });
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
        wake_.notify_all();
        return number;
    }

    /// On a thread of its own: the model before answers meanwhile.
    void loadModels(const std::stop_token& stop)
    {
        std::unique_lock lock(mutex_);
        while (wake_.wait(lock, stop, [this] { return load_.has_value(); }) && !stop.stop_requested()) {
            const auto model = *std::exchange(load_, std::nullopt);
            lock.unlock();
            auto opened = open_(model);
            lock.lock();
            loaded_.push_back(std::move(opened));
            wake_.notify_all();
        }
    }

    void serve(const std::stop_token& stop)
    {
        std::unique_lock lock(mutex_);
        for (;;) {
            // Before a model is there, requests wait for it.
            wake_.wait(lock, stop, [this] { return !loaded_.empty() || (decoder_ && (hear_ || draw_ || posterior_)); });
            if (stop.stop_requested()) return;
            if (!loaded_.empty()) {
                auto opened = std::move(loaded_.front());
                loaded_.pop_front();
                lock.unlock();
                use(std::move(opened));
            } else if (hear_) {
                const auto asked = *std::exchange(hear_, std::nullopt);
                lock.unlock();
                answer(asked.number, decoder_->hear(asked.what));
            } else if (draw_) {
                const auto asked = *std::exchange(draw_, std::nullopt);
                lock.unlock();
                answer(asked.number, decoder_->draw(asked.what));
            } else {
                const auto asked = *std::exchange(posterior_, std::nullopt);
                lock.unlock();
                auto picture = decoder_->drawPosterior(asked.what);
                if (picture) picture->request = asked.number;
                listener_.onPosterior(picture);
            }
            lock.lock();
        }
    }

    void use(Result<std::unique_ptr<Decoder>> opened)
    {
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
    std::deque<Result<std::unique_ptr<Decoder>>> loaded_;  ///< still to be used
    std::optional<Request<Spectrogram>> hear_;
    std::optional<Request<std::vector<float>>> draw_;
    std::optional<Request<PosteriorRequest>> posterior_;
    std::uint64_t count_ = 0;
    std::jthread loader_, thread_;  ///< last: end before anything they use
};

}  // namespace

std::unique_ptr<DecoderService> makeDecoderService(DecoderListener& listener, OpenDecoder open)
{
    return std::make_unique<Service>(listener, std::move(open));
}

}  // namespace sonoglyph
