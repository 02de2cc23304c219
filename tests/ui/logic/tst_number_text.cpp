// Numbers and lists of numbers as people type them.
#include <QLocale>
#include <QTest>

#include "ui/logic/number_text.h"

using namespace sonoglyph;

class tst_NumberText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("real");
        QTest::addColumn<double>("whole");
        const double none = qQNaN();
        QTest::newRow("whole") << " 12 " << 12.0 << 12.0;
        QTest::newRow("point") << "0.5" << 0.5 << none;
        QTest::newRow("comma") << "0,5" << 0.5 << none;
        QTest::newRow("exponent") << "1e-4" << 1e-4 << none;
        QTest::newRow("negative") << "-3" << -3.0 << -3.0;
        QTest::newRow("nothing") << "" << none << none;
        QTest::newRow("a word") << "much" << none << none;
        QTest::newRow("infinite") << "inf" << none << none;
        QTest::newRow("too large") << "99999999999999999999" << 1e20 << none;
    }

    void numbers()
    {
        QFETCH(QString, text);
        QFETCH(double, real);
        QFETCH(double, whole);
        const auto same = [](std::optional<double> got, double want) { return got ? *got == want : qIsNaN(want); };
        QVERIFY(same(readReal(text), real));
        QVERIFY(same(readWhole(text), whole));
    }

    void lists_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("items");
        const auto row = [](const char* text, const QStringList& items) { QTest::newRow(text) << QString::fromLatin1(text) << items; };
        row("", {});
        row("  ", {});
        row("1", {QStringLiteral("1")});
        row("0,5", {QStringLiteral("0,5")});
        row("0.2, 0.5, 1", {QStringLiteral("0.2"), QStringLiteral("0.5"), QStringLiteral("1")});
        row("0.2,0.5", {QStringLiteral("0.2"), QStringLiteral("0.5")});
        row("0,2; 0,5;1", {QStringLiteral("0,2"), QStringLiteral("0,5"), QStringLiteral("1")});
        row("0,2 0,5", {QStringLiteral("0,2"), QStringLiteral("0,5")});
        row("0,2, 0,5", {QStringLiteral("0,2"), QStringLiteral("0,5")});
        row("1 2  3", {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")});
        row("1,2,3", {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")});
        row("1, 2,", {QStringLiteral("1"), QStringLiteral("2")});
    }

    void lists()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, items);
        QCOMPARE(listItems(text), items);
        QCOMPARE(listItems(listText(items)), items);
    }

    void aNumberIsShownAsItIsTyped()
    {
        QLocale::setDefault(QLocale(QLocale::Polish));
        QCOMPARE(realText(0.25), QStringLiteral("0,25"));
        QLocale::setDefault(QLocale::c());
        QCOMPARE(realText(0.25), QStringLiteral("0.25"));
        QCOMPARE(realText(1e-4), QStringLiteral("0.0001"));
    }
};

QTEST_GUILESS_MAIN(tst_NumberText)
#include "tst_number_text.moc"
