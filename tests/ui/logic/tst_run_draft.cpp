// The form's model: what is wrong is said under the right field, names do not collide, steps are counted.
#include <QDate>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "ui/logic/run_draft.h"

using namespace sonoglyph;

namespace {

DataSurvey completeSurvey()
{
    DataSurvey survey;
    survey.folder = "data";
    survey.folderThere = true;
    survey.mnist.present = true;
    survey.mnist.train = 60000;
    survey.mnist.test = 10000;
    survey.fsdd.present = survey.scd.present = true;
    survey.fsdd.recordings = 3000;
    survey.scd.recordings = 20000;
    survey.fsdd.perLabel.assign(10, 300);
    survey.scd.perLabel.assign(10, 2000);
    survey.paperRecordings = 2000;
    return survey;
}

}  // namespace

class TestRunDraft : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reasons_data();
    void reasons();
    void presetsAreValid();
    void names();
    void wrongNames_data();
    void wrongNames();
    void missingData_data();
    void missingData();
    void steps_data();
    void steps();
    void oneRunForEachChoice();
    void anEditIsTheOnlyChoice();
    void wrongChoices_data();
    void wrongChoices();
    void namesOfSeveralRuns();
    void stepsOfAllRuns();
    void theFormIsRemembered();
    void whatIsRememberedMayBeDamaged_data();
    void whatIsRememberedMayBeDamaged();
};

void TestRunDraft::reasons_data()
{
    QTest::addColumn<std::function<void(RunConfig&)>>("change");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const char* field, std::function<void(RunConfig&)> change) {
        QTest::newRow(name) << change << QString::fromLatin1(field);
    };
    row("all right", "", [](RunConfig& c) { c.epochs = 3; });
    row("no epochs", "epochs", [](RunConfig& c) { c.epochs = 0; });
    row("no batch", "batch", [](RunConfig& c) { c.batch = 0; });
    row("no code", "latent", [](RunConfig& c) { c.latent = 0; });
    row("alpha below zero", "alpha", [](RunConfig& c) { c.alpha = -1; });
    row("rate below zero", "learningRate", [](RunConfig& c) { c.learningRate = -0.1; });
    row("steps below zero", "maxSteps", [](RunConfig& c) { c.maxSteps = -1; });
    row("warm-up below zero", "klWarmup", [](RunConfig& c) { c.klWarmup = -1; });
    row("threads below zero", "threads", [](RunConfig& c) { c.threads = -1; });
    row("unknown data set", "data.name", [](RunConfig& c) { c.data.name = "birds and bees"; });
    row("unknown split", "data.split", [](RunConfig& c) { c.data.split = "half"; });
}

void TestRunDraft::reasons()
{
    QFETCH(std::function<void(RunConfig&)>, change);
    QFETCH(QString, field);
    RunDraft draft;
    QSignalSpy changed(&draft, &RunDraft::changed);
    draft.edit(change);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(draft.valid(), field.isEmpty());
    QCOMPARE(draft.errors().keys(), field.isEmpty() ? QStringList() : QStringList{field});
    if (!field.isEmpty()) QVERIFY(!draft.error(field).isEmpty());
    draft.setConfig(RunDraft::paperPreset());
    QVERIFY(draft.valid());
}

void TestRunDraft::presetsAreValid()
{
    QVERIFY(validate(RunDraft::paperPreset()).empty());
    QVERIFY(validate(RunDraft().quickPreset()).empty());
    QVERIFY(validate(RunDraft::paperScdPreset()).empty());
    QVERIFY(validate(RunDraft::microphonePreset()).empty());
    QCOMPARE(RunDraft::paperPreset().epochs, 100);
    QCOMPARE(RunDraft::paperPreset().batch, 128);
    QCOMPARE(RunDraft::paperPreset().latent, 64);
}

