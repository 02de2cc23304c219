// The history: what it keeps over a restart, what it leaves out, what gives way, and what it writes for others.
#include <QAbstractItemModelTester>
#include <QDir>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <nlohmann/json.hpp>

#include "core/audio/sound_file.h"
#include "core/base/atomic_file.h"
#include "tests/ui/logic/fake_microphone.h"
#include "ui/logic/sound_library.h"
#include "ui/logic/sound_preparation.h"

using namespace sonoglyph;

namespace {

/// Samples that 16 bits cannot hold.
Sound fineSound(double seconds)
{
    Sound sound = vowel(seconds);
    for (float& sample : sound.samples) sample = sample * 0.001F + 1e-7F;
    return sound;
}

Drawing drawing(int digit)
{
    const auto pixels = std::make_shared<std::vector<std::uint8_t>>(28 * 28);
    for (std::size_t i = 0; i < pixels->size(); ++i) (*pixels)[i] = std::uint8_t(i % 251);
    Drawing drawing;
    drawing.image = {28, 28, {pixels, pixels->data()}};
    drawing.code = {{0.25F, -1.5F, 0.1F}, {-3, -2.5F, 0}};
    drawing.z = drawing.code.mean;
    drawing.reading.probabilities.resize(10);
    drawing.reading.probabilities[std::size_t(digit)] = 0.75F;
    drawing.milliseconds = 12.5;
    return drawing;
}

const ModelStamp stamp{"aivae-fsdd", "aivae", "fsdd", "BCE + KL", 469};

}  // namespace

class tst_SoundLibrary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void survivesARestart();
    void newestIsFirst();
    void damagedIsLeftOut_data();
    void damagedIsLeftOut();
    void withoutItsImageItIsDrawnAnew();
    void deletedCanComeBack();
    void aNameThatSaysNothingNewIsNone();
    void deletedIsGoneAfterwards();
    void oldestGiveWay();
    void bytesAreLimitedToo();
    void folderThatCannotBeWritten();
    void withoutFolder();
    void readsInputsOnDemand();
    void savesThreeFiles();
    void savesManyUnderFreeNames();
    void stems_data();
    void stems();
    void dragsFilesOut();
    void thousandsOpenFast();

