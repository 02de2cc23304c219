#include <QTest>

#include "core/base/atomic_file.h"
#include "core/base/file_size_limit.h"
#include "core/base/temporary_folder.h"
#include "core/fetch/http_download.h"
#include "core/fetch/http_server.h"

using namespace sonoglyph;
using test::HttpServer;
using test::Served;
namespace fs = std::filesystem;

class tst_HttpDownload : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whole();
    void empty();
    void aRedirect();
    void redirectsForEver();
    void goesOnWhereItBroke();
    void anotherVersionBeginsAnew();
    void aServerWithoutRanges();
    void aPartThatIsTooLong();
    void withoutAValidatorItBeginsAnew();
    void aNoteThatIsDamaged_data();
    void aNoteThatIsDamaged();
    void fails_data();
    void fails();
    void mirrorsInOrder();
    void onlyTheLastIsTold();
    void aPartGoesOnWithItsMirror();
    void anotherMirrorIsAnotherFile();
    void shorterThanPromised();
    void longerThanAllowed();
    void aSlowLine();
    void stopped();
    void aFullDisk();
    void aFolderThatIsGone();
    void progressIsTold();
    void theProxyOfTheEnvironment();

private:
    DownloadRequest request(const std::string& path = "/file") const
    {
        DownloadRequest wanted{{server_->address(path)}, *folder_ / "file", 1 << 20, {}};
        wanted.limits.connect = std::chrono::seconds(5);
        return wanted;
    }
    static std::string body(std::size_t size = 100'000)
    {
        std::string text(size, ' ');
        for (std::size_t i = 0; i < size; ++i) text[i] = char('a' + (i * 7 + i / 251) % 26);
        return text;
    }
    std::string content() const { return *readTextFile(*folder_ / "file"); }
    bool there() const { return fs::exists(*folder_ / "file"); }
    std::int64_t waiting() const
    {
        std::error_code failed;
        const auto size = fs::file_size(*folder_ / "file.part", failed);
        return failed ? 0 : std::int64_t(size);
    }

    std::unique_ptr<HttpServer> server_;
    std::unique_ptr<TemporaryFolder> folder_;
};

void tst_HttpDownload::init()
{
    for (const char* proxy : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"}) qunsetenv(proxy);
    server_ = std::make_unique<HttpServer>();
    folder_ = std::make_unique<TemporaryFolder>();
}

void tst_HttpDownload::whole()
{
    server_->serve("/file", {body()});
    const auto done = download(request(), {}, {});
    QVERIFY2(done.ok(), done ? "" : english(done.error()).c_str());
    QCOMPARE(content(), body());
    QVERIFY(!fs::exists(*folder_ / "file.part"));
    QVERIFY(!fs::exists(*folder_ / "file.part.json"));
}

void tst_HttpDownload::empty()
{
    server_->serve("/file", {""});
    QVERIFY(download(request(), {}, {}).ok());
    QCOMPARE(content(), std::string());
}

void tst_HttpDownload::aRedirect()
{
    server_->serve("/file", {.body = {}, .redirect = server_->address("/elsewhere")});
    server_->serve("/elsewhere", {body()});
    QVERIFY(download(request(), {}, {}).ok());
    QCOMPARE(content(), body());
}

void tst_HttpDownload::redirectsForEver()
{
    server_->serve("/file", {.body = {}, .redirect = server_->address("/file")});
    const auto done = download(request(), {}, {});
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Errc::NotFound);
    QVERIFY(server_->requests().size() < 12);
}

