// Models in files: what is written comes back, in either precision, and what is no model is refused with a reason.
#include <torch/torch.h>

#include <QtTest>

#include "core/base/temporary_folder.h"
#include "core/model/initialise.h"
#include "core/model/model_file.h"

using namespace sonoglyph;

namespace {

Vae freshVae(int latent)
{
    return makeSeeded(9, [&] {
        Vae vae(ModelKind::Aivae, latent);
        initialise(*vae, Initialisation::He);
        return vae;
    });
}

ModelDescription describe(int latent)
{
    ModelDescription d;
    d.config.latent = latent;
    d.config.data.spectrogram.rate = 8000;
    d.step = 42;
    d.note = "for a test";
    return d;
}

}  // namespace

class tst_ModelFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrip_data()
    {
        QTest::addColumn<int>("precision");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("float32") << int(Precision::Float32) << 0.0;
        QTest::newRow("8 bit") << int(Precision::Int8) << 0.05;
        QTest::newRow("4 bit") << int(Precision::Int4) << 0.3;
        QTest::newRow("3 bit") << int(Precision::Int3) << 0.5;
    }

    void roundTrip()
    {
        QFETCH(int, precision);
        QFETCH(double, tolerance);
        const TemporaryFolder folder;
        const auto file = folder.path() / "m.safetensors";
        Vae vae = freshVae(8);
        vae->setStandardisation(0.4, 0.25);
        vae->eval();
        QVERIFY(writeModelFile(file, stateOf(*vae), describe(8), Precision(precision)).ok());
        auto loaded = loadModel(file.string());
        QVERIFY2(loaded.ok(), loaded ? "" : english(loaded.error()).c_str());
        QCOMPARE(loaded->info.latent, 8);
        QCOMPARE(loaded->info.steps, 42);
        QCOMPARE(loaded->info.note, std::string("for a test"));
        QCOMPARE(loaded->info.spectrogram.rate, 8000);
        torch::NoGradGuard noGrad;
        const auto x = torch::rand({4, 1, 48, 48});
        const auto want = vae->decode(vae->encode(x).mean), got = loaded->vae->decode(loaded->vae->encode(x).mean);
        const double difference = (want - got).abs().mean().item<double>();
        QVERIFY2(difference <= tolerance, QByteArray::number(difference));
    }

    void eightBitsTakeAQuarter()
    {
        const TemporaryFolder folder;
        Vae vae = freshVae(8);
        QVERIFY(writeModelFile(folder.path() / "full", stateOf(*vae), describe(8)).ok());
        QVERIFY(writeModelFile(folder.path() / "small", stateOf(*vae), describe(8), Precision::Int8).ok());
        QVERIFY(std::filesystem::file_size(folder.path() / "small") < 0.26 * double(std::filesystem::file_size(folder.path() / "full")));
    }

    /// Earlier versions must refuse what they cannot read, and only that.
    void fourBitsTakeAnEighth()
    {
        const TemporaryFolder folder;
        Vae vae = freshVae(8);
        QVERIFY(writeModelFile(folder.path() / "full", stateOf(*vae), describe(8)).ok());
        QVERIFY(writeModelFile(folder.path() / "small", stateOf(*vae), describe(8), Precision::Int4).ok());
        QVERIFY(std::filesystem::file_size(folder.path() / "small") < 0.14 * double(std::filesystem::file_size(folder.path() / "full")));
        const auto format = [&](const char* name) {
            const auto header = readSafetensorsHeader(folder.path() / name);
            return nlohmann::json::parse(header->metadata.at("sonoglyph")).at("format").get<int>();
        };
        QCOMPARE(format("full"), 1);
        QCOMPARE(format("small"), 2);
        QVERIFY(writeModelFile(folder.path() / "smallest", stateOf(*vae), describe(8), Precision::Int3).ok());
        QVERIFY(std::filesystem::file_size(folder.path() / "smallest") < std::filesystem::file_size(folder.path() / "small"));
        QCOMPARE(format("smallest"), 3);
    }

    void equalModelsGiveEqualBytes()
    {
        const TemporaryFolder folder;
        Vae a = freshVae(8), b = freshVae(8);
        QVERIFY(writeModelFile(folder.path() / "a", stateOf(*a), describe(8)).ok());
        QVERIFY(writeModelFile(folder.path() / "b", stateOf(*b), describe(8)).ok());
        QVERIFY(TemporaryFolder::content(folder / "a") == TemporaryFolder::content(folder / "b"));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code");
        QTest::newRow("missing") << "missing" << int(Errc::NotFound);
        QTest::newRow("text") << "text" << int(Errc::Corrupt);
        QTest::newRow("other program's") << "foreign" << int(Errc::Corrupt);
        QTest::newRow("newer format") << "newer" << int(Errc::NewerFormat);
        QTest::newRow("another latent size") << "shape" << int(Errc::Incompatible);
        QTest::newRow("a tensor missing") << "tensor" << int(Errc::Incompatible);
        QTest::newRow("a LeNet-5") << "lenet" << int(Errc::Incompatible);
    }

    void refused()
    {
        QFETCH(QString, what);
        QFETCH(int, code);
        const TemporaryFolder folder;
        const auto file = folder.path() / "m.safetensors";
        Vae vae = freshVae(8);
        auto state = stateOf(*vae);
        if (what == "text") folder.put("m.safetensors", "not a model at all, only words");
        if (what == "foreign") QVERIFY(writeSafetensors(file, {}, {{"someone", "else"}}).ok());
        if (what == "newer") QVERIFY(writeSafetensors(file, {}, {{"sonoglyph", R"({"format": 99})"}}).ok());
        if (what == "shape") QVERIFY(writeModelFile(file, state, describe(16)).ok());
        if (what == "tensor") {
            state.erase("decoder.0.weight");
            QVERIFY(writeModelFile(file, state, describe(8)).ok());
        }
        if (what == "lenet") {
            auto d = describe(8);
            d.kind = "lenet5";
            QVERIFY(writeModelFile(file, state, d).ok());
        }
        const auto loaded = loadModel(file.string());
        QVERIFY(!loaded.ok());
        QCOMPARE(int(loaded.error().code), code);
        QVERIFY(english(loaded.error()).find(file.string()) != std::string::npos);
    }

    void builtIn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("accuracy");  // at least, on held-out pairs
        QTest::newRow("the paper's") << "aivae-fsdd" << 0.942;
        QTest::newRow("the microphone's, on voices it never heard") << "aivae-voice" << 0.9;
        QTest::newRow("alpha 0.2") << "aivaegan-0.2" << 0.81;
        QTest::newRow("alpha 0.5") << "aivaegan-0.5" << 0.95;
        QTest::newRow("alpha 1") << "aivaegan-1" << 0.96;
        QTest::newRow("alpha 2") << "aivaegan-2" << 0.96;
    }

    void builtIn()
    {
        QFETCH(QString, name);
        QFETCH(double, accuracy);
        auto lenet = loadLenet5();
        QVERIFY2(lenet.ok(), lenet ? "" : english(lenet.error()).c_str());
        auto model = loadModel(name.toStdString());
        QVERIFY2(model.ok(), model ? "" : english(model.error()).c_str());
        QVERIFY(!model->info.note.empty());
        QVERIFY(model->description.accuracy >= accuracy);
        QVERIFY(std::filesystem::file_size(model->info.file) <= 12'000'000);
        QVERIFY(model->info.measured && model->info.measured->diversity > 0);
        QCOMPARE(int(model->info.examples.size()), 20);
        QVERIFY(model->info.reference > 0);
    }

    /// What the alpha wall shows before any training: the paper's trade-off, on the same recordings, in 32 MB with all the rest.
    void theBuiltInAlphas()
    {
        std::uintmax_t bytes = 0;
        for (const auto& entry : std::filesystem::directory_iterator(builtinModelFolder())) bytes += entry.file_size();
        QVERIFY2(bytes <= 32'000'000, std::to_string(bytes).c_str());
        std::vector<ModelInfo> models;
        for (const char* name : {"aivaegan-0.2", "aivaegan-0.5", "aivaegan-1", "aivaegan-2", "aivae-fsdd"}) {
            const auto info = describeModel(builtinModelFolder() / (std::string(name) + ".safetensors"));
            QVERIFY2(info.ok(), info ? "" : english(info.error()).c_str());
            models.push_back(*info);
        }
        for (std::size_t i = 1; i < models.size(); ++i)
            for (std::size_t k = 0; k < models[i].examples.size(); ++k)
                QCOMPARE(models[i].examples[k].recording, models[0].examples[k].recording);
        for (std::size_t i = 1; i < 4; ++i) {
            QVERIFY(models[i].alpha > models[i - 1].alpha);
            QVERIFY(models[i].measured->diversity < models[i - 1].measured->diversity);
        }
        QVERIFY(models[0].measured->accuracy < models[3].measured->accuracy);
    }
};

QTEST_GUILESS_MAIN(tst_ModelFile)
#include "tst_model_file.moc"
