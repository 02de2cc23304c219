#include <QSignalSpy>
#include <QTest>

#include "tests/ui/logic/fake_microphone.h"

using namespace sonoglyph;
using State = Microphone::State;

class tst_Microphone : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksNobodyBeforeItIsNeeded();
    void opensAndGivesBack();
    void noDevice();
    void deviceThatRefuses();
    void plugs();
    void unplugWhileOpen();
    void breaksWhileOpen();
    void mayBeClosedByWhoHearsIt();

private:
    FakeAudioInput* input_ = nullptr;
    std::unique_ptr<Microphone> make()
    {
        auto input = std::make_unique<FakeAudioInput>();
        input_ = input.get();
        return std::make_unique<Microphone>(std::move(input));
    }
};

void tst_Microphone::asksNobodyBeforeItIsNeeded()
{
    const auto microphone = make();
    QCOMPARE(microphone->state(), State::Unknown);
    QCOMPARE(input_->starts, 0);
    microphone->look();
    QCOMPARE(microphone->state(), State::Ready);
    QCOMPARE(input_->starts, 0);
    QVERIFY(microphone->explanation().isEmpty());
}

void tst_Microphone::opensAndGivesBack()
{
    const auto microphone = make();
    std::vector<float> heard;
    connect(microphone.get(), &Microphone::samplesArrived, this,
            [&](std::span<const float> samples) { heard.insert(heard.end(), samples.begin(), samples.end()); });
    QVERIFY(microphone->open());
    QVERIFY(microphone->open());
    QCOMPARE(input_->starts, 1);
    QCOMPARE(microphone->rate(), 8000);
    const Sound sound = vowel(0.2);
    input_->hear(sound);
    QCOMPARE(heard, sound.samples);
    microphone->close();
    QCOMPARE(microphone->state(), State::Ready);
    QVERIFY(!input_->device);
}

void tst_Microphone::noDevice()
{
    const auto microphone = make();
    input_->present.clear();
    QVERIFY(!microphone->open());
    QCOMPARE(microphone->state(), State::NoDevice);
    QVERIFY(!microphone->explanation().isEmpty());
}

void tst_Microphone::deviceThatRefuses()
{
    const auto microphone = make();
    input_->refuses = true;
    QVERIFY(!microphone->open());
    QCOMPARE(microphone->state(), State::Failed);
    QVERIFY(!microphone->explanation().isEmpty());
    input_->refuses = false;
    QVERIFY(microphone->open());
    QVERIFY(microphone->explanation().isEmpty());
}

void tst_Microphone::plugs()
{
    const auto microphone = make();
    input_->present.clear();
    microphone->look();
    QSignalSpy changed(microphone.get(), &Microphone::stateChanged);
    input_->plug(true);
    QCOMPARE(microphone->state(), State::Ready);
    input_->plug(false);
    QCOMPARE(microphone->state(), State::NoDevice);
    QCOMPARE(changed.size(), 2);
}

void tst_Microphone::unplugWhileOpen()
{
    const auto microphone = make();
    QVERIFY(microphone->open());
    input_->plug(true);
    QCOMPARE(microphone->state(), State::Open);
    input_->plug(false);
    QCOMPARE(microphone->state(), State::NoDevice);
    QVERIFY(!input_->device);
}

void tst_Microphone::breaksWhileOpen()
{
    const auto microphone = make();
    QVERIFY(microphone->open());
    Q_EMIT input_->broken();
    QCOMPARE(microphone->state(), State::Failed);
    QVERIFY(!input_->device);
}

void tst_Microphone::mayBeClosedByWhoHearsIt()
{
    const auto microphone = make();
    int calls = 0;
    connect(microphone.get(), &Microphone::samplesArrived, this, [&] {
        ++calls;
        microphone->close();
    });
    QVERIFY(microphone->open());
    input_->hear(vowel(0.2));
    QCOMPARE(calls, 1);
    QVERIFY(microphone->open());
    QCOMPARE(input_->starts, 2);
}

QTEST_GUILESS_MAIN(tst_Microphone)
#include "tst_microphone.moc"
