// Several messages for one banner: the gravest is in view, of equally grave ones the newest; closing it, or its end, brings the next one.
// GUI thread only.
#pragma once

#include <QObject>

#include <vector>

#include "ui/widgets/banner.h"

namespace sonoglyph {

class BannerQueue : public QObject {
    Q_OBJECT
public:
    /// A topic has one message at a time; `topic` is the caller's own number for it.
    struct Message {
        int topic = 0;
        Banner::Severity severity = Banner::Info;
        QString text;
        QString details = {}, action = {};  ///< may be empty

        bool operator==(const Message&) const = default;
    };

    /// The banner must outlive the queue, and nobody else may use it.
    explicit BannerQueue(Banner& banner, QObject* parent = nullptr);

    /// Takes the place of what was told of the same topic.
    void tell(const Message& message);
    /// What was told of this topic is of no interest any more.
    void over(int topic);

Q_SIGNALS:
    void actionTriggered(int topic);

private:
    void show();

    Banner& banner_;
    std::vector<Message> messages_;  ///< the one in view first
    Message shown_;
};

}  // namespace sonoglyph
