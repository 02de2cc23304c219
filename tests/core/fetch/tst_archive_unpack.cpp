#include <QTest>

#include "core/base/atomic_file.h"
#include "core/base/file_size_limit.h"
#include "core/base/temporary_folder.h"
#include "core/fetch/archive_unpack.h"
#include "core/fetch/made_archive.h"

using namespace sonoglyph;
using test::Entry;
namespace fs = std::filesystem;

class tst_ArchiveUnpack : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesWhatIsWanted();
    void refuses_data();
    void refuses();
    void limits_data();
    void limits();
    void damaged_data();
    void damaged();
    void stopped();
    void aFullDisk();

private:
    static UnpackRequest request(const TemporaryFolder& folder)
    {
        fs::create_directories(folder / "out/set");
        return {folder / "a.tar.gz", folder / "out/set", [](const std::string& entry) -> std::optional<fs::path> {
                    if (entry.find("unwanted") != std::string::npos) return std::nullopt;
                    return fs::path(entry);
                }};
    }
    /// Everything below the folder, without the archive.
    static QStringList found(const TemporaryFolder& folder)
    {
        QStringList names;
        for (const auto& entry : fs::recursive_directory_iterator(folder.path()))
            if (!entry.is_directory() && entry.path().filename() != "a.tar.gz")
                names << QString::fromStdString(entry.path().lexically_relative(folder.path()).string());
        names.sort();
        return names;
    }
};

void tst_ArchiveUnpack::takesWhatIsWanted()
{
    const TemporaryFolder folder;
    test::makeArchive(folder / "a.tar.gz", {{"./"},
                                            {"set/", {}, {}, Entry::Folder},
                                            {"./set/one.wav", "11"},
                                            {"set/unwanted.wav", "22"},
                                            {"two.wav", "333"},
                                            {"unwanted-link", {}, "/etc/passwd", Entry::SymbolicLink}});
    std::vector<double> told;
    const auto done = unpack(request(folder), [&](const Message&, double fraction) { told.push_back(fraction); }, {});
    QVERIFY2(done.ok(), done ? "" : english(done.error()).c_str());
    QCOMPARE(done->files, std::size_t(2));
    QCOMPARE(done->bytes, std::int64_t(5));
    QCOMPARE(found(folder), (QStringList{"out/set/set/one.wav", "out/set/two.wav"}));
    QCOMPARE(*readTextFile(folder / "out/set/set/one.wav"), std::string("11"));
    QVERIFY(!told.empty());
    QVERIFY(std::is_sorted(told.begin(), told.end()));
}

void tst_ArchiveUnpack::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("linkTo");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* title, const char* name, const char* linkTo, Entry::Kind kind) {
        QTest::newRow(title) << name << linkTo << int(kind);
    };
    row("the folder above", "../evil.wav", "", Entry::File);
    row("on the way", "set/../../../evil.wav", "", Entry::File);
    row("an absolute path", "/tmp/sonoglyph-evil.wav", "", Entry::File);
    row("not even wanted", "../unwanted.wav", "", Entry::File);
    row("a symbolic link", "link.wav", "/etc/passwd", Entry::SymbolicLink);
    row("a hard link", "link.wav", "one.wav", Entry::HardLink);
    row("the same file twice", "one.wav", "", Entry::File);
}

void tst_ArchiveUnpack::refuses()
{
    QFETCH(QString, name);
    QFETCH(QString, linkTo);
    QFETCH(int, kind);
    const TemporaryFolder folder;
    test::makeArchive(folder / "a.tar.gz", {{"one.wav", "1"}, {name.toStdString(), "evil", linkTo.toStdString(), Entry::Kind(kind)}});
    const auto done = unpack(request(folder), {}, {});
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Errc::Corrupt);
    QVERIFY2(english(done.error()).find(name.toStdString()) != std::string::npos, english(done.error()).c_str());
    QCOMPARE(found(folder), QStringList{"out/set/one.wav"});
    QCOMPARE(*readTextFile(folder / "out/set/one.wav"), std::string("1"));
    QVERIFY(!fs::exists("/tmp/sonoglyph-evil.wav"));
}

