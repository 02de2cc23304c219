#include <QSignalSpy>
#include <QTest>

#include <cmath>

#include "tests/ui/logic/fake_microphone.h"
#include "ui/logic/listener.h"

using namespace sonoglyph;
using State = Listener::State;
using Mode = Listener::Mode;

class tst_Listener : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everythingShowsWhileItComesIn();
    void oneWordAfterAnother_data();
    void oneWordAfterAnother();
    void chunksOfAnyLength_data();
    void chunksOfAnyLength();
    void pressingAgainEndsTheWord();
    void pressingAgainInSilence();
    void networkHearsNothingWhileItIsQuiet();
    void inputIsThatOfTheWord_data();
    void inputIsThatOfTheWord();
    void pushToTalkTakesWhatIsHeld();
    void pushToTalkKeepsPauses();
    void pushToTalkWithoutASound();
    void anotherModeStops();
    void unplugWhileSpeaking();
    void unplugWhileListening();
    void anotherMicrophoneTakesOver();
    void chosenMicrophoneComesBack();
    void pushToTalkEndsWithTheMicrophone();
    void missing();
    void refused();
    void mutedIsTold();
    void aNoiseGateIsNotMuted();
    void lettingGoWhileNobodySees();
    void checksTheRoom();
    void checkWhileListeningGoesOn();
    void knownFloorIsUsed();
    void anyDevice_data();
    void anyDevice();
    void remembersLittle();

private:
    std::unique_ptr<Listener> listener_;
    FakeAudioInput* input_ = nullptr;
    std::vector<SpokenWord> words_;
    QStringList troubles_;
    int over_ = 0;
};

void tst_Listener::init()
{
    words_.clear();
    troubles_.clear();
    over_ = 0;
    auto input = std::make_unique<FakeAudioInput>();
    input_ = input.get();
    listener_ = std::make_unique<Listener>(std::make_unique<Microphone>(std::move(input)));
    SpectrogramParams params;
    params.rate = 8000;
    listener_->setParams(params);
    connect(listener_.get(), &Listener::wordEnded, this, [this](const SpokenWord& word) { words_.push_back(word); });
    connect(listener_.get(), &Listener::trouble, this, [this](const QString& text) { troubles_ << text; });
    connect(listener_.get(), &Listener::troubleOver, this, [this] { ++over_; });
}

void tst_Listener::cleanup() { listener_.reset(); }

void tst_Listener::everythingShowsWhileItComesIn()
{
    std::size_t samples = 0;
    int columns = 0;
    double loudest = -200;
    qint64 wordBegin = 0, wordEnd = 0;
    float brightest = 0, darkest = 1;
    QSignalSpy began(listener_.get(), &Listener::began);
    QSignalSpy inputs(listener_.get(), &Listener::inputCame);
    connect(listener_.get(), &Listener::samplesCame, this, [&](std::span<const float> part) { samples += part.size(); });
    connect(listener_.get(), &Listener::columnCame, this, [&](std::span<const float> column) {
        QCOMPARE(column.size(), std::size_t(48));
        ++columns;
        for (const float value : column) {
            brightest = std::max(brightest, value);
            darkest = std::min(darkest, value);
        }
    });
    connect(listener_.get(), &Listener::levelChanged, this, [&](double peak, double rms) {
        QVERIFY(peak >= rms);
        loudest = std::max(loudest, peak);
    });
    connect(listener_.get(), &Listener::wordGrew, this, [&](qint64 begin, qint64 end) {
        wordBegin = begin;
        wordEnd = end;
    });
    listener_->press();
    QCOMPARE(listener_->state(), State::Opening);
    const Sound sound = quiet(0.6) + vowel(0.5);
    input_->hear(sound);
    QCOMPARE(listener_->state(), State::Speaking);
    QCOMPARE(began.size(), 1);
    QCOMPARE(began[0][0].toInt(), 8000);
    QCOMPARE(samples, sound.samples.size());
    QVERIFY(columns > 100 && columns <= 111);
    QVERIFY(brightest > 0.9f);
    QVERIFY(darkest < 0.5f);
    QVERIFY(loudest > -12 && loudest < 0);
    QVERIFY(std::abs(double(wordBegin) / 8000 - 0.6) < 0.1);
    QVERIFY(wordEnd <= qint64(samples));
    // One with every chunk of the word.
    QVERIFY(inputs.size() >= 8);
}

