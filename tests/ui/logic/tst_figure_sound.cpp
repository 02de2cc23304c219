// The sound of a figure found again: by its place in the history, else by what is in it, never by its name alone.
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/audio/sound_file.h"
#include "tests/ui/logic/fake_microphone.h"
#include "tests/ui/pages/damaged_states.h"
#include "ui/logic/figure_sound.h"
#include "ui/logic/sound_library.h"
#include "ui/logic/sound_preparation.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

class tst_FigureSound : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        finder_ = std::make_unique<FigureSound>();
    }

    void inTheHistoryByItsPlace()
    {
        SoundLibrary library(history());
        const auto sound = keep(library, vowel(0.5), u"7_theo_1.wav"_s);
        keep(library, vowel(0.5), u"7_theo_1.wav"_s);
        QSignalSpy card(finder_.get(), &FigureSound::foundCard);
        finder_->find(traceOf(*sound, library), library, data());
        QCOMPARE(card.size(), 1);
        QCOMPARE(card[0][0].toULongLong(), quint64(sound->number));
    }

    void inAnotherHistoryByItsContent()
    {
        SoundTrace trace;
        {
            SoundLibrary first;
            trace = traceOf(*keep(first, vowel(0.5), {}), first);
        }
        SoundLibrary library(history());
        const auto sound = keep(library, vowel(0.5), {});
        Sound other = vowel(0.5);
        for (float& sample : other.samples) sample *= 0.5F;
        keep(library, other, {});  // newer, so it is looked at first
        QTRY_COMPARE(library.unwritten(), 0);
        QSignalSpy card(finder_.get(), &FigureSound::foundCard);
        finder_->find(trace, library, data());
        QTRY_COMPARE(card.size(), 1);
        QCOMPARE(card[0][0].toULongLong(), quint64(sound->number));
    }

    void amongTheDataByNameAndContent()
    {
        SoundLibrary library;
        const SoundTrace trace = traceOf(*prepared(vowel(0.5), u"x_nohash_0.wav"_s), library);
        QVERIFY(trace.id.isEmpty());
        QVERIFY(QDir().mkpath(data() + u"/scd/one"_s) && QDir().mkpath(data() + u"/scd/two"_s));
        QVERIFY(writeWavFile((data() + u"/scd/one/x_nohash_0.wav"_s).toStdString(), vowel(0.4), WavSamples::Exact));
        QVERIFY(writeWavFile((data() + u"/scd/two/x_nohash_0.wav"_s).toStdString(), vowel(0.5), WavSamples::Exact));
        QVERIFY(writeWavFile((data() + u"/scd/two/y_nohash_0.wav"_s).toStdString(), vowel(0.5), WavSamples::Exact));
        QSignalSpy file(finder_.get(), &FigureSound::foundFile);
        finder_->find(trace, library, data());
        QTRY_COMPARE(file.size(), 1);
        QVERIFY(file[0][0].toString().endsWith(u"/scd/two/x_nohash_0.wav"_s));
    }

    void oneThatIsNowhereIsMissing()
    {
        SoundLibrary library;
        QSignalSpy missing(finder_.get(), &FigureSound::missing);
        finder_->find(traceOf(*prepared(vowel(0.5), u"gone.wav"_s), library), library, data());
        QTRY_COMPARE(missing.size(), 1);
        QCOMPARE(missing[0][0].value<SoundTrace>().file, u"gone.wav"_s);
        finder_->find(traceOf(*prepared(vowel(0.5), {}), library), library, u"/nowhere"_s);
        QTRY_COMPARE(missing.size(), 2);
    }

    void aTraceIsReadBack()
    {
        SoundLibrary library;
        const SoundTrace trace = traceOf(*keep(library, vowel(0.5), u"7_theo_1.wav"_s), library);
        const auto back = soundTraceFromJson(toJson(trace));
        QVERIFY(back);
        QCOMPARE(toJson(*back), toJson(trace));
        QVERIFY(!trace.id.isEmpty() && trace.samples > 0 && trace.end > trace.begin);
        QVERIFY(test::holdsNoPath(toJson(trace)));
    }

    void damagedTraces_data() { test::addDamagedStates(toJson({u"i"_s, u"n"_s, u"f.wav"_s, 8000, 4000, 10, 20, u"ab"_s})); }
    void damagedTraces()
    {
        QFETCH(QJsonObject, state);
        SoundLibrary library;
        const auto trace = soundTraceFromJson(state);
        if (!trace) return;
        QSignalSpy missing(finder_.get(), &FigureSound::missing);
        finder_->find(*trace, library, data());
        QTRY_COMPARE(missing.size(), 1);
    }

private:
    QString history() const { return folder_->filePath(u"history"_s); }
    QString data() const { return folder_->filePath(u"data"_s); }
    static std::shared_ptr<const HeardSound> prepared(const Sound& sound, const QString& file)
    {
        auto heard = std::make_shared<HeardSound>();
        heard->sound = sound;
        heard->file = heard->name = heard->shortName = file;
        heard->heardAt = QDateTime::currentDateTime();
        heard->word = {100, sound.samples.size() - 50};
        return heard;
    }
    static std::shared_ptr<const HeardSound> keep(SoundLibrary& library, const Sound& sound, const QString& file)
    {
        auto heard = std::make_shared<HeardSound>(*prepared(sound, file));
        heard->number = library.newNumbers();
        heard->input = {48, 48, std::vector<float>(48 * 48)};
        library.keep(heard);
        return heard;
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<FigureSound> finder_;
};

QTEST_MAIN(tst_FigureSound)
#include "tst_figure_sound.moc"
