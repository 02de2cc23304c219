#include <QCoreApplication>
#include <QLocale>
#include <QTest>

#include "app/gui/language.h"
#include "ui/logic/text.h"

using namespace sonoglyph;

// The real translations, as they are built into the program.
class tst_Language : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void speaks_data();
    void speaks();
    void countsRightly_data();
    void countsRightly();
    void writesNumbers();
    void followsTheSystem();
};

void tst_Language::speaks_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("window");
    QTest::addColumn<QString>("core");
    QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("&File") << QStringLiteral("/x is empty. Record or copy it again.");
    QTest::newRow("Polish") << QStringLiteral("pl") << QStringLiteral("&Plik")
                            << QStringLiteral("Plik /x jest pusty. Nagraj lub skopiuj go ponownie.");
}

void tst_Language::speaks()
{
    QFETCH(QString, language);
    QFETCH(QString, window);
    QFETCH(QString, core);
    Language chosen(QStringLiteral(SONOGLYPH_QM_FOLDER));
    chosen.use(QStringLiteral("pl"));
    chosen.use(language);
    QCOMPARE(chosen.current(), language);
    QCOMPARE(QCoreApplication::translate("sonoglyph::MainWindow", "&File"), window);
    QCOMPARE(toText(Message{"%1 is empty. Record or copy it again.", {"/x"}}), core);
}

void tst_Language::countsRightly_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("en 1") << QStringLiteral("en") << 1 << QStringLiteral("1 recording");
    QTest::newRow("en 2") << QStringLiteral("en") << 2 << QStringLiteral("2 recordings");
    QTest::newRow("en 3000") << QStringLiteral("en") << 3000 << QStringLiteral("3,000 recordings");
    QTest::newRow("pl 1") << QStringLiteral("pl") << 1 << QStringLiteral("1 nagranie");
    QTest::newRow("pl 2") << QStringLiteral("pl") << 2 << QStringLiteral("2 nagrania");
    QTest::newRow("pl 5") << QStringLiteral("pl") << 5 << QStringLiteral("5 nagrań");
    QTest::newRow("pl 12") << QStringLiteral("pl") << 12 << QStringLiteral("12 nagrań");
    QTest::newRow("pl 22") << QStringLiteral("pl") << 22 << QStringLiteral("22 nagrania");
}

void tst_Language::countsRightly()
{
    QFETCH(QString, language);
    QFETCH(int, count);
    QFETCH(QString, text);
    Language chosen(QStringLiteral(SONOGLYPH_QM_FOLDER));
    chosen.use(language);
    QCOMPARE(QCoreApplication::translate("sonoglyph::DataPage", "%Ln recording(s)", nullptr, count), text);
}

void tst_Language::writesNumbers()
{
    Language chosen(QStringLiteral(SONOGLYPH_QM_FOLDER));
    chosen.use(QStringLiteral("pl"));
    QCOMPARE(QLocale().toString(0.5), QStringLiteral("0,5"));
    chosen.use(QStringLiteral("en"));
    QCOMPARE(QLocale().toString(0.5), QStringLiteral("0.5"));
}

void tst_Language::followsTheSystem()
{
    Language chosen(QStringLiteral(SONOGLYPH_QM_FOLDER));
    chosen.use(QStringLiteral("system"));
    QCOMPARE(chosen.current(), QStringLiteral("pl"));
}

int main(int argc, char** argv)
{
    qputenv("LC_ALL", "pl_PL.UTF-8");
    qputenv("LANGUAGE", "de:pl:en");
    QCoreApplication application(argc, argv);
    tst_Language test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_language.moc"
