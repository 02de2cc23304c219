// The figures of a reproduction drawn from its folder: every one that the report names, as vectors with real text and as pixels.
#include <QFile>
#include <QImage>
#include <QTest>

#include "core/base/atomic_file.h"
#include "core/base/temporary_folder.h"
#include "core/report/reproduction_report.h"
#include "tests/ui/logic/evaluating_engine.h"
#include "ui/logic/reproduction_views.h"
#include "ui/pages/evaluate/report_figures.h"
#include "ui/widgets/theme.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

class tst_ReportFigures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(ThemeMode::Light);
        for (const char* part : {"results", "pictures", "figures"}) QVERIFY(makeFolder(folder_ / part).ok());
        Reproduction reproduction;
        reproduction.version = "1";
        reproduction.epochs = "1";
        reproduction.data["fsdd"] = {2000, 4, 60000, 10000};
        reproduction.data["scd"] = {6909, 1079, 6218, 691};
        for (const char* set : {"fsdd", "scd"}) {
            for (const ModelKind model : {ModelKind::Aivae, ModelKind::Aivaegan}) {
                RunResults run;
                run.name = std::string(set) + "-" + nameOf(model);
                run.config.model = model;
                run.config.data.name = set;
                run.evaluation = fakeEvaluation(model == ModelKind::Aivae ? 19 : 15);
                if (model == ModelKind::Aivae) run.zeroing = {*EvaluatingEngine().zeroingCurve({}, {}, {})};
                QVERIFY(writeRunResults(folder_.path(), run).ok());
                reproduction.planned.push_back(run.name);
            }
        }
        QVERIFY(writeReproduction(folder_.path(), reproduction).ok());
        const auto drawn = drawReportFigures(folder_.path());
        QVERIFY2(drawn.ok(), drawn ? "" : english(drawn.error()).c_str());
        QVERIFY(writeReport(folder_.path()).ok());
    }

    void everyFigureIsThere()
    {
        const auto reproduction = readReproduction(folder_.path());
        QVERIFY(reproduction.ok());
        const auto figures = figuresOf(*reproduction);
        QCOMPARE(figures.size(), std::size_t(6 + 1 + 4));
        const auto html = readTextFile(folder_ / "report.html");
        QVERIFY(html.ok());
        for (const ReportFigure& figure : figures) {
            for (const char* ending : {".svg", ".pdf", ".png", ".csv"}) {
                const QString file = path("figures/" + figure.name + ending);
                QVERIFY2(QFile(file).size() > 0, qPrintable(file));
            }
            QVERIFY2(html->find("figures/" + figure.name + ".svg") != std::string::npos, figure.name.c_str());
        }
    }

    void textIsText()
    {
        const QByteArray svg = content("figures/figure-8.svg");
        QVERIFY(svg.contains("<text") && svg.contains("MNIST-FSDD"));
        QVERIFY(svg.size() < 60'000);
    }

    void picturesAreCutIntoCells()
    {
        const auto rows = picturesOf(folder_.path(), "fsdd-aivae", "archetypes");
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1].size(), 10);
        QCOMPARE(rows[1][4].size(), QSize(28, 28));
        QCOMPARE(rows[2][9].pixelColor(27, 27).value(), 3);
        QVERIFY(picturesOf(folder_.path(), "nothing", "learned").isEmpty());
    }

    void nothingToDrawIsTold()
    {
        TemporaryFolder empty;
        const auto drawn = drawReportFigures(empty.path());
        QVERIFY(!drawn.ok());
        QCOMPARE(int(drawn.error().code), int(Errc::NotFound));
    }

private:
    QString path(const std::string& name) const { return QString::fromStdString((folder_ / name).string()); }
    QByteArray content(const std::string& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    TemporaryFolder folder_;
};

QTEST_MAIN(tst_ReportFigures)
#include "tst_report_figures.moc"
