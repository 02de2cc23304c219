#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/file_lock.h"
#include "core/base/temporary_folder.h"

using namespace sonoglyph;

class tst_FileLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void excludesAndReleases();
    void moving();
    void namesTheOtherProgram();
    void badPlaces();
};

void tst_FileLock::excludesAndReleases()
{
    const TemporaryFolder folder;
    const auto file = folder / "lock";
    QVERIFY(!FileLock::held(file));
    {
        const auto first = FileLock::acquire(file);
        QVERIFY(first.ok());
        QVERIFY(FileLock::held(file));
        const auto second = FileLock::acquire(file);
        QVERIFY(!second.ok());
        QCOMPARE(second.error().code, Errc::Busy);
        QVERIFY(FileLock::held(file));  // a failed try does not free it
    }
    QVERIFY(!FileLock::held(file));
    QVERIFY(FileLock::acquire(file).ok());
}

void tst_FileLock::moving()
{
    const TemporaryFolder folder;
    auto a = FileLock::acquire(folder / "a");
    auto b = FileLock::acquire(folder / "b");
    *a = std::move(*b);
    QVERIFY(!FileLock::held(folder / "a"));
    QVERIFY(FileLock::held(folder / "b"));
}

void tst_FileLock::namesTheOtherProgram()
{
    const TemporaryFolder folder;
    const auto file = folder / "lock";
    int ready[2];
    QCOMPARE(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto lock = FileLock::acquire(file);
        const char answer = lock.ok() ? 'y' : 'n';
        (void)!::write(ready[1], &answer, 1);
        while (true) ::pause();
    }
    char answer = 0;
    QCOMPARE(::read(ready[0], &answer, 1), ssize_t(1));
    QCOMPARE(answer, 'y');
    const auto lock = FileLock::acquire(file);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    QVERIFY(!lock.ok());
    QCOMPARE(lock.error().code, Errc::Busy);
    QVERIFY(english(lock.error()).find("tst_file_lock (" + std::to_string(child) + ")") != std::string::npos);
    QVERIFY(english(lock.error()).find(folder.path().string()) != std::string::npos);
    QVERIFY(FileLock::acquire(file).ok());  // a killed program holds nothing
}

void tst_FileLock::badPlaces()
{
    const TemporaryFolder folder;
    QCOMPARE(FileLock::acquire(folder / "nowhere/lock").error().code, Errc::NotFound);
    QCOMPARE(FileLock::acquire(folder.path()).error().code, Errc::Unwritable);
    QVERIFY(!FileLock::held(folder / "nowhere/lock"));
}

QTEST_GUILESS_MAIN(tst_FileLock)
#include "tst_file_lock.moc"
