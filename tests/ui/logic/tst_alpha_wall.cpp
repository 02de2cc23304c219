// The alpha wall: every sound through every column, at an epoch, with samples; only while somebody looks; nothing is drawn twice.
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

#include "tests/ui/logic/fake_engine.h"
#include "ui/logic/alpha_wall.h"

using namespace sonoglyph;

namespace {

/// Of another pitch for another `pitch`, 0 to 1.
WallSound sound(const char* name, float pitch)
{
    Sound tone{8000, std::vector<float>(4000)};
    for (std::size_t i = 0; i < tone.samples.size(); ++i) tone.samples[i] = std::sin(float(i) * (0.2F + pitch));
    const QString id = QString::fromLatin1(name);
    return {id, id, 3, QStringLiteral("3"), std::make_shared<const Sound>(std::move(tone)), {}};
}

WallColumn column(const char* name, const std::vector<int>& epochs)
{
    const QString key = QString::fromLatin1(name);
    WallColumn c;
    c.key = c.title = key;
    for (const int epoch : epochs) c.models.push_back({epoch, QStringLiteral("%1@%2").arg(key).arg(epoch)});
    return c;
}

/// Counts what its models have been asked to hear.
class CountingEngine : public FakeEngine {
public:
    std::atomic<int> heard = 0;
    Result<std::unique_ptr<Decoder>> openModel(const std::string& model) override
    {
        return std::unique_ptr<Decoder>(new Counting(*fakeModel(model), heard));
    }

private:
    class Counting : public FakeModel {
    public:
        Counting(ModelInfo info, std::atomic<int>& heard) : FakeModel(std::move(info)), heard_(heard) {}
        Result<Drawing> hear(const Spectrogram& input, std::optional<std::uint64_t> seed) override
        {
            ++heard_;
            return FakeModel::hear(input, seed);
        }

    private:
        std::atomic<int>& heard_;
    };
};

}  // namespace

