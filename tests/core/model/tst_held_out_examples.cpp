// The held-out recordings that a model file carries: which they are, that their codes are the model's, and that they come back.
#include <torch/torch.h>

#include <QtTest>

#include "core/base/temporary_folder.h"
#include "core/model/held_out_examples.h"
#include "core/model/initialise.h"
#include "core/model/model_file.h"
#include "core/train/noise.h"

using namespace sonoglyph;

namespace {

constexpr int latent = 8;

Vae freshVae()
{
    return makeSeeded(9, [] {
        Vae vae(ModelKind::Aivae, latent);
        initialise(*vae, Initialisation::He);
        return vae;
    });
}

/// `perLabel` recordings of every digit; of each digit the first half is held out.
PairedDataset dataset(int perLabel, std::uint64_t seed)
{
    PairedDataset data;
    data.config.seed = seed;
    for (int digit = 0; digit < 10; ++digit)
        for (int take = 0; take < perLabel; ++take) {
            const auto index = std::uint32_t(data.recordings.recordings.size());
            Recording recording;
            recording.label = digit;
            recording.file = "/somewhere/" + std::to_string(digit) + "_ann_" + std::to_string(take) + ".wav";
            data.recordings.recordings.push_back(recording);
            (take < perLabel / 2 ? data.split.test : data.split.train).push_back(index);
        }
    return data;
}

torch::Tensor sounds(std::int64_t count) { return Noise(4).normal({count, 1, 48, 48}).sigmoid(); }

}  // namespace

class tst_HeldOutExamples : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void twoOfEveryDigitThatIsHeldOut()
    {
        Vae vae = freshVae();
        const PairedDataset data = dataset(12, 1);
        const auto spectrograms = sounds(120);
        const auto examples = heldOutExamples(vae, data, spectrograms);
        QCOMPARE(int(examples.size()), 20);
        torch::NoGradGuard noGrad;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            const ExampleCode& e = examples[i];
            QCOMPARE(e.label, int(i) / 2);
            const int take = std::stoi(e.recording.substr(6));
            QVERIFY(take < 6);
            QCOMPARE(e.recording, std::to_string(e.label) + "_ann_" + std::to_string(take) + ".wav");
            const std::int64_t at = e.label * 12 + take;
            const Posterior q = vae->encode(spectrograms.slice(0, at, at + 1));
            for (int k = 0; k < latent; ++k) {
                QVERIFY(std::abs(e.code.mean[std::size_t(k)] - q.mean[0][k].item<float>()) < 1e-5F);
                QVERIFY(std::abs(e.code.logVariance[std::size_t(k)] - q.logVariance[0][k].item<float>()) < 1e-5F);
            }
        }
    }

    void theSeedChoosesThem()
    {
        Vae vae = freshVae();
        const auto spectrograms = sounds(120);
        const auto names = [&](std::uint64_t seed) {
            std::vector<std::string> all;
            for (const auto& e : heldOutExamples(vae, dataset(12, seed), spectrograms)) all.push_back(e.recording);
            return all;
        };
        QVERIFY(names(1) == names(1));
        QVERIFY(names(1) != names(2));
    }

    void aDigitWithOneRecordingGivesOne()
    {
        Vae vae = freshVae();
        QCOMPARE(int(heldOutExamples(vae, dataset(2, 1), sounds(20)).size()), 10);
    }

    void theyComeBackFromAFile()
    {
        const TemporaryFolder folder;
        Vae vae = freshVae();
        ModelDescription d;
        d.config.latent = latent;
        d.config.alpha = 0.5;
        d.accuracy = 0.75;
        d.accuracyMean = 0.8;
        d.diversity = 0.03;
        d.epoch = 7;
        d.examples = heldOutExamples(vae, dataset(12, 1), sounds(120));
        const auto file = folder.path() / "m.safetensors";
        QVERIFY(writeModelFile(file, stateOf(*vae), d).ok());
        const auto loaded = loadModel(file.string());
        QVERIFY2(loaded.ok(), loaded ? "" : english(loaded.error()).c_str());
        const ModelInfo& info = loaded->info;
        QCOMPARE(info.alpha, 0.5);
        QCOMPARE(info.epoch, 7);
        QVERIFY(info.measured.has_value());
        QCOMPARE(info.measured->accuracy, 0.75);
        QCOMPARE(info.measured->accuracyMean, 0.8);
        QCOMPARE(info.measured->diversity, 0.03);
        QCOMPARE(info.examples.size(), d.examples.size());
        for (std::size_t i = 0; i < d.examples.size(); ++i) {
            QCOMPARE(info.examples[i].recording, d.examples[i].recording);
            QCOMPARE(info.examples[i].label, d.examples[i].label);
            for (std::size_t k = 0; k < std::size_t(latent); ++k)
                QVERIFY(std::abs(info.examples[i].code.mean[k] - d.examples[i].code.mean[k]) <= 0.0005F + 1e-6F);
        }
    }

    void damaged_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("another latent size") << QByteArray(R"([{"recording": "a", "digit": 1, "mean": [1], "log_variance": [1]}])");
        QTest::newRow("one part shorter") << QByteArray(R"([{"recording": "a", "digit": 1, "mean": [1, 2], "log_variance": [1]}])");
        QTest::newRow("no digit") << QByteArray(R"([{"recording": "a", "mean": [1, 2], "log_variance": [1, 2]}])");
        QTest::newRow("digit out of range") << QByteArray(R"([{"recording": "a", "digit": 256, "mean": [1, 2], "log_variance": [1, 2]}])");
        QTest::newRow("words for numbers") << QByteArray(R"([{"recording": "a", "digit": 1, "mean": ["x", 2], "log_variance": [1, 2]}])");
        QTest::newRow("no number") << QByteArray(R"([{"recording": "a", "digit": 1, "mean": [1e300, 2], "log_variance": [1, 2]}])");
        QTest::newRow("no list") << QByteArray(R"({"recording": "a"})");
    }

    void damaged()
    {
        QFETCH(QByteArray, json);
        const auto read = examplesFromJson(nlohmann::json::parse(json.toStdString()), 2);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, Errc::Incompatible);
    }
};

QTEST_GUILESS_MAIN(tst_HeldOutExamples)
#include "tst_held_out_examples.moc"
