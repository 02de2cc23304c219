#include <QTest>

#include <cmath>
#include <limits>

#include "tests/ui/logic/fake_microphone.h"
#include "ui/logic/pcm_reader.h"

using namespace sonoglyph;

namespace {

QAudioFormat format(QAudioFormat::SampleFormat sampleFormat, int channels)
{
    QAudioFormat format;
    format.setSampleRate(8000);
    format.setChannelCount(channels);
    format.setSampleFormat(sampleFormat);
    return format;
}

template <class T>
QByteArray bytes(std::initializer_list<T> values)
{
    return QByteArray(reinterpret_cast<const char*>(values.begin()), qsizetype(values.size() * sizeof(T)));
}

using Samples = std::vector<float>;

}  // namespace

class tst_PcmReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void converts_data();
    void converts();
    void chunksMayEndAnywhere();
    void emptyReadsAreNotPassedOn();
};

void tst_PcmReader::converts_data()
{
    QTest::addColumn<QAudioFormat>("format");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Samples>("samples");
    QTest::newRow("UInt8") << format(QAudioFormat::UInt8, 1) << bytes<quint8>({0, 128, 192}) << Samples{-1, 0, 0.5f};
    QTest::newRow("Int16") << format(QAudioFormat::Int16, 1) << bytes<qint16>({-32768, 0, 16384}) << Samples{-1, 0, 0.5f};
    QTest::newRow("Int32") << format(QAudioFormat::Int32, 1) << bytes<qint32>({std::numeric_limits<qint32>::min(), 0, 1 << 30})
                           << Samples{-1, 0, 0.5f};
    QTest::newRow("Float") << format(QAudioFormat::Float, 1) << bytes<float>({-1, 0.25f}) << Samples{-1, 0.25f};
    QTest::newRow("stereo") << format(QAudioFormat::Int16, 2) << bytes<qint16>({16384, 0, -32768, -32768}) << Samples{0.25f, -1};
    QTest::newRow("six channels") << format(QAudioFormat::Float, 6) << bytes<float>({1, 1, 1, 0, 0, 0}) << Samples{0.5f};
    QTest::newRow("not a number is silence") << format(QAudioFormat::Float, 1) << bytes<float>({NAN, 1}) << Samples{0, 1};
    QTest::newRow("half a frame is left out") << format(QAudioFormat::Int16, 2) << bytes<qint16>({16384, 0, 5}) << Samples{0.25f};
    QTest::newRow("nothing") << format(QAudioFormat::Int16, 1) << QByteArray() << Samples{};
    QTest::newRow("no format") << QAudioFormat() << bytes<qint16>({1, 2}) << Samples{};
}

void tst_PcmReader::converts()
{
    QFETCH(QAudioFormat, format);
    QFETCH(QByteArray, bytes);
    QFETCH(Samples, samples);
    QCOMPARE(toMonoFloat(bytes, format), samples);
}

void tst_PcmReader::chunksMayEndAnywhere()
{
    const QAudioFormat stereo = format(QAudioFormat::Int16, 2);
    QByteArray all;
    for (qint16 i = 0; i < 200; ++i) all += bytes<qint16>({i, i});
    for (int chunk = 1; chunk <= 9; ++chunk) {
        FakeDevice device;
        Samples heard;
        const PcmReader reader(device, stereo, [&](std::span<const float> samples) {
            QVERIFY(!samples.empty());
            heard.insert(heard.end(), samples.begin(), samples.end());
        });
        for (qsizetype from = 0; from < all.size(); from += chunk) device.push(all.mid(from, chunk));
        QCOMPARE(heard, toMonoFloat(all, stereo));
    }
}

void tst_PcmReader::emptyReadsAreNotPassedOn()
{
    FakeDevice device;
    int calls = 0;
    const PcmReader reader(device, format(QAudioFormat::Int16, 1), [&](std::span<const float>) { ++calls; });
    device.push({});
    device.push(QByteArray(1, '\0'));
    QCOMPARE(calls, 0);
    device.push(QByteArray(1, '\0'));
    QCOMPARE(calls, 1);
}

QTEST_GUILESS_MAIN(tst_PcmReader)
#include "tst_pcm_reader.moc"
