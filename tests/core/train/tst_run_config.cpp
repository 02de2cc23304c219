#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/train/run_config.h"

using namespace sonoglyph;
using nlohmann::json;

using Change = std::function<void(RunConfig&)>;
Q_DECLARE_METATYPE(Change)

namespace {

RunConfig unusual()
{
    RunConfig c;
    c.model = ModelKind::Aivaegan;
    c.data = {"scd",
              "/some/where",
              "speaker:theo",
              {16000, 400, 0.0125, 40, 7600, -60, TimeMode::Pad, 48},
              std::numeric_limits<std::uint64_t>::max()};
    c.augmentation = {0.9, 0.5, 0.25, 15, 0.4, 0.6, 6, 0.7, 0, 30, -50, 3, 6, 7};
    c.alpha = 0.1;
    c.adversarial = Adversarial::Saturating;
    c.reconstructionReduction = Reduction::Mean;
    c.klReduction = Reduction::Mean;
    c.latent = 32;
    c.batch = 100;
    c.epochs = 7;
    c.maxSteps = 1234567;
    c.learningRate = 3e-4;
    c.rateSchedule = RateSchedule::Cosine;
    c.seed = std::uint64_t(1) << 63;
    c.initialisation = Initialisation::PyTorch;
    c.standardise = false;
    c.klWarmup = 0;
    c.previewEvery = 10;
    c.checkpointMinutes = 2.5;
    c.device = "cuda";
    c.threads = 2;
    return c;
}

}  // namespace

class tst_RunConfig : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreValid();
    void jsonKeepsEverything();
    void jsonNamesEveryMember();
    void missingKeysKeepDefaults();
    void refusesUnknownKeys_data();
    void refusesUnknownKeys();
    void refusesWrongTypes_data();
    void refusesWrongTypes();
    void names();
    void limits_data();
    void limits();
    void inputThatValidateRefusesCannotBeRead();
    void spectrogramParams();
    void pathsOfAnyBytes();
    void learningRates();
    void objectives_data();
    void objectives();
};

void tst_RunConfig::defaultsAreValid()
{
    QVERIFY(validate(RunConfig()).empty());
    QVERIFY(validate(unusual()).empty());
}

void tst_RunConfig::jsonKeepsEverything()
{
    for (const RunConfig& config : {RunConfig(), unusual()}) {
        const auto back = runConfigFromJson(json::parse(toJson(config).dump()));
        QVERIFY2(back.ok(), back.ok() ? "" : english(back.error()).c_str());
        QVERIFY(*back == config);
    }
}

void tst_RunConfig::jsonNamesEveryMember()
{
    const json keys = toJson(unusual());
    // A member that is added to the struct and forgotten here is found by the count.
    QCOMPARE(keys.size(), 21u);
    QCOMPARE(keys["data"].size(), 5u);
    QCOMPARE(keys["data"]["spectrogram"].size(), 8u);
    QCOMPARE(keys["augmentation"].size(), sizeof(AugmentationParams) / sizeof(double));
    const json defaults = toJson(RunConfig());
    for (const auto& [key, value] : keys.items()) QVERIFY2(value != defaults[key], key.c_str());
}

void tst_RunConfig::missingKeysKeepDefaults()
{
    QVERIFY(*runConfigFromJson(json::object()) == RunConfig());
    const auto config = runConfigFromJson(json::parse(R"({"alpha": 2, "data": {"spectrogram": {"timeMode": "pad"}}})"));
    RunConfig expected;
    expected.alpha = 2;
    expected.data.spectrogram.timeMode = TimeMode::Pad;
    QVERIFY(*config == expected);
}

void tst_RunConfig::refusesUnknownKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("top") << QByteArray(R"({"alfa": 1})") << QByteArray("\"alfa\"");
    QTest::newRow("case") << QByteArray(R"({"Alpha": 1})") << QByteArray("\"Alpha\"");
    QTest::newRow("data") << QByteArray(R"({"data": {"speaker": "theo"}})") << QByteArray("\"data.speaker\"");
    QTest::newRow("augmentation") << QByteArray(R"({"augmentation": {"gain": 1}})") << QByteArray("\"augmentation.gain\"");
    QTest::newRow("spectrogram") << QByteArray(R"({"data": {"spectrogram": {"mels": 1}}})") << QByteArray("\"data.spectrogram.mels\"");
}

