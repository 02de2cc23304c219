// A run that people interfere with: what they ask happens at a definite step, and wherever the run goes on later it takes the same course.
#include <torch/torch.h>

#include <QtTest>

#include "core/train/metrics_csv.h"
#include "core/train/run_compare.h"
#include "core/train/small_learner.h"
#include "core/train/tiny_run.h"

using namespace sonoglyph;
namespace fs = std::filesystem;
using Field = RunChange::Field;

class tst_LiveControl : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        auto plain = start("plain");
        Recorder recorder;
        RunControl control;
        QVERIFY(trainSmall(*plain, recorder, control).ok());
        QCOMPARE(recorder.steps.size(), 6u);

        auto changed = start("changed");
        Recorder interferer;
        interfere(interferer, control);
        QVERIFY(trainSmall(*changed, interferer, control).ok());
        QCOMPARE(interferer.changes, course());
        QCOMPARE(RunChanges::read(changed->changesFile())->rows(), course());
        QVERIFY(!same("plain", "changed"));
    }

    void aChangeHoldsFromTheNextStepOn()
    {
        const auto table = readMetricsCsv(out_ / "changed" / "metrics.csv");
        QVERIFY(table.ok());
        for (const StepMetrics& m : table->steps) {
            const double weight = m.step < 3 ? 1 : 0.5;
            QVERIFY2(std::abs(m.total / m.reconstruction - weight) < 1e-4, std::to_string(m.step).c_str());
        }
        QVERIFY(std::abs(table->epochs[1].testTotal / table->epochs[1].testReconstruction - 0.5) < 1e-9);
        const auto log = TemporaryFolder::content(out_ / "changed" / "log.txt");
        for (const char* line :
             {"From step 3 on alpha is 0.5.", "From step 4 on the learning rate is 0.01.", "In step 5 only the discriminator learns."})
            QVERIFY2(log.find(line) != std::string::npos, line);
    }

    void theConfigurationStaysTheInitialOne()
    {
        const auto run = RunFolder::openForReading(out_ / "changed");
        QCOMPARE(run->config().alpha, 1.0);
        const auto header = readSafetensorsHeader(*run->latest());
        QVERIFY(header->metadata.at("sonoglyph").find("\"alpha\":1.0") != std::string::npos);
    }

    void resumedFromAnyStepItTakesTheSameCourse_data()
    {
        QTest::addColumn<int>("from");
        for (int step = 1; step <= 5; ++step) QTest::addRow("step %d", step) << step;
    }

    void resumedFromAnyStepItTakesTheSameCourse()
    {
        QFETCH(int, from);
        auto run = start("resumed");
        RunControl control;
        Recorder first, second;
        interfere(first, control);
        interfere(second, control);
        first.stopAfter = from;
        const auto stopped = trainSmall(*run, first, control);
        QVERIFY(stopped && stopped->stopped);
        const fs::path before = out_.path() / "before";
        fs::remove_all(before);
        fs::copy(run->folder() / "checkpoints", before);
        const auto latest = TemporaryFolder::content(run->folder() / "latest");
        QVERIFY(trainSmall(*run, second, control).ok());
        QVERIFY(same("changed", "resumed"));

        // As if the disk had lost all since, and nobody interfered any more.
        fs::remove_all(run->folder() / "checkpoints");
        fs::rename(before, run->folder() / "checkpoints");
        std::ofstream(run->folder() / "latest") << latest;
        Recorder third;
        QVERIFY(trainSmall(*run, third, control).ok());
        QCOMPARE(third.plan.firstStep, std::int64_t(from));
        QCOMPARE(third.plan.config.alpha, from < 3 ? 1.0 : 0.5);
        QCOMPARE(third.plan.changes.size() + third.changes.size(), course().size());
        std::vector<RunChange> left = course();
        std::erase_if(left, [&](const RunChange& change) { return change.step <= from; });
        QCOMPARE(third.changes, left);
        QVERIFY(same("changed", "resumed"));
    }

    void anotherChangeTakesAnotherCourse()
    {
        auto run = start("other");
        fs::copy(out_ / "changed" / "changes.csv", run->changesFile());
        RunControl control;
        Recorder recorder;
        recorder.atStep = [&](std::int64_t step) {
            if (step == 3) control.change(Field::Alpha, 2);
        };
        QVERIFY(trainSmall(*run, recorder, control).ok());
        const std::vector<RunChange> expected{{3, Field::Alpha, 0.5}, {4, Field::Alpha, 2}};
        QCOMPARE(recorder.changes, expected);
        QCOMPARE(RunChanges::read(run->changesFile())->rows(), expected);
    }

    void stepByStepItComesToTheSame()
    {
        auto run = start("steps");
        RunControl control;
        Recorder recorder;
        control.pause();
        recorder.atPause = [&](std::int64_t step) {
            if (step == 2) control.step();  // two at once
            step < 5 ? control.step() : control.resume();
        };
        QVERIFY(trainSmall(*run, recorder, control).ok());
        QCOMPARE(recorder.pauses, (std::vector<std::int64_t>{0, 1, 2, 4, 5}));
        QVERIFY(same("plain", "steps"));
        for (const std::int64_t step : {1, 2, 4, 5})  // seen at once
            QVERIFY(std::any_of(recorder.previews.begin(), recorder.previews.end(), [&](const auto& p) { return p.step == step; }));
    }

    void anEpochEndsWithItsEvaluation()
    {
        auto run = start("epoch");
        RunControl control;
        Recorder recorder;
        control.epoch();
        std::size_t evaluated = 0;
        recorder.atPause = [&](std::int64_t) {
            evaluated = recorder.epochs.size();
            control.resume();
        };
        QVERIFY(trainSmall(*run, recorder, control).ok());
        QCOMPARE(recorder.pauses, std::vector<std::int64_t>{3});
        QCOMPARE(evaluated, 1u);
        QVERIFY(same("plain", "epoch"));
    }

    void aPauseComesWithinAStepAndIsOnTheDisk()
    {
        auto run = start("pause");
        RunControl control;
        Recorder recorder;
        std::int64_t saved = 0;
        recorder.atStep = [&](std::int64_t step) {
            if (step == 2) control.pause();
        };
        recorder.atPause = [&](std::int64_t) {
            saved = run->progressAt(*run->latest())->step;
            control.resume();
        };
        QVERIFY(trainSmall(*run, recorder, control).ok());
        QCOMPARE(recorder.pauses, std::vector<std::int64_t>{2});
        QCOMPARE(saved, std::int64_t(2));
        QVERIFY(same("plain", "pause"));
    }

    void aStopEndsAPause_data()
    {
        QTest::addColumn<bool>("stepping");
        QTest::newRow("paused") << false;
        QTest::newRow("after a step") << true;
    }

    void aStopEndsAPause()
    {
        QFETCH(bool, stepping);
        auto run = start("stopped");
        RunControl control;
        Recorder recorder;
        recorder.atStep = [&](std::int64_t) {
            if (!stepping) control.pause();
        };
        if (stepping) control.step();
        recorder.atPause = [&](std::int64_t) { recorder.stop.request_stop(); };
        const auto ended = trainSmall(*run, recorder, control);
        QVERIFY(ended && ended->stopped);
        QCOMPARE(ended->step, std::int64_t(1));
        QCOMPARE(run->progressAt(*run->latest())->step, std::int64_t(1));
    }

    void snapshotsAreKept_data()
    {
        QTest::addColumn<bool>("paused");
        QTest::newRow("while it trains") << false;
        QTest::newRow("in a pause") << true;
    }

    void snapshotsAreKept()
    {
        QFETCH(bool, paused);
        auto run = start("snapshot");
        RunControl control;
        Recorder recorder;
        control.snapshot();  // before the first step there is nothing
        recorder.atStep = [&](std::int64_t step) {
            if (step == 2) paused ? control.pause() : control.snapshot();
        };
        recorder.atPause = [&](std::int64_t) { control.snapshot(); };
        recorder.atNotice = [&](const std::string& notice) {
            if (notice.find("is kept in") != notice.npos) control.resume();
        };
        QVERIFY(trainSmall(*run, recorder, control).ok());
        QVERIFY(recorder.heard("nothing to save"));
        QVERIFY(recorder.heard("The state after step 2 is kept in snapshot-00000002.safetensors."));
        QVERIFY(same("plain", "snapshot"));
        const auto checkpoints = run->checkpoints();
        QVERIFY(checkpoints.back().snapshot);
        QCOMPARE(checkpoints.back().file, run->snapshot(2));
        QCOMPARE(run->progressAt(run->snapshot(2))->step, std::int64_t(2));
    }

    void changesOutliveTheirFolder()
    {
        auto run = start("removed", 1e-9);
        RunControl control;
        Recorder recorder;
        recorder.atStep = [&](std::int64_t step) {
            if (step == 2) control.change(Field::Alpha, 2);
            if (step == 4)
                while (fs::exists(run->folder())) {
                    std::error_code busy;  // the writer may still put something there
                    fs::remove_all(run->folder(), busy);
                }
        };
        QVERIFY(trainSmall(*run, recorder, control).ok());
        QCOMPARE(RunChanges::read(run->changesFile())->rows(), (std::vector<RunChange>{{3, Field::Alpha, 2}}));
    }

    void damagedChangesEndARun()
    {
        auto run = start("damaged");
        std::ofstream(run->changesFile()) << "step,field,value\n1,alpha,\n";
        RunControl control;
        Recorder recorder;
        const auto ended = trainSmall(*run, recorder, control);
        QVERIFY(!ended.ok());
        QCOMPARE(ended.error().code, Errc::Corrupt);
    }

