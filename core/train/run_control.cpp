#include "core/train/run_control.h"

namespace sonoglyph {

template <class Change>
void RunControl::set(Change change)
{
    {
        std::lock_guard lock(mutex_);
        change();
    }
    changed_.notify_all();
}

void RunControl::pause()
{
    set([&] { mode_ = Mode::Held; });
}

void RunControl::resume()
{
    set([&] { mode_ = Mode::Free; });
}

void RunControl::step(Networks networks)
{
    set([&] {
        if (mode_ != Mode::Steps) steps_.clear();
        mode_ = Mode::Steps;
        steps_.push_back(networks);
    });
}

void RunControl::epoch()
{
    set([&] { mode_ = Mode::UntilEpochEnds; });
}

void RunControl::change(RunChange::Field field, double value)
{
    set([&] { wishes_.changes.push_back({field, value}); });
}

void RunControl::snapshot()
{
    set([&] { wishes_.snapshot = true; });
}

RunWishes RunControl::takeWishes()
{
    std::lock_guard lock(mutex_);
    return std::exchange(wishes_, {});
}

bool RunControl::held() const
{
    std::lock_guard lock(mutex_);
    return isHeld();
}

bool RunControl::stepping() const
{
    std::lock_guard lock(mutex_);
    return mode_ == Mode::Steps;
}

void RunControl::wait(const std::stop_token& stop)
{
    std::unique_lock lock(mutex_);
    changed_.wait(lock, stop, [this] { return !isHeld() || wishes_.snapshot || !wishes_.changes.empty(); });
}

std::optional<Networks> RunControl::beginStep()
{
    std::lock_guard lock(mutex_);
    if (isHeld()) return std::nullopt;
    if (mode_ != Mode::Steps) return Networks::Both;
    const Networks networks = steps_.front();
    steps_.pop_front();
    return networks;
}

void RunControl::epochEnded()
{
    std::lock_guard lock(mutex_);
    if (mode_ == Mode::UntilEpochEnds) mode_ = Mode::Held;
}

}  // namespace sonoglyph
