// The real data sets, served by a server on this machine as their makers serve them.
#include <QTest>

#include "core/base/atomic_file.h"
#include "core/base/file_lock.h"
#include "core/base/temporary_folder.h"
#include "core/data/recordings.h"
#include "core/fetch/dataset_fetch.h"
#include "core/fetch/dataset_source.h"
#include "core/fetch/http_server.h"
#include "core/fetch/made_archive.h"

using namespace sonoglyph;
using test::Entry;
using test::HttpServer;
namespace fs = std::filesystem;

constexpr const char* noRealData = "No real data: set SONOGLYPH_TEST_DATA to a folder with mnist/, fsdd/ and scd/.";

class tst_DatasetFetch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void sourcesAreNamed();
    void mnist();
    void fsdd();
    void onlyDigitsOfSpeechCommands();
    void damagedNeverLooksComplete_data();
    void damagedNeverLooksComplete();
    void goesOnAfterACut();
    void oneFileIsMissing();
    void aFolderOfSomebodyElse();
    void anotherProgramFetches();
    void stopped();
    void removesWhatItBrought();
    void aReceiptThatIsDamaged_data();
    void aReceiptThatIsDamaged();
    void checks();

private:
    FetchRequest request(const std::string& name) const { return {name, folder_->path() / "data", server_->address("/" + name), {}}; }
    Result<void> fetch(const std::string& name)
    {
        told_.clear();
        return fetchDataset(request(name), [this](const FetchProgress& p) { told_.push_back(p); }, {});
    }
    fs::path data() const { return folder_->path() / "data"; }
    void serveMnist()
    {
        for (const SourceFile& file : datasetSource("mnist")->files)
            server_->serve("/mnist/" + file.name, {*readTextFile(real_ / "mnist" / file.name)});
    }
    fs::path real_;
    std::string fsdd_;  ///< the archive, as GitHub makes it
    std::unique_ptr<HttpServer> server_;
    std::unique_ptr<TemporaryFolder> folder_;
    std::vector<FetchProgress> told_;
};

