// Writes checkpoints while the training goes on: the state is copied between two steps (some tens of milliseconds), the file is written and
// synced on a thread of the writer's own (a second for the 250 MB of AIVAE, minutes on a bad disk).
//
// The copies stand from the beginning on, so that a checkpoint takes no new memory: one that is being written, and a second one, made when
// it is needed first, for a checkpoint that is due while the disk is slower than the training. Of several that wait only the newest is
// written.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "core/base/byte_image.h"
#include "core/train/checkpoint.h"

namespace sonoglyph {

/// Held-out images and what the network drew for them.
struct EpochPreview {
    int epoch = 0;  ///< the one that it was drawn in, which may not be over
    ByteImage image;
};

/// What goes to the disk beside the tensors.
struct CheckpointOrder {
    std::filesystem::path file;
    TrainPosition position;
    std::optional<EpochPreview> preview;  ///< with the checkpoint of an evaluation
    TensorDict reference;                 ///< the training recordings as the model hears them, empty where it cannot tell
};

/// For the one thread that trains; the function that writes is called on the writer's thread, one call at a time.
class CheckpointWriter {
public:
    using Write = std::function<Result<void>(const CheckpointOrder&, const TensorDict&)>;
    struct Outcome {
        TrainPosition position;
        Result<void> result;
    };

    /// Makes a standing copy of `like`, which has the names, types and shapes of every later state.
    CheckpointWriter(const TensorDict& like, Write write);
    /// Writes what it was given first.
    ~CheckpointWriter();
    CheckpointWriter(const CheckpointWriter&) = delete;
    CheckpointWriter& operator=(const CheckpointWriter&) = delete;

    /// Copies `state`, with LibTorch's threads, and comes back. Takes the place of a checkpoint that still waits.
    void submit(CheckpointOrder order, const TensorDict& state);
    /// Whether something is being written or waits.
    bool busy() const;
    /// Comes back when nothing is.
    void wait();
    /// What was written, or could not be, since the last call, in order.
    std::vector<Outcome> takeOutcomes();

private:
    struct Job {
        CheckpointOrder order;
        TensorDict copy;
    };

    TensorDict freeCopy(const TensorDict& like);
    void serve(const std::stop_token& stop);

    Write write_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::vector<TensorDict> free_;
    std::optional<Job> waiting_;
    bool writing_ = false;
    std::vector<Outcome> outcomes_;
    std::jthread thread_;  ///< last: ends before anything it uses
};

}  // namespace sonoglyph