void tst_Listener::oneWordAfterAnother_data()
{
    QTest::addColumn<double>("pause");
    QTest::newRow("soon") << 0.45;
    QTest::newRow("after a while") << 1.5;
    QTest::newRow("long after") << 9.0;
}

void tst_Listener::oneWordAfterAnother()
{
    QFETCH(double, pause);
    QSignalSpy states(listener_.get(), &Listener::stateChanged);
    listener_->press();
    const std::vector<double> lengths{0.5, 0.3, 0.7, 0.4};
    input_->hear(quiet(0.6));
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        input_->hear(vowel(lengths[i]) + quiet(pause));
        QCOMPARE(words_.size(), i + 1);
        QCOMPARE(listener_->state(), State::Listening);
        const SpokenWord& word = words_.back();
        QVERIFY(word.bounds);
        const double seconds = double(word.bounds->end - word.bounds->begin) / 8000;
        QVERIFY2(std::abs(seconds - lengths[i]) < 0.15, qPrintable(QString::number(seconds)));
        QVERIFY(word.bounds->end <= word.sound.samples.size());
        QVERIFY(word.sound.seconds() <= seconds + 0.6);
        QVERIFY(word.sound.seconds() >= seconds + 0.45);  // with a little of what was around it
        // What was transformed on the way is the picture of all of it.
        QVERIFY(std::abs(word.picture.frames - int(word.sound.seconds() * 100)) <= 1);
    }
    QCOMPARE(states.size(), 2 + 2 * int(lengths.size()));
    QVERIFY(input_->device);
    QVERIFY(troubles_.isEmpty());
    listener_->press();
    QCOMPARE(listener_->state(), State::Off);
    QVERIFY(!input_->device);
    QCOMPARE(words_.size(), lengths.size());
}

void tst_Listener::chunksOfAnyLength_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("10 ms") << 10;
    QTest::newRow("one second") << 1000;
    QTest::newRow("seven seconds") << 7000;
    QTest::newRow("all at once, after a stall") << 60'000;
}

/// The same words, however the sound comes in.
void tst_Listener::chunksOfAnyLength()
{
    QFETCH(int, milliseconds);
    Sound sound = quiet(0.6);
    for (const double length : {0.5, 0.3, 0.7, 0.4, 0.6}) sound = sound + vowel(length) + quiet(2.5);
    std::size_t samples = 0;
    connect(listener_.get(), &Listener::samplesCame, this, [&](std::span<const float> part) { samples += part.size(); });
    listener_->press();
    input_->hear(sound);
    const auto expected = std::exchange(words_, {});
    QCOMPARE(expected.size(), std::size_t(5));
    listener_->press();
    samples = 0;
    listener_->press();
    input_->hear(sound, milliseconds);
    QCOMPARE(words_.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QVERIFY(words_[i].sound.samples == expected[i].sound.samples);
        QCOMPARE(words_[i].bounds->begin, expected[i].bounds->begin);
        QCOMPARE(words_[i].bounds->end, expected[i].bounds->end);
        QVERIFY(words_[i].picture.frames > 0);
    }
    QVERIFY(sound.samples.size() - samples < 800);
}

void tst_Listener::pressingAgainEndsTheWord()
{
    listener_->press();
    input_->hear(quiet(0.6) + vowel(0.5));
    listener_->press();
    QCOMPARE(listener_->state(), State::Off);
    QCOMPARE(words_.size(), std::size_t(1));
    QVERIFY(words_.front().bounds);
}

