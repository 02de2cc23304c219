#include <QTest>

#include <array>
#include <cerrno>

#include "core/base/atomic_file.h"
#include "core/base/file_size_limit.h"
#include "core/base/temporary_folder.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(sonoglyph::Errc)

class tst_AtomicFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAndReplaces();
    void keepsThePermissionsOfTheOldFile();
    void piecesEqualTheWhole();
    void nothingChangesBeforeCommit();
    void movedFromLeavesTheFileAlone();
    void badTargets_data();
    void badTargets();
    void failureInTheMiddleLeavesTheOldFile();
    void systemErrors_data();
    void systemErrors();
    void readingRefusesWhatIsTooLong();
    void staleTemporariesGo();

private:
    TemporaryFolder folder_;
};

void tst_AtomicFile::writesAndReplaces()
{
    const fs::path file = folder_ / "a.txt";
    QVERIFY(replaceFile(file, "first").ok());
    QCOMPARE(TemporaryFolder::content(file), std::string("first"));
    QVERIFY(replaceFile(file, "").ok());
    QCOMPARE(TemporaryFolder::content(file), std::string());
    const std::array<std::byte, 3> bytes{std::byte(0), std::byte(10), std::byte(255)};
    QVERIFY(replaceFile(file, std::span<const std::byte>(bytes)).ok());
    QCOMPARE(TemporaryFolder::content(file), std::string("\0\n\xff", 3));
    QCOMPARE(*readTextFile(file), std::string("\0\n\xff", 3));
    QCOMPARE(TemporaryFolder::names(folder_.path()), std::vector<std::string>{"a.txt"});
}

void tst_AtomicFile::keepsThePermissionsOfTheOldFile()
{
    const fs::path file = folder_.put("private.txt", "old");
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    QVERIFY(replaceFile(file, "new").ok());
    QCOMPARE(int(fs::status(file).permissions()), int(fs::perms::owner_read | fs::perms::owner_write));
}

void tst_AtomicFile::piecesEqualTheWhole()
{
    const fs::path file = folder_ / "pieces.txt";
    auto out = AtomicFile::create(file);
    QVERIFY(out.ok());
    std::string whole;
    for (int i = 0; i < 1000; ++i) {
        const std::string piece = std::to_string(i) + "\n";
        whole += piece;
        QVERIFY(out->write(piece).ok());
    }
    QVERIFY(out->commit().ok());
    QCOMPARE(TemporaryFolder::content(file), whole);
    QCOMPARE(out->write("more").error().code, Errc::Internal);
    QCOMPARE(out->commit().error().code, Errc::Internal);
}

void tst_AtomicFile::nothingChangesBeforeCommit()
{
    TemporaryFolder folder;
    const fs::path file = folder.put("b.txt", "old");
    {
        auto out = AtomicFile::create(file);
        QVERIFY(out->write("new").ok());
        QCOMPARE(TemporaryFolder::content(file), std::string("old"));
    }
    QCOMPARE(TemporaryFolder::content(file), std::string("old"));
    QCOMPARE(TemporaryFolder::names(folder.path()), std::vector<std::string>{"b.txt"});
}

void tst_AtomicFile::movedFromLeavesTheFileAlone()
{
    TemporaryFolder folder;
    auto first = AtomicFile::create(folder / "c.txt");
    auto second = AtomicFile::create(folder / "d.txt");
    QVERIFY(first->write("c").ok());
    *second = std::move(*first);  // drops d.txt
    QVERIFY(second->commit().ok());
    QCOMPARE(TemporaryFolder::names(folder.path()), std::vector<std::string>{"c.txt"});
}

void tst_AtomicFile::badTargets_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<Errc>("code");
    QTest::newRow("folder missing") << "nowhere/a.txt" << Errc::NotFound;
    QTest::newRow("folder is a file") << "file/a.txt" << Errc::NotFound;
    QTest::newRow("target is a folder") << "folder" << Errc::Unwritable;
    QTest::newRow("no name") << "folder/" << Errc::Unwritable;
    QTest::newRow("name too long") << QString(300, QLatin1Char('x')) << Errc::Unwritable;
}

void tst_AtomicFile::badTargets()
{
    QFETCH(QString, target);
    QFETCH(Errc, code);
    TemporaryFolder folder;
    folder.put("file");
    fs::create_directory(folder / "folder");
    const auto written = replaceFile(folder / target.toStdString(), "x");
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, code);
    QVERIFY(!english(written.error()).empty());
    QCOMPARE(TemporaryFolder::names(folder.path()).size(), 2u);
    QVERIFY(TemporaryFolder::names(folder / "folder").empty());
}

void tst_AtomicFile::failureInTheMiddleLeavesTheOldFile()
{
    TemporaryFolder folder;
    const fs::path file = folder.put("e.txt", "old");
    {
        const FileSizeLimit limit(1000);
        const auto written = replaceFile(file, std::string(5000, 'x'));
        QVERIFY(!written.ok());
        QVERIFY(english(written.error()).find(file.string()) != std::string::npos);
    }
    QCOMPARE(TemporaryFolder::content(file), std::string("old"));
    QCOMPARE(TemporaryFolder::names(folder.path()), std::vector<std::string>{"e.txt"});
}

void tst_AtomicFile::systemErrors_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<Errc>("writing");
    QTest::addColumn<Errc>("reading");
    QTest::newRow("no such file") << ENOENT << Errc::NotFound << Errc::NotFound;
    QTest::newRow("no room") << ENOSPC << Errc::DiskFull << Errc::Unreadable;
    QTest::newRow("over quota") << EDQUOT << Errc::DiskFull << Errc::Unreadable;
    QTest::newRow("permission") << EACCES << Errc::Unwritable << Errc::Unreadable;
    QTest::newRow("read-only disk") << EROFS << Errc::Unwritable << Errc::Unreadable;
    QTest::newRow("failing disk") << EIO << Errc::Unwritable << Errc::Unreadable;
}

void tst_AtomicFile::systemErrors()
{
    QFETCH(int, number);
    QFETCH(Errc, writing);
    QFETCH(Errc, reading);
    for (const auto& [error, code] :
         {std::pair(writeError("/some/file.txt", number), writing), {readError("/some/file.txt", number), reading}}) {
        QCOMPARE(error.code, code);
        QVERIFY(english(error).find("/some") != std::string::npos);
        QVERIFY(!error.details.empty());
    }
}

void tst_AtomicFile::readingRefusesWhatIsTooLong()
{
    const fs::path file = folder_.put("long.txt", std::string(100, 'x'));
    QCOMPARE(readTextFile(file, 100)->size(), 100u);
    QCOMPARE(readTextFile(file, 99).error().code, Errc::Corrupt);
    QCOMPARE(readTextFile("/dev/zero", 1000).error().code, Errc::Corrupt);
    QCOMPARE(readTextFile(folder_ / "missing.txt").error().code, Errc::NotFound);
    QCOMPARE(readTextFile(folder_.path()).error().code, Errc::Unreadable);
}

void tst_AtomicFile::staleTemporariesGo()
{
    TemporaryFolder folder;
    folder.put(".a.txt.123-0.tmp");
    folder.put("a.txt");
    folder.put("mine.tmp");
    folder.put(".hidden");
    removeStaleTemporaries(folder.path());
    QCOMPARE(TemporaryFolder::names(folder.path()), (std::vector<std::string>{".hidden", "a.txt", "mine.tmp"}));
    removeStaleTemporaries(folder / "missing");
}

QTEST_GUILESS_MAIN(tst_AtomicFile)
#include "tst_atomic_file.moc"
