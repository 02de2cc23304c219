#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "ui/logic/data_catalog.h"
#include "ui/logic/settings.h"

using namespace sonoglyph;

class tst_DataCatalog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingBeforeTheFirstLook();
    void emptyAndMissingFolders_data();
    void emptyAndMissingFolders();
    void followsTheSettings();
    void newFilesAreFound();
    void onlyTheLastOfManyLooksIsAnswered();
    void realData();
};

void tst_DataCatalog::nothingBeforeTheFirstLook()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("s.conf")));
    const DataCatalog catalog(settings);
    QVERIFY(!catalog.survey());
    QVERIFY(!catalog.surveying());
    QVERIFY(!catalog.canUse(QStringLiteral("fsdd")));
    QCOMPARE(catalog.folder(), settings.dataFolder());
}

void tst_DataCatalog::emptyAndMissingFolders_data()
{
    QTest::addColumn<bool>("there");
    QTest::newRow("empty") << true;
    QTest::newRow("missing") << false;
}

void tst_DataCatalog::emptyAndMissingFolders()
{
    QFETCH(bool, there);
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("s.conf")));
    settings.setDataFolder(there ? folder.path() : folder.filePath(QStringLiteral("nowhere")));
    DataCatalog catalog(settings);
    QSignalSpy surveyed(&catalog, &DataCatalog::surveyed);
    catalog.refresh();
    QVERIFY(catalog.surveying());
    QTRY_COMPARE(surveyed.size(), 1);
    QVERIFY(!catalog.surveying());
    QCOMPARE(catalog.survey()->folderThere, there);
    QVERIFY(!catalog.survey()->mnist.present);
    QVERIFY(catalog.survey()->mnist.problem);
    for (const char* dataset : {"fsdd", "fsdd6", "scd", "mixed", "unknown"}) QVERIFY(!catalog.canUse(QString::fromLatin1(dataset)));
}

void tst_DataCatalog::followsTheSettings()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("s.conf")));
    DataCatalog catalog(settings);
    QSignalSpy surveyed(&catalog, &DataCatalog::surveyed), changed(&catalog, &DataCatalog::folderChanged);
    catalog.setFolder(folder.path());
    QCOMPARE(settings.dataFolder(), folder.path());
    QCOMPARE(changed.size(), 1);
    QTRY_COMPARE(surveyed.size(), 1);
    settings.setDataFolder(folder.filePath(QStringLiteral("other")));
    QVERIFY(!catalog.survey());
    QTRY_COMPARE(surveyed.size(), 2);
    QCOMPARE(QString::fromStdString(catalog.survey()->folder.string()), folder.filePath(QStringLiteral("other")));
}

void tst_DataCatalog::newFilesAreFound()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("s.conf")));
    settings.setDataFolder(folder.path());
    DataCatalog catalog(settings);
    QSignalSpy surveyed(&catalog, &DataCatalog::surveyed);
    catalog.refresh();
    QTRY_COMPARE(surveyed.size(), 1);
    QVERIFY(!catalog.survey()->fsdd.present);
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("fsdd/recordings")));
    QFile file(folder.filePath(QStringLiteral("fsdd/recordings/7_jackson_3.wav")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    catalog.refresh();
    QTRY_COMPARE(surveyed.size(), 2);
    QCOMPARE(catalog.survey()->fsdd.recordings, 1);
    QCOMPARE(catalog.survey()->fsdd.perLabel.at(7), 1);
}

void tst_DataCatalog::onlyTheLastOfManyLooksIsAnswered()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("s.conf")));
    DataCatalog catalog(settings);
    QSignalSpy surveyed(&catalog, &DataCatalog::surveyed);
    for (int i = 0; i < 20; ++i) settings.setDataFolder(folder.filePath(QString::number(i)));
    QTRY_VERIFY(!catalog.surveying());
    QCOMPARE(surveyed.size(), 1);
    QCOMPARE(QString::fromStdString(catalog.survey()->folder.string()), folder.filePath(QStringLiteral("19")));
}

void tst_DataCatalog::realData()
{
    const QString data = qEnvironmentVariable("SONOGLYPH_TEST_DATA");
    if (!QDir(data).exists(QStringLiteral("mnist"))) QSKIP("No real data at SONOGLYPH_TEST_DATA.");
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("s.conf")));
    settings.setDataFolder(data);
    DataCatalog catalog(settings);
    QSignalSpy surveyed(&catalog, &DataCatalog::surveyed);
    catalog.refresh();
    QTRY_COMPARE(surveyed.size(), 1);
    QCOMPARE(catalog.survey()->mnist.train, 60000);
    QCOMPARE(catalog.survey()->fsdd.recordings, 3000);
    QVERIFY(catalog.canUse(QStringLiteral("fsdd")));
}

QTEST_GUILESS_MAIN(tst_DataCatalog)
#include "tst_data_catalog.moc"
