// Results written, read again, and turned into tables and a report: ours beside the paper's, with what is missing said.
#include <QTest>

#include "core/base/atomic_file.h"
#include "core/base/temporary_folder.h"
#include "core/report/reproduction_report.h"
#include "core/report/reproduction_tables.h"

using namespace sonoglyph;

namespace {

/// `right` of ten pairs of five recordings.
RunResults results(const std::string& name, ModelKind model, const std::string& set, double alpha, int right, std::uint64_t seed = 1)
{
    RunResults out;
    out.name = name;
    out.config.model = model;
    out.config.alpha = alpha;
    out.config.seed = seed;
    out.config.data.name = set;
    out.config.data.folder = "somewhere";
    out.epoch = 3;
    out.step = 147;
    auto details = std::make_shared<EvaluationDetails>();
    details->fingerprint = "0123456789abcdef0123";
    details->dataset = set;
    details->split = "random";
    details->recordings = {"a.wav", "b.wav", "c.wav", "d.wav", "e.wav"};
    out.evaluation.confusion = emptyConfusion(10);
    out.evaluation.perLabel.resize(10);
    for (std::uint32_t i = 0; i < 10; ++i) {
        const auto digit = std::uint8_t(i % 10);
        const auto read = int(i) < right ? digit : std::uint8_t((digit + 1) % 10);
        details->pairs.push_back({i / 2, digit, read, digit});
        ++out.evaluation.confusion[digit][read];
    }
    details->speakers = {{set, "theo", {5, 10, right, 10}}};
    details->archetypes.resize(10);
    details->archetypes[4].nearestIndex = 17;
    details->archetypes[4].distance = 0.25;
    Evaluation& e = out.evaluation;
    e.examples = 10;
    e.accuracy = right / 10.0;
    e.accuracyMean = 1;
    e.interval = wilsonInterval(right, 10);
    e.judged = model != ModelKind::Classifier;
    e.heard = model == ModelKind::Classifier;
    e.klPerDimension = {0.5, 0.25};
    e.sets = {{set, {}}};
    e.sets[0].perLabel.resize(10);
    e.sets[0].perLabel[3] = {5, 10, right, 10};
    e.details = details;
    return out;
}

const Table* named(const std::vector<Table>& tables, const std::string& name)
{
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const Table& t) { return t.name == name; });
    return found == tables.end() ? nullptr : &*found;
}

}  // namespace

