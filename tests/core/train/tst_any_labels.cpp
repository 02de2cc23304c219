// An own data set of labels that are no digits, through everything: trained on by every model, read by a LeNet-5 of its own, evaluated.
#include <torch/torch.h>

#include <QtTest>

#include "core/data/own_dataset.h"
#include "core/eval/evaluation.h"
#include "core/eval/recording_reader.h"
#include "core/model/judge.h"
#include "core/model/model_file.h"
#include "core/session/evaluation_details.h"
#include "core/session/torch_decoder.h"
#include "core/train/batches.h"
#include "core/train/lenet_trainer.h"
#include "core/train/tiny_run.h"

using namespace sonoglyph;

namespace {

const Labels fruit{"apple", "pear", "plum"};

class FruitFolder : public TemporaryFolder {
public:
    FruitFolder()
    {
        qputenv("XDG_CACHE_HOME", QByteArray::fromStdString((path() / "cache").string()));
        for (const std::string& label : fruit)
            for (const char* speaker : {"ann", "bob"})
                for (int take = 0; take < 4; ++take)
                    small_data::putSound(*this, "own/fruit/sounds/" + label + "_" + speaker + "_" + std::to_string(take) + ".wav",
                                         int(label.size()) * 17 + take);
        put("own/fruit/sounds/apple_bob_9.wav", "no sound");
        for (const char* part : {"train", "t10k"}) putImages(part);
        OwnDataset set;
        set.name = "fruit";
        set.labels = fruit;
        set.recordings = {{{}, "sounds", LabelsFrom::Names, {}}};
        set.images = "images";
        if (!writeOwnDataset(path(), set)) qFatal("no data set");
    }

private:
    /// A bar in another place for each label, a little brighter from image to image.
    void putImages(const std::string& part) const
    {
        constexpr std::uint32_t count = 48;
        std::string pixels =
            small_data::bigEndian(0x803) + small_data::bigEndian(count) + small_data::bigEndian(28) + small_data::bigEndian(28);
        std::string labels = small_data::bigEndian(0x801) + small_data::bigEndian(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint32_t label = i % 3;
            for (std::uint32_t p = 0; p < 28 * 28; ++p) pixels += char(p / 28 / 9 == label ? 128 + i : 0);
            labels += char(label);
        }
        put("own/fruit/images/" + part + "-images-idx3-ubyte", pixels);
        put("own/fruit/images/" + part + "-labels-idx1-ubyte", labels);
    }
};

LenetRequest lenetFor(const TemporaryFolder& data)
{
    LenetRequest request;
    request.folder = data.path();
    request.dataset = "fruit";
    request.epochs = 12;
    request.batch = 16;
    return request;
}

RunConfig runOn(const TemporaryFolder& data, ModelKind model)
{
    RunConfig config = tinyConfig(data, model);
    config.data.name = "fruit";
    config.epochs = 1;
    return config;
}

}  // namespace