void tst_HttpDownload::goesOnWhereItBroke()
{
    server_->serve("/file", {.body = body(), .cutAfter = 40'000, .cuts = 1});
    const auto broken = download(request(), {}, {});
    QVERIFY(!broken.ok());
    QCOMPARE(broken.error().code, Errc::Unavailable);
    QVERIFY(!there());  // it never looks complete
    QCOMPARE(waiting(), std::int64_t(40'000));
    const auto done = download(request(), {}, {});
    QVERIFY2(done.ok(), done ? "" : english(done.error()).c_str());
    QCOMPARE(content(), body());
    QCOMPARE(server_->requests(), (std::vector<std::string>{"/file", "/file bytes=40000-"}));
}

void tst_HttpDownload::anotherVersionBeginsAnew()
{
    server_->serve("/file", {.body = body(), .cutAfter = 40'000, .cuts = 1});
    QVERIFY(!download(request(), {}, {}).ok());
    std::string other = body(90'000);
    std::reverse(other.begin(), other.end());
    server_->serve("/file", {.body = other, .etag = "\"two\""});
    QVERIFY(download(request(), {}, {}).ok());
    QCOMPARE(content(), other);
}

void tst_HttpDownload::aServerWithoutRanges()
{
    server_->serve("/file", {.body = body(), .ranges = false, .cutAfter = 40'000, .cuts = 1});
    QVERIFY(!download(request(), {}, {}).ok());
    QVERIFY(download(request(), {}, {}).ok());
    QCOMPARE(content(), body());
}

void tst_HttpDownload::aPartThatIsTooLong()
{
    server_->serve("/file", {.body = body(), .cutAfter = 40'000, .cuts = 1});
    QVERIFY(!download(request(), {}, {}).ok());
    folder_->put("file.part", body(200'000));
    const auto done = download(request(), {}, {});
    QVERIFY2(done.ok(), done ? "" : english(done.error()).c_str());
    QCOMPARE(content(), body());
}

void tst_HttpDownload::withoutAValidatorItBeginsAnew()
{
    server_->serve("/file", {.body = body(), .etag = "", .cutAfter = 40'000, .cuts = 1});
    QVERIFY(!download(request(), {}, {}).ok());
    QVERIFY(download(request(), {}, {}).ok());
    QCOMPARE(content(), body());
    QCOMPARE(server_->requests().back(), std::string("/file"));
}

void tst_HttpDownload::aNoteThatIsDamaged_data()
{
    QTest::addColumn<QByteArray>("note");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("a list") << QByteArray("[1]");
    QTest::newRow("no text") << QByteArray(R"({"address": 7, "validator": [true]})");
    QTest::newRow("empty") << QByteArray();
}

void tst_HttpDownload::aNoteThatIsDamaged()
{
    QFETCH(QByteArray, note);
    server_->serve("/file", {.body = body(), .cutAfter = 40'000, .cuts = 1});
    QVERIFY(!download(request(), {}, {}).ok());
    QVERIFY(replaceFile(*folder_ / "file.part.json", note.toStdString()).ok());
    QVERIFY(download(request(), {}, {}).ok());
    QCOMPARE(content(), body());
}

void tst_HttpDownload::fails_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("code");
    QTest::newRow("404") << "/nothing" << int(Errc::NotFound);
    QTest::newRow("403") << "/forbidden" << int(Errc::Unavailable);
    QTest::newRow("500") << "/broken" << int(Errc::Unavailable);
    QTest::newRow("nobody listens") << "http://127.0.0.1:1/file" << int(Errc::Unavailable);
    QTest::newRow("no such computer") << "http://no-such-computer.invalid/file" << int(Errc::Unavailable);
    QTest::newRow("no address") << "not an address" << int(Errc::NotFound);
    QTest::newRow("a local file") << "file:///etc/passwd" << int(Errc::NotFound);
}

void tst_HttpDownload::fails()
{
    QFETCH(QString, address);
    QFETCH(int, code);
    server_->serve("/forbidden", {.body = {}, .status = 403});
    server_->serve("/broken", {.body = {}, .status = 500});
    DownloadRequest wanted = request();
    wanted.addresses = {address.startsWith('/') ? server_->address(address.toStdString()) : address.toStdString()};
    const auto done = download(wanted, {}, {});
    QVERIFY(!done.ok());
    QCOMPARE(int(done.error().code), code);
    QVERIFY2(english(done.error()).find(wanted.addresses[0]) != std::string::npos, english(done.error()).c_str());
    QVERIFY(!there());
}

void tst_HttpDownload::mirrorsInOrder()
{
    server_->serve("/second", {body()});
    DownloadRequest wanted = request();
    wanted.addresses = {HttpServer::nobody("/file"), server_->address("/first"), server_->address("/second"), server_->address("/third")};
    QVERIFY(download(wanted, {}, {}).ok());
    QCOMPARE(content(), body());
    QCOMPARE(server_->requests(), (std::vector<std::string>{"/first", "/second"}));
}

void tst_HttpDownload::onlyTheLastIsTold()
{
    DownloadRequest wanted = request();
    wanted.addresses = {server_->address("/first"), HttpServer::nobody("/second")};
    const auto done = download(wanted, {}, {});
    QCOMPARE(done.error().code, Errc::Unavailable);
    QVERIFY(english(done.error()).find("/second") != std::string::npos);
    wanted.addresses.clear();
    QCOMPARE(download(wanted, {}, {}).error().code, Errc::NotFound);
}

void tst_HttpDownload::aPartGoesOnWithItsMirror()
{
    server_->serve("/second", {.body = body(), .cutAfter = 40'000, .cuts = 1});
    DownloadRequest wanted = request();
    wanted.addresses = {server_->address("/first"), server_->address("/second")};
    QVERIFY(!download(wanted, {}, {}).ok());
    QVERIFY(download(wanted, {}, {}).ok());
    QCOMPARE(content(), body());
    QCOMPARE(server_->requests(), (std::vector<std::string>{"/first", "/second", "/second bytes=40000-"}));
}

void tst_HttpDownload::anotherMirrorIsAnotherFile()
{
    server_->serve("/first", {.body = body(), .cutAfter = 40'000, .cuts = 1});
    DownloadRequest wanted = request("/first");
    QVERIFY(!download(wanted, {}, {}).ok());
    std::string other = body();
    std::reverse(other.begin(), other.end());
    server_->serve("/second", {other});  // by chance under the same tag
    wanted.addresses = {server_->address("/second")};
    QVERIFY(download(wanted, {}, {}).ok());
    QCOMPARE(content(), other);
}

void tst_HttpDownload::shorterThanPromised()
{
    server_->serve("/file", {.body = body(), .promised = 120'000});
    const auto done = download(request(), {}, {});
    QVERIFY(!done.ok());
    QVERIFY(!there());
}

void tst_HttpDownload::longerThanAllowed()
{
    server_->serve("/file", {body()});
    DownloadRequest wanted = request();
    wanted.mostBytes = 99'999;
    const auto done = download(wanted, {}, {});
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Errc::Corrupt);
    QVERIFY(!there());
    QCOMPARE(waiting(), std::int64_t(0));
    wanted.mostBytes = 100'000;
    QVERIFY(download(wanted, {}, {}).ok());
}

void tst_HttpDownload::aSlowLine()
{
    server_->serve("/slow", {.body = body(), .slowAfter = 1000});
    server_->serve("/fast", {body()});
    DownloadRequest wanted = request("/slow");
    wanted.limits.slow = std::chrono::seconds(1);
    const auto alone = download(wanted, {}, {});
    QVERIFY(!alone.ok());
    QCOMPARE(alone.error().code, Errc::Unavailable);
    QVERIFY2(english(alone.error()).find("slow") != std::string::npos, english(alone.error()).c_str());
    QCOMPARE(waiting(), std::int64_t(1000));
    wanted.addresses.push_back(server_->address("/fast"));
    QVERIFY(download(wanted, {}, {}).ok());
    QCOMPARE(content(), body());
}

void tst_HttpDownload::stopped()
{
    server_->serve("/file", {.body = body(), .slowAfter = 50'000});
    std::stop_source stop;
    DownloadRequest wanted = request();
    const auto done = download(
        wanted,
        [&](const DownloadProgress& p) {
            if (p.bytes > 0) stop.request_stop();
        },
        stop.get_token());
    QCOMPARE(done.error().code, Errc::Cancelled);
    QVERIFY(waiting() > 0);
    server_->serve("/file", {body()});
    QVERIFY(download(wanted, {}, {}).ok());
    QCOMPARE(content(), body());
    stop = {};
    stop.request_stop();
    QCOMPARE(download(wanted, {}, stop.get_token()).error().code, Errc::Cancelled);
}

void tst_HttpDownload::aFullDisk()
{
    server_->serve("/file", {body()});
    DownloadRequest wanted = request();
    wanted.addresses.push_back(server_->address("/other"));
    Result<void> done;
    {
        const FileSizeLimit limit(50'000);
        done = download(wanted, {}, {});
    }
    QVERIFY(!done.ok());
    QVERIFY2(done.error().code == Errc::DiskFull || done.error().code == Errc::Unwritable, english(done.error()).c_str());
    QVERIFY(english(done.error()).find("file.part") != std::string::npos);
    QVERIFY(!there());
    QCOMPARE(server_->requests().size(), std::size_t(1));  // another mirror would not help
    QVERIFY(download(request(), {}, {}).ok());
    QCOMPARE(content(), body());
}

void tst_HttpDownload::aFolderThatIsGone()
{
    server_->serve("/file", {body()});
    DownloadRequest wanted = request();
    wanted.file = *folder_ / "gone" / "file";
    const auto done = download(wanted, {}, {});
    QVERIFY(!done.ok());
    QVERIFY(english(done.error()).find("gone") != std::string::npos);
    QVERIFY(server_->requests().empty());
}

void tst_HttpDownload::progressIsTold()
{
    server_->serve("/file", {.body = body(), .cutAfter = 40'000, .cuts = 1});
    QVERIFY(!download(request(), {}, {}).ok());
    std::vector<DownloadProgress> told;
    QVERIFY(download(request(), [&](const DownloadProgress& p) { told.push_back(p); }, {}).ok());
    QVERIFY(!told.empty());
    QCOMPARE(told.back().bytes, std::int64_t(100'000));
    QCOMPARE(told.back().total, std::int64_t(100'000));
    for (const auto& p : told) QVERIFY(p.bytes >= 40'000 && p.bytesPerSecond >= 0);
}

void tst_HttpDownload::theProxyOfTheEnvironment()
{
    // A proxy is asked for the whole address.
    server_->serve("http://no-such-computer.invalid/file", {body()});
    qputenv("http_proxy", QByteArray::fromStdString(server_->address("")));
    DownloadRequest wanted = request();
    wanted.addresses = {"http://no-such-computer.invalid/file"};
    const auto done = download(wanted, {}, {});
    qunsetenv("http_proxy");
    QVERIFY2(done.ok(), done ? "" : english(done.error()).c_str());
    QCOMPARE(content(), body());
}

QTEST_GUILESS_MAIN(tst_HttpDownload)
#include "tst_http_download.moc"