void TestRunDraft::names()
{
    const QTemporaryDir runs;
    RunDraft draft;
    draft.setRunsFolder(runs.path());
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    QCOMPARE(draft.name(), QStringLiteral("aivae-fsdd-%1-1").arg(today));
    QCOMPARE(draft.folder(), std::filesystem::path(runs.filePath(draft.name()).toStdString()));
    QVERIFY(QDir(runs.path()).mkdir(draft.name()));
    draft.setRunsFolder(runs.path());
    QCOMPARE(draft.name(), QStringLiteral("aivae-fsdd-%1-2").arg(today));
    draft.edit([](RunConfig& config) { config.data.name = "scd"; });
    QCOMPARE(draft.name(), QStringLiteral("aivae-scd-%1-1").arg(today));
    draft.setName(QStringLiteral("mine"));
    QVERIFY(!draft.nameIsOurs());
    draft.edit([](RunConfig& config) { config.data.name = "fsdd"; });
    QCOMPARE(draft.name(), QStringLiteral("mine"));
    draft.setName(QStringLiteral("  "));
    QVERIFY(draft.nameIsOurs());
    QCOMPARE(draft.name(), QStringLiteral("aivae-fsdd-%1-2").arg(today));
}

void TestRunDraft::wrongNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("right");
    QTest::newRow("free") << QStringLiteral("new run") << true;
    QTest::newRow("taken") << QStringLiteral("old") << false;
    QTest::newRow("slash") << QStringLiteral("a/b") << false;
    QTest::newRow("parent") << QStringLiteral("..") << false;
    QTest::newRow("itself") << QStringLiteral(".") << false;
}

void TestRunDraft::wrongNames()
{
    QFETCH(QString, name);
    QFETCH(bool, right);
    const QTemporaryDir runs;
    QVERIFY(QDir(runs.path()).mkdir(QStringLiteral("old")));
    RunDraft draft;
    draft.setRunsFolder(runs.path());
    draft.setName(name);
    QCOMPARE(draft.valid(), right);
    QCOMPARE(draft.error(QStringLiteral("name")).isEmpty(), right);
}

void TestRunDraft::missingData_data()
{
    QTest::addColumn<QString>("missing");
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<bool>("usable");
    QTest::newRow("all there") << QString() << QStringLiteral("mixed") << true;
    QTest::newRow("no folder") << QStringLiteral("folder") << QStringLiteral("fsdd") << false;
    QTest::newRow("no images") << QStringLiteral("mnist") << QStringLiteral("fsdd") << false;
    QTest::newRow("no sounds") << QStringLiteral("fsdd") << QStringLiteral("fsdd6") << false;
    QTest::newRow("other sounds are there") << QStringLiteral("scd") << QStringLiteral("fsdd") << true;
    QTest::newRow("one of two") << QStringLiteral("scd") << QStringLiteral("mixed") << false;
    QTest::newRow("made here") << QStringLiteral("folder") << QStringLiteral("synthetic") << true;
}

void TestRunDraft::missingData()
{
    QFETCH(QString, missing);
    QFETCH(QString, dataset);
    QFETCH(bool, usable);
    DataSurvey survey = completeSurvey();
    const auto lose = [&](auto& part, const char* name) {
        if (missing != QLatin1String(name)) return;
        part.present = false;
        part.problem = Message{"%1 is not there.", {name}};
    };
    lose(survey.mnist, "mnist");
    lose(survey.fsdd, "fsdd");
    lose(survey.scd, "scd");
    if (missing == QLatin1String("folder")) {
        survey = {};
        survey.folder = "/data";
    }
    RunDraft draft;
    draft.edit([&](RunConfig& config) { config.data.name = dataset.toStdString(); });
    QVERIFY(draft.valid());
    QVERIFY(!draft.dataMissing());
    draft.setSurvey(survey);
    QCOMPARE(draft.valid(), usable);
    // A quick look is always possible.
    QCOMPARE(draft.quickPreset().data.name, survey.canUse("fsdd") ? std::string("fsdd") : std::string("synthetic"));
    QVERIFY(validate(draft.quickPreset()).empty());
    QCOMPARE(draft.dataMissing(), !usable);
    if (!usable)
        QVERIFY(draft.error(QStringLiteral("data.name")).contains(missing == QLatin1String("folder") ? QStringLiteral("/data") : missing));
}

