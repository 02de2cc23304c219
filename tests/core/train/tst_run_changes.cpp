// The changes of a run: what holds at which step, and their file.
#include <QTest>

#include "core/base/temporary_folder.h"
#include "core/train/run_changes.h"

using namespace sonoglyph;
using Field = RunChange::Field;

class tst_RunChanges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aChangeHoldsFromItsStepOn()
    {
        RunConfig initial;
        initial.alpha = 1;
        RunChanges changes;
        changes.add({10, Field::Alpha, 0.5});
        changes.add({20, Field::LearningRate, 1e-4});
        changes.add({30, Field::Alpha, 2});
        changes.add({30, Field::Networks, 0, Networks::Generator});
        QCOMPARE(changes.configAt(initial, 9), initial);
        QCOMPARE(changes.configAt(initial, 10).alpha, 0.5);
        QCOMPARE(changes.configAt(initial, 19).learningRate, 0.0);
        QCOMPARE(changes.configAt(initial, 29).alpha, 0.5);
        QCOMPARE(changes.configAt(initial, 1000).alpha, 2.0);
        QCOMPARE(changes.configAt(initial, 1000).learningRate, 1e-4);
        QCOMPARE(changes.networksAt(29), Networks::Both);
        QCOMPARE(changes.networksAt(30), Networks::Generator);
        QCOMPARE(changes.networksAt(31), Networks::Both);
    }

    void aChangeTakesItsPlace()
    {
        RunChanges changes;
        for (const int step : {30, 10, 20}) changes.add({step, Field::Alpha, double(step)});
        changes.add({20, Field::LearningRate, 1e-4});
        changes.add({20, Field::Alpha, 5});
        const std::vector<RunChange> all{
            {10, Field::Alpha, 10}, {20, Field::Alpha, 5}, {20, Field::LearningRate, 1e-4}, {30, Field::Alpha, 30}};
        QCOMPARE(changes.rows(), all);
        changes.forgetFrom(20);
        QCOMPARE(changes.rows(), std::vector<RunChange>(all.begin(), all.begin() + 1));
    }

    void writtenAndReadItIsTheSame()
    {
        const auto file = folder_ / "changes.csv";
        RunChanges changes;
        changes.add({1, Field::Alpha, 0.1});
        changes.add({7, Field::LearningRate, 1.0 / 3000});
        changes.add({7, Field::Networks, 0, Networks::Discriminator});
        changes.add({8, Field::Networks, 0, Networks::Generator});
        QVERIFY(changes.write(file).ok());
        const auto read = RunChanges::read(file);
        QVERIFY(read.ok());
        QCOMPARE(read->rows(), changes.rows());
        QVERIFY(TemporaryFolder::content(file).starts_with("step,field,value\n1,alpha,0.1\n"));
    }

    void noFileIsNoChange()
    {
        const auto read = RunChanges::read(folder_ / "missing.csv");
        QVERIFY(read.ok() && read->rows().empty());
    }

    void whatIsNoChangeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("line");
        const auto row = [](const char* name, const char* rows, int line) {
            QTest::newRow(name) << QByteArray("step,field,value\n") + rows << line;
        };
        QTest::newRow("no header") << QByteArray("1,alpha,1\n") << 1;
        row("no number", "1,alpha,much\n", 2);
        row("no step", "0,alpha,1\n", 2);
        row("unknown field", "1,beta,1\n", 2);
        row("out of range", "1,alpha,1\n2,alpha,-1\n", 3);
        row("not a number", "1,learningRate,nan\n", 2);
        row("unknown network", "1,networks,both\n", 2);
        row("not ascending", "5,alpha,1\n4,alpha,2\n", 3);
        row("twice", "5,alpha,1\n5,alpha,2\n", 3);
        row("too short", "5,alpha\n", 2);
        row("an empty line", "\n5,alpha,1\n", 2);
    }

    void whatIsNoChangeIsRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, line);
        const auto file = folder_.put("bad.csv", content.toStdString());
        const auto read = RunChanges::read(file);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, Errc::Corrupt);
        QVERIFY2(english(read.error()).find("line " + std::to_string(line)) != std::string::npos, english(read.error()).c_str());
    }

private:
    TemporaryFolder folder_;
};

QTEST_GUILESS_MAIN(tst_RunChanges)
#include "tst_run_changes.moc"
