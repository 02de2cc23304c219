// Never a lost hour: a run that is interrupted, whose disk fails or whose folder vanishes ends as the run that nobody disturbed.
#include <torch/torch.h>

#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/base/file_size_limit.h"
#include "core/base/ordinary_user.h"
#include "core/train/metrics_csv.h"
#include "core/train/run_compare.h"
#include "core/train/small_learner.h"
#include "core/train/tiny_run.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

namespace {

/// Disks are disturbed so often here that a checkpoint after every step finds the moment.
constexpr double always = 1e-9;

Result<TrainSummary> trainSmall(RunFolder& run, Recorder& recorder, RunControl& control)
{
    return trainOn(run, recorder, control,
                   [](const RunConfig& config, const Placement& placement) { return std::make_unique<SmallLearner>(config, placement); });
}

/// Whose weights the last step of the second epoch ruins, though its own loss is well.
class RuinedLearner : public SmallLearner {
public:
    using SmallLearner::SmallLearner;
    Result<Evaluation> evaluate(const Batches& batches, Lenet5* judge, double weight, std::uint64_t seed,
                                const std::stop_token& stop) override
    {
        auto e = SmallLearner::evaluate(batches, judge, weight, seed, stop);
        if (evaluations_++ > 0) e->total = std::numeric_limits<double>::quiet_NaN();
        return e;
    }

private:
    int evaluations_ = 0;
};

void removeWhole(const fs::path& folder)
{
    std::error_code ignored;
    while (fs::exists(folder, ignored)) fs::remove_all(folder, ignored);  // the writer may still put something there
}

}  // namespace

