// A table of results taken along: to the clipboard and to files.
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QSignalSpy>
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

    void rowsAreFoldedAndLinksPressed()
    {
        ResultsTable table;
        table.resize(600, 300);
        ResultsTable::Row group, link;
        group.open = false;
        link.quiet = true;
        link.link = 1;
        link.tip = u"why"_s;
        Table content{"t", "T", {}, {"Name", "Value"}, {{"group", "1.5"}, {"below", "Get it…"}, {"other", "2"}}};
        content.depths = {0, 1, 0};
        table.show(content, {group, link});
        table.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QSignalSpy folds(&table, &ResultsTable::foldWanted), links(&table, &ResultsTable::linkActivated);
        const auto press = [&](const QPoint& at) { QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, at); };
        const auto cell = [&](int row, int column) { return table.visualItemRect(table.item(row, column)); };
        press(cell(0, 0).center());
        press(cell(2, 0).topLeft() + QPoint(6, 8));
        press(cell(1, 0).center());
        press(cell(2, 1).center());
        QCOMPARE(folds.size() + links.size(), 0);
        press({cell(0, 0).left() + 8, cell(0, 0).center().y()});
        QCOMPARE(folds.takeLast(), (QVariantList{0, true}));
        press(cell(1, 1).center());
        QCOMPARE(links.takeLast(), QVariantList{1});
        QTest::mouseMove(table.viewport(), cell(1, 1).center());
        QTRY_COMPARE(table.viewport()->cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseMove(table.viewport(), cell(2, 1).center());
        QTRY_COMPARE(table.viewport()->cursor().shape(), Qt::ArrowCursor);

        table.selectRow(0);
        QTest::keyClick(&table, Qt::Key_Left);  // it is folded already
        QCOMPARE(folds.size(), 0);
        QTest::keyClick(&table, Qt::Key_Right);
        QCOMPARE(folds.takeLast(), (QVariantList{0, true}));
        table.selectRow(1);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(links.takeLast(), QVariantList{1});
        table.selectRow(2);
        QTest::keyClick(&table, Qt::Key_Return);
        QTest::keyClick(&table, Qt::Key_Right);
        QCOMPARE(folds.size() + links.size(), 0);
        QCOMPARE(table.item(1, 0)->toolTip(), u"why"_s);
        // Its text begins further right than that of a row that stands for itself.
        QVERIFY(table.itemDelegateForColumn(0)->sizeHint({}, table.model()->index(1, 0)).width() >
                table.itemDelegateForColumn(0)->sizeHint({}, table.model()->index(2, 0)).width());

        group.open = true;
        table.show(content, {group});
        table.selectRow(0);
        QTest::keyClick(&table, Qt::Key_Left);
        QCOMPARE(folds.takeLast(), (QVariantList{0, false}));
    }

    void aSentenceLeavesRoomForNumbers()
    {
        ResultsTable table;
        table.resize(600, 300);
        const QString sentence = QString(40, u'x') + u" is not there. Put it there, or choose another one, and try again."_s;
        table.show({"t", "T", {}, {"Name", "Why", "Value"}, {{"a", sentence.toStdString(), "1.5"}}});
        QVERIFY(table.columnViewportPosition(2) < 600 - 100);
        QCOMPARE(table.item(0, 1)->toolTip(), sentence);
        QVERIFY(table.item(0, 0)->toolTip().isEmpty());
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
