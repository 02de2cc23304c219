// Saved states of the features: what comes back from the disk, what a damaged file says, names, deleting and undoing.
#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/logic/fake_engine.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/latent_states.h"

using namespace sonoglyph;

class tst_LatentStates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void theFileHoldsAll()
    {
        DecoderController decoder(nullptr, nullptr);
        FakeEngine engine;
        decoder.useEngine(engine);
        QTRY_COMPARE(decoder.state(), DecoderController::State::Ready);
        Drawing drawing = fakeDrawing({0.5f, 7, 1, -1});
        drawing.code = {drawing.z, {0, 0, 2, -2}};
        auto sound = std::make_shared<HeardSound>();
        sound->name = QStringLiteral("seven.wav");
        decoder.story().setSound(sound);
        decoder.story().setDrawing(drawing);
        LatentController latent(decoder);
        latent.sample(4);
        latent.setZeroed({false, false, true, false});
        latent.setLocked({true, false, false, false});
        QTRY_COMPARE(latent.drawing()->z, latent.z());
        const LatentState made = latentStateOf(latent, *decoder.model(), QStringLiteral("mine"));
        const std::filesystem::path file = path("one.sonoglyph");
        QVERIFY(writeLatentState(file, made).ok());
        const auto read = readLatentState(file);
        QVERIFY2(read.ok(), read ? "" : english(read.error()).c_str());
        QCOMPARE(read->name, QStringLiteral("mine"));
        QVERIFY(read->placement == latent.placement());
        QCOMPARE(read->placement.sound, QStringLiteral("seven.wav"));
        QVERIFY(read->model == stampOf(*decoder.model()));
        QCOMPARE(read->read, latent.drawing()->reading.label());
        QCOMPARE(read->image.width, 28);
        QVERIFY(std::equal(read->image.pixels.get(), read->image.pixels.get() + 784, latent.drawing()->image.pixels.get()));
        QVERIFY(latent.restore(read->placement));
    }

    void badFilesAreExplained_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("code");
        QTest::newRow("cut off") << QByteArray("}\n") << QByteArray() << int(Errc::Corrupt);
        QTest::newRow("a list too short") << QByteArray("\"values\": [\n  1.0,") << QByteArray("\"values\": [") << int(Errc::Corrupt);
        QTest::newRow("no number") << QByteArray("\"values\": [\n  1.0,") << QByteArray("\"values\": [\n  1e999,") << int(Errc::Corrupt);
        QTest::newRow("another type") << QByteArray("\"sound\": \"\"") << QByteArray("\"sound\": 7") << int(Errc::Corrupt);
        QTest::newRow("a newer format") << QByteArray("\"format\": 1") << QByteArray("\"format\": 2") << int(Errc::NewerFormat);
    }

    void badFilesAreExplained()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(int, code);
        QVERIFY(writeLatentState(path("bad.sonoglyph"), state("bad")).ok());
        QFile file(folder_->filePath(QStringLiteral("bad.sonoglyph")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        QVERIFY2(text.contains(before), text);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.replace(before, after)) > 0);
        file.close();
        const auto read = readLatentState(path("bad.sonoglyph"));
        QVERIFY(!read.ok());
        QCOMPARE(int(read.error().code), code);
        QVERIFY(english(read.error()).find("bad.sonoglyph") != std::string::npos);
    }

    void theListIsOnTheDisk()
    {
        {
            LatentStates states(folder_->path() + QStringLiteral("/states"));
            const QAbstractItemModelTester tester(&states);
            states.add(state("first"));
            states.add(state("  "));
            QCOMPARE(names(states), (QStringList{QStringLiteral("State 2"), QStringLiteral("first")}));
            QVERIFY(states.setData(states.index(1), QStringLiteral(" renamed "), Qt::EditRole));
            QVERIFY(states.setData(states.index(0), QStringLiteral(" "), Qt::EditRole));  // nothing is no name
            states.waitForDisk();
        }
        QFile broken(folder_->filePath(QStringLiteral("states/0.sonoglyph")));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{") == 1);
        broken.close();
        LatentStates states(folder_->path() + QStringLiteral("/states"));
        const QAbstractItemModelTester tester(&states);
        QSignalSpy failed(&states, &LatentStates::failed);
        states.load();
        QTRY_COMPARE(names(states), (QStringList{QStringLiteral("State 2"), QStringLiteral("renamed")}));
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("0.sonoglyph")));
    }

    void deletingCanBeUndone()
    {
        LatentStates states(folder_->path());
        for (const char* name : {"a", "b", "c"}) states.add(state(name));
        const QStringList before = names(states);
        states.remove({0, 2});
        QCOMPARE(names(states), QStringList{QStringLiteral("b")});
        states.waitForDisk();
        QCOMPARE(QDir(folder_->path()).entryList(QDir::Files).size(), 1);
        QVERIFY(states.canUndoRemove());
        states.undoRemove();
        QCOMPARE(names(states), before);
        states.waitForDisk();
        QCOMPARE(QDir(folder_->path()).entryList(QDir::Files).size(), 3);
        QVERIFY(!states.canUndoRemove());
    }

    void copiesHaveNamesOfTheirOwn()
    {
        LatentStates states;
        states.add(state("A/B: C"));
        states.add(state("A/B: C"));
        QSignalSpy copied(&states, &LatentStates::copied), failed(&states, &LatentStates::failed);
        states.saveInto({0, 1}, folder_->path());
        QTRY_COMPARE(copied.size(), 1);
        const QStringList files = copied[0][0].toStringList();
        QCOMPARE(files.size(), 2);
        for (const QString& file : files) QVERIFY(readLatentState(file.toStdString()).ok());
        QVERIFY(files[0] != files[1]);
        states.saveInto({0}, folder_->filePath(QStringLiteral("never")));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("never")));
    }

private:
    std::filesystem::path path(const char* name) const { return folder_->filePath(QLatin1String(name)).toStdString(); }
    static LatentState state(const char* name)
    {
        LatentState state;
        state.name = QString::fromLatin1(name);
        state.made = QDateTime::currentDateTimeUtc();
        state.model.name = "aivae-fsdd";
        state.placement.mean = state.placement.deviation = state.placement.values = {1, 2, 3};
        state.placement.zeroed = state.placement.locked = {false, true, false};
        return state;
    }
    static QStringList names(const LatentStates& states)
    {
        QStringList names;
        for (int row = 0; row < states.rowCount(); ++row) names << states.index(row).data().toString();
        return names;
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_GUILESS_MAIN(tst_LatentStates)
#include "tst_latent_states.moc"
