#include <QTest>

#include "app/gui/arguments.h"

using namespace sonoglyph;

class tst_Arguments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyOption();
    void benchmarks();
    void nothing();
    void wrongUse_data();
    void wrongUse();
    void helpAndVersion_data();
    void helpAndVersion();

private:
    static ParsedArguments parse(const QStringList& arguments)
    {
        return parseArguments(QStringList{QStringLiteral("sonoglyph")} + arguments);
    }
};

void tst_Arguments::everyOption()
{
    const auto parsed = parse({QStringLiteral("--page"), QStringLiteral("data"), QStringLiteral("--model=m.safetensors"),
                               QStringLiteral("--data"), QStringLiteral("/d"), QStringLiteral("--run"), QStringLiteral("/r"),
                               QStringLiteral("--settings"), QStringLiteral("/s"), QStringLiteral("--bench"), QStringLiteral("startup"),
                               QStringLiteral("--json"), QStringLiteral("a.wav"), QStringLiteral("żółw.wav")});
    QVERIFY(parsed.arguments);
    QCOMPARE(parsed.arguments->page, QStringLiteral("data"));
    QCOMPARE(parsed.arguments->model, QStringLiteral("m.safetensors"));
    QCOMPARE(parsed.arguments->data, QStringLiteral("/d"));
    QCOMPARE(parsed.arguments->run, QStringLiteral("/r"));
    QCOMPARE(parsed.arguments->settings, QStringLiteral("/s"));
    QCOMPARE(parsed.arguments->bench, QStringLiteral("startup"));
    QVERIFY(parsed.arguments->json);
    QVERIFY(!parsed.arguments->training);
    QCOMPARE(parsed.arguments->minutes, 60);
    QCOMPARE(parsed.arguments->files, (QStringList{QStringLiteral("a.wav"), QStringLiteral("żółw.wav")}));
}

void tst_Arguments::benchmarks()
{
    const auto parsed = parse({QStringLiteral("--bench=listen"), QStringLiteral("--training")});
    QVERIFY(parsed.arguments && parsed.arguments->training);
    const auto soak = parse({QStringLiteral("--bench=soak"), QStringLiteral("--minutes=5")});
    QVERIFY(soak.arguments && soak.arguments->minutes == 5);
}

void tst_Arguments::nothing()
{
    const auto parsed = parse({});
    QVERIFY(parsed.arguments);
    QVERIFY(parsed.arguments->page.isEmpty());
    QVERIFY(parsed.arguments->bench.isEmpty());
    QVERIFY(parsed.arguments->files.isEmpty());
}

void tst_Arguments::wrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--colour")} << QStringLiteral("colour");
    QTest::newRow("missing value") << QStringList{QStringLiteral("--page")} << QStringLiteral("page");
    QTest::newRow("unknown page") << QStringList{QStringLiteral("--page"), QStringLiteral("cellar")} << QStringLiteral("cellar");
    QTest::newRow("empty page") << QStringList{QStringLiteral("--page=")} << QStringLiteral("listen");
    for (const char* minutes : {"0", "-3", "many", "1e9"})
        QTest::addRow("%s minutes", minutes) << QStringList{QStringLiteral("--minutes=") + QString::fromLatin1(minutes)}
                                             << QStringLiteral("--minutes");
    QTest::newRow("unknown benchmark") << QStringList{QStringLiteral("--bench"), QStringLiteral("luck")} << QStringLiteral("luck");
}

void tst_Arguments::wrongUse()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, names);
    const auto parsed = parse(arguments);
    QVERIFY(!parsed.arguments);
    QCOMPARE(parsed.exitCode, 2);
    QVERIFY2(parsed.output.contains(names), qPrintable(parsed.output));
    QCOMPARE(parsed.output.count(u'\n'), 1);
}

void tst_Arguments::helpAndVersion_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("says");
    QTest::newRow("help") << QStringLiteral("--help") << QStringLiteral("--settings");
    QTest::newRow("version") << QStringLiteral("--version") << QStringLiteral("1.2.3");
}

void tst_Arguments::helpAndVersion()
{
    QFETCH(QString, option);
    QFETCH(QString, says);
    QCoreApplication::setApplicationVersion(QStringLiteral("1.2.3"));
    const auto parsed = parse({option});
    QVERIFY(!parsed.arguments);
    QCOMPARE(parsed.exitCode, 0);
    QVERIFY(parsed.output.contains(says));
}

QTEST_GUILESS_MAIN(tst_Arguments)
#include "tst_arguments.moc"