class tst_AlphaWall : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { engine_.opened = 0; }

    void everyCellIsDrawn()
    {
        AlphaWall wall;
        wall.setEngine(engine_);
        wall.setColumns({column("a", {1}), column("b", {1, 2})});
        wall.setSounds({sound("x", 0.2F), sound("y", 0.9F)});
        QCOMPARE(wall.awaited(), 4);
        wall.setWatched(true);
        QTRY_COMPARE(wall.awaited(), 0);
        for (int s = 0; s < 2; ++s)
            for (int c = 0; c < 2; ++c) {
                QVERIFY(wall.cell(s, c).drawing);
                QVERIFY(wall.cell(s, c).drawing->samples.empty());
            }
        QVERIFY(wall.cell(0, 0).drawing->mean.z != wall.cell(1, 0).drawing->mean.z);
        QCOMPARE(engine_.opened.load(), 2);
    }

    void nothingIsDrawnWhileNobodyLooks()
    {
        AlphaWall wall;
        wall.setEngine(engine_);
        wall.setColumns({column("a", {1})});
        wall.setSounds({sound("x", 0.5F)});
        QTest::qWait(0);
        QCOMPARE(engine_.opened.load(), 0);
        wall.setWatched(true);
        QTRY_COMPARE(wall.awaited(), 0);
        QCOMPARE(engine_.opened.load(), 1);
    }

    void anEpochThatWasSeenIsNotDrawnAgain()
    {
        AlphaWall wall;
        wall.setEngine(engine_);
        wall.setWatched(true);
        wall.setColumns({column("a", {2, 5})});
        wall.setSounds({sound("x", 0.5F)});
        QTRY_COMPARE(wall.awaited(), 0);
        QCOMPARE(wall.shownEpoch(0), 5);
        wall.setEpoch(4);
        QCOMPARE(wall.shownEpoch(0), 2);
        QTRY_COMPARE(wall.awaited(), 0);
        QCOMPARE(engine_.opened.load(), 2);
        wall.setEpoch(AlphaWall::newestEpoch);
        QCOMPARE(wall.awaited(), 0);  // at once
        wall.setEpoch(1);             // before the first: the first
        QCOMPARE(wall.shownEpoch(0), 2);
        QCOMPARE(wall.awaited(), 0);
    }

    void samplesCome_data()
    {
        QTest::addColumn<int>("samples");
        QTest::newRow("none") << 0;
        QTest::newRow("four") << 4;
        QTest::newRow("sixteen") << 16;
    }

    void samplesCome()
    {
        QFETCH(int, samples);
        AlphaWall wall;
        wall.setEngine(engine_);
        wall.setWatched(true);
        wall.setColumns({column("a", {1})});
        wall.setSounds({sound("x", 0.5F)});
        wall.setSamples(samples, 7);
        QTRY_COMPARE(wall.awaited(), 0);
        QCOMPARE(int(wall.cell(0, 0).drawing->samples.size()), samples);
    }

    void anImageStaysWithItsSoundAndColumn()
    {
        AlphaWall wall;
        wall.setEngine(engine_);
        wall.setWatched(true);
        wall.setColumns({column("a", {1}), column("b", {1})});
        wall.setSounds({sound("x", 0.2F), sound("y", 0.9F)});
        QTRY_COMPARE(wall.awaited(), 0);
        const auto before = wall.cell(1, 0).drawing;
        wall.setWatched(false);
        wall.setColumns({column("c", {1}), column("a", {1})});
        wall.setSounds({sound("y", 0.9F), sound("z", 0.4F)});
        QCOMPARE(wall.cell(0, 1).drawing, before);
        QVERIFY(!wall.cell(0, 0).drawing && !wall.cell(1, 1).drawing);
    }

    void answersOfAnEarlierArrangementAreForgotten()
    {
        CountingEngine engine;
        AlphaWall wall;
        wall.setEngine(engine);
        wall.setColumns({column("a", {1})});
        wall.setSounds({sound("x", 0.2F), sound("y", 0.9F)});
        wall.setWatched(true);
        while (engine.heard < 2) std::this_thread::yield();  // the first answer waits for the event loop
        wall.setSounds({sound("y", 0.9F), sound("x", 0.2F)});
        QTRY_COMPARE(wall.awaited(), 0);
        AlphaWall fresh;
        fresh.setEngine(engine);
        fresh.setColumns({column("a", {1})});
        fresh.setSounds({sound("y", 0.9F)});
        fresh.setWatched(true);
        QTRY_COMPARE(fresh.awaited(), 0);
        QVERIFY(wall.cell(0, 0).drawing->mean.z == fresh.cell(0, 0).drawing->mean.z);
        QVERIFY(wall.cell(1, 0).drawing->mean.z != fresh.cell(0, 0).drawing->mean.z);
    }

    void whatCannotBeDrawnSaysWhy()
    {
        AlphaWall wall;
        wall.setEngine(engine_);
        wall.setWatched(true);
        WallColumn broken = column("broken", {});
        broken.models = {{1, QStringLiteral("broken")}};
        WallSound known{QStringLiteral("7_b_3.wav"), QStringLiteral("b 3"), 7, QStringLiteral("7"), nullptr, "7_b_3.wav"};
        wall.setColumns({broken, column("empty", {}), column("a", {1})});
        wall.setSounds({known});
        QTRY_COMPARE(wall.awaited(), 0);
        QVERIFY(wall.cell(0, 0).trouble.contains(QStringLiteral("broken")));
        QVERIFY(wall.cell(0, 1).trouble.contains(QStringLiteral("kept")));
        QVERIFY(wall.cell(0, 2).trouble.contains(QStringLiteral("7_b_3.wav")));
    }

    void aLiveColumnHasNewWeights()
    {
        AlphaWall wall;
        wall.setEngine(engine_);
        wall.setWatched(true);
        wall.setColumns({column("run", {1}), column("other", {1})});
        wall.setSounds({sound("x", 0.5F)});
        wall.setLive(QStringLiteral("run"));
        QTRY_COMPARE(wall.awaited(), 0);
        QVERIFY(!wall.isLive(0));  // it has told of no weights yet
        const int before = engine_.opened;
        for (int i = 1; i <= 3; ++i) {
            wall.renewLive();
            QVERIFY(wall.isLive(0) && !wall.isLive(1));
            QCOMPARE(wall.awaited(), 1);
            QTRY_COMPARE(wall.awaited(), 0);
            QCOMPARE(engine_.opened.load(), before + i);
        }
        wall.setEpoch(1);  // an epoch of the past does not change
        QTRY_COMPARE(wall.awaited(), 0);
        wall.renewLive();
        QCOMPARE(wall.awaited(), 0);
    }

private:
    FakeEngine engine_;
};

QTEST_GUILESS_MAIN(tst_AlphaWall)
#include "tst_alpha_wall.moc"
