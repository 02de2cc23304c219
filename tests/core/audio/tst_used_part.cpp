#include <QTest>

#include <cmath>

#include "core/audio/used_part.h"
#include "sounds.h"

using namespace sonoglyph;

class tst_UsedPart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void usesWhichPart_data()
    {
        QTest::addColumn<double>("before");
        QTest::addColumn<double>("word");
        QTest::addColumn<double>("after");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<bool>("found");
        QTest::newRow("trimmed as FSDD's") << 0.02 << 0.4 << 0.02 << true << true;
        QTest::newRow("short") << 0.2 << 0.4 << 0.2 << true << true;
        QTest::newRow("a long word that fills it") << 0.05 << 1.1 << 0.05 << true << true;
        QTest::newRow("just longer than short") << 0.3 << 0.45 << 0.3 << false << true;
        QTest::newRow("a word in a long recording") << 1.0 << 0.5 << 1.0 << false << true;
        QTest::newRow("late in a long recording") << 4.0 << 0.5 << 0.4 << false << true;
        QTest::newRow("nothing in it") << 2.0 << 0.0 << 0.0 << true << false;
    }

    void usesWhichPart()
    {
        QFETCH(double, before);
        QFETCH(double, word);
        QFETCH(double, after);
        QFETCH(bool, whole);
        QFETCH(bool, found);
        constexpr int rate = 8000;
        Sound sound = sounds::noise(rate, before + word + after, 0.0005F, 3);
        for (int i = 0; i < int(word * rate); ++i)
            sound.samples[std::size_t(before * rate) + std::size_t(i)] +=
                0.3F * float(std::sin(2 * std::numbers::pi * 300 * i / rate) * std::sin(std::numbers::pi * i / (word * rate)));
        const UsedPart part = usedPart(sound);
        QCOMPARE(part.found, found);
        QCOMPARE(part.bounds.begin == 0 && part.bounds.end == sound.samples.size(), whole);
        if (whole) return;
        QVERIFY(std::abs(double(part.bounds.begin) / rate - before) < 0.15);
        QVERIFY(std::abs(double(part.bounds.end) / rate - before - word) < 0.15);
    }

    void digitalSilenceIsUsedWhole()
    {
        const Sound silent = sounds::silence(16000, 2);
        QVERIFY(!usedPart(silent).found);
        QCOMPARE(usedPart(silent).bounds.end, silent.samples.size());
    }
};

QTEST_GUILESS_MAIN(tst_UsedPart)
#include "tst_used_part.moc"
