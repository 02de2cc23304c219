// Slow motion: the stages of a step with their numbers, walking through them, another pair, and what is said where it cannot be shown.
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "tests/ui/logic/fake_engine.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/settings.h"
#include "ui/pages/explain/slow_motion_panel.h"
#include "ui/widgets/banner.h"

using namespace sonoglyph;

namespace {

ByteImage grey(std::uint8_t value)
{
    const auto pixels = std::make_shared<std::vector<std::uint8_t>>(28 * 28, value);
    return {28, 28, {pixels, pixels->data()}};
}

StepTrace madeUp(bool judged)
{
    StepTrace t;
    t.recording = "7_theo_23.wav";
    t.digit = 7;
    t.kind = judged ? ModelKind::Aivaegan : ModelKind::Aivae;
    t.objective = "-log D + 0.5 sum(BCE) + mean(KL)";
    t.input = {48, 48, std::vector<float>(48 * 48, 0.5F)};
    t.code = {{1, -1, 0, 2}, {0, 0, -2, -4}};
    t.noise = {0.5F, 0.5F, 0, 0};
    t.z = {1.5F, -0.5F, 0, 2};
    t.drawn = grey(200);
    t.real = grey(100);
    t.pixelNats = std::vector<float>(28 * 28, 0.125F);
    t.reconstruction = 98;
    t.dimensionKl = {1, 1, 0.001, 2};
    t.kl = 4.001;
    t.reconstructionWeight = 0.5;
    t.klWeight = 0.25;
    t.total = 51.5;
    if (judged) t.discriminator = DiscriminatorTrace{0.9, 0.25, 0.4, 1.386, 2, std::vector<float>(28 * 28, -0.5F)};
    t.encoderGradient = 3;
    t.decoderGradient = 4;
    return t;
}

class Tracing : public FakeEngine {
public:
    Result<StepTrace> traceStep(const StepTraceRequest& request, const Progress&, std::stop_token) override
    {
        asked = request;
        ++traces;
        if (request.digit == 9) return Error{Errc::NotFound, {"There is no data here.", {}}, {}};
        return madeUp(true);
    }
    StepTraceRequest asked;
    std::atomic<int> traces = 0;
};

}  // namespace

class tst_SlowMotion : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theStoryTellsTheNumbers()
    {
        const auto story = stepStory(madeUp(true));
        QCOMPARE(story.size(), 8);
        QVERIFY(story[0].stage.value.contains(QStringLiteral("7_theo_23.wav")));
        QCOMPARE(story[0].stage.image.size(), QSize(48, 48));
        QCOMPARE(story[1].stage.bars, (std::vector<double>{1, -1, 0, 2}));
        QCOMPARE(story[1].stage.spread.size(), std::size_t(4));
        QVERIFY(std::abs(story[1].stage.spread[3] - std::exp(-2)) < 1e-6);
        QCOMPARE(story[2].stage.bars, (std::vector<double>{1.5, -0.5, 0, 2}));
        QVERIFY(story[4].stage.value.contains(QLocale().toString(98.0, 'f', 1)));
        QVERIFY(story[5].sentence.contains(QStringLiteral("in 3 active dimensions of 4")));
        QVERIFY(story[6].stage.value.contains(QLocale().toString(90.0, 'f', 1)));
        QVERIFY(story[7].sentence.contains(QLocale().toString(51.5, 'f', 1)));
        for (const StoryStage& stage : story) QVERIFY(!stage.sentence.isEmpty() && !stage.stage.title.isEmpty());
    }

    void withoutADiscriminatorItSaysWhy()
    {
        StepTrace trace = madeUp(false);
        QVERIFY(stepStory(trace)[6].sentence.contains(QStringLiteral("AIVAE has no discriminator")));
        trace.kind = ModelKind::Aivaegan;
        QVERIFY(stepStory(trace)[6].sentence.contains(QStringLiteral("exported")));
        QCOMPARE(stepStory(trace).size(), 8);
    }

    void init()
    {
        settings_ = std::make_unique<Settings>(folder_.filePath(QString::fromLatin1(QTest::currentTestFunction())));
        decoder_ = std::make_unique<DecoderController>(nullptr, settings_.get());
        decoder_->useEngine(engine_);
        AppContext context;
        context.settings = settings_.get();
        context.decoder = decoder_.get();
        panel_ = std::make_unique<SlowMotionPanel>(context);
        panel_->resize(900, 560);
        panel_->start(QStringLiteral("m"), QStringLiteral("my model"));
        QVERIFY(QTest::qWaitForWindowExposed(panel_.get()));
        QTRY_COMPARE(flow().stages().size(), 8);
    }

    void cleanup()
    {
        panel_.reset();
        decoder_.reset();
    }

    void aStepIsWalkedThrough()
    {
        QCOMPARE(engine_.asked.model, std::string("m"));
        QCOMPARE(flow().current(), 0);
        for (int stage = 1; stage < 8; ++stage) {
            QTest::keyClick(&flow(), Qt::Key_Right);
            QCOMPARE(flow().current(), stage);
        }
        QVERIFY(sentence().contains(QStringLiteral("Adam")));
        QVERIFY(!button("Next")->isEnabled());
        QTest::keyClick(&flow(), Qt::Key_Home);
        QCOMPARE(flow().current(), 0);
        QVERIFY(!button("Back")->isEnabled());
        QTest::mouseClick(&flow(), Qt::LeftButton, {}, flow().stageRect(5).center().toPoint());
        QCOMPARE(flow().current(), 5);
        QCOMPARE(flow().figure()->csv().count(u'\n'), 1 + 4 + 4 + 4 + 2 + 8);
    }

    void anotherPairKeepsTheStage()
    {
        flow().setCurrent(4);
        const auto seed = engine_.asked.seed;
        const int before = engine_.traces;
        QTest::mouseClick(button("Another pair"), Qt::LeftButton);
        QTRY_COMPARE(engine_.traces.load(), before + 1);
        QCOMPARE(engine_.asked.seed, seed + 1);
        QCOMPARE(flow().current(), 4);
    }

    void whatIsMissingIsSaid()
    {
        QSignalSpy wanted(panel_.get(), &SlowMotionPanel::dataPageWanted);
        panel_->findChild<QComboBox*>()->setCurrentIndex(10);
        auto* banner = panel_->findChild<Banner*>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(flow().stages().size() == 8);  // what was seen stays
        Q_EMIT banner->actionTriggered();
        QCOMPARE(wanted.size(), 1);
    }

    void escapeLeaves()
    {
        QSignalSpy closed(panel_.get(), &SlowMotionPanel::closed);
        QTest::keyClick(&flow(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
        QVERIFY(!panel_->isVisible());
    }

private:
    StepFlow& flow() { return *panel_->findChild<StepFlow*>(); }
    QString sentence()
    {
        QString longest;
        for (const auto* label : panel_->findChildren<QLabel*>())
            if (label->text().size() > longest.size()) longest = label->text();
        return longest;
    }
    QToolButton* button(const char* text)
    {
        for (auto* each : panel_->findChildren<QToolButton*>())
            if (each->text() == QLatin1String(text)) return each;
        return nullptr;
    }

    QTemporaryDir folder_;
    Tracing engine_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<DecoderController> decoder_;
    std::unique_ptr<SlowMotionPanel> panel_;
};

QTEST_MAIN(tst_SlowMotion)
#include "tst_slow_motion.moc"