void tst_DatasetFetch::initTestCase()
{
    for (const char* proxy : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"}) qunsetenv(proxy);
    real_ = qgetenv("SONOGLYPH_TEST_DATA").toStdString();
    if (!fs::is_directory(real_ / "fsdd")) return;
    const TemporaryFolder folder;
    std::vector<Entry> entries{{"free-spoken-digit-dataset-1.0.10/README.md", "# Free Spoken Digit Dataset"},
                               {"free-spoken-digit-dataset-1.0.10/utils/trimmer.py", "import os"}};
    for (const auto& file : fs::directory_iterator(real_ / "fsdd/recordings"))
        entries.push_back({"free-spoken-digit-dataset-1.0.10/recordings/" + file.path().filename().string(), *readTextFile(file.path())});
    test::makeArchive(folder / "fsdd.tar.gz", entries);
    fsdd_ = *readTextFile(folder / "fsdd.tar.gz");
}

void tst_DatasetFetch::init()
{
    server_ = std::make_unique<HttpServer>();
    folder_ = std::make_unique<TemporaryFolder>();
}

void tst_DatasetFetch::sourcesAreNamed()
{
    QCOMPARE(datasetSources().size(), std::size_t(3));
    for (const DatasetSource& source : datasetSources()) {
        QVERIFY(!source.title.empty() && !source.licence.empty() && !source.credit.empty() && source.downloadBytes > 0 &&
                source.diskBytes > 0);
        for (const SourceFile& file : source.files) {
            QVERIFY(!file.addresses.empty());
            for (const std::string& address : file.addresses) QVERIFY(address.starts_with("http"));
        }
    }
    QVERIFY(!datasetSource("librispeech"));
    QCOMPARE(fetchDataset({"librispeech", data(), {}, {}}, {}, {}).error().code, Errc::BadOption);
    QCOMPARE(removeDataset("librispeech", data()).error().code, Errc::BadOption);
    QCOMPARE(checkDataset("librispeech", data(), {}, {}).error().code, Errc::BadOption);
}

void tst_DatasetFetch::mnist()
{
    if (fsdd_.empty()) QSKIP(noRealData);
    serveMnist();
    const auto done = fetch("mnist");
    QVERIFY2(done.ok(), done ? "" : english(done.error()).c_str());
    QVERIFY(wasFetched("mnist", data()));
    QVERIFY(checkDataset("mnist", data(), {}, {})->complete);
    QVERIFY(!fs::exists(data() / ".fetch"));
    QVERIFY(*readTextFile(data() / "mnist/sonoglyph-source.json") != std::string());
    QVERIFY(std::any_of(told_.begin(), told_.end(),
                        [](const FetchProgress& p) { return p.phase == FetchProgress::Phase::Downloading && p.download.bytes > 0; }));
    const auto asked = server_->requests().size();
    QVERIFY(fetch("mnist").ok());  // it is complete
    QCOMPARE(server_->requests().size(), asked);
}

void tst_DatasetFetch::fsdd()
{
    if (fsdd_.empty()) QSKIP(noRealData);
    server_->serve("/fsdd/fsdd-1.0.10.tar.gz", {fsdd_});
    const auto done = fetch("fsdd");
    QVERIFY2(done.ok(), done ? "" : (english(done.error()) + done.error().details).c_str());
    QCOMPARE(listRecordings("fsdd6", data())->recordings.size(), std::size_t(3000));
    QVERIFY(fs::exists(data() / "fsdd/README.md"));
    QVERIFY(!fs::exists(data() / "fsdd/utils"));
    QVERIFY(std::any_of(told_.begin(), told_.end(), [](const FetchProgress& p) { return p.phase == FetchProgress::Phase::Unpacking; }));
}

void tst_DatasetFetch::onlyDigitsOfSpeechCommands()
{
    if (fsdd_.empty()) QSKIP(noRealData);
    // The recordings that are at hand are a part, so the archive cannot pass for the whole; what reaches the disk can be seen before it is
    // thrown away.
    const TemporaryFolder archive;
    test::makeArchive(archive / "a.tar.gz", {{"./LICENSE", "CC BY"},
                                             {"./testing_list.txt", "zero/a_nohash_0.wav\n"},
                                             {"./validation_list.txt", ""},
                                             {"./zero/a_nohash_0.wav", "RIFF"},
                                             {"./bed/a_nohash_0.wav", "RIFF"},
                                             {"./0/a_nohash_0.wav", "RIFF"},
                                             {"./_background_noise_/white_noise.wav", std::string(5 << 20, 'x')},
                                             {"./zero/notes.txt", "?"}});
    server_->serve("/scd/speech_commands_v0.01.tar.gz", {*readTextFile(archive / "a.tar.gz")});
    QStringList seen;
    const auto done =
        fetchDataset(request("scd"),
                     [&](const FetchProgress& p) {
                         if (p.phase != FetchProgress::Phase::Checking || !seen.isEmpty() || !fs::exists(data() / ".fetch/scd/new/scd"))
                             return;
                         for (const auto& entry : fs::recursive_directory_iterator(data() / ".fetch/scd/new/scd"))
                             if (entry.is_regular_file())
                                 seen << QString::fromStdString(entry.path().lexically_relative(data() / ".fetch/scd/new/scd").string());
                     },
                     {});
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Errc::Corrupt);
    seen.sort();
    QCOMPARE(seen, (QStringList{"LICENSE", "testing_list.txt", "validation_list.txt", "zero/a_nohash_0.wav"}));
    QVERIFY(!fs::exists(data() / "scd"));
}

void tst_DatasetFetch::damagedNeverLooksComplete_data()
{
    QTest::addColumn<QString>("how");
    for (const char* how : {"a recording differs", "a recording is missing", "escapes", "a link", "cut", "another file"})
        QTest::newRow(how) << how;
}