void tst_Listener::pressingAgainInSilence()
{
    listener_->press();
    input_->hear(quiet(1.0));
    listener_->press();
    QCOMPARE(listener_->state(), State::Off);
    QVERIFY(words_.empty());
    QVERIFY(troubles_.isEmpty());
}

void tst_Listener::networkHearsNothingWhileItIsQuiet()
{
    QSignalSpy inputs(listener_.get(), &Listener::inputCame);
    listener_->press();
    QVERIFY(listener_->quiet());
    input_->hear(quiet(3));
    QVERIFY(listener_->quiet());
    QCOMPARE(inputs.size(), 0);
    input_->hear(vowel(0.5));
    QVERIFY(!listener_->quiet());
    QVERIFY(inputs.size() >= 8);
    // In a pause that may be the end there is nothing new.
    const auto spoken = inputs.size();
    input_->hear(quiet(0.25));
    QVERIFY2(inputs.size() <= spoken + 2, qPrintable(QString::number(inputs.size() - spoken)));
    input_->hear(quiet(0.15));
    // The word has ended: it is not heard again as a part of the last second.
    QVERIFY(listener_->quiet());
    const auto before = inputs.size();
    input_->hear(quiet(3));
    QCOMPARE(inputs.size(), before);
    // What is no word is heard all the same.
    input_->hear(vowel(0.06));
    QVERIFY(!listener_->quiet());
    QVERIFY(inputs.size() > before);
    input_->hear(quiet(1.2));
    QVERIFY(listener_->quiet());
    QCOMPARE(words_.size(), std::size_t(1));
    listener_->press();
    QVERIFY(!listener_->quiet());
}

void tst_Listener::inputIsThatOfTheWord_data()
{
    QTest::addColumn<bool>("pad");
    QTest::addColumn<int>("rate");
    for (const bool pad : {false, true})
        for (const int rate : {8000, 48000}) QTest::addRow("%s, %d Hz", pad ? "pad" : "stretch", rate) << pad << rate;
}

void tst_Listener::inputIsThatOfTheWord()
{
    QFETCH(bool, pad);
    QFETCH(int, rate);
    SpectrogramParams params;
    params.rate = 8000;
    params.timeMode = pad ? TimeMode::Pad : TimeMode::Stretch;
    listener_->setParams(params);
    input_->rate = rate;
    const Sound sound = quiet(0.6, rate) + vowel(0.5, rate);
    Sound heard{rate, {}};
    qint64 begin = 0;
    int compared = 0;
    connect(listener_.get(), &Listener::wordGrew, this, [&](qint64 from, qint64) { begin = from; });
    connect(listener_.get(), &Listener::inputCame, this, [&](const Spectrogram& input) {
        QCOMPARE(input.bands, 48);
        QCOMPARE(input.frames, 48);
        if (listener_->state() != State::Speaking) return;
        // Up to a hop earlier, to begin with a whole one.
        double best = 1;
        for (int early = 0; early < rate / 100; early += rate / 1000) {
            const std::size_t from = std::size_t(std::max<qint64>(0, begin - early));
            const Spectrogram whole = networkInput(cut(heard, {from, heard.samples.size()}), params);
            double difference = 0;
            for (std::size_t i = 0; i < whole.values.size(); ++i) difference += std::abs(double(whole.values[i] - input.values[i]));
            best = std::min(best, difference / double(whole.values.size()));
        }
        QVERIFY2(best < 0.02, qPrintable(QString::number(best)));
        ++compared;
    });
    listener_->press();
    const std::size_t chunk = std::size_t(rate) * 48 / 1000;
    for (std::size_t from = 0; from < sound.samples.size(); from += chunk) {
        const Sound part = cut(sound, {from, from + chunk});
        heard = heard + part;
        input_->hear(part);
    }
    QVERIFY(compared >= 5);
}

