// The way from a worker thread to the GUI thread: items are all kept, of the latest value only the newest survives, nobody waits.
//
// Any thread may call any function. The worker adds, the GUI drains on a timer.
#pragma once

#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace sonoglyph {

template <class Item, class Latest>
class Mailbox {
public:
    void add(Item item)
    {
        std::lock_guard lock(mutex_);
        items_.push_back(std::move(item));
    }

    void set(Latest value)
    {
        std::lock_guard lock(mutex_);
        latest_ = std::move(value);
    }

    std::pair<std::vector<Item>, std::optional<Latest>> drain()
    {
        std::lock_guard lock(mutex_);
        return {std::exchange(items_, {}), std::exchange(latest_, std::nullopt)};
    }

private:
    std::mutex mutex_;
    std::vector<Item> items_;
    std::optional<Latest> latest_;
};

}  // namespace sonoglyph