void tst_DatasetFetch::damagedNeverLooksComplete()
{
    if (fsdd_.empty()) QSKIP(noRealData);
    QFETCH(QString, how);
    const std::string root = "free-spoken-digit-dataset-1.0.10/recordings/";
    const TemporaryFolder folder;
    std::vector<Entry> entries;
    for (const auto& file : fs::directory_iterator(real_ / "fsdd/recordings")) {
        const std::string name = file.path().filename().string();
        std::string content = *readTextFile(file.path());
        if (name == "7_theo_1.wav" && how == "a recording is missing") continue;
        if (name == "7_theo_1.wav" && how == "a recording differs") content[content.size() / 2] ^= 1;
        if (name == "7_theo_1.wav" && how == "a link") {
            entries.push_back({root + name, {}, "7_theo_0.wav", Entry::SymbolicLink});
            continue;
        }
        entries.push_back({root + name, content});
    }
    if (how == "escapes") entries.push_back({"../../../escaped.wav", "evil"});
    test::makeArchive(folder / "a.tar.gz", entries);
    std::string archive = *readTextFile(folder / "a.tar.gz");
    if (how == "cut") archive.resize(archive.size() / 2);
    if (how == "another file") archive = "<html>Please log in.</html>";
    server_->serve("/fsdd/fsdd-1.0.10.tar.gz", {archive});
    const auto done = fetch("fsdd");
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Errc::Corrupt);
    QVERIFY(!fs::exists(data() / "fsdd"));
    QVERIFY(!wasFetched("fsdd", data()));
    QCOMPARE(bytesWaiting("fsdd", data()), std::int64_t(0));  // it is not gone on with
    QVERIFY(!fs::exists(folder_->path() / "escaped.wav"));
    server_->serve("/fsdd/fsdd-1.0.10.tar.gz", {fsdd_});
    QVERIFY(fetch("fsdd").ok());
}

void tst_DatasetFetch::goesOnAfterACut()
{
    if (fsdd_.empty()) QSKIP(noRealData);
    const std::int64_t half = std::int64_t(fsdd_.size() / 2);
    server_->serve("/fsdd/fsdd-1.0.10.tar.gz", {.body = fsdd_, .cutAfter = half, .cuts = 1});
    const auto broken = fetch("fsdd");
    QVERIFY(!broken.ok());
    QCOMPARE(broken.error().code, Errc::Unavailable);
    QVERIFY(!fs::exists(data() / "fsdd"));
    QCOMPARE(bytesWaiting("fsdd", data()), half);
    QVERIFY(fetch("fsdd").ok());
    QCOMPARE(server_->requests().back(), "/fsdd/fsdd-1.0.10.tar.gz bytes=" + std::to_string(half) + "-");
    QCOMPARE(bytesWaiting("fsdd", data()), std::int64_t(0));
}

void tst_DatasetFetch::oneFileIsMissing()
{
    if (fsdd_.empty()) QSKIP(noRealData);
    serveMnist();
    server_->serve("/mnist/t10k-labels-idx1-ubyte.gz", {.body = {}, .status = 404});
    const auto done = fetch("mnist");
    QCOMPARE(done.error().code, Errc::NotFound);
    QVERIFY(!fs::exists(data() / "mnist"));
    QVERIFY(bytesWaiting("mnist", data()) > 10'000'000);  // three of four
    serveMnist();
    const auto before = server_->requests().size();
    QVERIFY(fetch("mnist").ok());
    QCOMPARE(server_->requests().size(), before + 1);
}

void tst_DatasetFetch::aFolderOfSomebodyElse()
{
    fs::create_directories(data() / "fsdd/recordings");
    replaceFile(data() / "fsdd/recordings/7_me_0.wav", "mine").ok();
    const auto done = fetch("fsdd");
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Errc::Incompatible);
    QVERIFY(server_->requests().empty());
    QCOMPARE(*readTextFile(data() / "fsdd/recordings/7_me_0.wav"), std::string("mine"));
    QCOMPARE(removeDataset("fsdd", data()).error().code, Errc::NotFound);
    QVERIFY(fs::exists(data() / "fsdd/recordings/7_me_0.wav"));
}

void tst_DatasetFetch::anotherProgramFetches()
{
    fs::create_directories(data() / ".fetch/fsdd");
    const auto lock = FileLock::acquire(data() / ".fetch/fsdd/lock");
    QVERIFY(lock.ok());
    QCOMPARE(fetch("fsdd").error().code, Errc::Busy);
    QCOMPARE(removeDataset("fsdd", data()).error().code, Errc::Busy);
}