void tst_RunConfig::refusesUnknownKeys()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, key);
    const auto config = runConfigFromJson(json::parse(text.toStdString()));
    QVERIFY(!config.ok());
    QVERIFY2(english(config.error()).find(key.toStdString()) != std::string::npos, english(config.error()).c_str());
}

void tst_RunConfig::refusesWrongTypes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* text, const char* says) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(says);
    };
    row("not an object", "[1]", "config");
    row("null", "null", "config");
    row("data is text", R"({"data": "fsdd"})", "\"data\"");
    row("spectrogram is a number", R"({"data": {"spectrogram": 8000}})", "data.spectrogram");
    row("augmentation is a flag", R"({"augmentation": true})", "augmentation");
    row("share of more than all", R"({"augmentation": {"share": 2}})", "augmentation.share");
    row("batch is text", R"({"batch": "128"})", "batch");
    row("batch is a fraction", R"({"batch": 12.5})", "batch");
    row("batch beyond int", R"({"batch": 3000000000})", "batch");
    row("batch beyond int, negative", R"({"batch": -3000000000})", "batch");
    row("batch beyond 64 bits", R"({"batch": 99999999999999999999999})", "batch");
    row("steps beyond 63 bits", R"({"maxSteps": 18446744073709551615})", "maxSteps");
    row("negative seed", R"({"seed": -1})", "seed");
    row("seed is a fraction", R"({"data": {"seed": 1.5}})", "data.seed");
    row("alpha is text", R"({"alpha": "1"})", "alpha");
    row("alpha is null", R"({"alpha": null})", "alpha");
    row("standardise is a number", R"({"standardise": 1})", "standardise");
    row("device is a number", R"({"device": 0})", "device");
    row("model is a number", R"({"model": 1})", "model");
    row("unknown model", R"({"model": "vae"})", "vae");
    row("unknown initialisation", R"({"initialisation": "xavier"})", "xavier");
    row("unknown time mode", R"({"data": {"spectrogram": {"timeMode": "loop"}}})", "loop");
    row("out of range", R"({"batch": 1})", "batch");
}

void tst_RunConfig::refusesWrongTypes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, says);
    const auto config = runConfigFromJson(json::parse(text.toStdString()));
    QVERIFY(!config.ok());
    QVERIFY2(english(config.error()).find(says.toStdString()) != std::string::npos, english(config.error()).c_str());
}

void tst_RunConfig::names()
{
    for (const ModelKind kind : {ModelKind::Aivae, ModelKind::Aivaegan}) QVERIFY(*modelKind(nameOf(kind)) == kind);
    for (const Initialisation way : {Initialisation::He, Initialisation::PyTorch}) QVERIFY(*initialisation(nameOf(way)) == way);
    for (const TimeMode mode : {TimeMode::Stretch, TimeMode::Pad}) QVERIFY(*timeMode(nameOf(mode)) == mode);
    QCOMPARE(nameOf(ModelKind::Aivaegan), std::string("aivaegan"));
    QCOMPARE(nameOf(TimeMode::Pad), std::string("pad"));
    for (const char* wrong : {"", "AIVAE", "aivae "}) QCOMPARE(modelKind(wrong).error().code, Errc::BadOption);
}

