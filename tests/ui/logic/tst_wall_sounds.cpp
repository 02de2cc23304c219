// The rows of the alpha wall: examples that models know, recordings that a data set holds out, words of the history.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/data/recordings.h"
#include "core/data/split.h"
#include "tests/ui/tiny_data.h"
#include "ui/logic/choice_role.h"
#include "ui/logic/sound_choices.h"
#include "ui/logic/sound_preparation.h"
#include "ui/logic/wall_sounds.h"

using namespace sonoglyph;

namespace {

std::vector<ExampleCode> examples()
{
    std::vector<ExampleCode> all;
    for (int digit = 0; digit < 10; ++digit)
        for (const char* name : {"_theo_0.wav", "_theo_1.wav"}) all.push_back({std::to_string(digit) + name, digit, {{0.F}, {0.F}}});
    return all;
}

QList<int> digitsOf(const WallSounds& sounds)
{
    QList<int> digits;
    for (const WallSound& sound : sounds.sounds()) digits << sound.digit;
    return digits;
}

}  // namespace

class tst_WallSounds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(test::writeFsdd(data_.path(), 8)); }

    void oneExampleOfEachDigit()
    {
        WallSounds sounds(nullptr);
        sounds.setExamples(examples(), QStringLiteral("/nowhere"));
        QTRY_VERIFY(!sounds.reading());
        QCOMPARE(digitsOf(sounds), (QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
        QVERIFY(!sounds.sounds()[4].sound);  // it is known by name only
        QVERIFY(sounds.sounds()[4].recording.starts_with("4_theo_"));
        QVERIFY(sounds.sounds()[4].title.startsWith(QStringLiteral("theo ")));
        sounds.setDigit(4);
        QTRY_COMPARE(digitsOf(sounds), (QList<int>{4, 4}));
    }

    void anExampleIsHeardWhereItsRecordingIs()
    {
        WallSounds sounds(nullptr);
        sounds.setExamples(examples(), data_.path());
        QTRY_VERIFY(!sounds.reading() && !sounds.sounds().empty());
        QVERIFY(sounds.sounds()[4].sound);
        QCOMPARE(sounds.sounds()[4].sound->rate, 8000);
    }

    void heldOutRecordingsAreHeldOut()
    {
        WallSounds sounds(nullptr);
        const DatasetConfig config = dataset();
        const auto set = listRecordings(config.name, config.folder);
        const auto split = splitRecordings(*set, config.split, config.seed);
        QStringList heldOut;
        for (const auto i : split->test) heldOut << QString::fromStdString(set->recordings[i].file.string());
        sounds.setData(config);
        sounds.setSource(WallSounds::Source::HeldOut);
        QTRY_VERIFY(!sounds.reading() && !sounds.sounds().empty());
        QCOMPARE(digitsOf(sounds), (QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
        QStringList first;
        for (const WallSound& sound : sounds.sounds()) {
            QVERIFY(heldOut.contains(sound.id));
            QVERIFY(sound.sound);
            first << sound.id;
        }
        QStringList other;
        for (std::uint64_t seed = 2; seed < 12 && (other.isEmpty() || other == first); ++seed) {
            sounds.setSeed(seed);
            QTRY_VERIFY(!sounds.reading());
            other.clear();
            for (const WallSound& sound : sounds.sounds()) other << sound.id;
        }
        QVERIFY(other != first);
        sounds.setSeed(1);
        QTRY_VERIFY(!sounds.reading());
        QCOMPARE(sounds.sounds()[5].id, first[5]);
        sounds.setDigit(3);
        QTRY_VERIFY(!sounds.reading());
        QVERIFY(sounds.sounds().size() > 1);
        for (const WallSound& sound : sounds.sounds()) QCOMPARE(sound.digit, 3);
    }

    void pickedSoundsAreTheRows_data()
    {
        QTest::addColumn<WallSounds::Source>("source");
        QTest::newRow("examples") << WallSounds::Source::Examples;
        QTest::newRow("held out") << WallSounds::Source::HeldOut;
    }

    void pickedSoundsAreTheRows()
    {
        QFETCH(WallSounds::Source, source);
        WallSounds sounds(nullptr);
        sounds.setData(dataset());
        sounds.setExamples(examples(), data_.path());
        sounds.setSource(source);
        QTRY_VERIFY(!sounds.reading() && !sounds.choices().empty());
        QVERIFY(sounds.choices().size() > sounds.sounds().size());
        const auto all = sounds.choices();
        const QString seven = idOf(all, 7), two = idOf(all, 2);
        sounds.togglePicked(seven);
        sounds.togglePicked(two);
        QTRY_COMPARE(digitsOf(sounds), (QList<int>{2, 7}));
        QCOMPARE(sounds.sounds()[1].id, seven);
        QCOMPARE(sounds.choices().size(), all.size());
        sounds.setSeed(5);
        QTRY_VERIFY(!sounds.reading());
        QCOMPARE(digitsOf(sounds), (QList<int>{2, 7}));  // what is picked is not drawn
        sounds.togglePicked(two);
        QTRY_COMPARE(digitsOf(sounds), (QList<int>{7}));
        sounds.clearPicked();
        QTRY_COMPARE(int(sounds.sounds().size()), 10);
    }

    void anEleventhPickTakesThePlaceOfTheFirst()
    {
        WallSounds sounds(nullptr);
        sounds.setExamples(examples(), data_.path());
        QTRY_VERIFY(!sounds.reading());
        const auto all = sounds.choices();
        for (int i = 0; i <= WallSounds::most; ++i) sounds.togglePicked(all[std::size_t(i)].id);
        QTRY_COMPARE(int(sounds.sounds().size()), WallSounds::most);
        QVERIFY(!sounds.picked().contains(all[0].id));
        QVERIFY(sounds.picked().contains(all[WallSounds::most].id));
    }

    void pickedWords()
    {
        SoundLibrary library;
        WallSounds sounds(&library);
        sounds.setSource(WallSounds::Source::Words);
        for (int i = 1; i <= WallSounds::most + 2; ++i) say(library);
        QCOMPARE(int(sounds.choices().size()), WallSounds::most + 2);
        const QString oldest = sounds.choices().back().id;
        sounds.togglePicked(oldest);
        QCOMPARE(int(sounds.sounds().size()), 1);
        QCOMPARE(sounds.sounds()[0].id, oldest);
        QTRY_VERIFY(sounds.sounds()[0].sound);
        // A figure calls it as the history does for good, as the number is of this session alone.
        const QString called = sounds.portableOf(oldest);
        QCOMPARE(called, library.card(library.rowCount() - 1).id);
        QCOMPARE(sounds.fromPortable({called, QStringLiteral("gone"), {}}), (QStringList{oldest, {}, {}}));
        library.remove({library.card(library.rowCount() - 1).number});  // what has gone is not waited for
        QCOMPARE(int(sounds.sounds().size()), WallSounds::most);
    }

    void choicesAreAList()
    {
        WallSounds sounds(nullptr);
        SoundChoices list(sounds);
        const QAbstractItemModelTester tester(&list);
        sounds.setExamples(examples(), data_.path());
        QTRY_COMPARE(list.rowCount(), 20);
        const QModelIndex first = list.index(0);
        QCOMPARE(first.data(ChoiceRole::Group).toString(), QStringLiteral("0"));
        QCOMPARE(first.data(ChoiceRole::Label).toString(), QStringLiteral("theo 0"));
        QCOMPARE(first.data(ChoiceRole::Search).toString(), QStringLiteral("0 theo 0"));
        QSignalSpy reset(&list, &QAbstractItemModel::modelReset);
        sounds.togglePicked(first.data(ChoiceRole::Key).toString());
        QTRY_COMPARE(digitsOf(sounds), (QList<int>{0}));
        QCOMPARE(reset.size(), 0);  // a popup over it stays where it is
    }

    void aMissingDataSetIsSaid()
    {
        WallSounds sounds(nullptr);
        DatasetConfig config = dataset();
        config.folder = "/nowhere";
        sounds.setData(config);
        sounds.setSource(WallSounds::Source::HeldOut);
        QTRY_VERIFY(!sounds.trouble().isEmpty());
        QVERIFY(sounds.trouble().contains(QStringLiteral("/nowhere")));
        QVERIFY(sounds.sounds().empty() && !sounds.reading());
    }

    void theNewestWords()
    {
        SoundLibrary library;
        WallSounds sounds(&library);
        sounds.setSource(WallSounds::Source::Words);
        QVERIFY(sounds.trouble().contains(QStringLiteral("Listen")));
        for (int i = 1; i <= WallSounds::most + 2; ++i) say(library);
        QCOMPARE(int(sounds.sounds().size()), WallSounds::most);
        QVERIFY(sounds.trouble().isEmpty());
        QTRY_VERIFY(std::all_of(sounds.sounds().begin(), sounds.sounds().end(), [](const WallSound& s) { return s.sound != nullptr; }));
        const QString newest = sounds.sounds().front().id;
        const auto kept = sounds.sounds().front().sound;
        say(library);
        QVERIFY(sounds.sounds().front().id != newest);
        QCOMPARE(sounds.sounds()[1].id, newest);
        QCOMPARE(sounds.sounds()[1].sound, kept);  // not read again
    }

private:
    static QString idOf(const std::vector<WallSoundChoice>& choices, int digit)
    {
        const auto at = std::find_if(choices.begin(), choices.end(), [&](const WallSoundChoice& c) { return c.digit == digit; });
        return at == choices.end() ? QString() : at->id;
    }
    static void say(SoundLibrary& library)
    {
        Sound sound{8000, std::vector<float>(4000)};
        for (std::size_t i = 0; i < sound.samples.size(); ++i) sound.samples[i] = 0.3F * std::sin(float(i) / 3);
        const auto heard = namedSound(library.newNumbers(), QStringLiteral("word"), QStringLiteral("word"));
        library.keep(transformed(heard, sound, {{0, 4000}, true}, {}));
    }
    DatasetConfig dataset() const
    {
        DatasetConfig config;
        config.folder = data_.path().toStdString();
        config.split = "official";  // ten of each digit
        return config;
    }
    QTemporaryDir data_;
};

QTEST_GUILESS_MAIN(tst_WallSounds)
#include "tst_wall_sounds.moc"
