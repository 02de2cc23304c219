// A run on a tiny data set: what it writes, that it learns, stops, goes on as if never stopped, and says what is wrong.
#include <torch/torch.h>

#include <QtTest>
#include <thread>

#include "core/model/model_file.h"
#include "core/train/batch_feed.h"
#include "core/train/metrics_csv.h"
#include "core/train/placement.h"
#include "core/train/run_compare.h"
#include "core/train/run_notices.h"
#include "core/train/tiny_run.h"

using namespace sonoglyph;

class tst_Trainer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRunIsWrittenWhole_data()
    {
        QTest::addColumn<int>("model");
        QTest::newRow("aivae") << int(ModelKind::Aivae);
        QTest::newRow("aivaegan") << int(ModelKind::Aivaegan);
        QTest::newRow("classifier") << int(ModelKind::Classifier);
    }

    void aRunIsWrittenWhole()
    {
        QFETCH(int, model);
        const auto& [run, recorder, result] = undisturbed(ModelKind(model));
        QVERIFY2(result.ok(), result ? "" : english(result.error()).c_str());
        QCOMPARE(result->epoch, 2);
        QCOMPARE(result->step, 6);
        QVERIFY(!result->stopped);
        QCOMPARE(recorder.plan.stepsPerEpoch, 3);
        QCOMPARE(recorder.plan.totalSteps, 6);
        QCOMPARE(int(recorder.steps.size()), 6);
        QCOMPARE(int(recorder.epochs.size()), 2);
        const bool draws = ModelKind(model) != ModelKind::Classifier;
        QCOMPARE(recorder.previews.empty(), !draws);
        if (draws) QCOMPARE(int(recorder.previews.back().real.size()), int(recorder.previews.back().generated.size()));
        for (const StepMetrics& m : recorder.steps) {
            QVERIFY(m.gradientNorm > 0);
            QCOMPARE(m.discriminator.has_value(), ModelKind(model) == ModelKind::Aivaegan);
            QCOMPARE(int(m.klPerDimension.size()), draws ? 4 : 0);
            QCOMPARE(m.activeUnits.has_value(), draws);
        }
        QCOMPARE(recorder.epochs[0].diversity.has_value(), draws);
        QCOMPARE(int(recorder.epochs[0].klPerDimension.size()), draws ? 4 : 0);
        const auto table = readMetricsCsv(run.metricsFile());
        QVERIFY(table.ok());
        QCOMPARE(int(table->steps.size()), 6);
        QCOMPARE(table->steps[3].total, recorder.steps[3].total);
        QCOMPARE(table->epochs[1].testKl, recorder.epochs[1].testKl);
        QVERIFY(table->epochs[1].klPerDimension == recorder.epochs[1].klPerDimension);
        QVERIFY(table->steps[3].discriminator == recorder.steps[3].discriminator);
        QCOMPARE(std::filesystem::exists(run.preview(2)), draws);
        QVERIFY(std::filesystem::exists(run.epochCheckpoint(2)));
        if (draws) QVERIFY(loadModel(run.epochCheckpoint(2).string())->info.reference > 40);
        QVERIFY(run.latest().ok());
        QCOMPARE(*run.latest(), run.epochCheckpoint(2));
    }

    void stoppedAndResumedEndsAsIfNeverStopped_data()
    {
        QTest::addColumn<int>("model");
        QTest::addColumn<int>("stopAfter");
        // After every step: tst_durability, with a learner whose checkpoints are small.
        QTest::newRow("classifier, inside an epoch") << int(ModelKind::Classifier) << 2;
        QTest::newRow("aivae, inside an epoch") << int(ModelKind::Aivae) << 2;
        QTest::newRow("aivaegan, before an evaluation") << int(ModelKind::Aivaegan) << 3;
    }

    void stoppedAndResumedEndsAsIfNeverStopped()
    {
        QFETCH(int, model);
        QFETCH(int, stopAfter);
        auto run = RunFolder::create(out_ / QTest::currentDataTag(), tinyConfig(data_, ModelKind(model)));
        RunControl control;
        Recorder first, second;
        first.stopAfter = stopAfter;
        const auto stopped = trainOn(*run, first, control);
        QVERIFY(stopped.ok());
        QVERIFY(stopped->stopped);
        QCOMPARE(stopped->step, std::int64_t(stopAfter));
        const auto ended = trainOn(*run, second, control);
        QVERIFY(ended.ok());
        QCOMPARE(second.plan.firstStep, std::int64_t(stopAfter));
        verifySame(run->folder(), ModelKind(model));
    }

    void goingOnOnAnotherDeviceIsSaid()
    {
        const TemporaryFolder out;
        auto run = RunFolder::create(out.path() / "run", tinyConfig(data_, ModelKind::Classifier));
        RunControl control;
        Recorder first, second, third;
        first.stopAfter = 2;
        QVERIFY(trainOn(*run, first, control).ok());
        // As if a GPU had come so far.
        const auto file = *run->latest();
        {
            auto opened = openModelFile(file);
            QVERIFY(opened.ok());
            TensorDict tensors;
            for (const auto& [name, tensor] : tensorsOf(opened->file)) tensors[name] = tensor.clone();
            opened->description.config.device = "cuda";
            QVERIFY(writeModelFile(file, tensors, opened->description).ok());
        }
        second.stopAfter = 4;
        QVERIFY(trainOn(*run, second, control).ok());
        QVERIFY(second.heard("from the device cuda to cpu"));
        QCOMPARE(second.plan.firstStep, std::int64_t(2));
        QVERIFY(trainOn(*run, third, control).ok());
        QVERIFY(!third.heard("the device"));
    }

    void trainsOnAGpuAndGoesOnOnTheCpu_data() { aRunIsWrittenWhole_data(); }
    void trainsOnAGpuAndGoesOnOnTheCpu()
    {
        if (!requireDevice("cuda")) QSKIP("needs a GPU and a LibTorch with CUDA");
        QFETCH(int, model);
        const TemporaryFolder out;
        RunConfig config = tinyConfig(data_, ModelKind(model));
        config.device = "cuda";
        RunControl control;
        auto whole = RunFolder::create(out.path() / "whole", config), parts = RunFolder::create(out.path() / "parts", config);
        Recorder straight, first, second, onCpu;
        QVERIFY(trainOn(*whole, straight, control).ok());
        first.stopAfter = 2;
        QVERIFY(trainOn(*parts, first, control).ok());
        second.stopAfter = 4;
        QVERIFY(trainOn(*parts, second, control).ok());
        for (std::size_t i = 0; i < second.steps.size(); ++i) QCOMPARE(second.steps[i].total, straight.steps[2 + i].total);
        config.device = "cpu";
        QVERIFY(parts->writeConfig(config).ok());
        QVERIFY(trainOn(*parts, onCpu, control).ok());
        QVERIFY(onCpu.heard("from the device cuda to cpu"));
        const double want = straight.steps.back().total, got = onCpu.steps.back().total;
        QVERIFY2(std::abs(got - want) <= 0.05 * std::abs(want), qPrintable(QStringLiteral("%1 against %2").arg(got).arg(want)));
    }

    /// Its draws are no state: step and seed alone decide.
    void augmentedRunsResumeToTheSameBytes()
    {
        const TemporaryFolder out;
        RunConfig config = tinyConfig(data_, ModelKind::Classifier);
        config.augmentation = microphoneAugmentation();
        RunControl control;
        std::string hashes[3];
        for (int i = 0; i < 3; ++i) {
            auto run = RunFolder::create(out.path() / std::to_string(i), config);
            if (i == 1) {
                Recorder first;
                first.stopAfter = 4;
                const auto stopped = trainOn(*run, first, control);
                QVERIFY(stopped.ok() && stopped->stopped);
            }
            Recorder recorder;
            QVERIFY(trainOn(*run, recorder, control).ok());
            hashes[i] = hashOf(run->epochCheckpoint(2));
            if (i == 1) config.augmentation = {};
        }
        QCOMPARE(hashes[1], hashes[0]);
        QVERIFY(hashes[2] != hashes[0]);
    }

    void batchesDependOnTheStepAlone()
    {
        DatasetConfig data = tinyConfig(data_, ModelKind::Classifier).data;
        const auto dataset = openDataset(data, {}, {}, 1);
        QVERIFY(dataset.ok());
        const Batches batches(**dataset);
        const Sampler sampler(std::uint32_t((*dataset)->trainPairs.size()), 16, 3);
        const auto feed = [&](int threads) {
            auto waveforms = readWaveforms((*dataset)->recordings.recordings, (*dataset)->split.train, 8000, {}, {}, 1);
            return std::make_unique<BatchFeed>(**dataset, batches, sampler,
                                               Augmenter(**dataset, std::move(*waveforms), microphoneAugmentation(), 3), threads);
        };
        const auto straight = feed(1), many = feed(5);
        std::vector<Batch> expected;
        for (int step = 1; step <= 7; ++step) expected.push_back(straight->batch(step));
        for (const int step : {1, 2, 7, 3, 3, 4, 1}) {
            const Batch batch = many->batch(step);
            const Batch& same = expected[std::size_t(step - 1)];
            QVERIFY(torch::equal(batch.spectrograms, same.spectrograms));
            QVERIFY(torch::equal(batch.images, same.images));
            QVERIFY(torch::equal(batch.labels, same.labels));
        }
        QVERIFY(!torch::equal(expected[0].spectrograms, expected[3].spectrograms));

        BatchFeed plain(**dataset, batches, sampler, std::nullopt, 1);
        Sampler order = sampler;
        const Batch own = batches.train(order.batch(5));
        QVERIFY(torch::equal(plain.batch(5).spectrograms, own.spectrograms));
        QVERIFY(torch::equal(plain.batch(5).images, expected[4].images));
    }

    void sameSeedSameBytesBesideAnotherRun()
    {
        auto run = RunFolder::create(out_ / "beside", tinyConfig(data_, ModelKind::Aivaegan));
        RunConfig config = tinyConfig(data_, ModelKind::Aivae);
        config.epochs = 200;
        config.checkpointMinutes = 0;
        auto other = RunFolder::create(out_ / "other", config);
        Recorder recorder, neighbour;
        std::atomic<int> steps{0};
        neighbour.atStep = [&](std::int64_t) { ++steps; };
        std::jthread beside([&] {
            RunControl control;
            (void)trainOn(*other, neighbour, control).ok();
        });
        while (steps == 0) std::this_thread::yield();
        RunControl control;
        QVERIFY(trainOn(*run, recorder, control).ok());
        neighbour.stop.request_stop();
        QVERIFY(steps > 1);
        beside.join();
        verifySame(run->folder(), ModelKind::Aivaegan);
    }

    void anotherSeedGivesOtherBytes()
    {
        RunConfig config = tinyConfig(data_, ModelKind::Aivaegan);
        config.seed = 8;
        config.maxSteps = 1;
        auto run = RunFolder::create(out_ / "seed", config);
        Recorder recorder;
        RunControl control;
        QVERIFY(trainOn(*run, recorder, control).ok());
        QVERIFY(recorder.steps[0].total != undisturbed(ModelKind::Aivaegan).recorder.steps[0].total);
    }

    /// A quick look: it is evaluated where its steps end, and what it drew is kept like that of a whole epoch.
    void stepsThatEndInsideAnEpochLeaveItsPicture()
    {
        RunConfig config = tinyConfig(data_, ModelKind::Aivae);
        config.maxSteps = 4;
        auto run = RunFolder::create(out_ / "inside", config);
        Recorder recorder;
        RunControl control;
        QVERIFY(trainOn(*run, recorder, control).ok());
        QCOMPARE(recorder.epochs.back().epoch, 2);
        QVERIFY(std::filesystem::exists(run->preview(1)));
        QVERIFY(std::filesystem::exists(run->preview(2)));
        QCOMPARE(*run->latest(), run->stepCheckpoint(4));
    }

    void theLossFalls()
    {
        const TemporaryFolder out;
        RunConfig config = tinyConfig(data_, ModelKind::Aivae);
        config.batch = 2;
        config.epochs = 2;
        auto run = RunFolder::create(out.path() / "run", config);
        Recorder recorder;
        RunControl control;
        QVERIFY(trainOn(*run, recorder, control).ok());
        QVERIFY(recorder.steps.back().reconstruction < 0.8 * recorder.steps.front().reconstruction);
    }

    void aWildRateDivergesAndKeepsTheLastCheckpoint()
    {
        const TemporaryFolder out;
        RunConfig config = tinyConfig(data_, ModelKind::Aivae);
        config.epochs = 40;
        auto run = RunFolder::create(out.path() / "run", config);
        RunControl control;
        Recorder calm;
        calm.stopAfter = 3;
        QVERIFY(trainOn(*run, calm, control).ok());
        const auto before = hashOf(*run->latest());
        RunConfig wild = run->config();
        wild.learningRate = 0.9;
        QVERIFY(run->writeConfig(wild).ok());
        Recorder recorder;
        const auto result = trainOn(*run, recorder, control);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, Errc::Diverged);
        QCOMPARE(run->diverged(), english(result.error()));
        QVERIFY(run->latest().ok());
        if (*run->latest() == run->epochCheckpoint(1)) QCOMPARE(hashOf(*run->latest()), before);
    }

    void aCollapsedPosteriorIsSaid()
    {
        const TemporaryFolder out;
        RunConfig config = tinyConfig(data_, ModelKind::Aivae);
        config.initialisation = Initialisation::PyTorch;
        config.standardise = false;
        config.klWarmup = 0;
        config.alpha = 1e-3;  // KL weighs a thousand times as much: nothing else can happen
        config.batch = 2;
        config.epochs = 5;
        auto run = RunFolder::create(out.path() / "run", config);
        Recorder recorder;
        RunControl control;
        QVERIFY(trainOn(*run, recorder, control).ok());
        const auto said = std::any_of(recorder.notices.begin(), recorder.notices.end(),
                                      [](const std::string& n) { return n.find("posterior has collapsed") != std::string::npos; });
        QVERIFY(said);
        const auto kept = readRunNotices(run->noticesFile());
        QVERIFY(kept.ok() && !kept->empty());
        QVERIFY(kept->front().message.text.find("posterior has collapsed") != std::string::npos);
        const std::int64_t at = kept->front().step;
        QVERIFY(at > 0 && at <= recorder.steps.back().step);

        // Who goes on with the run knows it, too.
        QVERIFY(appendRunNotice(run->noticesFile(), {TrainNotice::Severity::Warning, recorder.steps.back().step + 1, {"later", {}}}).ok());
        Recorder second;
        QVERIFY(trainOn(*run, second, control).ok());
        QCOMPARE(second.plan.notices.size(), kept->size());
        QCOMPARE(second.plan.notices.front().step, at);
        QCOMPARE(readRunNotices(run->noticesFile())->size(), kept->size());
    }

    void badStarts_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("split");
        QTest::addColumn<int>("code");
        QTest::newRow("no data") << "/nonexistent"
                                 << "random" << int(Errc::NotFound);
        QTest::newRow("unknown speaker") << ""
                                         << "speaker:nobody" << int(Errc::BadOption);
    }

    void badStarts()
    {
        QFETCH(QString, folder);
        QFETCH(QString, split);
        QFETCH(int, code);
        const TemporaryFolder out;
        RunConfig config = tinyConfig(data_, ModelKind::Aivae);
        if (!folder.isEmpty()) config.data.folder = folder.toStdString();
        config.data.split = split.toStdString();
        auto run = RunFolder::create(out.path() / "run", config);
        QVERIFY(run.ok());
        Recorder recorder;
        RunControl control;
        const auto result = trainOn(*run, recorder, control);
        QVERIFY(!result.ok());
        QCOMPARE(int(result.error().code), code);
        QVERIFY(!english(result.error()).empty());
    }

private:
    /// A run from its first step to its last, trained once for all tests.
    struct Undisturbed {
        RunFolder run;
        Recorder recorder;
        Result<TrainSummary> result;
    };

    const Undisturbed& undisturbed(ModelKind model)
    {
        auto& slot = undisturbed_[model];
        if (!slot) {
            auto run = RunFolder::create(out_ / nameOf(model), tinyConfig(data_, model));
            Recorder recorder;
            RunControl control;
            auto result = trainOn(*run, recorder, control);
            slot.emplace(Undisturbed{std::move(*run), std::move(recorder), std::move(result)});
        }
        return *slot;
    }

    void verifySame(const std::filesystem::path& run, ModelKind model)
    {
        const auto compared = compareRuns(undisturbed(model).run.folder(), run);
        QVERIFY2(compared.ok(), compared ? "" : english(compared.error()).c_str());
        QVERIFY2(!compared->difference, compared->difference ? english(*compared->difference).c_str() : "");
    }

    small_data::TrainingFolder data_;
    TemporaryFolder out_;
    std::map<ModelKind, std::optional<Undisturbed>> undisturbed_;
};

QTEST_GUILESS_MAIN(tst_Trainer)
#include "tst_trainer.moc"
