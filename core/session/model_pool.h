// Words through many models: each model is loaded once, kept while there is room, and gets the input that it was trained on. Needs no
// LibTorch.
//
// A thread of its own answers, model by model; newest wins: a later draw() ends the one before after the image that it is at. All
// ModelPoolListener functions are called on that thread, one at a time; they must be cheap and must not throw. The listener must outlive
// the pool.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/audio/sound.h"
#include "core/session/decoder.h"

namespace sonoglyph {

/// What is drawn: a sound, or a recording that models know without it (ModelInfo::examples). Where there is a sound it is heard.
struct PoolWord {
    std::optional<Sound> sound;  ///< its used part
    std::string recording;       ///< of an example
};

/// A model of the pool, and what it is asked for.
struct PoolTask {
    std::string model;               ///< as DecoderService::load()
    std::uint64_t version = 0;       ///< another one than before: to be read again (a run that trains)
    std::vector<std::size_t> words;  ///< places in PoolRequest::words
};

struct PoolRequest {
    std::vector<PoolWord> words;
    std::vector<PoolTask> tasks;  ///< are worked through in this order
    /// Beside the image of the mean of z, images of so many samples of it, whose noise comes from `seed` alone: the same for every model.
    int samples = 0;
    std::uint64_t seed = 1;
};

struct PooledDrawing {
    Drawing mean;                  ///< of a model that was trained; with the code of the word
    std::vector<Drawing> samples;  ///< as many as asked for
};

class ModelPoolListener {
public:
    virtual ~ModelPoolListener() = default;
    /// What `model` drew of word `word` for draw() number `request`. Errors: those of opening the model, once for each of its words;
    /// NotFound (the model does not know the recording, and there is no sound).
    virtual void onPooled(std::uint64_t request, const std::string& model, std::size_t word, const Result<PooledDrawing>& drawing) = 0;
};

class ModelPool {
public:
    using Open = std::function<Result<std::unique_ptr<Decoder>>(const std::string& model)>;

    /// Models of more than `memory` bytes of weights together are not kept: those that do not fit beside the first ones are read anew for
    /// every request.
    ModelPool(ModelPoolListener& listener, Open open, std::size_t memory);

    /// Models that have no task are forgotten. The number goes to onPooled().
    std::uint64_t draw(PoolRequest request);

private:
    struct Kept {
        std::uint64_t version = 0;
        std::unique_ptr<Decoder> decoder;
    };
    using Inputs = std::vector<std::pair<SpectrogramParams, Spectrogram>>;  ///< of one word; models of one kind hear the same

    void serve(const std::stop_token& stop);
    void answer(std::uint64_t number, const PoolRequest& request, const std::stop_token& stop);
    bool outdated(const std::stop_token& stop);
    Result<Decoder*> decoderOf(const PoolTask& task);
    static Result<PooledDrawing> drawWord(Decoder& decoder, const PoolRequest& request, const PoolWord& word, Inputs& inputs);

    ModelPoolListener& listener_;
    Open open_;
    std::size_t memory_;
    std::map<std::string, Kept> kept_;  ///< the thread's own
    std::unique_ptr<Decoder> passing_;  ///< one for which there is no room
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<PoolRequest> next_;
    std::uint64_t count_ = 0;
    std::jthread thread_;  ///< last: ends before anything it uses
};

}  // namespace sonoglyph
