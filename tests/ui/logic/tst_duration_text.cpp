#include <limits>

#include <QTest>

#include "ui/logic/duration_text.h"

using namespace sonoglyph;

class TestDurationText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void text_data();
    void text();
};

void TestDurationText::text_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << QStringLiteral("0 s");
    QTest::newRow("seconds") << 59.4 << QStringLiteral("59 s");
    QTest::newRow("rounds up to minutes") << 59.6 << QStringLiteral("1 min");
    QTest::newRow("minutes") << 125.0 << QStringLiteral("2 min");
    QTest::newRow("rounds up to hours") << 3599.0 << QStringLiteral("1 h 0 min");
    QTest::newRow("hours") << 12000.0 << QStringLiteral("3 h 20 min");
    QTest::newRow("days") << 187200.0 << QStringLiteral("2 d 4 h");
    QTest::newRow("negative") << -1.0 << QString();
    QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << QString();
    QTest::newRow("endless") << std::numeric_limits<double>::infinity() << QString();
}

void TestDurationText::text()
{
    QFETCH(double, seconds);
    QFETCH(QString, text);
    QCOMPARE(durationText(seconds), text);
}

QTEST_GUILESS_MAIN(TestDurationText)
#include "tst_duration_text.moc"