void tst_Listener::pushToTalkTakesWhatIsHeld()
{
    listener_->setMode(Mode::PushToTalk);
    listener_->press();
    input_->hear(quiet(0.3) + vowel(0.4) + quiet(0.2));
    QCOMPARE(listener_->state(), State::Speaking);
    listener_->press();  // the key repeats
    QVERIFY(words_.empty());
    listener_->release();
    QCOMPARE(listener_->state(), State::Off);
    QVERIFY(!input_->device);
    QCOMPARE(words_.size(), std::size_t(1));
    QVERIFY(!words_.front().bounds);
    QCOMPARE(words_.front().sound.samples.size(), std::size_t(0.9 * 8000));
    listener_->release();
    QCOMPARE(words_.size(), std::size_t(1));
}

void tst_Listener::pushToTalkKeepsPauses()
{
    listener_->setMode(Mode::PushToTalk);
    listener_->press();
    input_->hear(quiet(0.3) + vowel(0.4) + quiet(0.8) + vowel(0.4) + quiet(0.5));
    QCOMPARE(listener_->state(), State::Speaking);
    QVERIFY(words_.empty());
    listener_->release();
    QCOMPARE(words_.size(), std::size_t(1));
    // Longer than anybody holds a key: the last of it is kept.
    listener_->press();
    for (int i = 0; i < 80; ++i) input_->hear(quiet(1));
    listener_->release();
    QVERIFY(words_.back().sound.seconds() >= Listener::longestHold);
    QVERIFY(words_.back().sound.seconds() <= 2 * Listener::longestHold + 0.1);
}

void tst_Listener::pushToTalkWithoutASound()
{
    listener_->setMode(Mode::PushToTalk);
    listener_->press();
    listener_->release();
    QCOMPARE(listener_->state(), State::Off);
    QVERIFY(words_.empty());
    QCOMPARE(troubles_.size(), 1);
}

void tst_Listener::anotherModeStops()
{
    listener_->press();
    input_->hear(quiet(0.6) + vowel(0.3));
    listener_->setMode(Mode::PushToTalk);
    QCOMPARE(listener_->state(), State::Off);
    QVERIFY(!input_->device);
    listener_->toggle();
    QVERIFY(listener_->on());
    input_->hear(vowel(0.3));
    listener_->toggle();
    QVERIFY(!listener_->on());
    QCOMPARE(words_.size(), std::size_t(1));
}

void tst_Listener::unplugWhileSpeaking()
{
    listener_->press();
    input_->hear(quiet(0.6) + vowel(0.4));
    QCOMPARE(listener_->state(), State::Speaking);
    input_->plug(false);
    QCOMPARE(words_.size(), std::size_t(1));
    QVERIFY(words_.front().bounds);
    QVERIFY(std::abs(double(words_.front().bounds->end - words_.front().bounds->begin) / 8000 - 0.4) < 0.15);
    QCOMPARE(listener_->state(), State::Missing);
    QCOMPARE(troubles_.size(), 1);
    QVERIFY(troubles_.front().contains(QStringLiteral("kept")));
    // The same one is back.
    input_->plug(true);
    QCOMPARE(listener_->state(), State::Opening);
    QCOMPARE(over_, 1);
    input_->hear(spokenWord());
    QCOMPARE(words_.size(), std::size_t(2));
}

void tst_Listener::unplugWhileListening()
{
    listener_->press();
    input_->hear(quiet(0.5));
    input_->plug(false);
    QCOMPARE(listener_->state(), State::Missing);
    QVERIFY(words_.empty());
    QCOMPARE(troubles_.size(), 1);
    listener_->press();
    QCOMPARE(listener_->state(), State::Off);
    input_->plug(true);
    QCOMPARE(listener_->state(), State::Off);
}

void tst_Listener::anotherMicrophoneTakesOver()
{
    input_->plug({{"built-in", QStringLiteral("Built-in"), true}, {"usb", QStringLiteral("Headset")}});
    listener_->microphone().choose("usb");
    listener_->press();
    QCOMPARE(input_->started, QByteArray("usb"));
    input_->hear(quiet(0.6) + vowel(0.4));
    input_->plug({{"built-in", QStringLiteral("Built-in"), true}});
    QCOMPARE(words_.size(), std::size_t(1));
    QCOMPARE(input_->started, QByteArray("built-in"));
    QCOMPARE(listener_->state(), State::Opening);
    QVERIFY(troubles_.front().contains(QStringLiteral("Built-in")));
    input_->hear(spokenWord());
    QCOMPARE(words_.size(), std::size_t(2));
}

