#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/atomic_file.h"
#include "tests/core/fetch/http_server.h"
#include "ui/logic/data_catalog.h"
#include "ui/logic/dataset_downloads.h"
#include "ui/logic/settings.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;
using test::HttpServer;
using Work = DatasetDownloads::Work;

class tst_DatasetDownloads : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void fetchesChecksAndRemoves();
    void pausesAndGoesOn();
    void cancelForgets();
    void failureIsTold();
    void endingTheProgramKeepsWhatCame();
    void anotherFolderIsLookedAt();

private:
    static std::filesystem::path realData() { return qgetenv("SONOGLYPH_TEST_DATA").toStdString(); }
    static bool noData() { return !std::filesystem::is_directory(realData() / "mnist"); }
    void serve(std::int64_t slowAfter = -1)
    {
        for (const SourceFile& file : datasetSource("mnist")->files)
            server_->serve("/" + file.name, {.body = *readTextFile(realData() / "mnist" / file.name), .slowAfter = slowAfter});
    }
    const DatasetDownloads::Status& status() const { return downloads_->status(u"mnist"_s); }

    std::unique_ptr<HttpServer> server_;
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<DataCatalog> catalog_;
    std::unique_ptr<DatasetDownloads> downloads_;
};

constexpr const char* skipped = "No real data: set SONOGLYPH_TEST_DATA to a folder with mnist/.";

void tst_DatasetDownloads::init()
{
    for (const char* proxy : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"}) qunsetenv(proxy);
    downloads_.reset();
    server_ = std::make_unique<HttpServer>();
    folder_ = std::make_unique<QTemporaryDir>();
    settings_ = std::make_unique<Settings>(folder_->filePath(u"settings.ini"_s));
    settings_->setDataFolder(folder_->filePath(u"data"_s));
    catalog_ = std::make_unique<DataCatalog>(*settings_);
    downloads_ = std::make_unique<DatasetDownloads>(*catalog_, QString::fromStdString(server_->address("")));
}

void tst_DatasetDownloads::fetchesChecksAndRemoves()
{
    if (noData()) QSKIP(skipped);
    serve();
    QSignalSpy surveyed(catalog_.get(), &DataCatalog::surveyed);
    downloads_->fetch(u"mnist"_s);
    QCOMPARE(status().work, Work::Fetching);
    downloads_->fetch(u"mnist"_s);  // once is enough
    QTRY_COMPARE_WITH_TIMEOUT(status().work, Work::None, 30000);
    QVERIFY2(status().told.isEmpty(), qPrintable(status().told + status().details));
    QTRY_VERIFY(status().fetched);
    QTRY_VERIFY(!surveyed.isEmpty() && catalog_->survey()->mnist.present);
    QCOMPARE(server_->requests().size(), std::size_t(4));
    downloads_->check(u"mnist"_s);
    QTRY_COMPARE_WITH_TIMEOUT(status().work, Work::None, 30000);
    QVERIFY(!status().trouble);
    QVERIFY(status().told.contains(u"Complete"_s));
    downloads_->remove(u"mnist"_s);
    QTRY_COMPARE(status().work, Work::None);
    QTRY_VERIFY(!status().fetched);
    QTRY_VERIFY(!catalog_->survey()->mnist.present);
    downloads_->check(u"mnist"_s);
    QTRY_COMPARE(status().work, Work::None);
    QVERIFY(status().trouble);
}

void tst_DatasetDownloads::pausesAndGoesOn()
{
    if (noData()) QSKIP(skipped);
    serve(100'000);
    downloads_->fetch(u"mnist"_s);
    QTRY_VERIFY(status().progress.download.bytes > 0);
    downloads_->stop(u"mnist"_s);
    QTRY_COMPARE_WITH_TIMEOUT(status().work, Work::None, 30000);
    QVERIFY(status().told.isEmpty());  // a person asked for it
    QTRY_VERIFY(status().waitingBytes >= 100'000);
    serve();
    downloads_->fetch(u"mnist"_s);
    QTRY_COMPARE_WITH_TIMEOUT(status().work, Work::None, 30000);
    QTRY_VERIFY(status().fetched);
    QTRY_COMPARE(status().waitingBytes, qint64(0));
}

void tst_DatasetDownloads::cancelForgets()
{
    if (noData()) QSKIP(skipped);
    serve(100'000);
    downloads_->fetch(u"mnist"_s);
    QTRY_VERIFY(status().progress.download.bytes > 0);
    downloads_->forget(u"mnist"_s);
    QTRY_COMPARE_WITH_TIMEOUT(status().work, Work::None, 30000);
    QTRY_COMPARE(status().waitingBytes, qint64(0));
    QTRY_VERIFY(!QDir(folder_->filePath(u"data/.fetch"_s)).exists());
    QVERIFY(status().told.isEmpty());
}

void tst_DatasetDownloads::failureIsTold()
{
    downloads_->fetch(u"fsdd"_s);  // the server has nothing
    QTRY_COMPARE_WITH_TIMEOUT(downloads_->status(u"fsdd"_s).work, Work::None, 30000);
    QVERIFY(downloads_->status(u"fsdd"_s).trouble);
    QVERIFY(downloads_->status(u"fsdd"_s).told.contains(u"fsdd-1.0.10"_s));
    QVERIFY(!downloads_->status(u"fsdd"_s).fetched);
    QVERIFY(status().told.isEmpty());
}

void tst_DatasetDownloads::endingTheProgramKeepsWhatCame()
{
    if (noData()) QSKIP(skipped);
    serve(100'000);
    downloads_->fetch(u"mnist"_s);
    QTRY_VERIFY(status().progress.download.bytes > 0);
    downloads_.reset();
    downloads_ = std::make_unique<DatasetDownloads>(*catalog_, QString::fromStdString(server_->address("")));
    QTRY_VERIFY(status().waitingBytes >= 100'000);
    QCOMPARE(status().work, Work::None);
}

void tst_DatasetDownloads::anotherFolderIsLookedAt()
{
    const QString other = folder_->filePath(u"other"_s);
    QVERIFY(QDir().mkpath(other + u"/mnist"_s));
    QFile receipt(other + u"/mnist/sonoglyph-source.json"_s);
    QVERIFY(receipt.open(QIODevice::WriteOnly));
    receipt.write("{}");
    receipt.close();
    catalog_->setFolder(other);
    QTRY_VERIFY(status().fetched);
    catalog_->setFolder(folder_->filePath(u"data"_s));
    QTRY_VERIFY(!status().fetched);
}

QTEST_GUILESS_MAIN(tst_DatasetDownloads)
#include "tst_dataset_downloads.moc"
