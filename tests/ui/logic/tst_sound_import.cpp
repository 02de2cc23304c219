// Files and folders: which are read, in which order, what becomes of bad ones, and that it can be given up.
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/audio/sound_file.h"
#include "tests/ui/logic/fake_microphone.h"
#include "ui/logic/sound_import.h"

using namespace sonoglyph;

class tst_SoundImport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void foldersInNaturalOrder();
    void badOnesAreRemembered();
    void folderWithoutSounds();
    void laterFilesComeBehind();
    void whatIsAddedMeanwhileBelongsToIt();
    void canBeGivenUp();
    void goneWhileSearching();

private:
    void write(const QString& name)
    {
        const QString file = folder_->filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QVERIFY(writeWavFile(file.toStdString(), vowel(0.2)));
    }
    QString path(const char* name = "") const { return folder_->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::uint64_t numbers_ = 0;
    std::unique_ptr<SoundImport> import_;
    QList<std::shared_ptr<const HeardSound>> sounds_;
    int good_ = -1;
    std::vector<SoundImport::Bad> bad_;
    bool cancelled_ = false;
};

void tst_SoundImport::init()
{
    folder_ = std::make_unique<QTemporaryDir>();
    sounds_.clear();
    good_ = -1;
    import_ = std::make_unique<SoundImport>([this](std::uint64_t count) { return std::exchange(numbers_, numbers_ + count) + 1; });
    const auto next = [this] { import_->readNext({}); };
    connect(import_.get(), &SoundImport::found, this, next);
    connect(import_.get(), &SoundImport::failed, this, next);
    connect(import_.get(), &SoundImport::prepared, this, [this, next](const std::shared_ptr<const HeardSound>& sound) {
        sounds_ << sound;
        next();
    });
    connect(import_.get(), &SoundImport::finished, this, [this](int good, const std::vector<SoundImport::Bad>& bad, bool cancelled) {
        good_ = good;
        bad_ = bad;
        cancelled_ = cancelled;
    });
}

void tst_SoundImport::foldersInNaturalOrder()
{
    for (const char* name : {"10.wav", "2.WAV", "1.wav", "below/deeper/3.wav", ".hidden/4.wav", "single.txt"}) write(QLatin1String(name));
    import_->add({path(), path("single.txt")});
    QVERIFY(import_->active() && import_->searching());
    QTRY_COMPARE(good_, 5);
    QStringList names;
    for (const auto& sound : sounds_) names << sound->file;
    QCOMPARE(names, (QStringList{QStringLiteral("1.wav"), QStringLiteral("2.WAV"), QStringLiteral("10.wav"), QStringLiteral("3.wav"),
                                 QStringLiteral("single.txt")}));
    for (int i = 1; i < sounds_.size(); ++i) QVERIFY(sounds_[i]->number > sounds_[i - 1]->number);
    QVERIFY(bad_.empty() && !import_->active());
}

void tst_SoundImport::badOnesAreRemembered()
{
    write(QStringLiteral("a.wav"));
    QFile torn(path("b.wav"));
    QVERIFY(torn.open(QIODevice::WriteOnly));
    torn.write("RIFF");
    torn.close();
    write(QStringLiteral("c.wav"));
    import_->add({path(), path("missing.wav")});
    QTRY_COMPARE(good_, 2);
    QCOMPARE(bad_.size(), std::size_t(2));
    QVERIFY(bad_[0].text.contains(QStringLiteral("b.wav")));
    QVERIFY(bad_[1].text.contains(QStringLiteral("missing.wav")));
    QCOMPARE(import_->done(), 4);
    QCOMPARE(import_->total(), 4);
    import_->add({path("a.wav")});
    QTRY_COMPARE(good_, 1);
    QVERIFY(bad_.empty() && import_->bad().empty());
}

void tst_SoundImport::folderWithoutSounds()
{
    import_->add({path()});
    QTRY_COMPARE(good_, 0);
    QCOMPARE(bad_.size(), std::size_t(1));
    QVERIFY(bad_[0].text.contains(path()));
}

void tst_SoundImport::laterFilesComeBehind()
{
    for (const char* name : {"a.wav", "b.wav"}) write(QLatin1String(name));
    import_->add({path("b.wav")});
    import_->add({path("a.wav")});
    QTRY_COMPARE(good_, 2);
    QCOMPARE(sounds_[1]->file, QStringLiteral("a.wav"));
}

void tst_SoundImport::whatIsAddedMeanwhileBelongsToIt()
{
    for (const char* name : {"a.wav", "b.wav"}) write(QLatin1String(name));
    QSignalSpy finished(import_.get(), &SoundImport::finished);
    connect(import_.get(), &SoundImport::prepared, this, [this] {
        if (sounds_.size() == 1) import_->add({path("b.wav")});
    });
    import_->add({path("a.wav")});
    QTRY_COMPARE(sounds_.size(), 2);
    QTRY_VERIFY(!import_->active());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(good_, 2);
}

void tst_SoundImport::canBeGivenUp()
{
    for (int i = 0; i < 50; ++i) write(QStringLiteral("%1.wav").arg(i));
    connect(import_.get(), &SoundImport::prepared, this, [this] {
        if (sounds_.size() == 3) import_->cancel();
    });
    import_->add({path()});
    QTRY_VERIFY(good_ >= 3);
    QVERIFY(good_ <= 4);
    QVERIFY(cancelled_ && !import_->active());
    import_->add({path("7.wav")});
    QTRY_COMPARE(good_, 1);
    QVERIFY(!cancelled_);
}

void tst_SoundImport::goneWhileSearching()
{
    write(QStringLiteral("a.wav"));
    import_->add({path()});
    import_->cancel();
    QTRY_COMPARE(good_, 0);
    QVERIFY(cancelled_ && bad_.empty());
    import_->add({path()});
    import_.reset();
}

QTEST_GUILESS_MAIN(tst_SoundImport)
#include "tst_sound_import.moc"