class tst_Durability : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        RunConfig config = tinyConfig(data_, ModelKind::Aivaegan);
        config.checkpointMinutes = 0;
        auto run = RunFolder::create(undisturbed(), config);
        Recorder recorder;
        QVERIFY(trainSmall(*run, recorder, control_).ok());
        QCOMPARE(recorder.steps.size(), 6u);
        QVERIFY(recorder.notices.empty() || !recorder.heard("saved"));
    }

    void checkpointsInsideEpochsChangeNothing()
    {
        auto run = start("often", always);
        Recorder recorder;
        QVERIFY(trainSmall(*run, recorder, control_).ok());
        verifySame(*run);
        for (const CheckpointFile& c : run->checkpoints()) QCOMPARE(c.step, std::int64_t(0));  // only epochs are left
    }

    void ruinedWeightsAreNotSaved()
    {
        auto run = start("ruined", 0);
        Recorder recorder;
        const auto ended = trainOn(*run, recorder, control_, [](const RunConfig& config, const Placement& placement) {
            return std::make_unique<RuinedLearner>(config, placement);
        });
        QVERIFY(!ended.ok());
        QCOMPARE(ended.error().code, Errc::Diverged);
        QVERIFY2(run->diverged()->find("held-out pairs") != std::string::npos, run->diverged()->c_str());
        QCOMPARE(*run->latest(), run->epochCheckpoint(1));
        QCOMPARE(readMetricsCsv(run->metricsFile())->epochs.size(), 1u);
    }

    void noCheckpointIsAheadOfItsRows()
    {
        auto run = start("rows", always);
        Recorder recorder;
        std::int64_t ahead = 0;
        recorder.atStep = [&](std::int64_t step) {
            for (bool seen = step == 1; !seen;) {  // that of the first step comes in any case; a newer one may take its place meanwhile
                const auto latest = run->latest();
                const auto progress = latest ? run->progressAt(*latest) : Result<RunProgress>(latest.error());
                const auto table = readMetricsCsv(run->metricsFile());
                seen = progress && table;
                if (seen) ahead = std::max(ahead, progress->step - (table->steps.empty() ? 0 : table->steps.back().step));
            }
        };
        QVERIFY(trainSmall(*run, recorder, control_).ok());
        QCOMPARE(ahead, std::int64_t(0));
    }

    void theBestStaysTheBest()
    {
        auto run = start("best", 0);
        Recorder first, second;
        first.stopAfter = 4;
        QVERIFY(trainSmall(*run, first, control_).ok());
        QVERIFY(trainSmall(*run, second, control_).ok());
        QCOMPARE(*run->best(), run->epochCheckpoint(1));
        QCOMPARE(*run->latest(), run->epochCheckpoint(2));
    }

    void resumedFromAnyStep_data()
    {
        QTest::addColumn<int>("stopAfter");
        for (int step = 1; step <= 5; ++step) QTest::addRow("step %d", step) << step;
    }

    void resumedFromAnyStep()
    {
        QFETCH(int, stopAfter);
        auto run = start("resumed", 0);
        Recorder first, second;
        first.stopAfter = stopAfter;
        QVERIFY(trainSmall(*run, first, control_).ok());
        QVERIFY(trainSmall(*run, second, control_).ok());
        verifySame(*run);
    }

    void killedBetweenAnEvaluationAndItsCheckpoint()
    {
        auto run = start("killed", 0);
        Recorder first, second, third;
        first.stopAfter = 3;  // the evaluation of the epoch is still to come
        QVERIFY(trainSmall(*run, first, control_).ok());
        const fs::path before = out_.path() / "before";
        fs::copy(run->folder() / "checkpoints", before, fs::copy_options::recursive);
        const auto latest = TemporaryFolder::content(run->folder() / "latest");
        QVERIFY(trainSmall(*run, second, control_).ok());
        fs::remove_all(run->folder() / "checkpoints");
        fs::rename(before, run->folder() / "checkpoints");
        std::ofstream(run->folder() / "latest") << latest;
        QVERIFY(trainSmall(*run, third, control_).ok());
        QCOMPARE(third.plan.firstStep, std::int64_t(3));
        verifySame(*run);
    }

    void killedBeforeLatestWasSet_data()
    {
        QTest::addColumn<bool>("damaged");
        QTest::addColumn<int>("firstStep");
        QTest::newRow("no latest") << false << 5;
        QTest::newRow("the latest checkpoint is damaged") << true << 3;
    }

    void killedBeforeLatestWasSet()
    {
        QFETCH(bool, damaged);
        QFETCH(int, firstStep);
        auto run = start("nolatest", 0);
        Recorder first, second;
        first.stopAfter = 5;
        QVERIFY(trainSmall(*run, first, control_).ok());
        if (damaged)
            fs::resize_file(*run->latest(), 1000);
        else
            fs::remove(run->folder() / "latest");
        std::ofstream(run->metricsFile(), std::ios::app) << "step,2,";
        QVERIFY(trainSmall(*run, second, control_).ok());
        QCOMPARE(second.plan.firstStep, std::int64_t(firstStep));
        QCOMPARE(second.heard("from an earlier checkpoint"), damaged);
        QVERIFY(second.heard("metrics.csv is not complete"));
        verifySame(*run);
    }

    void aDiskThatIsFullForAWhile()
    {
        auto run = start("full", always);
        Recorder recorder;
        std::optional<FileSizeLimit> full;
        recorder.atStep = [&](std::int64_t step) {
            if (step == 2) full.emplace(100);
            if (step == 5) full.reset();
        };
        QVERIFY(trainSmall(*run, recorder, control_).ok());
        QVERIFY(recorder.heard("goes on in memory"));
        QVERIFY(recorder.heard("can be saved again"));
        verifySame(*run);
    }

    void aDiskThatStaysFull()
    {
        auto run = start("stays", always);
        Recorder recorder, later;
        {
            std::optional<FileSizeLimit> full;
            recorder.atStep = [&](std::int64_t step) {
                if (step == 4) full.emplace(100);
            };
            const auto result = trainSmall(*run, recorder, control_);
            QVERIFY(!result.ok());
            QCOMPARE(recorder.steps.size(), 6u);
            QVERIFY(recorder.heard("goes on in memory"));
        }
        for (const auto& entry : fs::recursive_directory_iterator(run->folder())) {
            QVERIFY2(entry.path().extension() != ".tmp", entry.path().c_str());
            if (entry.path().extension() == ".safetensors") QVERIFY(SafetensorsFile::read(entry.path()).ok());
        }
        QVERIFY(trainSmall(*run, later, control_).ok());
        QVERIFY(later.plan.firstStep < 6);
        verifySame(*run);
    }

    void theFolderIsRemovedWhileItTrains_data()
    {
        QTest::addColumn<bool>("moved");
        QTest::newRow("removed") << false;
        QTest::newRow("moved away") << true;
    }

    void theFolderIsRemovedWhileItTrains()
    {
        QFETCH(bool, moved);
        auto run = start("removed", always);
        Recorder recorder;
        recorder.atStep = [&](std::int64_t step) {
            if (step != 4) return;
            if (moved) {
                fs::remove_all(out_.path() / "moved");
                fs::rename(run->folder(), out_.path() / "moved");
            } else {
                removeWhole(run->folder());
            }
        };
        QVERIFY(trainSmall(*run, recorder, control_).ok());
        QVERIFY(recorder.heard("goes on in memory"));
        QVERIFY(recorder.heard("can be saved again"));
        QCOMPARE(RunFolder::openForWriting(run->folder()).error().code, Errc::Busy);
        verifySame(*run);
    }

    void theMetricsAreRemovedWhileItTrains()
    {
        auto run = start("metrics", 0);
        Recorder recorder;
        recorder.atStep = [&](std::int64_t step) {
            if (step == 6) fs::remove(run->metricsFile());  // the row of the epoch is still to come
        };
        QVERIFY(trainSmall(*run, recorder, control_).ok());
        QVERIFY(recorder.heard("can be saved again"));
        verifySame(*run);
    }

    void theFolderAboveNeverComesBack()
    {
        auto run = start("disk/run", always);
        Recorder recorder;
        recorder.atStep = [&](std::int64_t step) {
            if (step == 4) removeWhole(out_.path() / "disk");
        };
        const auto result = trainSmall(*run, recorder, control_);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, Errc::NotFound);
        QVERIFY(recorder.heard("goes on in memory"));
        QVERIFY(!fs::exists(out_.path() / "disk"));
    }

    void permissionIsLostForAWhile()
    {
        const OrdinaryUser notRoot;
        auto run = start("forbidden", always);
        Recorder recorder;
        recorder.atStep = [&](std::int64_t step) {
            if (step == 2) {
                fs::permissions(run->folder() / "checkpoints", fs::perms::owner_read | fs::perms::owner_exec);
                control_.pause();  // a pause saves: the run finds out now
            }
            if (step == 5) fs::permissions(run->folder() / "checkpoints", fs::perms::owner_all);
        };
        recorder.atNotice = [&](const std::string&) { control_.resume(); };
        QVERIFY(trainSmall(*run, recorder, control_).ok());
        QVERIFY(recorder.heard("goes on in memory"));
        QVERIFY(recorder.heard("no permission"));
        QVERIFY(recorder.heard("can be saved again"));
        verifySame(*run);
    }

