#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>

#include "tests/ui/logic/fake_engine.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/settings.h"

using namespace sonoglyph;
using State = DecoderController::State;

namespace {

Spectrogram input(float value) { return {48, 48, std::vector<float>(48 * 48, value)}; }

}  // namespace

class tst_DecoderController : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void loadsTheBuiltinModel();
    void loadsWhatIsRemembered();
    void damagedModelIsReplacedByTheBuiltin();
    void damagedModelLaterKeepsTheOneBefore();
    void newestLoadWins();
    void nothingCanBeLoaded();
    void askedBeforeTheModel();
    void whoHearsOfTheModelMayAskAnew();
    void newestRequestIsAlwaysAnswered();
    void failureIsTold();
    void waitsForTheEngine();
    void engineThatCannotBeLoaded();

private:
    QTemporaryDir folder_;
    QString settingsFile() const { return folder_.filePath(QString::fromLatin1(QTest::currentTestFunction())); }
};

void tst_DecoderController::loadsTheBuiltinModel()
{
    FakeEngine engine;
    DecoderController controller(nullptr, nullptr);
    QCOMPARE(controller.state(), State::WaitingForEngine);
    QCOMPARE(controller.spectrogramParams().rate, 8000);
    controller.useEngine(engine);
    QCOMPARE(controller.state(), State::LoadingModel);
    QTRY_COMPARE(controller.state(), State::Ready);
    QCOMPARE(controller.model()->name, std::string("aivae-fsdd"));
    QCOMPARE(controller.builtinModels().size(), std::size_t(2));
}

void tst_DecoderController::loadsWhatIsRemembered()
{
    FakeEngine engine;
    Settings settings(settingsFile());
    settings.setModel(QStringLiteral("wide"));
    DecoderController controller(nullptr, &settings);
    controller.useEngine(engine);
    QTRY_COMPARE(controller.state(), State::Ready);
    QCOMPARE(controller.spectrogramParams().rate, 16000);
    controller.loadModel(QStringLiteral("aivae-fsdd"));
    QTRY_COMPARE(settings.model(), QStringLiteral("aivae-fsdd"));
}

void tst_DecoderController::damagedModelIsReplacedByTheBuiltin()
{
    FakeEngine engine;
    Settings settings(settingsFile());
    settings.setModel(QStringLiteral("broken.safetensors"));
    DecoderController controller(nullptr, &settings);
    QSignalSpy failed(&controller, &DecoderController::modelFailed);
    controller.useEngine(engine);
    QTRY_COMPARE(controller.state(), State::Ready);
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().startsWith(QStringLiteral("broken.safetensors is damaged.")));
    QCOMPARE(failed[0][1].toString(), QStringLiteral("checksum"));
    QCOMPARE(controller.model()->name, std::string("aivae-fsdd"));
    QCOMPARE(settings.model(), QStringLiteral("broken.safetensors"));
}

void tst_DecoderController::damagedModelLaterKeepsTheOneBefore()
{
    FakeEngine engine;
    Settings settings(settingsFile());
    DecoderController controller(nullptr, &settings);
    controller.useEngine(engine);
    QTRY_COMPARE(controller.state(), State::Ready);
    QSignalSpy failed(&controller, &DecoderController::modelFailed);
    QSignalSpy changed(&controller, &DecoderController::modelChanged);
    controller.loadModel(QStringLiteral("broken"));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("aivae-fsdd")));
    QCOMPARE(changed.size(), 0);
    QCOMPARE(controller.state(), State::Ready);
    QCOMPARE(settings.model(), QString());
}

void tst_DecoderController::newestLoadWins()
{
    FakeEngine engine;
    engine.holdAtStart = true;
    Settings settings(settingsFile());
    DecoderController controller(nullptr, &settings);
    controller.loadModel(QStringLiteral("before the engine"));
    controller.useEngine(engine);
    controller.loadModel(QStringLiteral("first"));
    controller.loadModel(QStringLiteral("second"));
    QSignalSpy changed(&controller, &DecoderController::modelChanged);
    engine.decoder->hold(false);
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(controller.model()->name, std::string("second"));
    QCOMPARE(settings.model(), QStringLiteral("second"));
}