class tst_AnyLabels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutAJudgeNothingIsRead()
    {
        const FruitFolder data;
        const DatasetConfig config = runOn(data, ModelKind::Aivae).data;
        const auto judge = loadJudge({}, config);
        QVERIFY(!judge.ok());
        QCOMPARE(judge.error().code, Errc::NotFound);
        QVERIFY(english(judge.error()).find("fruit") != std::string::npos);
        auto run = RunFolder::create(data / "run", runOn(data, ModelKind::Aivae));
        QVERIFY(run.ok());
        Recorder recorder;
        RunControl control;
        const auto trained = trainOn(*run, recorder, control);
        QVERIFY2(trained.ok(), trained ? "" : english(trained.error()).c_str());
        QVERIFY(recorder.heard("No accuracy will be measured"));
        QVERIFY(!recorder.previews.empty());
        for (const int label : recorder.previews.back().labels) QVERIFY(label >= 0 && label < 3);
    }

    void aJudgeOfItsOwnReadsIt()
    {
        const FruitFolder data;
        const auto report = trainLenet5(lenetFor(data), {}, {});
        QVERIFY2(report.ok(), report ? "" : english(report.error()).c_str());
        QCOMPARE(report->examples, std::int64_t(48));
        QCOMPARE(report->perLabel.size(), 3u);
        QCOMPARE(report->confusion.size(), 3u);
        QCOMPARE(report->accuracy, 1.0);
        QVERIFY(std::filesystem::exists(ownJudgeFile(data.path(), "fruit")));
        auto judge = loadJudge({}, runOn(data, ModelKind::Aivae).data);
        QVERIFY2(judge.ok(), judge ? "" : english(judge.error()).c_str());
        QCOMPARE((*judge)->labels(), 3);
        // The judge of digits does not fit.
        const auto digits = loadJudge(builtinModelFolder() / "lenet5.safetensors", runOn(data, ModelKind::Aivae).data);
        QVERIFY(!digits.ok());
        QCOMPARE(digits.error().code, Errc::Incompatible);
    }

    void everyModelTrains_data()
    {
        QTest::addColumn<int>("model");
        QTest::newRow("aivae") << int(ModelKind::Aivae);
        QTest::newRow("aivaegan") << int(ModelKind::Aivaegan);
        QTest::newRow("classifier") << int(ModelKind::Classifier);
    }

    void everyModelTrains()
    {
        QFETCH(int, model);
        const FruitFolder data;
        QVERIFY(trainLenet5(lenetFor(data), {}, {}).ok());
        auto run = RunFolder::create(data / "run", runOn(data, ModelKind(model)));
        QVERIFY(run.ok());
        Recorder recorder;
        RunControl control;
        const auto trained = trainOn(*run, recorder, control);
        QVERIFY2(trained.ok(), trained ? "" : english(trained.error()).c_str());
        QCOMPARE(recorder.plan.config.data.labels, fruit);
        auto opened = openModelFile(run->epochCheckpoint(1));
        QVERIFY(opened.ok());
        QCOMPARE(opened->description.config.data.labels, fruit);
        const auto dataset = openDataset(opened->description.config.data, {}, {}, 1);
        QVERIFY(dataset.ok());
        const auto readings = readRecordings(*openModelFile(run->epochCheckpoint(1)), *listRecordings("fruit", data.path()), {}, {});
        QVERIFY2(readings.ok(), readings ? "" : english(readings.error()).c_str());
        const auto listed = listRecordings("fruit", data.path());
        QCOMPARE(readings->size(), std::size_t(25));
        for (std::size_t i = 0; i < readings->size(); ++i) {
            const auto [read, confidence] = (*readings)[i];
            const bool broken = listed->recordings[i].take == 9;
            QVERIFY(broken ? read == -1 : read >= 0 && read < 3 && confidence > 1.0F / 3 - 1e-4F);
        }
        const auto others =
            readRecordings(*openModelFile(run->epochCheckpoint(1)), RecordingSet{"fsdd", digitLabels(), {}, 0, true}, {}, {});
        QCOMPARE(others.error().code, Errc::Incompatible);
        const Batches batches(**dataset);
        if (ModelKind(model) == ModelKind::Classifier) {
            auto net = loadClassifier(*opened);
            QVERIFY2(net.ok(), net ? "" : english(net.error()).c_str());
            const auto heard = evaluateClassifier(*net, batches, {}, true);
            QVERIFY(heard.ok());
            QCOMPARE(heard->labels, fruit);
            QCOMPARE(heard->confusion.size(), 3u);
            return;
        }
        auto loaded = loadModel(std::move(*opened));
        QVERIFY2(loaded.ok(), loaded ? "" : english(loaded.error()).c_str());
        QCOMPARE(loaded->info.labels, fruit);
        auto judge = loadJudge({}, (*dataset)->config);
        const auto read = evaluate(loaded->vae, &*judge, batches, 1, {}, {}, true);
        QVERIFY(read.ok());
        QCOMPARE(read->labels, fruit);
        QCOMPARE(read->perLabel.size(), 3u);
        QCOMPARE(read->details->archetypes.size(), 3u);
        std::int64_t counted = 0;
        for (const auto& row : read->confusion)
            for (const std::int64_t count : row) counted += count;
        QCOMPARE(counted, std::int64_t(48));
        // What is drawn is read by the data set's own judge, with its names.
        auto decoder = TorchDecoder::of(std::move(*loaded));
        const auto drawn = decoder->draw(std::vector<float>(4, 0.1F));
        QVERIFY(drawn.ok());
        QCOMPARE(drawn->reading.probabilities.size(), 3u);
        QVERIFY(std::find(fruit.begin(), fruit.end(), drawn->reading.name()) != fruit.end());
    }

    void imagesThatTheSetDoesNotName()
    {
        const FruitFolder data;
        OwnDataset set = *readOwnDataset(data.path(), "fruit");
        set.labels = {"apple", "pear"};
        QVERIFY(writeOwnDataset(data.path(), set).ok());
        const auto report = trainLenet5(lenetFor(data), {}, {});
        QVERIFY(!report.ok());
        QCOMPARE(report.error().code, Errc::Incompatible);
    }

    void nowhereToPutIt()
    {
        const small_data::TrainingFolder data;
        LenetRequest request = lenetFor(data);
        request.dataset = "fsdd";
        QCOMPARE(trainLenet5(request, {}, {}).error().code, Errc::BadOption);
    }
};

QTEST_GUILESS_MAIN(tst_AnyLabels)
#include "tst_any_labels.moc"
