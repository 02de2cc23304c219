#include "ui/widgets/banner_queue.h"

#include <algorithm>

namespace sonoglyph {

BannerQueue::BannerQueue(Banner& banner, QObject* parent) : QObject(parent), banner_(banner)
{
    connect(&banner, &Banner::actionTriggered, this, [this] {
        if (!messages_.empty()) Q_EMIT actionTriggered(messages_.front().topic);
    });
    connect(&banner, &Banner::closed, this, [this] {
        if (!messages_.empty()) over(messages_.front().topic);
    });
}

void BannerQueue::tell(const Message& message)
{
    std::erase_if(messages_, [&](const Message& known) { return known.topic == message.topic; });
    const auto place = std::find_if(messages_.begin(), messages_.end(), [&](const Message& m) { return m.severity <= message.severity; });
    messages_.insert(place, message);
    show();
}

void BannerQueue::over(int topic)
{
    if (std::erase_if(messages_, [topic](const Message& message) { return message.topic == topic; }) > 0) show();
}

void BannerQueue::show()
{
    if (messages_.empty()) {
        shown_ = {};
        return banner_.hide();
    }
    banner_.setWaiting(int(messages_.size()) - 1);
    const Message& first = messages_.front();
    // Told once more, it does not fold its details in.
    if (first == shown_ && banner_.isVisibleTo(banner_.parentWidget())) return;
    shown_ = first;
    banner_.showMessage(first.severity, first.text, first.details, first.action);
}

}  // namespace sonoglyph