void TestRunDraft::steps_data()
{
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<int>("batch");
    QTest::addColumn<int>("epochs");
    QTest::addColumn<int>("maxSteps");
    QTest::addColumn<bool>("known");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("paper") << QStringLiteral("fsdd") << 128 << 100 << 0 << true << qint64(46900);
    QTest::newRow("limit") << QStringLiteral("fsdd") << 128 << 100 << 300 << true << qint64(300);
    QTest::newRow("limit not reached") << QStringLiteral("fsdd") << 128 << 1 << 1000 << true << qint64(469);
    QTest::newRow("one to one") << QStringLiteral("scd") << 100 << 1 << 0 << true << qint64(180);
    QTest::newRow("synthetic, always known") << QStringLiteral("synthetic") << 128 << 4 << 0 << false << qint64(376);
    QTest::newRow("not known") << QStringLiteral("fsdd") << 128 << 100 << 0 << false << qint64(-1);
    QTest::newRow("not known, limit") << QStringLiteral("fsdd") << 128 << 100 << 300 << false << qint64(300);
    QTest::newRow("no batch") << QStringLiteral("fsdd") << 0 << 100 << 0 << true << qint64(-1);
}

void TestRunDraft::steps()
{
    QFETCH(QString, dataset);
    QFETCH(int, batch);
    QFETCH(int, epochs);
    QFETCH(int, maxSteps);
    QFETCH(bool, known);
    QFETCH(qint64, expected);
    RunDraft draft;
    if (known) draft.setSurvey(completeSurvey());
    draft.edit([&](RunConfig& config) {
        config.data.name = dataset.toStdString();
        config.batch = batch;
        config.epochs = epochs;
        config.maxSteps = maxSteps;
    });
    QCOMPARE(draft.steps().value_or(-1), expected);
}

void TestRunDraft::oneRunForEachChoice()
{
    RunDraft draft;
    QCOMPARE(draft.runs().size(), 1u);
    draft.choose([](RunDraft::Choices& c) { c = {{"fsdd", "scd"}, {ModelKind::Aivae, ModelKind::Aivaegan}, {0.2, 0.5, 1, 2}, {1, 7}}; });
    QVERIFY(draft.valid());
    const auto runs = draft.runs();
    QCOMPARE(runs.size(), 32u);
    QCOMPARE(draft.count(), 32u);
    QCOMPARE(runs[0].config, draft.config());
    QCOMPARE(runs[1].config.alpha, 0.5);
    QCOMPARE(runs[1].config.seed, std::uint64_t(1));
    QCOMPARE(runs[4].config.seed, std::uint64_t(7));
    QCOMPARE(runs[31].config.data.name, std::string("scd"));
    QCOMPARE(runs[31].config.model, ModelKind::Aivaegan);
    QSet<QString> names;
    for (const QueuedRun& run : runs) names << run.name;
    QCOMPARE(names.size(), 32);
    QVERIFY2(runs[31].name.endsWith(QStringLiteral("-1-scd-aivaegan-alpha-2-seed-7")), qPrintable(runs[31].name));
}

void TestRunDraft::anEditIsTheOnlyChoice()
{
    RunDraft draft;
    draft.choose([](RunDraft::Choices& c) { c.alphas = {0.2, 0.5}; });
    draft.edit([](RunConfig& c) { c.epochs = 7; });  // has no choices
    QCOMPARE(draft.count(), 2u);
    QCOMPARE(draft.runs()[1].config.epochs, 7);
    draft.edit([](RunConfig& c) { c.alpha = 3; });
    QCOMPARE(draft.choices().alphas, std::vector<double>{3});
    draft.choose([](RunDraft::Choices& c) { c.seeds = {1, 2}; });
    draft.setConfig(RunDraft().quickPreset());
    QCOMPARE(draft.count(), 1u);
}

void TestRunDraft::wrongChoices_data()
{
    QTest::addColumn<std::function<void(RunDraft::Choices&)>>("change");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const char* field, std::function<void(RunDraft::Choices&)> change) {
        QTest::newRow(name) << change << QString::fromLatin1(field);
    };
    row("the second alpha", "alpha", [](auto& c) { c.alphas = {1, -1}; });
    row("an alpha twice", "alpha", [](auto& c) { c.alphas = {1, 2, 1}; });
    row("a seed twice", "seed", [](auto& c) { c.seeds = {4, 4}; });
    row("the second data set", "data.name", [](auto& c) { c.dataSets = {"fsdd", "birds and bees"}; });
    row("too many", "alpha", [](auto& c) {
        for (int i = 1; i < 3000; ++i) {
            c.alphas.push_back(i / 100.0);
            c.seeds.push_back(std::uint64_t(i) + 10);
        }
    });
}

