#include "core/train/checkpoint_writer.h"

#include <cstring>

#include <ATen/Parallel.h>
#include <torch/utils.h>

namespace sonoglyph {

namespace {

struct Piece {
    std::byte* to;
    const std::byte* from;
    std::size_t bytes;
};

/// One thread copies half as fast as two do.
void copyAll(TensorDict& to, const TensorDict& from)
{
    constexpr std::size_t most = 4 << 20;
    torch::NoGradGuard noGrad;
    std::vector<Piece> pieces;
    for (const auto& [name, source] : from) {
        torch::Tensor& target = to.at(name);
        if (!source.is_contiguous() || !source.device().is_cpu()) {
            target.copy_(source);
            continue;
        }
        auto* out = static_cast<std::byte*>(target.data_ptr());
        const auto* in = static_cast<const std::byte*>(source.data_ptr());
        for (std::size_t done = 0; done < source.nbytes(); done += most)
            pieces.push_back({out + done, in + done, std::min(most, source.nbytes() - done)});
    }
    at::parallel_for(0, std::int64_t(pieces.size()), 1, [&](std::int64_t begin, std::int64_t end) {
        for (auto i = std::size_t(begin); i < std::size_t(end); ++i) std::memcpy(pieces[i].to, pieces[i].from, pieces[i].bytes);
    });
}

}  // namespace

CheckpointWriter::CheckpointWriter(const TensorDict& like, Write write) : write_(std::move(write))
{
    auto copy = freeCopy(like);
    copyAll(copy, like);  // touches every page now instead of between two steps
    free_.push_back(std::move(copy));
    thread_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

CheckpointWriter::~CheckpointWriter() { wait(); }

TensorDict CheckpointWriter::freeCopy(const TensorDict& like)
{
    {
        std::lock_guard lock(mutex_);
        if (waiting_) {
            TensorDict copy = std::move(waiting_->copy);
            waiting_.reset();
            return copy;
        }
        if (!free_.empty()) {
            TensorDict copy = std::move(free_.back());
            free_.pop_back();
            return copy;
        }
    }
    TensorDict copy;
    for (const auto& [name, tensor] : like)
        copy[name] = torch::empty(tensor.sizes(), torch::TensorOptions(tensor.scalar_type()));  // on the CPU, contiguous
    return copy;
}

void CheckpointWriter::submit(CheckpointOrder order, const TensorDict& state)
{
    TensorDict copy = freeCopy(state);
    copyAll(copy, state);
    {
        std::lock_guard lock(mutex_);
        waiting_ = Job{std::move(order), std::move(copy)};
    }
    changed_.notify_all();
}

bool CheckpointWriter::busy() const
{
    std::lock_guard lock(mutex_);
    return waiting_ || writing_;
}

void CheckpointWriter::wait()
{
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !waiting_ && !writing_; });
}

std::vector<CheckpointWriter::Outcome> CheckpointWriter::takeOutcomes()
{
    std::lock_guard lock(mutex_);
    return std::exchange(outcomes_, {});
}

void CheckpointWriter::serve(const std::stop_token& stop)
{
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return waiting_.has_value(); })) {
        Job job = std::move(*waiting_);
        waiting_.reset();
        writing_ = true;
        lock.unlock();
        Result<void> result;
        try {
            result = write_(job.order, job.copy);
        } catch (const std::exception& e) {
            result = Error{Errc::Internal, {SONOGLYPH_TEXT("core", "%1 could not be written."), {job.order.file.string()}}, e.what()};
        }
        lock.lock();
        writing_ = false;
        free_.push_back(std::move(job.copy));
        outcomes_.push_back({job.order.position, std::move(result)});
        changed_.notify_all();
    }
}

}  // namespace sonoglyph