void tst_RunConfig::limits_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("field");  // empty: good
    const auto row = [](const char* name, Change change, const char* field) { QTest::newRow(name) << change << QByteArray(field); };
    constexpr double nan = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();
    row(
        "alpha 0.2", [](auto& c) { c.alpha = 0.2; }, "");
    row(
        "alpha 0", [](auto& c) { c.alpha = 0; }, "alpha");
    row(
        "alpha negative", [](auto& c) { c.alpha = -1; }, "alpha");
    row(
        "alpha not a number", [](auto& c) { c.alpha = nan; }, "alpha");
    row(
        "alpha infinite", [](auto& c) { c.alpha = infinity; }, "alpha");
    row(
        "latent 1", [](auto& c) { c.latent = 1; }, "");
    row(
        "latent 0", [](auto& c) { c.latent = 0; }, "latent");
    row(
        "latent huge", [](auto& c) { c.latent = 100000; }, "latent");
    row(
        "batch 2", [](auto& c) { c.batch = 2; }, "");
    row(
        "batch 1", [](auto& c) { c.batch = 1; }, "batch");
    row(
        "batch huge", [](auto& c) { c.batch = 100000; }, "batch");
    row(
        "epochs 1", [](auto& c) { c.epochs = 1; }, "");
    row(
        "epochs 0", [](auto& c) { c.epochs = 0; }, "epochs");
    row(
        "epochs that no file name has room for", [](auto& c) { c.epochs = 10000; }, "epochs");
    row(
        "steps negative", [](auto& c) { c.maxSteps = -1; }, "maxSteps");
    row(
        "rate 0 is the paper's", [](auto& c) { c.learningRate = 0; }, "");
    row(
        "rate negative", [](auto& c) { c.learningRate = -1e-3; }, "learningRate");
    row(
        "rate 2", [](auto& c) { c.learningRate = 2; }, "learningRate");
    row(
        "rate not a number", [](auto& c) { c.learningRate = nan; }, "learningRate");
    row(
        "warm-up 0", [](auto& c) { c.klWarmup = 0; }, "");
    row(
        "warm-up negative", [](auto& c) { c.klWarmup = -1; }, "klWarmup");
    row(
        "preview 0", [](auto& c) { c.previewEvery = 0; }, "previewEvery");
    row(
        "device", [](auto& c) { c.device = "tpu"; }, "device");
    row(
        "threads 0 is all", [](auto& c) { c.threads = 0; }, "");
    row(
        "threads negative", [](auto& c) { c.threads = -1; }, "threads");
    row(
        "data set", [](auto& c) { c.data.name = "mnist"; }, "data.name");
    row(
        "split official", [](auto& c) { c.data.split = "official"; }, "");
    row(
        "split speakers", [](auto& c) { c.data.split = "speakers"; }, "");
    row(
        "augmentation for the microphone", [](auto& c) { c.augmentation = microphoneAugmentation(); }, "");
    row(
        "augmentation share", [](auto& c) { c.augmentation.share = 1.5; }, "augmentation.share");
    row(
        "augmentation speed", [](auto& c) { c.augmentation.speedPercent = 100; }, "augmentation.speedPercent");
    row(
        "augmentation shift not a number", [](auto& c) { c.augmentation.shiftSeconds = nan; }, "augmentation.shiftSeconds");
    row(
        "augmentation room without echo", [](auto& c) { c.augmentation.roomSeconds = 0; }, "augmentation.roomSeconds");
    row(
        "augmentation noise range reversed", [](auto& c) { c.augmentation.snrHighest = c.augmentation.snrLowest - 1; },
        "augmentation.snrHighest");
    row(
        "augmentation hidden bands", [](auto& c) { c.augmentation.hiddenBands = 49; }, "augmentation.hiddenBands");
    row(
        "augmentation level range reversed", [](auto& c) { c.augmentation.levelHighest = -10; }, "augmentation.levelHighest");
    row(
        "split unknown", [](auto& c) { c.data.split = "half"; }, "data.split");
    row(
        "split without a speaker", [](auto& c) { c.data.split = "speaker:"; }, "data.split");
    row(
        "spectrogram rate 0 is the data set's", [](auto& c) { c.data.spectrogram.rate = 0; }, "");
    row(
        "spectrogram rate 10", [](auto& c) { c.data.spectrogram.rate = 10; }, "data.spectrogram.rate");
    row(
        "fft odd", [](auto& c) { c.data.spectrogram.fftSize = 511; }, "data.spectrogram.fftSize");
    row(
        "fft 0", [](auto& c) { c.data.spectrogram.fftSize = 0; }, "data.spectrogram.fftSize");
    row(
        "hop 0", [](auto& c) { c.data.spectrogram.hopSeconds = 0; }, "data.spectrogram.hopSeconds");
    row(
        "hop not a number", [](auto& c) { c.data.spectrogram.hopSeconds = nan; }, "data.spectrogram.hopSeconds");
    row(
        "bands 0", [](auto& c) { c.data.spectrogram.bands = 0; }, "data.spectrogram.bands");
    row(
        "highest frequency above half the rate",
        [](auto& c) {
            c.data.spectrogram.rate = 8000;
            c.data.spectrogram.maxFrequency = 4001;
        },
        "data.spectrogram.maxFrequency");
    row(
        "floor 0", [](auto& c) { c.data.spectrogram.floorDecibels = 0; }, "data.spectrogram.floorDecibels");
    row(
        "other network input", [](auto& c) { c.data.spectrogram.size = 64; }, "data.spectrogram.size");
}

