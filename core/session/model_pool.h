// One word through many models: each is loaded once, kept while there is room, and gets the input that it was trained on. Needs no
// LibTorch.
//
// A thread of its own answers; newest wins: a later hear() ends the one before after the model that it is at. All ModelPoolListener
// functions are called on that thread, one at a time; they must be cheap and must not throw. The listener must outlive the pool.
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

/// A model of the pool.
struct PooledModel {
    std::string model;          ///< as DecoderService::load()
    std::uint64_t version = 0;  ///< another one than before: to be read again (a run that trains)
};

class ModelPoolListener {
public:
    virtual ~ModelPoolListener() = default;
    /// What `model` drew for hear() number `request`.
    virtual void onPooled(std::uint64_t request, const std::string& model, const Result<Drawing>& drawing) = 0;
};

class ModelPool {
public:
    using Open = std::function<Result<std::unique_ptr<Decoder>>(const std::string& model)>;

    /// Models of more than `memory` bytes of weights together are not kept: those that do not fit beside the first ones are read anew for
    /// every word.
    ModelPool(ModelPoolListener& listener, Open open, std::size_t memory);

    /// Draws `word`, the used part of a sound, with every one of `models` in this order. Models that are not among them are forgotten. The
    /// number goes to onPooled().
    std::uint64_t hear(std::vector<PooledModel> models, Sound word);

private:
    struct Request {
        std::uint64_t number = 0;
        std::vector<PooledModel> models;
        Sound word;
    };
    struct Kept {
        std::uint64_t version = 0;
        std::unique_ptr<Decoder> decoder;
    };

    void serve(const std::stop_token& stop);
    void answer(const Request& request, const std::stop_token& stop);
    Result<Decoder*> decoderOf(const PooledModel& model);

    ModelPoolListener& listener_;
    Open open_;
    std::size_t memory_;
    std::map<std::string, Kept> kept_;  ///< the thread's own
    std::unique_ptr<Decoder> passing_;  ///< one for which there is no room
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<Request> next_;
    std::uint64_t count_ = 0;
    std::jthread thread_;  ///< last: ends before anything it uses
};

}  // namespace sonoglyph