private:
    fs::path undisturbed() const { return out_.path() / "undisturbed"; }

    /// A new run like the undisturbed one.
    Result<RunFolder> start(const std::string& name, double checkpointMinutes)
    {
        const fs::path folder = out_.path() / name;
        fs::remove_all(folder);
        RunConfig config = tinyConfig(data_, ModelKind::Aivaegan);
        config.checkpointMinutes = checkpointMinutes;
        return RunFolder::create(folder, config);
    }

    void verifySame(const RunFolder& run) const
    {
        const auto compared = compareRuns(undisturbed(), run.folder());
        QVERIFY2(compared.ok(), compared ? "" : english(compared.error()).c_str());
        QVERIFY2(!compared->difference, compared->difference ? english(*compared->difference).c_str() : "");
        QCOMPARE(healthIn(run), healthIn(*RunFolder::openForReading(undisturbed())));
    }

    /// What the latest checkpoint knows of the run's health: it decides what will be said.
    static std::string healthIn(const RunFolder& run)
    {
        const auto header = readSafetensorsHeader(*run.latest());
        return nlohmann::json::parse(header->metadata.at("sonoglyph")).at("extra").at("health").dump();
    }

    small_data::TrainingFolder data_;
    TemporaryFolder out_;
    RunControl control_;
};

QTEST_GUILESS_MAIN(tst_Durability)
#include "tst_durability.moc"
