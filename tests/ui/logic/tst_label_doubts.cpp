#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/data/small_data.h"
#include "core/train/run_folder.h"
#include "tests/ui/logic/fake_engine.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/label_doubts.h"
#include "ui/logic/settings.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

namespace {

/// Reads every label right but the fourth's.
class ReadingEngine : public FakeEngine {
public:
    Result<std::vector<SoundReading>> readRecordings(const std::string& model, const RecordingSet& set, const Progress&,
                                                     std::stop_token) override
    {
        asked = model;
        std::vector<SoundReading> readings;
        for (const Recording& recording : set.recordings) readings.push_back({recording.label == 3 ? 5 : recording.label, 0.95F});
        return readings;
    }

    std::string asked;
};

}  // namespace

class tst_LabelDoubts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        doubts_.reset();
        loader_.reset();
        folder_ = std::make_unique<QTemporaryDir>();
        settings_ = std::make_unique<Settings>(folder_->filePath(u"settings.ini"_s));
        settings_->setRunsFolder(folder_->filePath(u"runs"_s));
        engine_ = std::make_unique<ReadingEngine>();
        loader_ = std::make_unique<EngineLoader>([this]() -> Result<Engine*> { return engine_.get(); });
        doubts_ = std::make_unique<LabelDoubts>(*loader_, *settings_);
    }

    void withoutTheCoreNobodyReads()
    {
        QVERIFY(!doubts_->possible());
        doubts_->find(digits());
        QVERIFY(!doubts_->busy());
        loader_->start();
        QTRY_VERIFY(doubts_->possible());
    }

    void theBuiltInModelReadsDigits()
    {
        find(digits());
        QCOMPARE(engine_->asked, std::string("aivae-voice"));
        QVERIFY(!doubts_->found()->classifier);
        QCOMPARE(doubts_->found()->doubts.size(), std::size_t(1));
        QCOMPARE(doubts_->found()->doubts[0].recording, 3U);
        QCOMPARE(doubts_->found()->doubts[0].reading.read, 5);
        doubts_->forget();
        QVERIFY(!doubts_->found());
    }

    void aTrainedClassifierReadsBetter()
    {
        makeRun(u"hears-fruit"_s, ModelKind::Classifier, {"apple", "pear"});
        makeRun(u"draws"_s, ModelKind::Aivae, digitLabels());
        makeRun(u"untrained"_s, ModelKind::Classifier, digitLabels(), false);
        find(digits());
        QCOMPARE(engine_->asked, std::string("aivae-voice"));
        makeRun(u"hears"_s, ModelKind::Classifier, digitLabels());
        find(digits());
        QCOMPARE(engine_->asked, folder_->filePath(u"runs/hears"_s).toStdString());
        QVERIFY(doubts_->found()->classifier);
        QCOMPARE(doubts_->found()->model, u"hears"_s);
    }

    void labelsThatNobodyKnows()
    {
        RecordingSet set = small_data::recordingSet("fruit", {2, 2});
        set.labels = {"apple", "pear"};
        loader_->start();
        QTRY_VERIFY(doubts_->possible());
        QSignalSpy failed(doubts_.get(), &StudyJob::failed);
        doubts_->find(set);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains(u"fruit"_s));
        QVERIFY(!doubts_->found());
    }

private:
    static RecordingSet digits() { return small_data::recordingSet("fsdd", std::vector<int>(10, 1)); }
    void find(const RecordingSet& set)
    {
        loader_->start();
        QTRY_VERIFY(doubts_->possible());
        doubts_->find(set);
        QTRY_VERIFY(doubts_->found());
    }
    void makeRun(const QString& name, ModelKind model, const Labels& labels, bool trained = true)
    {
        RunConfig config;
        config.model = model;
        config.data.labels = labels;
        const auto run = RunFolder::create(folder_->filePath(u"runs/"_s + name).toStdString(), config);
        QVERIFY(run.ok());
        if (!trained) return;
        QFile checkpoint(QString::fromStdString(run->epochCheckpoint(1).string()));
        QVERIFY(checkpoint.open(QIODevice::WriteOnly));
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<ReadingEngine> engine_;
    std::unique_ptr<EngineLoader> loader_;
    std::unique_ptr<LabelDoubts> doubts_;
};

QTEST_GUILESS_MAIN(tst_LabelDoubts)
#include "tst_label_doubts.moc"
