// The model of a figure found again by its fingerprint, wherever it lies now.
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/base/safetensors.h"
#include "core/train/run_folder.h"
#include "tests/ui/logic/fake_engine.h"
#include "tests/ui/pages/damaged_states.h"
#include "ui/logic/model_finder.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

namespace {

/// The fingerprint of a model is the name of its file; a built-in one may be of another version.
class FingerprintEngine : public FakeEngine {
public:
    Result<std::unique_ptr<Decoder>> openModel(const std::string& model) override
    {
        auto info = fakeModel(model);
        if (!info) return info.error();
        info->fingerprint = std::filesystem::path(model).filename().string() + version;
        return std::unique_ptr<Decoder>(new FakeModel(std::move(*info)));
    }
    std::string version;
};

}  // namespace

class tst_ModelFinder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        engine_.version.clear();
        finder_ = std::make_unique<ModelFinder>();
        found_ = std::make_unique<QSignalSpy>(finder_.get(), &ModelFinder::found);
        missing_ = std::make_unique<QSignalSpy>(finder_.get(), &ModelFinder::missing);
    }

    void aTraceHoldsNoPath()
    {
        ModelInfo info;
        info.name = "epoch-0007.safetensors";
        info.file = (runs() + u"/mine/checkpoints/epoch-0007.safetensors"_s).toStdString();
        info.fingerprint = "f";
        QVERIFY(test::holdsNoPath(modelTrace(info, runs())));
        QCOMPARE(modelTrace(info, runs())[u"key"_s].toString(), u"run:mine/checkpoints/epoch-0007.safetensors"_s);
        info.file = "/home/somebody/model.safetensors";
        QVERIFY(test::holdsNoPath(modelTrace(info, runs())));
        QVERIFY(!QJsonDocument(modelTrace(info, runs())).toJson().contains("somebody"));
    }

    void aBuiltinOne()
    {
        find(trace(u"wide"_s, u"wide"_s, u"wide"_s));
        QTRY_COMPARE(found_->size(), 1);
        QCOMPARE(found_->at(0), (QVariantList{u"wide"_s, true}));
        engine_.version = "-2";
        find(trace(u"wide"_s, u"wide"_s, u"wide"_s));
        QTRY_COMPARE(found_->size(), 2);
        QCOMPARE(found_->at(1), (QVariantList{u"wide"_s, false}));
    }

    void aCheckpointWhereItWas()
    {
        const QString file = checkpoint(u"mine"_s, 7, 70);
        find(trace(u"epoch-0007.safetensors"_s, u"run:mine/checkpoints/epoch-0007.safetensors"_s, u"epoch-0007.safetensors"_s));
        QTRY_COMPARE(found_->size(), 1);
        QCOMPARE(found_->at(0), (QVariantList{file, true}));
    }

    void aCheckpointOfARunThatIsCalledOtherwiseNow()
    {
        checkpoint(u"decoy"_s, 6, 60);
        const QString file = checkpoint(u"renamed"_s, 7, 70);
        find(trace(u"epoch-0007.safetensors"_s, u"run:mine/checkpoints/epoch-0007.safetensors"_s, u"epoch-0007.safetensors"_s));
        QTRY_COMPARE(found_->size(), 1);
        QCOMPARE(found_->at(0), (QVariantList{file, true}));
    }

    void aFileThatWasOpenedBefore()
    {
        const QString file = folder_->filePath(u"elsewhere.safetensors"_s);
        QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        find(trace(u"mine.safetensors"_s, u"mine.safetensors"_s, u"elsewhere.safetensors"_s), {u"/gone.safetensors"_s, file});
        QTRY_COMPARE(found_->size(), 1);
        QCOMPARE(found_->at(0), (QVariantList{file, true}));
    }

    void oneThatIsNowhere()
    {
        checkpoint(u"mine"_s, 6, 60);
        find(trace(u"mine.safetensors"_s, u"mine.safetensors"_s, u"f"_s), {u"/gone.safetensors"_s});
        QTRY_COMPARE(missing_->size(), 1);
        QCOMPARE(missing_->at(0)[0].toString(), u"mine.safetensors"_s);
        QVERIFY(found_->isEmpty());
    }

    void damagedTraces_data() { test::addDamagedStates(trace(u"wide"_s, u"wide"_s, u"wide"_s)); }
    void damagedTraces()
    {
        QFETCH(QJsonObject, state);
        checkpoint(u"mine"_s, 7, 70);
        find(state);
        QTRY_VERIFY(!finder_->busy());
        QVERIFY(found_->size() + missing_->size() <= 1);
    }

private:
    QString runs() const { return folder_->filePath(u"runs"_s); }
    static QJsonObject trace(const QString& name, const QString& key, const QString& fingerprint)
    {
        return {{u"name"_s, name},
                {u"key"_s, key},
                {u"fingerprint"_s, fingerprint},
                {u"dataset"_s, u"fsdd"_s},
                {u"objective"_s, QString::fromStdString(objectiveOf({}))},
                {u"steps"_s, 70}};
    }
    void find(const QJsonObject& trace, const QStringList& files = {}) { finder_->find(trace, engine_, runs(), files); }
    QString checkpoint(const QString& run, int epoch, int step)
    {
        if (!QDir().mkpath(runs())) qFatal("no folder");
        const auto folder = RunFolder::create((runs() + u'/' + run).toStdString(), {});
        if (!folder) qFatal("%s", english(folder.error()).c_str());
        const nlohmann::json own{{"progress", {{"epoch", epoch}, {"step", step}}}};
        const auto file = folder->epochCheckpoint(epoch);
        if (!writeSafetensors(file, {}, {{"sonoglyph", own.dump()}})) qFatal("not written");
        return QString::fromStdString(file.string());
    }

    std::unique_ptr<QTemporaryDir> folder_;
    FingerprintEngine engine_;
    std::unique_ptr<ModelFinder> finder_;
    std::unique_ptr<QSignalSpy> found_, missing_;
};

QTEST_GUILESS_MAIN(tst_ModelFinder)
#include "tst_model_finder.moc"
