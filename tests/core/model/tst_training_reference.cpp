// How far a sound lies from the training recordings: what is measured, told, written into files and read back.
#include <torch/torch.h>

#include <QtTest>

#include "core/base/temporary_folder.h"
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

torch::Tensor sounds(int count, std::uint64_t seed) { return Noise(seed).normal({count, 1, 48, 48}).sigmoid(); }

ModelDescription describe()
{
    ModelDescription d;
    d.config.latent = latent;
    return d;
}

}  // namespace

class tst_TrainingReference : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void soundsOfTheSameKindSpreadOverAllPercentiles()
    {
        torch::NoGradGuard noGrad;
        Vae vae = freshVae();
        const auto reference = TrainingReference::of(vae, sounds(200, 1));
        QCOMPARE(reference.recordings(), 200);
        const auto codes = vae->encode(sounds(100, 2)).mean;
        double sum = 0;
        int high = 0;
        for (int i = 0; i < 100; ++i) {
            const double share = reference.distanceOf(codes.slice(0, i, i + 1)).share;
            sum += share;
            high += share > 0.9;
        }
        QVERIFY2(sum > 35 && sum < 65, QByteArray::number(sum));
        QVERIFY2(high >= 2 && high <= 25, QByteArray::number(high));
    }

    void whatLiesFarAwayIsFartherThanAll()
    {
        torch::NoGradGuard noGrad;
        Vae vae = freshVae();
        const auto spectrograms = sounds(60, 1);
        const auto reference = TrainingReference::of(vae, spectrograms);
        const auto code = vae->encode(spectrograms.slice(0, 0, 1)).mean;
        const auto near = reference.distanceOf(code), far = reference.distanceOf(code + 100);
        QVERIFY(near.share < 1);
        QCOMPARE(far.share, 1.0);
        QVERIFY(far.distance > 10 * near.distance);
    }

    /// A dimension in which the recordings differ by far less than their posteriors spread does not count.
    void aDimensionThatSaysNothingDoesNotCount()
    {
        const auto means = torch::cat({torch::randn({40, 1}), torch::zeros({40, 1})}, 1);
        const TensorDict tensors{{"reference.means", means},
                                 {"reference.deviation", torch::tensor({0.1F, 1.0F})},
                                 {"reference.distances", torch::linspace(0, 10, 40)}};
        const auto reference = TrainingReference::from(tensors, 2, "m");
        QVERIFY(reference.ok() && *reference);
        const auto at = [&](float active, float silent) { return (*reference)->distanceOf(torch::tensor({{active, silent}})).distance; };
        QVERIFY(at(5, 0) > 5 * at(0, 0.5F));
    }

    void comesBackFromAFile_data()
    {
        QTest::addColumn<int>("precision");
        QTest::newRow("float32") << int(Precision::Float32);
        QTest::newRow("8 bit") << int(Precision::Int8);
    }

    void comesBackFromAFile()
    {
        QFETCH(int, precision);
        const TemporaryFolder folder;
        Vae vae = freshVae();
        const auto spectrograms = sounds(50, 3);
        const auto reference = TrainingReference::of(vae, spectrograms);
        TensorDict tensors = stateOf(*vae);
        tensors.merge(reference.tensors());
        const auto file = folder.path() / "m.safetensors";
        QVERIFY(writeModelFile(file, tensors, describe(), Precision(precision)).ok());
        const auto loaded = loadModel(file.string());
        QVERIFY2(loaded.ok(), loaded ? "" : english(loaded.error()).c_str());
        QCOMPARE(loaded->info.reference, 50);
        QVERIFY(loaded->reference.has_value());
        torch::NoGradGuard noGrad;
        const auto code = vae->encode(spectrograms.slice(0, 7, 8)).mean;
        QCOMPARE(loaded->reference->distanceOf(code).distance, reference.distanceOf(code).distance);
        QCOMPARE(loaded->reference->distanceOf(code).share, reference.distanceOf(code).share);
    }

    void olderFilesKnowNone()
    {
        const TemporaryFolder folder;
        const auto file = folder.path() / "m.safetensors";
        QVERIFY(writeModelFile(file, stateOf(*freshVae()), describe()).ok());
        const auto loaded = loadModel(file.string());
        QVERIFY(loaded.ok());
        QCOMPARE(loaded->info.reference, 0);
        QVERIFY(!loaded->reference);
    }

    void damaged_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("a tensor missing") << "missing";
        QTest::newRow("another latent size") << "latent";
        QTest::newRow("not a number") << "nan";
        QTest::newRow("no deviation") << "zero";
        QTest::newRow("distances out of order") << "order";
        QTest::newRow("another number of distances") << "count";
        QTest::newRow("one recording") << "one";
    }

    void damaged()
    {
        QFETCH(QString, what);
        Vae vae = freshVae();
        TensorDict tensors = TrainingReference::of(vae, sounds(20, 3)).tensors();
        QVERIFY(TrainingReference::from(tensors, latent, "m").ok());
        if (what == "missing") tensors.erase("reference.deviation");
        if (what == "nan") tensors["reference.means"][3][3] = std::nanf("");
        if (what == "zero") tensors["reference.deviation"][0] = 0;
        if (what == "order") tensors["reference.distances"] = tensors["reference.distances"].flip(0);
        if (what == "count") tensors["reference.distances"] = tensors["reference.distances"].slice(0, 1);
        if (what == "one") tensors["reference.means"] = tensors["reference.means"].slice(0, 0, 1);
        const auto read = TrainingReference::from(tensors, what == "latent" ? latent + 1 : latent, "the file");
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, Errc::Incompatible);
        QVERIFY(english(read.error()).find("the file") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(tst_TrainingReference)
#include "tst_training_reference.moc"