void tst_RunConfig::limits()
{
    QFETCH(Change, change);
    QFETCH(QByteArray, field);
    RunConfig config;
    change(config);
    const auto errors = validate(config);
    QCOMPARE(errors.size(), field.isEmpty() ? 0u : 1u);
    if (field.isEmpty()) return;
    QCOMPARE(errors[0].field, field.toStdString());
    QVERIFY(!english(errors[0].message).empty());
}

void tst_RunConfig::inputThatValidateRefusesCannotBeRead()
{
    RunConfig config;
    config.batch = 0;
    config.epochs = 0;
    QCOMPARE(validate(config).size(), 2u);
    QCOMPARE(runConfigFromJson(toJson(config)).error().code, Errc::BadOption);
    config = {};
    config.alpha = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!runConfigFromJson(json::parse(toJson(config).dump())).ok());
}

void tst_RunConfig::spectrogramParams()
{
    const SpectrogramParams params = unusual().data.spectrogram;
    QVERIFY(*spectrogramParamsFromJson(toJson(params)) == params);
    QVERIFY(!spectrogramParamsFromJson(json::parse(R"({"bandz": 48})")).ok());
    QVERIFY(!spectrogramParamsFromJson(json::parse(R"({"bands": -48})")).ok());
    QVERIFY(!spectrogramParamsFromJson(json::parse("48")).ok());
}

void tst_RunConfig::pathsOfAnyBytes()
{
    RunConfig config;
    config.data.folder = "/home/Łukasz/dane";
    QVERIFY(*runConfigFromJson(json::parse(toJson(config).dump())) == config);
    config.data.folder = "/not/utf-8/\xff";
    QVERIFY(runConfigFromJson(json::parse(toJson(config).dump())).ok());
}

void tst_RunConfig::learningRates()
{
    RunConfig config;
    QCOMPARE(config.effectiveLearningRate(), 1e-3);
    config.model = ModelKind::Aivaegan;
    QCOMPARE(config.effectiveLearningRate(), 2e-4);
    config.learningRate = 0.5;
    QCOMPARE(config.effectiveLearningRate(), 0.5);
    QCOMPARE(config.learningRateAt(100, 100), 0.5);
    config.rateSchedule = RateSchedule::Cosine;
    QCOMPARE(config.learningRateAt(1, 100), 0.5);
    QVERIFY(std::abs(config.learningRateAt(51, 100) - 0.25) < 1e-12);
    QVERIFY(config.learningRateAt(100, 100) > 0);
    QVERIFY(config.learningRateAt(100, 100) < 0.001);
    QCOMPARE(config.learningRateAt(1, 1), 0.5);
}

void tst_RunConfig::objectives_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<double>("reconstruction");
    QTest::addColumn<double>("kl");
    QTest::addColumn<QString>("formula");
    const auto row = [](const char* name, const char* json, double reconstruction, double kl, const char* formula) {
        QTest::newRow(name) << QByteArray(json) << reconstruction << kl << QString::fromLatin1(formula);
    };
    row("AIVAE", "{}", 1, 1, "sum(BCE) + sum(KL)");
    row("AIVAE, alpha", R"({"alpha": 0.25})", 0.25, 1, "0.25 sum(BCE) + sum(KL)");
    row("AIVAEGAN", R"({"model": "aivaegan", "alpha": 2})", 2, 1.0 / 64, "-log D + 2 sum(BCE) + mean(KL)");
    row("AIVAEGAN, sums", R"({"model": "aivaegan", "klReduction": "sum"})", 1, 1, "-log D + sum(BCE) + sum(KL)");
    row("AIVAEGAN, as printed", R"({"model": "aivaegan", "adversarial": "saturating"})", 1, 1.0 / 64, "log(1 - D) + sum(BCE) + mean(KL)");
    row("means", R"({"alpha": 784, "reconstructionReduction": "mean", "klReduction": "mean", "latent": 10})", 1, 0.1,
        "784 mean(BCE) + mean(KL)");
}

void tst_RunConfig::objectives()
{
    QFETCH(QByteArray, json);
    const auto config = runConfigFromJson(nlohmann::json::parse(json.toStdString()));
    QVERIFY(config.ok());
    QTEST(config->reconstructionWeight(), "reconstruction");
    QTEST(config->klWeight(), "kl");
    QTEST(QString::fromStdString(objectiveOf(*config)), "formula");
}

QTEST_GUILESS_MAIN(tst_RunConfig)
#include "tst_run_config.moc"
