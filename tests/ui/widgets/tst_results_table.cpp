// A table of results taken along: to the clipboard and to files.
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "ui/widgets/results_table.h"
#include "ui/widgets/theme.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

class tst_ResultsTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeMode::Light); }

    void aTableIsTakenAlong_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("holds");
        QTest::newRow("csv") << "t.csv" << QByteArray("Name,Value\na_b,1.5\n");
        QTest::newRow("tex") << "t.TEX" << QByteArray("a\\_b & 1.5 \\\\");
        QTest::newRow("md") << "t.md" << QByteArray("| a\\_b | 1.5 |");
        QTest::newRow("unknown") << "t.xls" << QByteArray();
        QTest::newRow("no folder") << "nowhere/t.csv" << QByteArray();
    }

    void aTableIsTakenAlong()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, holds);
        ResultsTable table;
        table.show({"t", "T", {}, {"Name", "Value"}, {{"a_b", "1.5"}}});
        QCOMPARE(table.item(0, 0)->text(), u"a_b"_s);
        QTemporaryDir folder;
        const auto saved = table.saveAs(folder.filePath(file));
        QCOMPARE(saved.ok(), !holds.isEmpty());
        QFile written(folder.filePath(file));
        QCOMPARE(written.exists(), saved.ok());
        if (!saved) return;
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().contains(holds));
    }

    void copyIsMarkdown()
    {
        ResultsTable table;
        table.show({"t", "T", {}, {"Name"}, {{"x"}}});
        QTest::keySequence(&table, QKeySequence::Copy);
        QVERIFY(QApplication::clipboard()->text().contains(u"| x |"_s));
    }
};

QTEST_MAIN(tst_ResultsTable)
#include "tst_results_table.moc"