private:
    void restart(const LibraryLimits& limits = {})
    {
        library_.reset();
        library_ = std::make_unique<SoundLibrary>(folder_->filePath(QStringLiteral("history")), limits);
        tester_ = std::make_unique<QAbstractItemModelTester>(library_.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void load(int expected)
    {
        library_->load();
        QTRY_COMPARE(library_->rowCount(), expected);
    }
    HeardSoundPtr keep(const QString& file = {}, const Sound& sound = vowel(0.4))
    {
        const auto heard = namedSound(library_->newNumbers(), file, file);
        heard->file = file;
        const HeardSoundPtr kept = transformed(heard, sound, usedPart(sound), params_);
        library_->keep(kept);
        return kept;
    }
    HeardSoundPtr fetched(quint64 number)
    {
        HeardSoundPtr sound;
        const auto connection = connect(library_.get(), &SoundLibrary::fetched, this, [&](const HeardSoundPtr& got) { sound = got; });
        library_->fetch(number, params_);
        [&] { QTRY_VERIFY(sound); }();
        disconnect(connection);
        return sound;
    }
    void written() { QTRY_COMPARE(library_->unwritten(), 0); }
    QStringList files(const QString& pattern = QStringLiteral("*")) const
    {
        return QDir(folder_->filePath(QStringLiteral("history"))).entryList({pattern}, QDir::Files, QDir::Name);
    }

    SpectrogramParams params_;
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<SoundLibrary> library_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

void tst_SoundLibrary::init()
{
    params_.rate = 8000;
    folder_ = std::make_unique<QTemporaryDir>();
    restart();
}

void tst_SoundLibrary::cleanup()
{
    tester_.reset();
    library_.reset();
}

void tst_SoundLibrary::survivesARestart()
{
    const HeardSoundPtr before = keep({}, quiet(0.5) + fineSound(0.5) + quiet(0.6));
    library_->setDrawing(before->number, drawing(7), stamp);
    library_->rename(before->number, QStringLiteral(" a \"seven\"\n"));
    library_->setStarred(before->number, true);
    const SoundCard kept = library_->card(0);
    restart();  // at once: what was not written yet is written now
    load(1);
    const SoundCard& card = library_->card(0);
    QCOMPARE(card.label, QStringLiteral("a \"seven\""));
    QVERIFY(card.starred);
    QVERIFY(card.file.isEmpty());
    QCOMPARE(card.heardAt, kept.heardAt);
    QCOMPARE(card.word.begin, before->word.begin);
    QCOMPARE(card.word.end, before->word.end);
    QVERIFY(card.params == params_);
    QVERIFY(card.model == stamp);
    QCOMPARE(card.drawing->code.mean, drawing(7).code.mean);
    QCOMPARE(card.drawing->code.logVariance, drawing(7).code.logVariance);
    QCOMPARE(card.drawing->reading.label(), 7);
    QVERIFY(std::equal(card.drawing->image.pixels.get(), card.drawing->image.pixels.get() + 28 * 28, drawing(7).image.pixels.get()));
    QVERIFY(card.bytes > 0 && card.bytes == library_->bytes());
    const HeardSoundPtr after = fetched(card.number);
    QCOMPARE(after->sound.samples, before->sound.samples);
    QCOMPARE(after->input.values, before->input.values);
    QCOMPARE(after->wordFound, before->wordFound);
}

void tst_SoundLibrary::newestIsFirst()
{
    for (const char* name : {"a", "b", "c"}) keep(QLatin1String(name));
    restart();
    load(3);
    QCOMPARE(library_->card(0).file, QStringLiteral("c"));
    QCOMPARE(library_->card(2).file, QStringLiteral("a"));
    keep(QStringLiteral("d"));
    QCOMPARE(library_->card(0).file, QStringLiteral("d"));
    QVERIFY(library_->card(0).number > library_->card(1).number);
}

void tst_SoundLibrary::damagedIsLeftOut_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");  // "-": removed
    QTest::newRow("torn card") << QStringLiteral("*.json") << QByteArray("{\"format\": 1, \"label\": \"se");
    QTest::newRow("empty card") << QStringLiteral("*.json") << QByteArray();
    QTest::newRow("another card") << QStringLiteral("*.json") << QByteArray("{\"format\": 1}");
    QTest::newRow("not even an object") << QStringLiteral("*.json") << QByteArray("[1, 2]");
    QTest::newRow("missing card") << QStringLiteral("*.json") << QByteArray("-");
    QTest::newRow("cut sound") << QStringLiteral("*.wav") << QByteArray("RIFF");
    QTest::newRow("missing sound") << QStringLiteral("*.wav") << QByteArray("-");
}

void tst_SoundLibrary::damagedIsLeftOut()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    keep(QStringLiteral("bad"));
    written();
    const QString victim = folder_->filePath(QStringLiteral("history/")) + files(file).front();
    keep(QStringLiteral("good"));
    written();
    if (content == "-") {
        QVERIFY(QFile::remove(victim));
    } else {
        QVERIFY(replaceFile(victim.toStdString(), content.toStdString()));
    }
    restart();
    QSignalSpy told(library_.get(), &SoundLibrary::trouble);
    load(1);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(library_->card(0).file, QStringLiteral("good"));
    const SoundLibrary::Trouble trouble = library_->takeTrouble();
    QVERIFY(trouble.text.contains(QStringLiteral("damaged")));
    QVERIFY(!trouble.details.isEmpty());
    // It is told once, and what is left of it is not lost.
    QVERIFY(!QDir(folder_->filePath(QStringLiteral("history/damaged"))).isEmpty());
    restart();
    QSignalSpy again(library_.get(), &SoundLibrary::trouble);
    load(1);
    keep();
    written();
    QCOMPARE(again.size(), 0);
}

