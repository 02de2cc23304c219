// The table of runs: what its columns say, how it is sorted, filtered and grouped, notes and tags that stay, and the wastebasket.
#include <QAbstractItemModelTester>
#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/train/metrics_csv.h"
#include "core/train/sweep.h"
#include "ui/logic/run_table.h"
#include "ui/logic/run_trash.h"

using namespace sonoglyph;

class tst_RunTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        // The wastebasket of the test, on the same file system as the runs.
        qputenv("XDG_DATA_HOME", folder_->filePath(QStringLiteral("home")).toUtf8());
    }

    void columnsTellTheRun()
    {
        makeRun("runs/first", 0.5, {0.7, 0.9});
        RunList list;
        RunTable table(list);
        load(list);
        QCOMPARE(text(table, 0, RunTable::Name), QStringLiteral("first"));
        QCOMPARE(text(table, 0, RunTable::Alpha), QLocale().toString(0.5));
        QCOMPARE(text(table, 0, RunTable::Model), QStringLiteral("aivaegan"));
        QCOMPARE(text(table, 0, RunTable::Data), QStringLiteral("fsdd"));
        QCOMPARE(text(table, 0, RunTable::Epochs), QStringLiteral("0 of 100"));
        QCOMPARE(text(table, 0, RunTable::Accuracy), QStringLiteral("%1 %").arg(QLocale().toString(90.0, 'f', 1)));
        QTRY_VERIFY(!text(table, 0, RunTable::Size).isEmpty());
        QVERIFY(text(table, 0, RunTable::Sweep).isEmpty());
    }

    void numbersAreSortedAsNumbers_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("first");
        QTest::newRow("alpha") << int(RunTable::Alpha) << QStringLiteral("small");
        QTest::newRow("accuracy") << int(RunTable::Accuracy) << QStringLiteral("large");
        QTest::newRow("name") << int(RunTable::Name) << QStringLiteral("large");
    }

    void numbersAreSortedAsNumbers()
    {
        QFETCH(int, column);
        makeRun("runs/large", 10, {0.09});
        makeRun("runs/small", 9, {0.5});
        RunList list;
        RunTable table(list);
        RunTableView view(table);
        load(list);
        view.sort(column, Qt::AscendingOrder);
        QTEST(view.index(0, RunTable::Name).data().toString(), "first");
    }

    void everyTypedWordIsLookedFor()
    {
        makeRun("runs/alpha-run", 1, {});
        makeRun("runs/other", 2, {});
        RunList list;
        RunTable table(list);
        RunTableView view(table);
        load(list);
        view.setTyped(QStringLiteral("RUN aivae"));
        QCOMPARE(view.rowCount(), 1);
        QCOMPARE(view.index(0, RunTable::Name).data().toString(), QStringLiteral("alpha-run"));
        view.setTyped(QStringLiteral("nothing of this"));
        QCOMPARE(view.rowCount(), 0);
        view.setTyped({});
        QCOMPARE(view.rowCount(), 2);
    }

    void aSweepStandsBelowAHeading()
    {
        RunConfig config;
        const std::filesystem::path sweep = path("runs/sweep");
        QVERIFY(createSweep(sweep, *makeSweep(config, {1, 3}, {1}, 1)).ok());
        makeRun("runs/sweep/alpha-1-seed-1", 1, {0.5, 0.95});
        makeRun("runs/sweep/alpha-3-seed-1", 3, {0.9});
        makeRun("runs/lone", 2, {});
        RunList list;
        RunTable table(list);
        const QAbstractItemModelTester tester(&table);
        RunTableView view(table);
        const QAbstractItemModelTester viewTester(&view);
        load(list);
        QTRY_VERIFY(!text(table, 0, RunTable::Size).isEmpty());
        QCOMPARE(view.rowCount(), 3);
        table.setGrouped(true);
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            view.sort(RunTable::Alpha, order);
            // The heading counts as its largest.
            const int place = order == Qt::AscendingOrder ? 1 : 0;
            QCOMPARE(names(view), place == 1 ? words("lone sweep") : words("sweep lone"));
            const QModelIndex heading = view.index(place, 0);
            QCOMPARE(names(view, heading),
                     order == Qt::AscendingOrder ? words("alpha-1-seed-1 alpha-3-seed-1") : words("alpha-3-seed-1 alpha-1-seed-1"));
            QCOMPARE(heading.siblingAtColumn(RunTable::Sweep).data().toString(), QStringLiteral("2 run(s)"));
            QVERIFY(!heading.siblingAtColumn(RunTable::Size).data().toString().isEmpty());
            // One of the two is not of its first run, whichever that is.
            QCOMPARE(heading.siblingAtColumn(RunTable::Alpha).data(RunTable::SortRole).toDouble(), 3.0);
            QCOMPARE(heading.siblingAtColumn(RunTable::Accuracy).data(RunTable::SortRole).toDouble(), 0.95);
            QVERIFY(!heading.flags().testFlag(Qt::ItemIsSelectable));
            QVERIFY(heading.data(RunTable::FolderRole).toString().isEmpty());
        }
        QCOMPARE(view.runCount(), 3);
        view.setTyped(QStringLiteral("alpha-3"));
        QCOMPARE(names(view), words("sweep"));
        QCOMPARE(names(view, view.index(0, 0)), words("alpha-3-seed-1"));
        QCOMPARE(view.runCount(), 1);
        view.setTyped({});
        const QModelIndex heading = view.index(0, 0), inside = view.index(0, 0, heading);
        QVERIFY(view.setData(inside.siblingAtColumn(RunTable::Note), QStringLiteral("kept"), Qt::EditRole));
        table.setGrouped(false);
        QCOMPARE(view.rowCount(), 3);
        QCOMPARE(names(view).count(QStringLiteral("sweep")), 0);
    }

    void headingsComeWithTheRuns()
    {
        RunConfig config;
        QVERIFY(createSweep(path("runs/sweep"), *makeSweep(config, {1, 3}, {1}, 1)).ok());
        makeRun("runs/sweep/alpha-1-seed-1", 1, {});
        RunList list;
        RunTable table(list);
        table.setGrouped(true);
        const QAbstractItemModelTester tester(&table);
        load(list);
        QTRY_COMPARE(text(table, 0, RunTable::Name), QStringLiteral("sweep"));
        QCOMPARE(table.rowCount(table.index(0, 0)), 1);
        makeRun("runs/sweep/alpha-3-seed-1", 3, {});
        load(list);
        QTRY_COMPARE(table.rowCount(table.index(0, 0)), 2);
        QCOMPARE(table.runCount(), 2);
    }

    void tagsAndNotesStay()
    {
        makeRun("runs/first", 1, {});
        {
            RunList list;
            RunTable table(list);
            load(list);
            QVERIFY(table.setData(table.index(0, RunTable::Tags), QStringLiteral(" good, paper  good "), Qt::EditRole));
            QVERIFY(table.setData(table.index(0, RunTable::Note), QStringLiteral("  the best so far "), Qt::EditRole));
            QVERIFY(!table.setData(table.index(0, RunTable::Alpha), QStringLiteral("7"), Qt::EditRole));
            QCOMPARE(text(table, 0, RunTable::Tags), QStringLiteral("good, paper"));
            table.waitForDisk();
        }
        RunList list;
        RunTable table(list);
        load(list);
        QTRY_COMPARE(text(table, 0, RunTable::Tags), QStringLiteral("good, paper"));
        QCOMPARE(text(table, 0, RunTable::Note), QStringLiteral("the best so far"));
        RunTableView view(table);
        view.setTyped(QStringLiteral("best paper"));
        QCOMPARE(view.rowCount(), 1);
        table.setData(table.index(0, RunTable::Tags), QString(), Qt::EditRole);
        table.setData(table.index(0, RunTable::Note), QString(), Qt::EditRole);
        table.waitForDisk();
        QVERIFY(!QFileInfo::exists(folder_->filePath(QStringLiteral("runs/first/notes.json"))));
    }

    void damagedNotesAreNone()
    {
        makeRun("runs/first", 1, {});
        QFile file(folder_->filePath(QStringLiteral("runs/first/notes.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"tags\": 7") > 0);
        file.close();
        QVERIFY(!readRunNotes(path("runs/first")).ok());
        RunList list;
        RunTable table(list);
        load(list);
        QTRY_VERIFY(!text(table, 0, RunTable::Size).isEmpty());
        QVERIFY(text(table, 0, RunTable::Tags).isEmpty());
    }

    void theBoxAsks()
    {
        makeRun("runs/first", 1, {});
        RunList list;
        RunTable table(list);
        load(list);
        QSignalSpy wanted(&table, &RunTable::tickWanted);
        QVERIFY(table.setData(table.index(0, RunTable::Name), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][1].toBool(), true);
        QCOMPARE(table.index(0, RunTable::Name).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));  // until it is told
        table.setTicked({wanted[0][0].toString()});
        QCOMPARE(table.index(0, RunTable::Name).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

    void whatIsThrownAwayComesBack()
    {
        makeRun("runs/first", 1, {0.5});
        makeRun("runs/second", 1, {});
        const QString first = folder_->filePath(QStringLiteral("runs/first")), second = folder_->filePath(QStringLiteral("runs/second"));
        RunTrash trash;
        QVERIFY(!trash.canUndo());
        QVERIFY2(trash.remove({first, second}), qPrintable(trash.trouble()));
        QVERIFY(!QFileInfo::exists(first) && !QFileInfo::exists(second));
        QVERIFY(QFileInfo::exists(folder_->filePath(QStringLiteral("home/Trash/files/first/metrics.csv"))));
        QVERIFY(trash.undo());
        QVERIFY(isRunFolder(first.toStdString()) && isRunFolder(second.toStdString()));
        QVERIFY(QFileInfo::exists(first + QStringLiteral("/metrics.csv")));
        QVERIFY(!trash.canUndo());
        // Something else is in its place now.
        QVERIFY(trash.remove({first}));
        QVERIFY(QDir().mkpath(first + QStringLiteral("/in the way")));
        QVERIFY(!trash.undo());
        QVERIFY(trash.trouble().contains(first));
        QVERIFY(!trash.remove({folder_->filePath(QStringLiteral("runs/never"))}));
        QVERIFY(trash.trouble().contains(QStringLiteral("never")));
    }

private:
    std::filesystem::path path(const char* name) const { return folder_->filePath(QLatin1String(name)).toStdString(); }
    void makeRun(const char* name, double alpha, const std::vector<double>& accuracies)
    {
        RunConfig config;
        config.model = ModelKind::Aivaegan;
        config.alpha = alpha;
        QVERIFY(QDir().mkpath(QFileInfo(folder_->filePath(QLatin1String(name))).path()));
        auto run = RunFolder::create(path(name), config);
        QVERIFY2(run.ok(), run ? "" : english(run.error()).c_str());
        auto csv = MetricsCsvWriter::open(run->metricsFile());
        int epoch = 0;
        for (const double accuracy : accuracies) {
            EpochMetrics m;
            m.epoch = ++epoch;
            m.accuracy = accuracy;
            m.diversity = 0.02;
            QVERIFY(csv->add(m).ok());
        }
    }
    void load(RunList& list)
    {
        QSignalSpy refreshed(&list, &RunList::refreshed);
        list.refresh(folder_->filePath(QStringLiteral("runs")));
        QTRY_COMPARE(refreshed.size(), 1);
    }
    static QStringList words(const char* text) { return QString::fromLatin1(text).split(u' '); }
    static QStringList names(const QAbstractItemModel& model, const QModelIndex& parent = {})
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(parent); ++row) names << model.index(row, RunTable::Name, parent).data().toString();
        return names;
    }
    static QString text(const RunTable& table, int row, int column) { return table.index(row, column).data().toString(); }

    std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_GUILESS_MAIN(tst_RunTable)
#include "tst_run_table.moc"
