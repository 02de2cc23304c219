// The threads on which figures are drawn, encoded and written: a wall takes tens of milliseconds, fifty full curves more than half a
// second. GUI thread only.
#pragma once

#include <memory>
#include <utility>

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

namespace sonoglyph {

/// What has been asked for is finished before the application ends.
QThreadPool& figureThreads();

/// Does `work` on one of these threads; what it gives is taken by QFuture::then(), with an object of the GUI thread as its context.
template <typename Work>
auto behindTheWindow(Work work) -> QFuture<decltype(work())>
{
    const auto promise = std::make_shared<QPromise<decltype(work())>>();
    promise->start();
    figureThreads().start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

}  // namespace sonoglyph
