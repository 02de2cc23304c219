#include <atomic>
#include <latch>
#include <thread>

#include <QSignalSpy>
#include <QTest>

#include "core/session/engine.h"
#include "ui/logic/engine_loader.h"

using namespace sonoglyph;

namespace {

class FakeEngine : public Engine {
public:
    EngineInfo info() const override { return {}; }
    std::vector<BuiltinModel> builtinModels() const override { return {}; }
    std::unique_ptr<DecoderService> makeDecoder(DecoderListener&) override { return nullptr; }
    Result<std::unique_ptr<TrainingSession>> train(const RunConfig&, const std::filesystem::path&, TrainObserver&) override
    {
        return Error{Errc::Unavailable, {"none", {}}, {}};
    }
    Result<std::unique_ptr<TrainingSession>> resume(const std::filesystem::path&, TrainObserver&) override
    {
        return Error{Errc::Unavailable, {"none", {}}, {}};
    }
};

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
    FakeEngine engine;
    std::latch go(1);
    std::atomic<std::thread::id> thread;
    EngineLoader loader([&]() -> Result<Engine*> {
        go.wait();
        thread = std::this_thread::get_id();
        return &engine;
    });
    QSignalSpy ready(&loader, &EngineLoader::ready), failed(&loader, &EngineLoader::failed);
    QCOMPARE(loader.state(), EngineLoader::State::Idle);
    loader.start();
    loader.start();
    QCOMPARE(loader.state(), EngineLoader::State::Loading);
    QCOMPARE(loader.engine(), nullptr);
    go.count_down();
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(loader.engine(), &engine);
    QCOMPARE(loader.state(), EngineLoader::State::Ready);
    QVERIFY(thread.load() != std::this_thread::get_id());
    loader.start();
    QCOMPARE(loader.state(), EngineLoader::State::Ready);
    QCOMPARE(failed.size(), 0);
}

void tst_EngineLoader::saysWhyItFailedAndTriesAgain()
{
    FakeEngine engine;
    std::atomic<int> calls = 0;
    EngineLoader loader([&]() -> Result<Engine*> {
        if (++calls == 1) return Error{Errc::Unavailable, {"No %1.", {"library"}}, "dlopen"};
        return &engine;
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
    FakeEngine engine;
    std::atomic<bool> loaded = false;
    {
        EngineLoader loader([&]() -> Result<Engine*> {
            std::this_thread::yield();
            loaded = true;
            return &engine;
        });
        loader.start();
    }
    QVERIFY(loaded);
}

QTEST_GUILESS_MAIN(tst_EngineLoader)
#include "tst_engine_loader.moc"
