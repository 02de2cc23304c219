#include <QTest>

#include "core/base/resources.h"
#include "core/base/user_folders.h"
#include "core/data/dataset_config.h"
#include "core/train/run_folder.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

class tst_Folders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void chosenByVariables();
    void defaults();
    void relativeVariablesAreIgnored();
    void resources();
};

void tst_Folders::init()
{
    for (const char* name : {"XDG_DATA_HOME", "XDG_CACHE_HOME", "SONOGLYPH_DATA", "SONOGLYPH_RESOURCES"}) qunsetenv(name);
    qputenv("HOME", "/home/someone");
}

void tst_Folders::chosenByVariables()
{
    qputenv("XDG_DATA_HOME", "/d");
    qputenv("XDG_CACHE_HOME", "/c");
    QCOMPARE(userDataFolder(), fs::path("/d/sonoglyph"));
    QCOMPARE(defaultDataFolder(), fs::path("/d/sonoglyph/data"));
    QCOMPARE(defaultRunsFolder(), fs::path("/d/sonoglyph/runs"));
    QCOMPARE(defaultCacheFolder(), fs::path("/c/sonoglyph"));
    qputenv("SONOGLYPH_DATA", "/mine");
    QCOMPARE(defaultDataFolder(), fs::path("/mine"));
}

void tst_Folders::defaults()
{
    QCOMPARE(defaultDataFolder(), fs::path("/home/someone/.local/share/sonoglyph/data"));
    QCOMPARE(defaultRunsFolder(), fs::path("/home/someone/.local/share/sonoglyph/runs"));
    QCOMPARE(userCacheFolder(), fs::path("/home/someone/.cache/sonoglyph"));
    qunsetenv("HOME");
    QVERIFY(defaultDataFolder().is_absolute());
}

void tst_Folders::relativeVariablesAreIgnored()
{
    qputenv("XDG_DATA_HOME", "relative");
    qputenv("XDG_CACHE_HOME", "");
    QCOMPARE(userDataFolder(), fs::path("/home/someone/.local/share/sonoglyph"));
    QCOMPARE(userCacheFolder(), fs::path("/home/someone/.cache/sonoglyph"));
}

void tst_Folders::resources()
{
    qputenv("SONOGLYPH_RESOURCES", "/somewhere");
    QCOMPARE(resourceFolder(), fs::path("/somewhere"));
    qunsetenv("SONOGLYPH_RESOURCES");
    // This test lies in BUILD/tests/bin, the link to the resources in BUILD/share.
    const fs::path build = fs::read_symlink("/proc/self/exe").parent_path().parent_path().parent_path();
    QVERIFY(fs::is_directory(build / "share" / "sonoglyph"));
    QCOMPARE(resourceFolder(), build / "share" / "sonoglyph");
}

QTEST_GUILESS_MAIN(tst_Folders)
#include "tst_folders.moc"