void tst_Listener::chosenMicrophoneComesBack()
{
    const AudioInput::Device builtIn{"built-in", QStringLiteral("Built-in"), true}, usb{"usb", QStringLiteral("Headset")};
    input_->plug({builtIn});
    listener_->microphone().choose("usb");
    listener_->press();
    QCOMPARE(input_->started, QByteArray("built-in"));
    input_->hear(quiet(0.6) + vowel(0.3));
    input_->plug({builtIn, usb});
    // Not in the middle of a word.
    QCOMPARE(input_->started, QByteArray("built-in"));
    QCOMPARE(listener_->state(), State::Speaking);
    input_->hear(quiet(0.6));
    input_->plug({usb, builtIn});
    QCOMPARE(input_->started, QByteArray("usb"));
    QVERIFY(listener_->on());
    QVERIFY(troubles_.isEmpty());
}

void tst_Listener::pushToTalkEndsWithTheMicrophone()
{
    listener_->setMode(Mode::PushToTalk);
    listener_->press();
    input_->hear(quiet(0.3) + vowel(0.4));
    Q_EMIT input_->broken();
    QCOMPARE(listener_->state(), State::Off);
    QCOMPARE(words_.size(), std::size_t(1));
    QCOMPARE(troubles_.size(), 1);
    listener_->release();
    QCOMPARE(words_.size(), std::size_t(1));
}

void tst_Listener::missing()
{
    input_->present.clear();
    listener_->press();
    QCOMPARE(listener_->state(), State::Off);
    QCOMPARE(troubles_.size(), 1);
    input_->plug(true);
    QCOMPARE(listener_->state(), State::Off);
    listener_->press();
    QCOMPARE(listener_->state(), State::Opening);
}

void tst_Listener::refused()
{
    input_->refuses = true;
    listener_->press();
    QCOMPARE(listener_->state(), State::Off);
    QCOMPARE(troubles_, QStringList{listener_->microphone().explanation()});
    QVERIFY(troubles_.front().contains(QStringLiteral("Another program")));
}

void tst_Listener::aNoiseGateIsNotMuted()
{
    listener_->press();
    input_->hear(spokenWord());
    QCOMPARE(words_.size(), std::size_t(1));
    input_->hear(Sound{8000, std::vector<float>(80000)});
    QVERIFY(troubles_.isEmpty());
}

void tst_Listener::mutedIsTold()
{
    listener_->press();
    input_->hear(Sound{8000, std::vector<float>(20000)});
    QVERIFY(troubles_.isEmpty());
    input_->hear(Sound{8000, std::vector<float>(10000)});
    QCOMPARE(troubles_.size(), 1);
    QVERIFY(troubles_.front().contains(QStringLiteral("muted")));
    input_->hear(Sound{8000, std::vector<float>(50000)});
    QCOMPARE(troubles_.size(), 1);
    QVERIFY(listener_->on());
    // The floor finds its way up from silence in a second.
    input_->hear(quiet(1.2) + spokenWord());
    QCOMPARE(over_, 1);
    QCOMPARE(words_.size(), std::size_t(1));
}

void tst_Listener::lettingGoWhileNobodySees()
{
    listener_->suspend();
    listener_->resume();
    QCOMPARE(listener_->state(), State::Off);
    listener_->press();
    input_->hear(quiet(0.6) + vowel(0.4));
    listener_->suspend();
    QVERIFY(!input_->device);
    QCOMPARE(words_.size(), std::size_t(1));
    listener_->resume();
    QVERIFY(input_->device);
    listener_->suspend();
    listener_->stop();
    listener_->resume();
    QCOMPARE(listener_->state(), State::Off);
    listener_->setMode(Mode::PushToTalk);
    listener_->press();
    listener_->suspend();
    listener_->resume();
    QCOMPARE(listener_->state(), State::Off);
}