void tst_SoundLibrary::withoutItsImageItIsDrawnAnew()
{
    library_->setDrawing(keep(QStringLiteral("a"))->number, drawing(3), stamp);
    written();
    QVERIFY(QFile::remove(folder_->filePath(QStringLiteral("history/")) + files(QStringLiteral("*.png")).front()));
    restart();
    load(1);
    QVERIFY(!library_->card(0).drawing);
    QCOMPARE(library_->undrawn({}), library_->card(0).number);
    QCOMPARE(library_->undrawn({library_->card(0).number}), std::uint64_t(0));
}

void tst_SoundLibrary::deletedCanComeBack()
{
    const QList<quint64> numbers{keep(QStringLiteral("a"))->number, keep(QStringLiteral("b"))->number, keep(QStringLiteral("c"))->number};
    written();  // from now on the samples are on the disk alone
    library_->remove({numbers[0], numbers[2]});
    QCOMPARE(library_->rowCount(), 1);
    library_->remove({numbers[1]});
    written();
    QTRY_VERIFY(files(QStringLiteral("*.wav")).isEmpty());
    library_->undoRemove();
    QCOMPARE(library_->rowCount(), 1);
    library_->undoRemove();
    QVERIFY(!library_->canUndoRemove());
    QCOMPARE(library_->rowCount(), 3);
    QCOMPARE(library_->card(0).file, QStringLiteral("c"));
    fetched(numbers[0]);
    restart();
    load(3);
    fetched(library_->card(1).number);
}

void tst_SoundLibrary::aNameThatSaysNothingNewIsNone()
{
    const quint64 number = keep(QStringLiteral("a.wav"))->number;
    library_->rename(number, QStringLiteral(" a.wav "));
    QVERIFY(library_->card(0).label.isEmpty());
    library_->rename(number, QStringLiteral("mine"));
    library_->rename(number, QStringLiteral("a.wav"));
    QCOMPARE(library_->card(0).label, QStringLiteral("a.wav"));
    library_->rename(number, {});
    QVERIFY(library_->card(0).label.isEmpty());
}

void tst_SoundLibrary::deletedIsGoneAfterwards()
{
    const quint64 number = keep()->number;
    library_->remove({number});
    written();
    restart();
    library_->load();
    QTRY_VERIFY(!QDir(folder_->filePath(QStringLiteral("history/deleted"))).exists());
    QVERIFY(files().isEmpty());
    QCOMPARE(library_->rowCount(), 0);
}

void tst_SoundLibrary::oldestGiveWay()
{
    restart({4, std::int64_t(1) << 30});
    const quint64 starred = keep(QStringLiteral("starred"))->number;
    library_->setStarred(starred, true);
    keep();
    keep(QStringLiteral("old file"));
    keep(QStringLiteral("new file"));
    QCOMPARE(library_->rowCount(), 4);
    // Files first, then recordings, never what has a star.
    for (const int recordings : {1, 1, 1}) {
        keep(QStringLiteral("newest"));
        QCOMPARE(library_->rowCount(), 4);
        int left = 0;
        for (int row = 0; row < 4; ++row) left += library_->card(row).file.isEmpty();
        QCOMPARE(left, recordings);
        QVERIFY(library_->find(starred));
    }
    for (int i = 0; i < 5; ++i) keep();
    QCOMPARE(library_->card(3).file, QStringLiteral("starred"));
    for (int row = 0; row < 3; ++row) QVERIFY(library_->card(row).file.isEmpty());
    written();
    QTRY_COMPARE(files(QStringLiteral("*.json")).size(), 4);
}

