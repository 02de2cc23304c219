#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "ui/logic/settings.h"

using namespace sonoglyph;

class tst_Settings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void defaults();
    void remembers();
    void damagedFile_data();
    void damagedFile();
    void unwritableFile();
    void overridesAreNotRemembered();
    void choosingEndsAnOverride();
    void changesAreToldOnce();
    void historyStaysBesideAFileOfOnesOwn();

private:
    QTemporaryDir folder_;
    QString file(const char* name) const { return folder_.filePath(QLatin1String(name)); }
};

void tst_Settings::initTestCase()
{
    QVERIFY(folder_.isValid());
    qputenv("SONOGLYPH_DATA", "/data/of/the/environment");
}

void tst_Settings::defaults()
{
    const Settings settings(file("none.conf"));
    QCOMPARE(settings.theme(), ThemeChoice::System);
    QCOMPARE(settings.language(), QStringLiteral("system"));
    QCOMPARE(settings.dataFolder(), QStringLiteral("/data/of/the/environment"));
    QVERIFY(settings.runsFolder().endsWith(QLatin1String("/sonoglyph/runs")));
    QCOMPARE(settings.model(), QString());
    QCOMPARE(settings.lastPage(), QStringLiteral("listen"));
    QVERIFY(settings.windowGeometry().isEmpty());
    QVERIFY(settings.splitter(QStringLiteral("data/main")).isEmpty());
    QVERIFY(!QFileInfo::exists(file("none.conf")));
}

void tst_Settings::remembers()
{
    {
        Settings settings(file("kept.conf"));
        settings.setTheme(ThemeChoice::Dark);
        settings.setLanguage(QStringLiteral("pl"));
        settings.setDataFolder(QStringLiteral("/data/żółw"));
        settings.setRunsFolder(QStringLiteral("/runs"));
        settings.setModel(QStringLiteral("built-in"));
        settings.setLastPage(QStringLiteral("data"));
        settings.setWindowGeometry(QByteArray("\x01\x00\xff", 3));
        settings.setSplitter(QStringLiteral("data/main"), QByteArray("\x00\x02", 2));
        settings.setValue(QStringLiteral("listen/smooth"), true);
    }
    const Settings settings(file("kept.conf"));
    QCOMPARE(settings.theme(), ThemeChoice::Dark);
    QCOMPARE(settings.language(), QStringLiteral("pl"));
    QCOMPARE(settings.dataFolder(), QStringLiteral("/data/żółw"));
    QCOMPARE(settings.runsFolder(), QStringLiteral("/runs"));
    QCOMPARE(settings.model(), QStringLiteral("built-in"));
    QCOMPARE(settings.lastPage(), QStringLiteral("data"));
    QCOMPARE(settings.windowGeometry(), QByteArray("\x01\x00\xff", 3));
    QCOMPARE(settings.splitter(QStringLiteral("data/main")), QByteArray("\x00\x02", 2));
    QCOMPARE(settings.value(QStringLiteral("listen/smooth")).toBool(), true);
}

void tst_Settings::damagedFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("noise") << QByteArray("\x00\xff\x13[[[=\n\n]x", 10);
    QTest::newRow("unknown values") << QByteArray("[view]\ntheme=plaid\nlanguage=xx\n");
}

void tst_Settings::damagedFile()
{
    QFETCH(QByteArray, content);
    QFile damaged(file("damaged.conf"));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(content);
    damaged.close();
    const Settings settings(damaged.fileName());
    QCOMPARE(settings.theme(), ThemeChoice::System);
    QCOMPARE(settings.language(), QStringLiteral("system"));
    QCOMPARE(settings.lastPage(), QStringLiteral("listen"));
}

void tst_Settings::unwritableFile()
{
    QFile plainFile(file("a file"));
    QVERIFY(plainFile.open(QIODevice::WriteOnly));
    plainFile.close();
    Settings settings(file("a file/below.conf"));  // nothing can be made below a file, not even by root
    settings.setTheme(ThemeChoice::Light);
    QCOMPARE(settings.theme(), ThemeChoice::Light);
    QVERIFY(!settings.writable());
}

void tst_Settings::overridesAreNotRemembered()
{
    {
        Settings settings(file("override.conf"));
        settings.setDataFolder(QStringLiteral("/chosen"));
        settings.setModel(QStringLiteral("chosen"));
        settings.overrideDataFolder(QStringLiteral("/given"));
        settings.overrideModel(QStringLiteral("given"));
        QCOMPARE(settings.dataFolder(), QStringLiteral("/given"));
        QCOMPARE(settings.model(), QStringLiteral("given"));
    }
    const Settings settings(file("override.conf"));
    QCOMPARE(settings.dataFolder(), QStringLiteral("/chosen"));
    QCOMPARE(settings.model(), QStringLiteral("chosen"));
}

void tst_Settings::choosingEndsAnOverride()
{
    Settings settings(file("ends.conf"));
    settings.overrideDataFolder(QStringLiteral("/given"));
    settings.setDataFolder(QStringLiteral("/chosen"));
    QCOMPARE(settings.dataFolder(), QStringLiteral("/chosen"));
}

void tst_Settings::changesAreToldOnce()
{
    Settings settings(file("told.conf"));
    QSignalSpy theme(&settings, &Settings::themeChanged), language(&settings, &Settings::languageChanged);
    QSignalSpy data(&settings, &Settings::dataFolderChanged), model(&settings, &Settings::modelChanged);
    for (int i = 0; i < 2; ++i) {
        settings.setTheme(ThemeChoice::Dark);
        settings.setLanguage(QStringLiteral("pl"));
        settings.setDataFolder(QStringLiteral("/d"));
        settings.setModel(QStringLiteral("m"));
    }
    QCOMPARE(theme.size(), 1);
    QCOMPARE(language.size(), 1);
    QCOMPARE(data.size(), 1);
    QCOMPARE(model.size(), 1);
}

void tst_Settings::historyStaysBesideAFileOfOnesOwn()
{
    const Settings own(file("own.conf")), users;
    QCOMPARE(own.historyFolder(), file("own-history"));
    QVERIFY2(users.historyFolder().endsWith(QLatin1String("/sonoglyph/history")), qPrintable(users.historyFolder()));
}

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"