void TestRunDraft::wrongChoices()
{
    QFETCH(std::function<void(RunDraft::Choices&)>, change);
    QFETCH(QString, field);
    RunDraft draft;
    draft.choose(change);
    QCOMPARE(draft.errors().keys(), QStringList{field});
}

void TestRunDraft::namesOfSeveralRuns()
{
    const QTemporaryDir folder;
    RunDraft draft;
    draft.setRunsFolder(folder.path());
    draft.choose([](RunDraft::Choices& c) { c.alphas = {0.2, 0.5}; });
    const QString first = draft.name();
    QVERIFY(QDir(folder.path()).mkdir(first + QStringLiteral("-alpha-0.5")));
    draft.setRunsFolder(folder.path());
    QVERIFY(draft.name() != first);
    draft.setTaken({draft.runs()[1].name});
    QVERIFY(draft.name() != first && draft.name().endsWith(QStringLiteral("-3")));
    draft.setName(first);
    QVERIFY(!draft.error(QStringLiteral("name")).isEmpty());
}

void TestRunDraft::theFormIsRemembered()
{
    RunDraft draft;
    draft.setConfig(RunDraft::paperPreset());
    draft.edit([](RunConfig& c) { c.epochs = 7; });
    draft.choose([](RunDraft::Choices& c) { c = {{"fsdd", "scd"}, {ModelKind::Aivae, ModelKind::Aivaegan}, {0.2, 0.5, 1, 2}, {3, 4}}; });
    RunDraft other;
    other.fromJson(nlohmann::json::parse(draft.toJson().dump()));
    QVERIFY(other.choices() == draft.choices());
    QVERIFY(other.config() == draft.config());
    QCOMPARE(other.count(), std::size_t(32));
    // As an earlier version left it.
    other.fromJson(toJson(RunDraft().quickPreset()));
    QVERIFY(other.config() == RunDraft().quickPreset());
    QCOMPARE(other.count(), std::size_t(1));
}

void TestRunDraft::whatIsRememberedMayBeDamaged_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("epochs");  // what is kept of it: the configuration, or nothing
    const int ours = RunDraft().config().epochs;
    QTest::newRow("no alphas") << "alphas"
                               << "[]" << 7;
    QTest::newRow("alphas that are words") << "alphas"
                                           << R"(["much"])" << 7;
    QTest::newRow("an unknown model") << "models"
                                      << R"(["oracle"])" << 7;
    QTest::newRow("no configuration") << "config"
                                      << "3" << ours;
}

void TestRunDraft::whatIsRememberedMayBeDamaged()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(int, epochs);
    RunDraft draft;
    draft.edit([](RunConfig& c) { c.epochs = 7; });
    draft.choose([](RunDraft::Choices& c) { c.alphas = {1, 2}; });
    nlohmann::json json = draft.toJson();
    json[key.toStdString()] = nlohmann::json::parse(value.toStdString());
    RunDraft other;
    other.fromJson(json);
    QCOMPARE(other.config().epochs, epochs);
    QCOMPARE(other.count(), std::size_t(1));
}

void TestRunDraft::stepsOfAllRuns()
{
    RunDraft draft;
    draft.setSurvey(completeSurvey());
    draft.choose([](RunDraft::Choices& c) { c = {{"fsdd", "scd"}, {ModelKind::Aivae}, {1, 2}, {1}}; });
    const auto each = [&](const char* dataSet) {
        RunConfig config = draft.config();
        config.data.name = dataSet;
        return *draft.stepsOf(config);
    };
    QCOMPARE(*draft.steps(), 2 * each("fsdd") + 2 * each("scd"));
}

QTEST_GUILESS_MAIN(TestRunDraft)
#include "tst_run_draft.moc"
