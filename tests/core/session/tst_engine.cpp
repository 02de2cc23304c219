// The engine through its door: training sessions on their own thread, decoding while one trains.
#include <QtTest>
#include <cmath>
#include <future>
#include <numeric>

#include "core/data/small_data.h"
#include "core/session/engine_library.h"
#include "core/train/run_folder.h"

using namespace sonoglyph;

namespace {

#ifdef __SANITIZE_THREAD__
constexpr int patience = 1'200'000;  // milliseconds: watched like that, a step takes a hundred times as long
#else
constexpr int patience = 30'000;
#endif

class Watcher : public TrainObserver {
public:
    void onPreparing(const Message&, double) override {}
    void onPlan(const TrainPlan&) override {}
    void onStep(const StepMetrics& m) override { steps = m.step; }
    void onEpoch(const EpochMetrics&) override {}
    void onPreview(const TrainPreview&) override {}
    void onNotice(const TrainNotice&) override {}
    void onFinished(const Result<TrainSummary>& r) override { finished.set_value(r); }

    std::atomic<std::int64_t> steps = 0;
    std::promise<Result<TrainSummary>> finished;
};

}  // namespace

class tst_Engine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("CUDA_VISIBLE_DEVICES", "");  // LibTorch sees no GPU, also where there is one
        auto engine = loadEngine();
        QVERIFY2(engine.ok(), engine ? "" : english(engine.error()).c_str());
        engine_ = *engine;
        config_.data.folder = data_.path();
        config_.batch = 16;
        config_.latent = 4;
        config_.epochs = 9999;
        config_.threads = 1;
    }

    void saysWhatItIs()
    {
        const auto info = engine_->info();
        QVERIFY(!info.torchVersion.empty());
        QVERIFY(info.blas != "unknown");
        QVERIFY(info.threads >= 1);
        QCOMPARE(info.devices.front(), std::string("cpu"));
    }

    void pausesStopsAndResumes()
    {
        Watcher watcher;
        auto finished = watcher.finished.get_future();
        auto session = engine_->train(config_, out_.path() / "a", watcher);
        QVERIFY2(session.ok(), session ? "" : english(session.error()).c_str());
        QTRY_VERIFY_WITH_TIMEOUT(watcher.steps > 2, patience);
        (*session)->pause();
        QTRY_VERIFY_WITH_TIMEOUT(RunFolder::openForReading(out_.path() / "a")->latest().ok(), patience);  // a pause keeps what is done
        const auto held = watcher.steps.load();
        (*session)->resume();
        QTRY_VERIFY_WITH_TIMEOUT(watcher.steps > held + 2, patience);
        (*session)->requestStop();
        QVERIFY(finished.wait_for(std::chrono::milliseconds(patience)) == std::future_status::ready);
        const auto summary = finished.get();
        QVERIFY(summary.ok() && summary->stopped);

        Watcher again;
        auto more = engine_->resume(out_.path() / "a", again);
        QVERIFY(more.ok());
        QTRY_VERIFY_WITH_TIMEOUT(again.steps > summary->step, patience);
    }

    void destroyingTheSessionStopsTheRunAndLosesNothing()
    {
        Watcher watcher;
        {
            auto session = engine_->train(config_, out_.path() / "b", watcher);
            QVERIFY(session.ok());
            QTRY_VERIFY_WITH_TIMEOUT(watcher.steps > 1, patience);
        }
        const auto run = RunFolder::openForReading(out_.path() / "b");
        QVERIFY(run->latest().ok());
        QVERIFY(!findRuns(out_.path()).empty());
    }

    void twoProgramsNeverWriteOneRun()
    {
        Watcher first, second;
        auto session = engine_->train(config_, out_.path() / "c", first);
        QVERIFY(session.ok());
        const auto other = engine_->resume(out_.path() / "c", second);
        QVERIFY(!other.ok());
        QCOMPARE(other.error().code, Errc::Busy);
    }

    void badConfigurationsAreRefusedBeforeAnythingIsWritten()
    {
        RunConfig wrong = config_;
        wrong.batch = 0;
        Watcher watcher;
        const auto session = engine_->train(wrong, out_.path() / "d", watcher);
        QVERIFY(!session.ok());
        QCOMPARE(session.error().code, Errc::BadOption);
        QVERIFY(!std::filesystem::exists(out_.path() / "d"));
    }

    void aDeviceThatIsNotHereIsRefusedBeforeAnythingIsWritten()
    {
        RunConfig config = config_;
        config.device = "cuda";
        Watcher watcher;
        const auto session = engine_->train(config, out_.path() / "f", watcher);
        QVERIFY(!session.ok());
        QCOMPARE(session.error().code, Errc::Unavailable);
        QVERIFY(english(session.error()).find("cuda") != std::string::npos);
        QVERIFY(!std::filesystem::exists(out_.path() / "f"));
        const auto bench = engine_->benchTrain(config, 1, {}, {});
        QVERIFY(!bench.ok());
        QCOMPARE(bench.error().code, Errc::Unavailable);
    }

    /// E.g. in a folder that was brought from a machine with a GPU.
    void aRunGoesOnOnTheCpuWhereItsDeviceIsNotHere()
    {
        RunConfig config = config_;
        config.device = "cuda";
        QVERIFY(RunFolder::create(out_.path() / "g", config).ok());
        Watcher asked, watcher;
        const auto refused = engine_->resume(out_.path() / "g", asked, "cuda");
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, Errc::Unavailable);
        QCOMPARE(RunFolder::openForReading(out_.path() / "g")->config().device, std::string("cuda"));
        auto session = engine_->resume(out_.path() / "g", watcher);
        QVERIFY2(session.ok(), session ? "" : english(session.error()).c_str());
        QTRY_VERIFY_WITH_TIMEOUT(watcher.steps > 1, patience);
        QCOMPARE(RunFolder::openForReading(out_.path() / "g")->config().device, std::string("cpu"));
    }

    void decodesWithTheWeightsOfARunThatTrains()
    {
        Watcher watcher;
        auto session = engine_->train(config_, out_.path() / "e", watcher);
        QVERIFY(session.ok());
        QTRY_VERIFY_WITH_TIMEOUT(watcher.steps > 1, patience);
        // No epoch has ended: there is no checkpoint yet, only the snapshot of the first step.
        auto decoder = engine_->openModel((out_.path() / "e").string());
        QVERIFY2(decoder.ok(), decoder ? "" : english(decoder.error()).c_str());
        const auto first = (*decoder)->draw({0, 0, 0, 0});
        const auto then = watcher.steps.load();
        QTRY_VERIFY_WITH_TIMEOUT(watcher.steps > then + 2, patience);
        const auto second = (*decoder)->draw({0, 0, 0, 0});
        QVERIFY(first.ok() && second.ok());
        QVERIFY(std::equal(first->image.pixels.get(), first->image.pixels.get() + 784, second->image.pixels.get()));
        QVERIFY(!(*decoder)->draw({0, 0, 0}).ok());
        QVERIFY(!(*decoder)->draw({0, 0, 0, std::nanf("")}).ok());
        QVERIFY(!(*decoder)->hear({2, 2, {0, 0, 0, 0}}).ok());
    }

    void theCloudOfAPosterior()
    {
        const auto decoder = trained();
        const PosteriorRequest asked{{{0.5F, -1, 0, 2}, {0, -2, -1, 0}}, 1, 7, 64, 64};
        const auto cloud = (*decoder)->drawPosterior(asked);
        QVERIFY2(cloud.ok(), cloud ? "" : english(cloud.error()).c_str());
        QCOMPARE(int(cloud->draws.size()), 64);
        QCOMPARE(int(cloud->deviation.size()), 784);
        QVERIFY(sameImage(cloud->mean, (*decoder)->draw(asked.code.mean)->image));

        // The deviation is that of the draws, each drawn for itself.
        std::vector<double> sum(784), squares(784);
        for (const Drawing& draw : cloud->draws) {
            const auto alone = (*decoder)->draw(draw.z);
            QVERIFY(sameImage(alone->image, draw.image));
            QCOMPARE(alone->reading.label(), draw.reading.label());
            for (std::size_t i = 0; i < 784; ++i) {
                const double v = alone->image.pixels.get()[i] / 255.0;
                sum[i] += v / 64;
                squares[i] += v * v / 64;
            }
        }
        for (std::size_t i = 0; i < 784; ++i) {
            const double deviation = std::sqrt(std::max(0.0, squares[i] - sum[i] * sum[i]));
            QVERIFY2(std::abs(double(cloud->deviation[i]) - deviation) < 0.01, qPrintable(QString::number(deviation)));
        }

        // And about that of many more.
        PosteriorRequest many = asked;
        many.draws = 2000;
        many.shown = 0;
        many.seed = 8;
        const auto large = (*decoder)->drawPosterior(many);
        QVERIFY(large.ok() && large->draws.empty());
        const auto total = [](const std::vector<float>& v) { return std::accumulate(v.begin(), v.end(), 0.0); };
        QVERIFY(std::abs(total(large->deviation) - total(cloud->deviation)) < 0.2 * total(large->deviation));
    }

    void spreadAndSeedOfTheCloud()
    {
        const auto decoder = trained();
        PosteriorRequest asked{{{0.5F, -1, 0, 2}, {0, -2, -1, 0}}, 1, 7, 16, 16};
        const auto one = (*decoder)->drawPosterior(asked), again = (*decoder)->drawPosterior(asked);
        for (std::size_t i = 0; i < 16; ++i) QVERIFY(one->draws[i].z == again->draws[i].z);
        asked.spread = 2;
        const auto wide = (*decoder)->drawPosterior(asked);
        for (std::size_t k = 0; k < 4; ++k)
            QVERIFY(std::abs((wide->draws[3].z[k] - asked.code.mean[k]) - 2 * (one->draws[3].z[k] - asked.code.mean[k])) < 1e-5F);
        asked.seed = 8;
        QVERIFY((*decoder)->drawPosterior(asked)->draws[0].z != wide->draws[0].z);
        asked.spread = 0;
        const auto none = (*decoder)->drawPosterior(asked);
        for (const Drawing& draw : none->draws) QVERIFY(sameImage(draw.image, none->mean));
        QVERIFY(std::all_of(none->deviation.begin(), none->deviation.end(), [](float d) { return d < 1e-4F; }));
    }

    void badCloudsAreRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code");
        QTest::newRow("another latent size") << "latent" << int(Errc::Incompatible);
        QTest::newRow("no log-variance") << "half" << int(Errc::Incompatible);
        QTest::newRow("not a number") << "nan" << int(Errc::BadOption);
        QTest::newRow("a spread of 4") << "wide" << int(Errc::BadOption);
        QTest::newRow("no spread") << "nospread" << int(Errc::BadOption);
        QTest::newRow("one draw") << "one" << int(Errc::BadOption);
        QTest::newRow("more shown than drawn") << "shown" << int(Errc::BadOption);
    }

    void badCloudsAreRefused()
    {
        QFETCH(QString, what);
        QFETCH(int, code);
        PosteriorRequest asked{{{0, 0, 0, 0}, {0, 0, 0, 0}}, 1, 7, 16, 16};
        if (what == "latent") asked.code = {{0, 0, 0}, {0, 0, 0}};
        if (what == "half") asked.code.logVariance.clear();
        if (what == "nan") asked.code.mean[2] = std::nanf("");
        if (what == "wide") asked.spread = 4;
        if (what == "nospread") asked.spread = std::nan("");
        if (what == "one") asked.draws = asked.shown = 1;
        if (what == "shown") asked.shown = 17;
        const auto cloud = (*trained())->drawPosterior(asked);
        QVERIFY(!cloud.ok());
        QCOMPARE(int(cloud.error().code), code);
    }

    void anOcclusionIsHearingEveryHiddenInput()
    {
        const auto decoder = trained();
        OcclusionRequest asked{{48, 48, std::vector<float>(48 * 48)}, 12, 12};
        for (std::size_t i = 0; i < asked.input.values.size(); ++i) asked.input.values[i] = float((i * 37) % 101) / 100;
        const auto whole = (*decoder)->drawHidden(asked, 0, 1000);
        QVERIFY2(whole.ok(), whole ? "" : english(whole.error()).c_str());
        QCOMPARE(int(whole->images.size()), 17);
        QVERIFY(whole->last());
        for (int i = 0; i < 17; ++i) {
            Spectrogram input = asked.input;
            if (i > 0) hide(input, asked.grid().cells(i - 1));
            const auto alone = (*decoder)->hear(input);
            const auto& image = whole->images[std::size_t(i)];
            for (std::size_t k = 0; k < 784; ++k) QVERIFY(std::abs(double(image[k]) * 255 - alone->image.pixels.get()[k]) < 1);
        }
        // In parts the same.
        const auto part = (*decoder)->drawHidden(asked, 5, 3);
        QCOMPARE(int(part->images.size()), 3);
        QVERIFY(!part->last());
        for (std::size_t k = 0; k < 784; ++k) QVERIFY(std::abs(part->images[0][k] - whole->images[5][k]) < 1e-5F);
        const auto rest = (*decoder)->drawHidden(asked, 16, 16);
        QVERIFY(rest->last() && rest->images.size() == 1);
    }

    void badOcclusionsAreRefused_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("patch");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("code");
        QTest::newRow("another size") << 40 << 8 << 0 << int(Errc::Incompatible);
        QTest::newRow("no patch") << 48 << 0 << 0 << int(Errc::BadOption);
        QTest::newRow("behind the last") << 48 << 8 << 122 << int(Errc::BadOption);
        QTest::newRow("before the first") << 48 << 8 << -1 << int(Errc::BadOption);
    }

    void badOcclusionsAreRefused()
    {
        QFETCH(int, size);
        QFETCH(int, patch);
        QFETCH(int, first);
        QFETCH(int, code);
        const auto part = (*trained())->drawHidden({{size, size, std::vector<float>(std::size_t(size * size))}, patch, 4}, first, 16);
        QVERIFY(!part.ok());
        QCOMPARE(int(part.error().code), code);
    }

    void aRunKnowsItsTrainingRecordings()
    {
        const auto decoder = trained();
        QVERIFY2((*decoder)->info().reference > 40, QByteArray::number((*decoder)->info().reference));
        Spectrogram flat{48, 48, std::vector<float>(48 * 48, 0.5F)};
        const auto heard = (*decoder)->hear(flat);
        QVERIFY(heard->distance.has_value());
        QVERIFY(heard->distance->share >= 0 && heard->distance->share <= 1);
        QVERIFY(!(*decoder)->draw({0, 0, 0, 0})->distance);
    }

private:
    static bool sameImage(const ByteImage& a, const ByteImage& b)
    {
        // A batch may round the last bit of a pixel in another way than one image alone.
        return std::equal(a.pixels.get(), a.pixels.get() + 784, b.pixels.get(), [](int x, int y) { return std::abs(x - y) <= 1; });
    }

    /// A model that was trained for a few steps.
    Result<std::unique_ptr<Decoder>> trained()
    {
        const auto run = out_.path() / "few";
        if (!std::filesystem::exists(run)) {
            RunConfig config = config_;
            config.maxSteps = 3;
            Watcher watcher;
            auto finished = watcher.finished.get_future();
            const auto session = engine_->train(config, run, watcher);
            if (!session) return session.error();
            (void)finished.get();
        }
        return engine_->openModel(run.string());
    }

    small_data::TrainingFolder data_;
    TemporaryFolder out_;
    Engine* engine_ = nullptr;
    RunConfig config_;
};

QTEST_GUILESS_MAIN(tst_Engine)
#include "tst_engine.moc"
