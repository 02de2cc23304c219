#include "core/session/decoder_service.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace sonoglyph {

namespace {

constexpr int hiddenAtOnce = 16;  // some 10 ms, for which hear() and draw() wait

template <class T>
struct Request {
    std::uint64_t number = 0;
    T what;
};

/// A film that is being drawn.
struct Shooting {
    std::vector<std::vector<float>> codes;
    Film film;  ///< so far
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

    std::uint64_t drawFilm(FilmRequest request) override
    {
        return put([&] {
            const int lane = request.lane;
            films_[lane] = {++count_, std::move(request.codes)};
        });
    }

    std::uint64_t occlude(OcclusionRequest request) override
    {
        return put([&] {
            occlusion_ = {++count_, std::move(request)};
            drawn_ = 0;
            wantedOcclusion_ = count_;
        });
    }

    void stopOccluding() override
    {
        put([&] {
            occlusion_.reset();
            wantedOcclusion_ = 0;
        });
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
            wake_.wait(lock, stop, [this] { return !loaded_.empty() || (decoder_ && asked()); });
            if (stop.stop_requested()) return;
            if (!loaded_.empty()) {
                auto opened = std::move(loaded_.front());
                loaded_.pop_front();
                if (opened && decoder_) {
                    occlusion_.reset();
                    wantedOcclusion_ = 0;
                    films_.clear();
                    film_.reset();
                }
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
            } else if (posterior_) {
                const auto asked = *std::exchange(posterior_, std::nullopt);
                lock.unlock();
                auto picture = decoder_->drawPosterior(asked.what);
                if (picture) picture->request = asked.number;
                listener_.onPosterior(picture);
            } else if (film_ || !films_.empty()) {
                filmOn(lock);
            } else {
                occludeOn(lock);
            }
            lock.lock();
        }
    }

    bool asked() const { return hear_ || draw_ || posterior_ || film_ || !films_.empty() || occlusion_; }

    /// Draws the next frame of the film that was asked for first: one at a time, since a second one in the same batch would take as long
    /// as the first, and a person who drags waits for it. Returns with `lock` unlocked.
    void filmOn(std::unique_lock<std::mutex>& lock)
    {
        if (!film_) {
            const auto first = std::min_element(films_.begin(), films_.end(),
                                                [](const auto& a, const auto& b) { return a.second.number < b.second.number; });
            film_ = Shooting{std::move(first->second.what), {first->second.number, first->first, {}, 0}};
            films_.erase(first);
        }
        lock.unlock();
        auto& [codes, film] = *film_;
        std::optional<Error> trouble;
        if (film.frames.size() < codes.size()) {
            auto drawing = decoder_->draw(codes[film.frames.size()]);
            if (!drawing) {
                trouble = drawing.error();
            } else {
                film.milliseconds += drawing->milliseconds;
                film.frames.push_back(std::move(*drawing));
            }
        }
        if (!trouble && film.frames.size() < codes.size()) return;
        const Result<Film> answer = trouble ? Result<Film>(*trouble) : Result<Film>(std::move(film));
        film_.reset();
        listener_.onFilm(answer);
    }

    /// Draws the next images of the occlusion that is wanted; the rest waits until nothing else does. Returns with `lock` unlocked.
    void occludeOn(std::unique_lock<std::mutex>& lock)
    {
        auto asked = *std::exchange(occlusion_, std::nullopt);
        const int first = drawn_;
        lock.unlock();
        auto part = decoder_->drawHidden(asked.what, first, hiddenAtOnce);
        if (part) part->request = asked.number;
        lock.lock();
        const bool wanted = wantedOcclusion_ == asked.number;
        if (wanted && part && !part->last()) {
            drawn_ = first + int(part->images.size());
            occlusion_ = std::move(asked);
        }
        lock.unlock();
        if (wanted) listener_.onOcclusion(part);
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
    std::map<int, Request<std::vector<std::vector<float>>>> films_;  ///< by their lanes, not begun
    std::optional<Shooting> film_;                                   ///< begun; the service thread's own
    std::optional<Request<OcclusionRequest>> occlusion_;
    int drawn_ = 0;                      ///< images of it
    std::uint64_t wantedOcclusion_ = 0;  ///< also while a part of it is being drawn; 0: none
    std::uint64_t count_ = 0;
    std::jthread loader_, thread_;  ///< last: end before anything they use
};

}  // namespace

std::unique_ptr<DecoderService> makeDecoderService(DecoderListener& listener, OpenDecoder open)
{
    return std::make_unique<Service>(listener, std::move(open));
}

}  // namespace sonoglyph
