#include <atomic>
#include <latch>
#include <thread>

#include <QSignalSpy>
#include <QTest>

#include "core/session/engine.h"
#include "ui/logic/engine_loader.h"

using namespace sonoglyph;

namespace {

/// The loader hands the engine on and never looks into it.
Engine* someEngine()
{
    static int anything;
    return reinterpret_cast<Engine*>(&anything);
}

}  // namespace

class tst_EngineLoader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void loadsOffTheGuiThread();
    void saysWhyItFailedAndTriesAgain();
    void endsWhileLoading();
};

void tst_EngineLoader::loadsOffTheGuiThread()
{
    std::latch go(1);
    std::atomic<std::thread::id> thread;
    EngineLoader loader([&]() -> Result<Engine*> {
        go.wait();
        thread = std::this_thread::get_id();
        return someEngine();
    });
    QSignalSpy ready(&loader, &EngineLoader::ready), failed(&loader, &EngineLoader::failed);
    QCOMPARE(loader.state(), EngineLoader::State::Idle);
    loader.start();
    loader.start();
    QCOMPARE(loader.state(), EngineLoader::State::Loading);
    QCOMPARE(loader.engine(), nullptr);
    go.count_down();
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(loader.engine(), someEngine());
    QCOMPARE(loader.state(), EngineLoader::State::Ready);
    QVERIFY(thread.load() != std::this_thread::get_id());
    loader.start();
    QCOMPARE(loader.state(), EngineLoader::State::Ready);
    QCOMPARE(failed.size(), 0);
}

void tst_EngineLoader::saysWhyItFailedAndTriesAgain()
{
    std::atomic<int> calls = 0;
    EngineLoader loader([&]() -> Result<Engine*> {
        if (++calls == 1) return Error{Errc::Unavailable, {"No %1.", {"library"}}, "dlopen"};
        return someEngine();
    });
    QSignalSpy ready(&loader, &EngineLoader::ready), failed(&loader, &EngineLoader::failed);
    loader.start();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.at(0).at(0).toString(), QStringLiteral("No library."));
    QCOMPARE(failed.at(0).at(1).toString(), QStringLiteral("dlopen"));
    QCOMPARE(loader.failure(), QStringLiteral("No library."));
    QCOMPARE(loader.engine(), nullptr);
    loader.start();
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(loader.failure().isEmpty());
}

void tst_EngineLoader::endsWhileLoading()
{
    std::atomic<bool> loaded = false;
    {
        EngineLoader loader([&]() -> Result<Engine*> {
            std::this_thread::yield();
            loaded = true;
            return someEngine();
        });
        loader.start();
    }
    QVERIFY(loaded);
}

QTEST_GUILESS_MAIN(tst_EngineLoader)
#include "tst_engine_loader.moc"