void tst_DecoderController::nothingCanBeLoaded()
{
    struct NoModels : FakeEngine {
        std::vector<BuiltinModel> builtinModels() const override { return {{"broken builtin", ""}}; }
    } engine;
    DecoderController controller(nullptr, nullptr);
    controller.useEngine(engine);
    QTRY_COMPARE(controller.state(), State::NoModel);
    QSignalSpy heard(&controller, &DecoderController::heard);
    controller.hear(input(0.5f));
    controller.loadModel(QStringLiteral("from a file"));
    QTRY_COMPARE(heard.size(), 1);
    QCOMPARE(controller.state(), State::Ready);
}

void tst_DecoderController::askedBeforeTheModel()
{
    FakeEngine engine;
    DecoderController controller(nullptr, nullptr);
    QSignalSpy heard(&controller, &DecoderController::heard);
    QSignalSpy drawn(&controller, &DecoderController::drawn);
    controller.hear(input(0.1f));
    const std::uint64_t hear = controller.hear(input(0.5f));
    const std::uint64_t draw = controller.draw({0.25f, 3, 0, 0});
    controller.useEngine(engine);
    QTRY_COMPARE(heard.size(), 1);
    QTRY_COMPARE(drawn.size(), 1);
    QCOMPARE(heard[0][0].value<Drawing>().request, hear);
    QCOMPARE(heard[0][0].value<Drawing>().z[0], 0.5f);
    QCOMPARE(drawn[0][0].value<Drawing>().request, draw);
    QCOMPARE(drawn[0][0].value<Drawing>().reading.label(), 3);
}

void tst_DecoderController::whoHearsOfTheModelMayAskAnew()
{
    FakeEngine engine;
    DecoderController controller(nullptr, nullptr);
    QSignalSpy heard(&controller, &DecoderController::heard);
    controller.hear(input(0.1f));
    std::uint64_t again = 0;
    connect(&controller, &DecoderController::modelChanged, this, [&] { again = controller.hear(input(0.75f)); });
    controller.useEngine(engine);
    QTRY_COMPARE(heard.size(), 1);
    QCOMPARE(heard[0][0].value<Drawing>().request, again);
    QCOMPARE(engine.decoder->hears, 1);
}

void tst_DecoderController::newestRequestIsAlwaysAnswered()
{
    FakeEngine engine;
    DecoderController controller(nullptr, nullptr);
    std::uint64_t lastHeard = 0, lastDrawn = 0;
    bool inOrder = true;
    connect(&controller, &DecoderController::heard, this, [&](const Drawing& drawing) {
        inOrder = inOrder && drawing.request > lastHeard;
        lastHeard = drawing.request;
    });
    connect(&controller, &DecoderController::drawn, this, [&](const Drawing& drawing) {
        inOrder = inOrder && drawing.request > lastDrawn;
        lastDrawn = drawing.request;
    });
    controller.useEngine(engine);
    std::mt19937 random(1);
    for (int round = 0; round < 40; ++round) {
        std::uint64_t hear = lastHeard, draw = lastDrawn;
        for (unsigned i = random() % 20; i > 0; --i) {
            const unsigned dice = random() % 4;
            if (dice == 0) hear = controller.hear(input(0.5f));
            if (dice == 1) draw = controller.draw({0.5f, 1, 0, 0});
            if (dice == 2) QCoreApplication::processEvents();
            if (dice == 3) engine.decoder->hold(random() % 2);
        }
        engine.decoder->hold(false);
        QTRY_COMPARE(lastHeard, hear);
        QTRY_COMPARE(lastDrawn, draw);
    }
    QVERIFY(inOrder);
}

void tst_DecoderController::failureIsTold()
{
    FakeEngine engine;
    DecoderController controller(nullptr, nullptr);
    controller.useEngine(engine);
    QSignalSpy failed(&controller, &DecoderController::failed);
    controller.hear({});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].toString(), QStringLiteral("The input does not fit."));
}

void tst_DecoderController::waitsForTheEngine()
{
    FakeEngine engine;
    EngineLoader loader([&engine]() -> Result<Engine*> { return &engine; });
    DecoderController controller(&loader, nullptr);
    loader.start();
    QTRY_COMPARE(controller.state(), State::Ready);
}

void tst_DecoderController::engineThatCannotBeLoaded()
{
    EngineLoader loader([]() -> Result<Engine*> { return Error{Errc::NotFound, {"The core is missing.", {}}, {}}; });
    DecoderController controller(&loader, nullptr);
    loader.start();
    QTRY_COMPARE(controller.state(), State::NoModel);
}

QTEST_GUILESS_MAIN(tst_DecoderController)
#include "tst_decoder_controller.moc"