void tst_Listener::checksTheRoom()
{
    QSignalSpy checked(listener_.get(), &Listener::roomChecked);
    listener_->checkRoom();
    QCOMPARE(listener_->state(), State::Checking);
    input_->hear(quiet(1.9));
    QCOMPARE(listener_->state(), State::Checking);
    input_->hear(quiet(0.2));
    QCOMPARE(listener_->state(), State::Off);
    QVERIFY(!input_->device);
    QTRY_COMPARE(checked.size(), 1);
    QCOMPARE(checked[0][0].toByteArray(), QByteArray("fake"));
    const auto report = checked[0][1].value<RoomReport>();
    QVERIFY(report.troubles.empty());
    QVERIFY(std::abs(report.noiseDecibels + 66) < 2);
    QVERIFY(words_.empty());
}

void tst_Listener::checkWhileListeningGoesOn()
{
    QSignalSpy checked(listener_.get(), &Listener::roomChecked);
    listener_->press();
    input_->hear(quiet(0.5));
    listener_->checkRoom();
    input_->hear(quiet(2.1));
    QTRY_COMPARE(checked.size(), 1);
    QTRY_COMPARE(listener_->state(), State::Opening);
    input_->hear(spokenWord());
    QCOMPARE(words_.size(), std::size_t(1));
}

void tst_Listener::knownFloorIsUsed()
{
    QByteArray asked;
    listener_->setKnownFloor([&](const QByteArray& device) {
        asked = device;
        return std::optional(NoiseFloor{{-68, -74}, 4});
    });
    listener_->press();
    QCOMPARE(asked, QByteArray("fake"));
    input_->hear(quiet(0.02) + vowel(0.4));
    QCOMPARE(listener_->state(), State::Speaking);
}

void tst_Listener::anyDevice_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("format");
    for (const int rate : {8000, 11025, 16000, 44100, 48000, 96000, 192000})
        QTest::addRow("%d Hz", rate) << rate << 1 << int(QAudioFormat::Int16);
    for (const int channels : {2, 4, 6, 8}) QTest::addRow("%d channels", channels) << 48000 << channels << int(QAudioFormat::Float);
    QTest::newRow("unsigned 8 bits") << 16000 << 1 << int(QAudioFormat::UInt8);
    QTest::newRow("32 bits") << 48000 << 2 << int(QAudioFormat::Int32);
}

void tst_Listener::anyDevice()
{
    QFETCH(int, rate);
    QFETCH(int, channels);
    QFETCH(int, format);
    input_->rate = rate;
    input_->channels = channels;
    input_->sampleFormat = QAudioFormat::SampleFormat(format);
    QSignalSpy inputs(listener_.get(), &Listener::inputCame);
    listener_->press();
    // Louder noise than the last bit of 8.
    Sound room = quiet(2.4, rate);
    for (float& sample : room.samples) sample *= 12;
    const Sound word = vowel(0.5, rate);
    std::transform(word.samples.begin(), word.samples.end(), room.samples.begin() + rate, room.samples.begin() + rate, std::plus());
    input_->hear(room);
    QCOMPARE(words_.size(), std::size_t(1));
    QCOMPARE(words_.front().sound.rate, rate);
    QVERIFY(std::abs(double(words_.front().bounds->end - words_.front().bounds->begin) / rate - 0.5) < 0.15);
    QVERIFY(inputs.size() >= 5);
}

void tst_Listener::remembersLittle()
{
    listener_->press();
    for (int minute = 0; minute < 5; ++minute)
        for (int i = 0; i < 20; ++i) input_->hear(quiet(2.5) + vowel(0.5));
    input_->hear(quiet(1));
    QCOMPARE(words_.size(), std::size_t(100));
    for (const SpokenWord& word : words_) QVERIFY(word.sound.seconds() < 1.2);
}

QTEST_GUILESS_MAIN(tst_Listener)
#include "tst_listener.moc"