private:
    /// Alpha in step 3, the rate in step 4, in step 5 the discriminator alone.
    static std::vector<RunChange> course()
    {
        return {{3, Field::Alpha, 0.5}, {4, Field::LearningRate, 0.01}, {5, Field::Networks, 0, Networks::Discriminator}};
    }

    static void interfere(Recorder& recorder, RunControl& control)
    {
        recorder.atStep = [&](std::int64_t step) {
            if (step == 2) control.change(Field::Alpha, 0.5);
            if (step == 3) control.change(Field::LearningRate, 0.01);
            if (step == 4) control.step(Networks::Discriminator);
        };
        recorder.atPause = [&](std::int64_t) { control.resume(); };
    }

    static Result<TrainSummary> trainSmall(RunFolder& run, Recorder& recorder, RunControl& control)
    {
        return trainOn(run, recorder, control, [](const RunConfig& config, const Placement& placement) {
            return std::make_unique<SmallLearner>(config, placement);
        });
    }

    Result<RunFolder> start(const std::string& name, double checkpointMinutes = 0)
    {
        fs::remove_all(out_ / name);
        RunConfig config = tinyConfig(data_, ModelKind::Aivaegan);
        config.checkpointMinutes = checkpointMinutes;
        return RunFolder::create(out_ / name, config);
    }

    /// The same rows and, bit by bit, the same weights, moments and noise.
    bool same(const std::string& a, const std::string& b) const
    {
        const auto compared = compareRuns(out_ / a, out_ / b);
        return compared && !compared->difference;
    }

    small_data::TrainingFolder data_;
    TemporaryFolder out_;
};

QTEST_GUILESS_MAIN(tst_LiveControl)
#include "tst_live_control.moc"