void tst_ArchiveUnpack::limits_data()
{
    QTest::addColumn<qint64>("all");
    QTest::addColumn<qint64>("one");
    QTest::addColumn<int>("files");
    QTest::addColumn<bool>("good");
    QTest::newRow("just enough") << qint64(20) << qint64(10) << 2 << true;
    QTest::newRow("all together") << qint64(19) << qint64(10) << 2 << false;
    QTest::newRow("one of them") << qint64(20) << qint64(9) << 2 << false;
    QTest::newRow("too many") << qint64(20) << qint64(10) << 1 << false;
}

void tst_ArchiveUnpack::limits()
{
    QFETCH(qint64, all);
    QFETCH(qint64, one);
    QFETCH(int, files);
    QFETCH(bool, good);
    const TemporaryFolder folder;
    test::makeArchive(folder / "a.tar.gz", {{"one.wav", "0123456789"}, {"two.wav", "0123456789"}});
    UnpackRequest wanted = request(folder);
    wanted.mostBytes = all;
    wanted.mostBytesOfAFile = one;
    wanted.mostFiles = std::size_t(files);
    const auto done = unpack(wanted, {}, {});
    QCOMPARE(done.ok(), good);
    if (!good) { QCOMPARE(done.error().code, Errc::Corrupt); }
}

void tst_ArchiveUnpack::damaged_data()
{
    QTest::addColumn<QString>("how");
    for (const char* how : {"empty", "text", "cut", "missing"}) QTest::newRow(how) << how;
}

void tst_ArchiveUnpack::damaged()
{
    QFETCH(QString, how);
    const TemporaryFolder folder;
    std::string noise(50'000, ' ');
    for (std::size_t i = 0; i < noise.size(); ++i) noise[i] = char((i * 2654435761u) >> 13);
    test::makeArchive(folder / "a.tar.gz", {{"one.wav", noise}, {"two.wav", noise}});
    std::string bytes = *readTextFile(folder / "a.tar.gz");
    if (how == "empty") bytes.clear();
    if (how == "text") bytes = "<html>We are sorry.</html>";
    if (how == "cut") bytes.resize(bytes.size() / 2);
    folder.put("a.tar.gz", bytes);
    if (how == "missing") fs::remove(folder / "a.tar.gz");
    const auto done = unpack(request(folder), {}, {});
    if (how == "empty" && done) {  // an archive of nothing
        QCOMPARE(done->files, std::size_t(0));
        return;
    }
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, how == "missing" ? Errc::NotFound : Errc::Corrupt);
    QVERIFY(english(done.error()).find("a.tar.gz") != std::string::npos);
}

void tst_ArchiveUnpack::stopped()
{
    const TemporaryFolder folder;
    test::makeArchive(folder / "a.tar.gz", {{"one.wav", "1"}, {"two.wav", "2"}});
    std::stop_source stop;
    const auto done = unpack(
        request(folder), [&](const Message&, double) { stop.request_stop(); }, stop.get_token());
    QCOMPARE(done.error().code, Errc::Cancelled);
}

void tst_ArchiveUnpack::aFullDisk()
{
    const TemporaryFolder folder;
    test::makeArchive(folder / "a.tar.gz", {{"one.wav", std::string(100'000, 'x')}});
    const FileSizeLimit limit(50'000);
    const auto done = unpack(request(folder), {}, {});
    QVERIFY(!done.ok());
    QVERIFY(done.error().code == Errc::DiskFull || done.error().code == Errc::Unwritable);
    QVERIFY(english(done.error()).find("one.wav") != std::string::npos);
}

QTEST_GUILESS_MAIN(tst_ArchiveUnpack)
#include "tst_archive_unpack.moc"