void tst_DatasetFetch::stopped()
{
    if (fsdd_.empty()) QSKIP(noRealData);
    server_->serve("/fsdd/fsdd-1.0.10.tar.gz", {.body = fsdd_, .slowAfter = 1'000'000});
    std::stop_source stop;
    const auto done = fetchDataset(
        request("fsdd"),
        [&](const FetchProgress& p) {
            if (p.phase == FetchProgress::Phase::Downloading && p.download.bytes > 0) stop.request_stop();
        },
        stop.get_token());
    QCOMPARE(done.error().code, Errc::Cancelled);
    QVERIFY(bytesWaiting("fsdd", data()) > 0);
    QVERIFY(removeDataset("fsdd", data()).ok());  // also what waits
    QCOMPARE(bytesWaiting("fsdd", data()), std::int64_t(0));
}

void tst_DatasetFetch::removesWhatItBrought()
{
    if (fsdd_.empty()) QSKIP(noRealData);
    server_->serve("/fsdd/fsdd-1.0.10.tar.gz", {fsdd_});
    QVERIFY(fetch("fsdd").ok());
    replaceFile(data() / "fsdd/recordings/7_me_0.wav", "mine").ok();
    const auto removed = removeDataset("fsdd", data());
    QVERIFY(removed.ok());
    QCOMPARE(*removed, 3001);
    QVERIFY(!wasFetched("fsdd", data()));
    QCOMPARE(*readTextFile(data() / "fsdd/recordings/7_me_0.wav"), std::string("mine"));
    QVERIFY(!fs::exists(data() / "fsdd/recordings/7_theo_0.wav"));
}

void tst_DatasetFetch::aReceiptThatIsDamaged_data()
{
    QTest::addColumn<QByteArray>("receipt");
    QTest::addColumn<int>("removed");
    QTest::newRow("no JSON") << QByteArray("{") << 0;
    QTest::newRow("no list") << QByteArray(R"({"files": 7})") << 0;
    QTest::newRow("not all are names") << QByteArray(R"({"files": [7, null, "recordings/7_theo_0.wav"]})") << 1;
    QTest::newRow("outside") << QByteArray(R"({"files": ["../mine", "/etc/hostname"]})") << 0;
}

void tst_DatasetFetch::aReceiptThatIsDamaged()
{
    QFETCH(QByteArray, receipt);
    QFETCH(int, removed);
    fs::create_directories(data() / "fsdd/recordings");
    for (const char* file : {"mine", "fsdd/recordings/7_theo_0.wav"}) QVERIFY(replaceFile(data() / file, "mine").ok());
    QVERIFY(replaceFile(data() / "fsdd/sonoglyph-source.json", receipt.toStdString()).ok());
    const auto done = removeDataset("fsdd", data());
    QVERIFY(done.ok());
    QCOMPARE(*done, removed);
    QCOMPARE(fs::exists(data() / "fsdd/recordings/7_theo_0.wav"), removed == 0);
    QVERIFY(fs::exists(data() / "mine"));
}

void tst_DatasetFetch::checks()
{
    if (fsdd_.empty()) QSKIP(noRealData);
    const auto mnist = checkDataset("mnist", real_, {}, {}), fsdd = checkDataset("fsdd", real_, {}, {}),
               scd = checkDataset("scd", real_, {}, {});
    QVERIFY(mnist->complete && fsdd->complete);
    QCOMPARE(fsdd->right, 3000);
    QCOMPARE(scd->expected, 23'668);
    QVERIFY(!scd->complete);
    QCOMPARE(scd->right + scd->missing + scd->damaged, scd->expected);
    QVERIFY(!scd->faults.empty());
    QCOMPARE(checkDataset("fsdd", folder_->path(), {}, {}).error().code, Errc::NotFound);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(checkDataset("fsdd", real_, {}, stop.get_token()).error().code, Errc::Cancelled);
}

QTEST_GUILESS_MAIN(tst_DatasetFetch)
#include "tst_dataset_fetch.moc"