void tst_SoundLibrary::bytesAreLimitedToo()
{
    restart({100, 40'000});  // a sound takes some 13,000
    for (int i = 0; i < 6; ++i) {
        keep();
        written();
    }
    QTRY_VERIFY(library_->bytes() <= 40'000);
    QVERIFY2(library_->rowCount() >= 2 && library_->rowCount() < 6,
             QByteArray::number(library_->bytes() / std::max(1, library_->rowCount())));
}

void tst_SoundLibrary::folderThatCannotBeWritten()
{
    library_.reset();
    tester_.reset();
    QFile inTheWay(folder_->filePath(QStringLiteral("file")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    library_ = std::make_unique<SoundLibrary>(inTheWay.fileName() + QStringLiteral("/history"));
    QSignalSpy told(library_.get(), &SoundLibrary::trouble);
    library_->load();
    const quint64 number = keep()->number;
    keep();
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(library_->takeTrouble().text.contains(QStringLiteral("cannot be kept")));
    written();
    QCOMPARE(told.size(), 1);
    fetched(number);
    library_->remove({number});
    library_->undoRemove();
    fetched(number);
    // Once the disk takes one again, it takes those before it, too.
    written();
    QVERIFY(inTheWay.remove());
    keep();
    const QDir history(inTheWay.fileName() + QStringLiteral("/history"));
    QTRY_COMPARE(history.entryList({QStringLiteral("*.wav")}, QDir::Files).size(), 3);
}

void tst_SoundLibrary::withoutFolder()
{
    library_ = std::make_unique<SoundLibrary>();
    library_->load();
    const quint64 number = keep()->number;
    QCOMPARE(library_->unwritten(), 0);
    QCOMPARE(fetched(number)->number, number);
    QVERIFY(!(library_->index(0).flags() & Qt::ItemIsDragEnabled));
    tester_.reset();
}

void tst_SoundLibrary::readsInputsOnDemand()
{
    const HeardSoundPtr sound = keep();
    const QImage before = library_->index(0).data(SoundLibrary::InputRole).value<QImage>();
    QCOMPARE(before.size(), QSize(48, 48));
    QCOMPARE(before.pixelColor(0, 47).red(), int(std::lround(sound->input.at(0, 0) * 255)));
    restart();
    load(1);
    QSignalSpy changes(library_.get(), &SoundLibrary::dataChanged);
    QVERIFY(library_->index(0).data(SoundLibrary::InputRole).value<QImage>().isNull());
    QTRY_VERIFY(!changes.isEmpty());
    QCOMPARE(library_->index(0).data(SoundLibrary::InputRole).value<QImage>(), before);
}

void tst_SoundLibrary::savesThreeFiles()
{
    const HeardSoundPtr sound = keep({}, fineSound(0.6));
    library_->setDrawing(sound->number, drawing(4), stamp);
    QSignalSpy copied(library_.get(), &SoundLibrary::copied);
    library_->saveAs(sound->number, folder_->path(), QStringLiteral("out"));
    QTRY_COMPARE(copied.size(), 1);
    const auto read = readSoundFile(folder_->filePath(QStringLiteral("out.wav")).toStdString());
    QCOMPARE(read->samples, sound->sound.samples);
    QCOMPARE(QImage(folder_->filePath(QStringLiteral("out.png"))).size(), QSize(28, 28));
    const auto json = nlohmann::json::parse(*readTextFile(folder_->filePath(QStringLiteral("out.json")).toStdString()));
    QCOMPARE(json["drawing"]["model"]["name"].get<std::string>(), stamp.name);
    QCOMPARE(json["drawing"]["mean"].get<std::vector<float>>(), drawing(4).code.mean);
    QCOMPARE(json["drawing"]["digit"].get<int>(), 4);
    QCOMPARE(json["spectrogram"]["rate"].get<int>(), 8000);
    QCOMPARE(QDateTime::fromString(QString::fromStdString(json["heardAt"].get<std::string>()), Qt::ISODateWithMs),
             library_->card(0).heardAt);

    QSignalSpy failed(library_.get(), &SoundLibrary::copyFailed);
    library_->saveAs(sound->number, folder_->filePath(QStringLiteral("not/there")), QStringLiteral("out"));
    QTRY_COMPARE(failed.size(), 1);
}

void tst_SoundLibrary::savesManyUnderFreeNames()
{
    const quint64 first = keep(QStringLiteral("seven.wav"))->number, second = keep(QStringLiteral("seven.flac"))->number;
    QVERIFY(replaceFile(folder_->filePath(QStringLiteral("seven.json")).toStdString(), std::string_view("mine")));
    QSignalSpy copied(library_.get(), &SoundLibrary::copied);
    library_->saveInto({first, second}, folder_->path());
    QTRY_COMPARE(copied.size(), 1);
    QCOMPARE(QDir(folder_->path()).entryList({QStringLiteral("*.wav")}, QDir::Files, QDir::Name),
             (QStringList{QStringLiteral("seven 2.wav"), QStringLiteral("seven 3.wav")}));
    QCOMPARE(*readTextFile(folder_->filePath(QStringLiteral("seven.json")).toStdString()), std::string("mine"));
}

void tst_SoundLibrary::stems_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("stem");
    QTest::newRow("file") << QString() << QStringLiteral("7_jackson_3.wav") << QStringLiteral("7_jackson_3");
    QTest::newRow("label") << QStringLiteral("Ósmy głos") << QStringLiteral("8.wav") << QStringLiteral("Ósmy głos");
    QTest::newRow("path") << QStringLiteral("../../etc/passwd") << QString() << QStringLiteral("------etc-passwd");
    QTest::newRow("hidden") << QStringLiteral(".x") << QString() << QStringLiteral("-x");
}

void tst_SoundLibrary::stems()
{
    QFETCH(QString, label);
    QFETCH(QString, file);
    SoundCard card;
    card.label = label;
    card.file = file;
    QTEST(SoundLibrary::stemOf(card), "stem");
}

void tst_SoundLibrary::dragsFilesOut()
{
    const quint64 number = keep(QStringLiteral("seven.wav"))->number;
    library_->setDrawing(number, drawing(7), stamp);
    written();
    QTRY_VERIFY(library_->index(0).flags() & Qt::ItemIsDragEnabled);
    QCOMPARE(library_->supportedDragActions(), Qt::CopyAction);
    const std::unique_ptr<QMimeData> data(library_->mimeData({library_->index(0)}));
    QCOMPARE(data->urls().size(), 2);
    QVERIFY(data->urls()[0].toLocalFile().endsWith(QStringLiteral("/seven.wav")));
    QVERIFY(readSoundFile(data->urls()[0].toLocalFile().toStdString()));
    QVERIFY(!QImage(data->urls()[1].toLocalFile()).isNull());
    QVERIFY(data->hasImage());
}

void tst_SoundLibrary::thousandsOpenFast()
{
    keep(QStringLiteral("a"), Sound{8000, std::vector<float>(400, 0.1F)});
    library_->setDrawing(library_->card(0).number, drawing(1), stamp);
    written();
    constexpr int count = 3000;
    const QDir history(folder_->filePath(QStringLiteral("history")));
    const QString stem = files(QStringLiteral("*.json")).front().chopped(5);
    for (int i = 1; i < count; ++i)
        for (const char* extension : {".wav", ".png", ".json"})
            QVERIFY(
                QFile::link(stem + QLatin1String(extension),
                            history.filePath(QStringLiteral("19990101-%1").arg(i, 6, 10, QLatin1Char('0')) + QLatin1String(extension))));
    restart();
    tester_.reset();
    QElapsedTimer since, turn;
    qint64 longest = 0;
    since.start();
    library_->load();
    // While they come, the event loop turns.
    while (library_->rowCount() < count && since.elapsed() < 20'000) {
        turn.start();
        QCoreApplication::processEvents();
        longest = std::max(longest, turn.elapsed());
    }
    QCOMPARE(library_->rowCount(), count);
    qInfo("%d cards in %lld ms, the longest turn of the event loop took %lld ms", count, since.elapsed(), longest);
}

QTEST_MAIN(tst_SoundLibrary)
#include "tst_sound_library.moc"