class tst_ReproductionReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        folder_.emplace();
        for (const char* part : {"results", "pictures"}) QVERIFY(makeFolder(path() / part).ok());
    }

    void resultsComeBack()
    {
        RunResults run = results("fsdd-aivae-seed-1", ModelKind::Aivae, "fsdd", 1, 9);
        ZeroingCurve curve;
        curve.model = run.name;
        curve.dataset = "fsdd";
        curve.order = ZeroOrder::LeastImportant;
        curve.latent = 2;
        curve.points = {{0, 0.9, 0.8, 1, 0.05}, {2, 0.1, 0.1, 0.1, 0}};
        run.zeroing = {curve};
        put({run});
        const auto read = readReproduction(path());
        QVERIFY2(read.ok(), read ? "" : english(read.error()).c_str());
        QCOMPARE(read->runs.size(), std::size_t(1));
        const RunResults& back = read->runs[0];
        QCOMPARE(back.step, run.step);
        QCOMPARE(back.config.alpha, run.config.alpha);
        QVERIFY(back.config.data.folder.empty());
        QCOMPARE(back.evaluation.accuracy, run.evaluation.accuracy);
        QCOMPARE(back.evaluation.confusion, run.evaluation.confusion);
        QCOMPARE(back.evaluation.sets[0].perLabel[3].right, run.evaluation.sets[0].perLabel[3].right);
        QVERIFY(back.evaluation.details);
        QVERIFY(samePairs(*back.evaluation.details, *run.evaluation.details));
        QCOMPARE(back.evaluation.details->archetypes[4].nearestIndex, 17);
        QCOMPARE(back.evaluation.details->speakers[0].reading.right, run.evaluation.details->speakers[0].reading.right);
        QCOMPARE(int(back.zeroing[0].order), int(ZeroOrder::LeastImportant));
        QCOMPARE(back.zeroing[0].points[0].deviation, 0.05);
    }

    void oursStandBesideThePapers()
    {
        put({results("fsdd-aivae-seed-1", ModelKind::Aivae, "fsdd", 1, 9),
             results("scd-aivaegan-0.2-seed-1", ModelKind::Aivaegan, "scd", 0.2, 7)});
        const auto read = readReproduction(path());
        QVERIFY(read.ok());
        const auto tables = tablesOf(*read);
        const Table* four = named(tables, "table-4");
        QVERIFY(four);
        QCOMPARE(four->rows.size(), std::size_t(1));
        QCOMPARE(four->rows[0][0], std::string("MNIST-FSDD"));
        QCOMPARE(four->rows[0][1], std::string("90.0"));
        QCOMPARE(four->rows[0][4], std::string("94.2"));
        QCOMPARE(four->rows[0][5], std::string("-4.2"));
        const Table* five = named(tables, "table-5");
        QVERIFY(five);
        QCOMPARE(five->rows[0][1], std::string("0.2"));
        QCOMPARE(five->rows[0][5], std::string("66.9"));
        QVERIFY2(five->note.find("6909 of 23666") != std::string::npos, five->note.c_str());
        QVERIFY(!named(tables, "splits") || named(tables, "splits")->rows.size() == 1);
        for (const Table& table : tables)
            for (const auto& row : table.rows) QCOMPARE(row.size(), table.columns.size());
    }

    void severalSeedsAreMeanAndDeviation()
    {
        put({results("fsdd-aivae-seed-1", ModelKind::Aivae, "fsdd", 1, 9),
             results("fsdd-aivae-seed-2", ModelKind::Aivae, "fsdd", 1, 7, 2)});
        const auto read = readReproduction(path());
        QVERIFY(read.ok());
        const auto tables = tablesOf(*read);
        QCOMPARE(named(tables, "table-4")->rows[0][1], std::string("80.0 ± 14.1"));
    }

    void neighbouringAlphasAreCompared()
    {
        put({results("fsdd-aivaegan-0.2-seed-1", ModelKind::Aivaegan, "fsdd", 0.2, 4),
             results("fsdd-aivaegan-2-seed-1", ModelKind::Aivaegan, "fsdd", 2, 10)});
        const auto read = readReproduction(path());
        QVERIFY(read.ok());
        const auto tables = tablesOf(*read);
        QCOMPARE(named(tables, "differences")->rows[0][2], std::string("+60.0"));
        QCOMPARE(named(tables, "error-drop")->rows[0][3], std::string("100.0"));
        QCOMPARE(named(tables, "error-drop")->rows[0][4], std::string("70.0"));
    }

    void theReportTellsWhatIsThere()
    {
        put({results("scd-aivae-seed-1", ModelKind::Aivae, "scd", 1, 9)});
        QVERIFY(makeFolder(path() / "figures").ok());
        folder_->put("figures/figure-3.svg", "<svg/>");
        QVERIFY(writeReport(path()).ok());
        const auto html = readTextFile(path() / "report.html");
        QVERIFY(html.ok());
        QVERIFY(html->find("table-4") != std::string::npos);
        QVERIFY(html->find("figures/figure-3.svg") != std::string::npos);
        QVERIFY(html->find("figures/figure-4.svg") == std::string::npos);
        QVERIFY(html->find("6909 of 23666") != std::string::npos);
        QVERIFY(html->find("somewhere") == std::string::npos);
        for (const char* ending : {"csv", "tex", "md"})
            QVERIFY(std::filesystem::exists(path() / "tables" / (std::string("table-4.") + ending)));
    }

    void damaged_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("content");
        QTest::addColumn<int>("code");
        QTest::newRow("no reproduction") << "reproduction.json"
                                         << "" << int(Errc::NotFound);
        QTest::newRow("no JSON") << "reproduction.json"
                                 << "{" << int(Errc::Corrupt);
        QTest::newRow("a key is missing") << "reproduction.json"
                                          << "{\"format\":1}" << int(Errc::Corrupt);
        QTest::newRow("newer") << "reproduction.json"
                               << "{\"format\":2}" << int(Errc::NewerFormat);
        QTest::newRow("a result cut off") << "results/fsdd-aivae-seed-1.json"
                                          << "{\"format\":1,\"name\":" << int(Errc::Corrupt);
        QTest::newRow("a result of another kind") << "results/fsdd-aivae-seed-1.json"
                                                  << "[]" << int(Errc::Corrupt);
    }

    void damaged()
    {
        QFETCH(QString, file);
        QFETCH(QString, content);
        put({results("fsdd-aivae-seed-1", ModelKind::Aivae, "fsdd", 1, 9)});
        if (content.isEmpty())
            std::filesystem::remove(path() / file.toStdString());
        else
            folder_->put(file.toStdString(), content.toStdString());
        const auto read = readReproduction(path());
        QVERIFY(!read.ok());
        QTEST(int(read.error().code), "code");
        QVERIFY(english(read.error()).find(file.section(u'/', -1).toStdString()) != std::string::npos);
    }

private:
    std::filesystem::path path() const { return folder_->path(); }

    void put(const std::vector<RunResults>& runs)
    {
        Reproduction reproduction;
        reproduction.version = "Sonoglyph 0";
        reproduction.epochs = "1";
        reproduction.data["fsdd"] = {2000, 4, 60000, 10000};
        reproduction.data["scd"] = {6909, 1079, 6218, 691};
        for (const RunResults& run : runs) {
            reproduction.planned.push_back(run.name);
            QVERIFY(writeRunResults(path(), run).ok());
        }
        reproduction.planned.push_back("fsdd-aivaegan-9-seed-1");
        QVERIFY(writeReproduction(path(), reproduction).ok());
    }

    std::optional<TemporaryFolder> folder_;
};

QTEST_GUILESS_MAIN(tst_ReproductionReport)
#include "tst_reproduction_report.moc"
