#include "ui/widgets/figure_work.h"

#include <QCoreApplication>

namespace sonoglyph {

namespace {

std::unique_ptr<QThreadPool> threads;

}  // namespace

QThreadPool& figureThreads()
{
    if (!threads) {
        threads = std::make_unique<QThreadPool>();
        threads->setMaxThreadCount(2);             // a preview need not wait for a file
        qAddPostRoutine([] { threads.reset(); });  // while there still are fonts; waits
    }
    return *threads;
}

}  // namespace sonoglyph
